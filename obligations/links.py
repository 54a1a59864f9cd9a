"""Finds the links in what a person typed and says which of them may not serve as evidence.

Whether a page is really there is not decided here: nothing is fetched.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address
from urllib.parse import urlsplit

from obligations.link_ends import extent_of, trimmed
from obligations.wording import HIDDEN_CLASS, has_hidden, unfolded, visible

LONGEST = 2_000


class LinkFault(StrEnum):
    """Why a link is not taken; the value is the key of the sentence that says so."""

    SCHEME = "link-scheme"        # javascript:, file:, ftp: …
    USER = "link-user"            # http://127.0.0.1@www.gov.cn/
    BACKSLASH = "link-backslash"  # two hosts to two readers
    HIDDEN = "link-hidden"        # control characters, right-to-left override
    LOCAL = "link-local"          # an address that only works inside a house
    HOST = "link-host"            # no host, or one without a dot
    CUT = "link-cut"              # Chinese, a blank or a line's end inside: nobody can tell where it ends
    LONG = "link-long"


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a text, each once and in order; `refused` pairs a link with a `LinkFault`."""

    good: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One link where it stands, `text[start:end]`."""

    start: int
    end: int
    link: str
    fault: LinkFault | None


_TOP = "cn|com|net|org|gov|edu|info|cc|hk|mo|tw|top|vip|int"
_SLASHES = r"[:：][/／\\＼]{2}"                      # http:\\www…: typed on a machine that has only backslashes
_NEXT = r"(?!(?<![=/&?])https?[:：][/／]{2})"       # a second link glued on, not one carried in a query
_BODY = rf"(?:{_NEXT}[!#-;=?-_a-~．／＼{HIDDEN_CLASS}])*"
_WIDE_BODY = r"[!#-;=?-_a-~＂-＇＊＋－-：＝-～]*"     # an input method left in full-width mode
_LETTERS = r"[A-Za-z0-9_@.\-]"
_LINK = re.compile(
    rf"""(?P<web>(?:https?{_SLASHES}(?=https?{_SLASHES}))*https?{_SLASHES}{_BODY})
       | (?P<wide>[ｈＨ][ｔＴ]{{2}}[ｐＰ][ｓＳ]?[:：][/／]{{2}}{_WIDE_BODY}|[ｗＷ]{{3}}[．.]{_WIDE_BODY})
       | (?P<other>(?=[a-z])(?:(?!https?[:：])[a-z0-9+.\-]){{1,20}}://{_BODY}
                 | (?<![a-z])(?:javascript|vbscript|data|file|blob):(?=\S){_BODY})
       | (?:(?<!{_LETTERS})|(?<=[0-9])(?=www\.)|(?<![A-Za-z0-9])[#＃][0-9０-９]{{1,9}}+)
         (?P<bare>(?:[a-z0-9][a-z0-9\-]{{0,62}}\.){{1,8}}(?:{_TOP})
                  (?![a-z0-9@_\-]|\.[a-z0-9])(?::[0-9]{{2,5}})?(?:[/?]{_BODY})?)""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_TWICE = re.compile(r"^(?:https?:[/\\]{2})+(?=https?:[/\\]{2})", re.IGNORECASE)
_BACKSLASHED = re.compile(r"https?:\\\\", re.IGNORECASE)
_NUMERIC = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_LABEL = r"[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9\-]{{0,61}}[a-z0-9])", re.IGNORECASE)


def find_links(text: str, extra: Iterable[str] = ()) -> Links:
    """The links typed in `text`, then those the channel knows apart from it. Never raises."""
    found = [(s.link, s.fault) for s in sightings(visible(text))]
    found += [checked(link) for link in extra]
    good = dict.fromkeys(link for link, fault in found if fault is None)
    refused = dict.fromkeys((link, fault.value) for link, fault in found if fault is not None)
    return Links(tuple(good), tuple(refused))


def sightings(text: str) -> tuple[Sighting, ...]:
    """Every link in `text` with its place, in order; a typed link ends before Chinese words and marks."""
    found: list[Sighting] = []
    for match in _LINK.finditer(text):
        if not found or match.start() >= found[-1].end:
            found.append(_sighting(text, match))
    return tuple(found)


def checked(link: str) -> tuple[str, LinkFault | None]:
    """`link` as it would be kept, and why it is refused (None: it is good)."""
    whole = _with_scheme(_mended(visible(link).strip()))
    return whole, _fault(whole)


def _sighting(text: str, match: re.Match[str]) -> Sighting:
    kind = match.lastgroup or "web"
    start, end = match.span(kind)
    following = _LINK.search(text, end)
    limit = following.start() if following else len(text)
    if kind == "other":
        typed = trimmed(match[kind])
        return Sighting(start, start + len(typed), *checked(unfolded(typed)))
    extent = extent_of(text[start:limit], end - start)
    whole = text[start:start + extent.end]
    if extent.is_cut:
        return Sighting(start, start + extent.end, " ".join(whole.split()), LinkFault.CUT)
    return Sighting(start, start + extent.end, *checked(unfolded(extent.link)))


def _mended(link: str) -> str:
    """Without the slips that leave no doubt: a scheme typed twice, &amp; for &, backslashes all through. With
    an @ beside them backslashes may hide another host, and stay."""
    once = _TWICE.sub("", link.replace("&amp;", "&"))
    return once.replace("\\", "/") if _BACKSLASHED.match(once) and "@" not in once else once


def _with_scheme(link: str) -> str:
    scheme, mark, rest = link.partition("://")
    if mark:
        return f"{scheme.lower()}://{rest}"
    return link if re.match(r"[A-Za-z][A-Za-z0-9+\-]*:(?![0-9])", link) else f"http://{link}"


def _fault(link: str) -> LinkFault | None:
    """The first reason against `link`, or None."""
    if len(link) > LONGEST:
        return LinkFault.LONG
    if has_hidden(link) or re.search(r"\s", link):
        return LinkFault.HIDDEN
    if "\\" in link:
        return LinkFault.BACKSLASH
    if not link.startswith(("http://", "https://")):
        return LinkFault.SCHEME
    return _host_fault(link)


def _host_fault(link: str) -> LinkFault | None:
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return LinkFault.HOST
    if "@" in parts.netloc:
        return LinkFault.USER
    return LinkFault.HOST if port == 0 else _name_fault(host.removesuffix("."))


def _name_fault(host: str) -> LinkFault | None:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan")):
        return LinkFault.LOCAL
    if ":" in host or _NUMERIC.fullmatch(host.rpartition(".")[2]):
        return _address_fault(host)
    return None if _HOST.fullmatch(host) and len(host) <= 253 else LinkFault.HOST


def _address_fault(host: str) -> LinkFault | None:
    """Only a plain public IPv4 address passes: IPv6 can wrap a private one (6to4, NAT64), and
    short, octal or hexadecimal spellings mean different hosts to different readers."""
    try:
        address = IPv4Address(host)
    except ValueError:
        return LinkFault.LOCAL
    return None if address.is_global and not address.is_multicast else LinkFault.LOCAL
