"""Tells what a file really is, from its ending and its first bytes together; reading it is left to others."""

from collections.abc import Collection
from enum import StrEnum


class Kind(StrEnum):
    """What a file can be. The first five are read; each other one has its sentence in `locales` (file-is-…)."""

    WORD = "word"
    SHEET = "sheet"
    TEXT = "text"
    WEB = "web"
    MARKDOWN = "markdown"

    ARCHIVE = "archive"
    BINARY_SHEET = "binary-sheet"
    COMMAS = "commas"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    NOT_OFFICE = "not-office"
    OFD = "ofd"
    OLD_OFFICE = "old-office"
    OLD_SHEET = "old-sheet"
    OLD_WORD = "old-word"
    OPEN_DOCUMENT = "open-document"
    PDF = "pdf"
    PHOTO = "photo"
    RICH_TEXT = "rich-text"
    SHEET_MISNAMED = "sheet-misnamed"
    SLIDES = "slides"
    UNKNOWN = "unknown"
    WORD_MISNAMED = "word-misnamed"


READ = (Kind.WORD, Kind.SHEET, Kind.TEXT, Kind.WEB, Kind.MARKDOWN)

_ENDINGS = {
    Kind.WORD: "docx", Kind.SHEET: "xlsx", Kind.TEXT: "txt tsv", Kind.WEB: "html htm", Kind.MARKDOWN: "md",
    Kind.OLD_WORD: "doc dot wps wpt", Kind.OLD_SHEET: "xls xlt et ett", Kind.SLIDES: "ppt pptx pps ppsx dps",
    Kind.MACROS: "docm dotm xlsm xltm xlam", Kind.BINARY_SHEET: "xlsb", Kind.OPEN_DOCUMENT: "odt ods odp uof uot uos",
    Kind.RICH_TEXT: "rtf", Kind.COMMAS: "csv", Kind.PDF: "pdf ceb caj", Kind.OFD: "ofd",
    Kind.ARCHIVE: "zip rar 7z gz tgz tar bz2",
    Kind.PHOTO: "jpg jpeg png gif bmp tif tiff webp heic heif",
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}

_MAGIC = (
    (b"{\\rtf", Kind.RICH_TEXT),
    (b"Rar!\x1a\x07", Kind.ARCHIVE), (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE), (b"\x1f\x8b\x08", Kind.ARCHIVE),
    (b"\xff\xd8\xff", Kind.PHOTO), (b"\x89PNG\r\n", Kind.PHOTO), (b"GIF8", Kind.PHOTO),
    (b"II*\x00", Kind.PHOTO), (b"MM\x00*", Kind.PHOTO),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# The streams of an old Office file are listed by name in UTF-16.
_STREAMS = (("EncryptedPackage", Kind.ENCRYPTED), ("WordDocument", Kind.OLD_WORD),
            ("Workbook", Kind.OLD_SHEET), ("Book", Kind.OLD_SHEET))
_HEAD = 1024    # a PDF may have that much before its mark


def is_zip(content: bytes) -> bool:
    """Whether the file begins as a zip, which every .docx and .xlsx is."""
    return content.startswith(_ZIP)


def kind_of(ending: str, content: bytes) -> Kind:
    """What a file that is no zip is; `ending` is its name's, in small letters and without the dot."""
    if content.startswith(_OLE):
        return _old_office(content)
    for mark, kind in _MAGIC:
        if content.startswith(mark):
            return kind
    if _is_photo(content):
        return Kind.PHOTO
    if b"%PDF-" in content[:_HEAD]:
        return Kind.PDF
    kind = _BY_ENDING.get(ending, Kind.UNKNOWN)
    return Kind.NOT_OFFICE if kind in (Kind.WORD, Kind.SHEET) else kind


def kind_of_zip(ending: str, names: Collection[str]) -> Kind:
    """What a zip with entries of these `names` (in small letters) is."""
    inside = _inside(names)
    named = _BY_ENDING.get(ending)
    if inside not in (Kind.WORD, Kind.SHEET) or inside is named:
        return inside
    if named is Kind.MACROS:
        return named
    return Kind.WORD_MISNAMED if inside is Kind.WORD else Kind.SHEET_MISNAMED


def _inside(names: Collection[str]) -> Kind:
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names):
        return Kind.MACROS
    if "xl/workbook.bin" in names:
        return Kind.BINARY_SHEET
    if "ofd.xml" in names:
        return Kind.OFD
    if {"mimetype", "content.xml"} <= set(names):
        return Kind.OPEN_DOCUMENT
    if "[content_types].xml" not in names:
        return Kind.ARCHIVE
    # The main part has other names too (word/document2.xml), its folder is always the same.
    folders = {name.split("/", 1)[0] for name in names}
    return next((kind for folder, kind in (("word", Kind.WORD), ("xl", Kind.SHEET), ("ppt", Kind.SLIDES))
                 if folder in folders), Kind.ARCHIVE)


def _old_office(content: bytes) -> Kind:
    return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in content), Kind.OLD_OFFICE)


def _is_photo(content: bytes) -> bool:
    return ((content[:4] == b"RIFF" and content[8:12] == b"WEBP")
            or (content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"))
            or (content[:2] == b"BM" and content[6:10] == bytes(4)))
