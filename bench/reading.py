"""Reads a document once, in one of several ways, in a process of its own: prints seconds and megabytes.

In a fresh process nothing is cached yet, as when the office types the command; libraries are loaded before the clock
starts, on all sides.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from time import perf_counter

from bench.peak import peak_megabytes

TODAY = date(2025, 3, 1)
Way = Callable[[Path], Callable[[], object]]


def read(file: Path) -> Callable[[], object]:
    """Ours: every block with its words and places."""
    from obligations.intake.reading import sheet, word  # noqa: F401  read_document loads them when they are wanted
    from obligations.intake.reading.files import read_document

    content = file.read_bytes()
    return lambda: read_document(file.name, content)


def understand(file: Path) -> Callable[[], object]:
    """Ours: to the draft with all of its doubts, the reading included."""
    from obligations.intake.draft import draft
    from obligations.intake.known import Known
    from obligations.intake.reading import sheet, word  # noqa: F401
    from obligations.intake.reading.files import read_document
    from obligations.intake.terms import Wanted

    content = file.read_bytes()
    return lambda: draft(read_document(file.name, content), Wanted(TODAY), Known(), {}, "2025-1")


def bring_in(file: Path) -> Callable[[], object]:
    """Ours: the whole command in the present folder, the database and the review workbook included."""
    from bot.cli import main

    def act() -> None:
        with redirect_stdout(StringIO()):
            if main(["plan", "import", str(file)]):
                raise RuntimeError("it was not imported, so nothing was measured")

    return act


def openpyxl_cells(file: Path, read_only: bool = False) -> Callable[[], Iterator[object]]:
    """openpyxl: the value of every cell of every sheet."""
    from openpyxl import load_workbook

    content = file.read_bytes()
    return lambda: (cell.value for sheet in load_workbook(BytesIO(content), read_only=read_only).worksheets
                    for row in sheet.iter_rows() for cell in row)


def docx_cells(file: Path) -> Callable[[], Iterator[object]]:
    """python-docx: the text of every cell of every table."""
    from docx import Document

    content = file.read_bytes()
    return lambda: (cell.text for table in Document(BytesIO(content)).tables
                    for row in table.rows for cell in row.cells)


WAYS: dict[str, Way] = {
    "read": read, "understand": understand, "import": bring_in,
    "openpyxl": lambda file: _walked(openpyxl_cells(file)),
    "openpyxl-read-only": lambda file: _walked(openpyxl_cells(file, read_only=True)),
    "python-docx": lambda file: _walked(docx_cells(file)),
}


def main(way: str, file: str) -> None:
    """Do it, and say what it took."""
    sys.modules["numpy"] = None     # type: ignore[assignment]  # openpyxl would load it: 16 MB that reading can spare
    act = WAYS[way](Path(file))
    start = perf_counter()
    made = act()
    print(perf_counter() - start, peak_megabytes())
    del made      # it counts in the peak, and giving it back does not count in the seconds


def _walked(cells: Callable[[], Iterator[object]]) -> Callable[[], object]:
    def act() -> None:
        for _ in cells():
            pass

    return act


if __name__ == "__main__":
    main(*sys.argv[1:3])
