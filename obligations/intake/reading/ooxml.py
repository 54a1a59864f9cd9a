"""Reads the parts of an Office file as XML and follows the links between them, opening nothing outside the file."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from obligations.errors import Refusal
from obligations.intake.reading.archive import Archive

# Elements and attributes of all parts, about 120 bytes of memory each. A row of seven cells as Word writes it has 240,
# one of a workbook 45: 3,000 rows fit several times over.
MARKS = 2_000_000
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Link:
    """A part that another one refers to; `kind` is the last word of the relation (worksheet, header…)."""

    kind: str
    path: str


class Package:
    """An Office file as parts that point to each other."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._marks = MARKS

    @property
    def name(self) -> str:
        """What the file is called."""
        return self._archive.name

    def broken(self) -> Refusal:
        """What is said about a file that Office itself would offer to repair."""
        return self._archive.broken()

    def main(self) -> str:
        """The path of the part that everything else hangs on. Raises Refusal where there is none."""
        found = self.linked("", "officeDocument")
        if not found:
            raise self.broken()
        return found[0]

    def links(self, path: str) -> dict[str, Link]:
        """The parts inside the file that `path` refers to, by the id of the reference; "" is the file itself."""
        folder, base = posixpath.split(path)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed.lower() not in self._archive.names:
            return {}
        return {link.get("Id", ""): Link(link.get("Type", "").rpartition("/")[2], _inside(folder, link))
                for link in self.xml(listed).iter(f"{_PACKAGE}Relationship") if link.get("TargetMode") != "External"}

    def linked(self, path: str, *kinds: str) -> list[str]:
        """The parts of these kinds that `path` refers to and that are there, each once, in the order of `kinds`."""
        links = self.links(path).values()
        return list(dict.fromkeys(link.path for kind in kinds for link in links
                                  if link.kind == kind and link.path.lower() in self._archive.names))

    def xml(self, path: str) -> etree._Element:
        """The part `path`. Raises Refusal for one that is no plain UTF-8 XML, or has more elements than may
        still be built."""
        content = self._archive.read(path)
        if b"<!DOCTYPE" in content or not _is_utf8(content):
            raise Refusal("file-unsafe", name=self.name)
        if _STRICT in content:
            raise Refusal("file-strict", name=self.name)
        self._marks -= content.count(b"<") + content.count(b"=")
        if self._marks < 0:
            raise Refusal("file-too-many-parts", name=self.name)
        try:
            return etree.fromstring(content, _parser())
        except etree.XMLSyntaxError:
            raise self.broken() from None


def whole(text: str | None, default: int = 0) -> int:
    """A number as it stands in an attribute; `default` for anything else."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else default


def switched_on(text: str | None) -> bool:
    """Whether an attribute that is there says yes: 1, true, on."""
    return text in ("1", "true", "on")


def _inside(folder: str, link: etree._Element) -> str:
    return posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")


def _is_utf8(content: bytes) -> bool:
    # Whatever encoding the part claims, it is read as UTF-8: no other one can smuggle a DOCTYPE past the search.
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def _parser() -> etree.XMLParser:
    # Without huge_tree libxml2 refuses more than 256 levels and texts of over 10 MB.
    return etree.XMLParser(encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True,
                           remove_comments=True, remove_pis=True, remove_blank_text=False, collect_ids=False)
