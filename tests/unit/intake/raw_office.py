"""Office files put together by hand, part by part: damaged, odd and hostile ones that no program would write."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.unit.intake.office_files import NAMESPACES

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Parts = Mapping[str, str | bytes]


def zip_of(parts: Parts) -> bytes:
    """A zip of these entries."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for path, content in parts.items():
            packed.writestr(path, content)
    return target.getvalue()


def changed(content: bytes, parts: Parts) -> bytes:
    """An Office file with some of its parts replaced or added."""
    with ZipFile(BytesIO(content)) as packed:
        kept = {path: packed.read(path) for path in packed.namelist()}
    return zip_of({**kept, **parts})


def part(content: bytes, path: str) -> str:
    """One part of an Office file."""
    with ZipFile(BytesIO(content)) as packed:
        return packed.read(path).decode()


def links(**targets: str) -> str:
    """A list of relations: the kind of each (worksheet2: worksheet) and the part it leads to."""
    found = "".join(f'<Relationship Id="{kind}" Type="{_RELATION}/{kind.rstrip("0123456789")}" Target="{target}"/>'
                    for kind, target in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'


def raw_docx(body: str, more: Parts | None = None) -> bytes:
    """The least that a Word file needs, with the body `body`."""
    return zip_of({"[Content_Types].xml": _TYPES, "_rels/.rels": links(officeDocument="word/document.xml"),
                   "word/document.xml": f"<w:document{NAMESPACES}><w:body>{body}</w:body></w:document>",
                   **(more or {})})


def raw_xlsx(sheet: str, strings: str = "", styles: str = "", about: str = "", more: Parts | None = None) -> bytes:
    """The least that a workbook needs: `sheet` is what stands in its worksheet, `strings` in its shared strings,
    `styles` in its styles, `about` before its list of sheets."""
    book = (f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}">{about}'
            f'<sheets><sheet name="任务分工" sheetId="1" r:id="worksheet1"/></sheets></workbook>')
    return zip_of({
        "[Content_Types].xml": _TYPES, "_rels/.rels": links(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": links(worksheet1="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml",
                                            styles="styles.xml"),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
        **(more or {})})


def cells(*found: str) -> str:
    """Sheet data of one row for each text of cells."""
    rows = "".join(f'<row r="{number}">{text}</row>' for number, text in enumerate(found, 1))
    return f"<sheetData>{rows}</sheetData>"


def text_cell(at: str, text: str) -> str:
    """A cell with a text of its own."""
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def number_cell(at: str, value: str, style: int = 0) -> str:
    """A cell with a number in the style of this index."""
    return f'<c r="{at}" s="{style}"><v>{value}</v></c>'


def formats(*codes: str) -> str:
    """Styles 0, 1, … with these number formats; 9 or 14 are those of built-in ones."""
    own = [code for code in codes if not code.isdigit() or code.startswith("00")]
    named = "".join(f'<numFmt numFmtId="{200 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
                    for at, code in enumerate(own))
    ids = [str(200 + own.index(code)) if code in own else code for code in codes]
    used = "".join(f'<xf numFmtId="{one}"/>' for one in ids)
    return f"<numFmts>{named}</numFmts><cellXfs>{used}</cellXfs>"


def lying_zip(path: str, content: bytes, claimed: int) -> bytes:
    """A zip whose list says that `path` has `claimed` bytes, whatever it has."""
    packed = zlib.compress(content, 9)[2:-4]
    name = path.encode()
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, zlib.crc32(content), len(packed), claimed, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    listed = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + listed + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(listed), len(local), 0)
