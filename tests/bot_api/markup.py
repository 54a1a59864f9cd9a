"""Telegram's HTML subset: gives the words without markup, or says what Telegram could not parse.

Source: "HTML style" in https://core.telegram.org/bots/api#formatting-options.
"""

import re

TAGS = frozenset((
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del",
    "span", "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote",
))  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PIECE = re.compile(r"<(?P<close>/?)(?P<tag>[A-Za-z-]*)(?P<rest>[^<>]*)>|&(?P<entity>#?\w+);|(?P<bare><)")


class BadMarkup(ValueError):
    """Text that Telegram answers with "can't parse entities"."""


def plain(markup: str) -> str:
    """The words as they are counted and shown. Raises BadMarkup."""
    open_tags: list[str] = []
    words = _PIECE.sub(lambda piece: _read(piece, open_tags), markup)
    if open_tags:
        raise BadMarkup(f"can't find end tag corresponding to start tag {open_tags[-1]}")
    return words


def length(words: str) -> int:
    """UTF-16 code units."""
    return len(words.encode("utf-16-le")) // 2


def _read(piece: re.Match[str], open_tags: list[str]) -> str:
    if piece["bare"]:
        raise BadMarkup("unclosed start tag")
    if piece["entity"]:
        return _character(piece["entity"], piece[0])
    tag = piece["tag"].lower()
    if tag not in TAGS:
        raise BadMarkup(f'unsupported start tag "{tag}"')
    if not piece["close"]:
        open_tags.append(tag)
    elif not open_tags or open_tags.pop() != tag:
        raise BadMarkup(f"unexpected end tag {tag}")
    return ""


def _character(entity: str, printed: str) -> str:
    """An entity that Telegram does not know stays as it is printed."""
    if entity.startswith("#"):
        number = entity[1:]
        return chr(int(number[1:], 16) if number[0] in "xX" else int(number))
    return _NAMED.get(entity, printed)
