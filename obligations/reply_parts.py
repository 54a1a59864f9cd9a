"""Takes a typed text apart into numbers, links and other words; what they mean together says `reply.py`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from obligations.links import LinkFault, checked, sightings
from obligations.mentions import Kind, Named, Piece, has_marked, named, pieces
from obligations.wording import simplified, unfolded, without_hidden

_SPLIT_MARKS = re.compile(r"\s+(?=[,.;:!?、。])")
_MARK_RUNS = re.compile(r"([,.;:、。])(?:\s*[,.;:、。])+")


@dataclass(frozen=True, slots=True)
class Parts:
    """A text taken apart. `trail`: sure numbers and good links as they stand; `likely`: numbers that may
    mean something else; `bad`: a number that cannot be; `marked`: some number was written as an item's;
    `loose`: how many links the channel knows without a place in the text."""

    trail: tuple[int | str, ...]
    likely: tuple[int, ...]
    refused: tuple[tuple[str, str], ...]
    words: str
    bad: bool
    marked: bool
    loose: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """Each sure number once, in order."""
        return tuple(dict.fromkeys(one for one in self.trail if isinstance(one, int)))

    @property
    def links(self) -> tuple[str, ...]:
        """Each good link once, in order."""
        return tuple(dict.fromkeys(one for one in self.trail if isinstance(one, str)))


def taken_apart(text: str, extra: Sequence[str], context: Sequence[int]) -> Parts:
    """`text`, and the links `extra` that belong to it, for someone who has the items `context` in view."""
    row, refused = _row(text)
    typed = {piece.text for piece in row if piece.kind is Kind.LINK}
    loose = [checked(link) for link in extra]
    refused += [(link, fault) for link, fault in loose if fault]
    added = dict.fromkeys(link for link, fault in loose if fault is None and link not in typed)
    found = named(row, context)
    return Parts(
        trail=(*_trail(row, found), *added),
        likely=tuple(n for names in found if names.unsure for n in names.numbers),
        refused=tuple(dict.fromkeys((link, fault.value) for link, fault in refused)),
        words=_words(row, found),
        bad=any(names.bad for names in found),
        marked=has_marked(row),
        loose=len(added),
    )


def _row(text: str) -> tuple[list[Piece], list[tuple[str, LinkFault]]]:
    """The text as pieces, a refused link as one without an address; and the refused ones."""
    row: list[Piece] = []
    seen = sightings(text)
    at = 0
    for link in seen:
        row += [*_pieces(text[at:link.start]), Piece(Kind.LINK, "" if link.fault else link.link)]
        at = link.end
    row += _pieces(text[at:])
    return row, [(link.link, link.fault) for link in seen if link.fault]


def _pieces(words: str) -> tuple[Piece, ...]:
    return pieces(simplified(unfolded(without_hidden(words))))


def _trail(row: Sequence[Piece], found: Sequence[Named]) -> list[int | str]:
    trail: list[int | str] = []
    for piece, names in zip(row, found, strict=True):
        if piece.kind is Kind.LINK and piece.text:
            trail.append(piece.text)
        elif not names.unsure:
            trail += names.numbers
    return trail


def _words(row: Sequence[Piece], found: Sequence[Named]) -> str:
    """What is left of the text, its punctuation closed up again."""
    kept = "".join(
        " " if piece.kind is Kind.LINK or names.numbers or names.bad else piece.text
        for piece, names in zip(row, found, strict=True)
    )
    tidy = _MARK_RUNS.sub(r"\1", _SPLIT_MARKS.sub("", " ".join(kept.split())))
    return tidy.strip(" ,、;。.:()[]#-")
