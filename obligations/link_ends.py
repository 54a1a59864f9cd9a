"""Decides where a typed link ends, and whether it plainly goes on beyond what a link may hold.

A link that ends in a page or a file is whole; one that does not, and has Chinese, a blank or a line's end before
something like a path, is cut: nobody can tell how it goes on, so it is asked for.
"""

import re
from dataclasses import dataclass

from obligations.wording import unfolded

_PAGES = "s?html?|xhtml|jspx?|aspx?|php|cgi|do|action|shtm"
_FILES = "pdf|docx?|xlsx?|wps|et|ofd|pptx?|csv|txt|zip|rar|7z|jpe?g|png|gif|mp4|ceb"
_ANY_ENDING = rf"\.(?:{_PAGES}|{_FILES})"
_ENDING = rf"{_ANY_ENDING}(?![A-Za-z0-9])"
_HAN = "\u3400-\u9fff"
_BODY = r"[!#-;=?-_a-~]"

_ENDING_ALONE = re.compile(_ANY_ENDING, re.IGNORECASE)
_HAS_ENDING = re.compile(_ENDING, re.IGNORECASE)
_IS_WHOLE = re.compile(
    rf"""{_ANY_ENDING}$                                  # a page or a file
      | \?[^?]*=[^=&?#/]+$ | \#[^#/]+$                 # a query with its value, an anchor
      | ^(?:https?://)?mp\.weixin\.qq\.com/s/[\w\-]{{20,}}$""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_BARE_HOST = re.compile(r"(?:https?[:：][/／]{2})?[^/?#／]+", re.IGNORECASE)
_NO_VALUE = re.compile(r"[?&][\w\-]+=$|%[0-9A-Fa-f]?$", re.ASCII)
_GLUED = re.compile(r"[&~_^$+=@%\-]+$")
_SHORTENED = re.compile(r"(?:\.{3,}|…+|⋯+)")

# What follows a link without a blank and may belong to it: Chinese, or a bracket or quotation mark that opens on it.
_TAIL = re.compile(rf"[{_HAN}（《【“「［][^\s，。；：！？,;!?＃…<>\"]*")
_WIDE_TAIL = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
# www.gov.cn、a.html: the key of the slash gives 、 on a Chinese keyboard.
_TYPED_SLASH = re.compile(r"(?:[、\\＼]+[A-Za-z0-9_\-]+)+(?:[/\\＼、.][^\s，。；]*)", re.ASCII)
_SPACED = re.compile(rf"[ \t\u3000]+[\w（）()《》·\-—./%&=?{_HAN}]{{0,60}}?{_ENDING}\S*", re.IGNORECASE)
_NEXT_LINE = re.compile(rf"[ \t\u3000]*\r?\n[ \t\u3000]*(?P<more>(?!\#){_BODY}+)")
_NEXT_LINE_FILE = re.compile(rf"\s*\n\s*[\w（）《》·\-—/]{{0,60}}?{_ENDING}[^\s，。；]*", re.IGNORECASE)
_REST = re.compile(rf"[?&=#/]{_BODY}+")
_DATE = re.compile("(?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9A-Za-z/_])")
_SPEAKS = re.compile("请|谢|已|您|你|麻烦|辛苦|感谢|烦|完|办|妥|收|以上|如上|见|和|及|与|并|均|都|是|为|敬|特|哈|（|【")


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a link reaches: `link` without slips and line ends, up to `end`; `is_cut`: it goes on unreadably."""

    link: str
    end: int
    is_cut: bool = False


def extent_of(text: str, end: int) -> Extent:
    """How far the link that begins `text` reaches; up to `end` it was recognised as one. `text` stops before
    the next link."""
    link = text[:end]
    while joined := _goes_on(link, text, end):
        more, end, is_sure = joined
        if not is_sure:
            return Extent(link + more, end, is_cut=True)
        link += more
    bare = trimmed(link)
    if cut_off := _cut_end(bare, link, text, end):
        rest = _REST.match(text, cut_off)
        return Extent(bare, rest.end() if rest else cut_off, is_cut=True)
    return Extent(bare, end - len(link) + len(bare))


def trimmed(link: str) -> str:
    """Without the punctuation of the sentence around it; a closing bracket stays if it was opened."""
    while link:
        last = link[-1]
        lonely = (last == ")" and link.count("(") < link.count(")")) or (
            last == "]" and link.count("[") < link.count("]"))
        if not lonely and last not in ".,;:!?'([*{}|．：？！；":
            break
        link = link[:-1]
    unglued = _GLUED.sub("", link)
    return unglued if _HAS_ENDING.search(unglued[-7:]) and _IS_WHOLE.search(unglued) else link


def _goes_on(link: str, text: str, end: int) -> tuple[str, int, bool] | None:
    """The link's continuation on the next line, where it ends, and whether it surely is one."""
    match = _NEXT_LINE.match(text, end)
    if match is None:
        return None
    more = match["more"]
    opens = more[0] in "/?&=%" and len(more) > 1
    if opens and (more[0] in "?&=%" or not _IS_WHOLE.search(link)):
        return more, match.end(), True
    if _IS_WHOLE.search(link) or _DATE.match(more):
        return None
    if _ENDING_ALONE.fullmatch(f".{link.rpartition('.')[2]}{more}"):
        return more, match.end(), True
    is_plain = _HAS_ENDING.search(more) is not None or "=" in more or more.endswith("/")
    if not is_plain and "/" not in more:
        return None
    return more, match.end(), is_plain and link[-1] in "/?&=_-%"


def _cut_end(bare: str, link: str, text: str, end: int) -> int:
    """Where the unreadable rest of a cut link ends; 0 for a link that is not cut."""
    whole = _IS_WHOLE.search(unfolded(bare)) is not None
    if tail := _TAIL.match(text, end):
        return tail.end() if _is_path(tail[0], bare, link, whole) else 0
    if slashes := _TYPED_SLASH.match(text, end):
        return slashes.end()
    if _NO_VALUE.search(bare):
        return end
    if whole:
        return 0
    if _BARE_HOST.fullmatch(bare) is None and (dots := _SHORTENED.match(text, end - len(link) + len(bare))):
        return dots.end()
    patterns = (_WIDE_TAIL, _SPACED, _NEXT_LINE_FILE) if bare.endswith("/") else (_WIDE_TAIL, _SPACED)
    return max((further.end() for pattern in patterns if (further := pattern.match(text, end))), default=0)


def _is_path(tail: str, bare: str, link: str, whole: bool) -> bool:
    """Whether Chinese directly behind a link goes on as a path rather than as words."""
    if link.endswith("#") or bare.endswith("=") or _HAS_ENDING.search(tail) or re.search(r"/|=", tail):
        return True
    is_sentence = link != bare or _BARE_HOST.fullmatch(bare) is not None
    return not (whole or is_sentence or _SPEAKS.match(tail))
