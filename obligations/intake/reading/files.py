"""Turns any file into a Document, or says in one sentence why not; what the words mean is left to others."""

from collections.abc import Iterator

from obligations.errors import Refusal
from obligations.intake.document import Document, Paragraph, Place
from obligations.intake.reading.archive import Archive
from obligations.intake.reading.decoding import decoded
from obligations.intake.reading.kinds import READ, Kind, is_zip, kind_of, kind_of_zip
from obligations.wording import one_line, unfolded

# A Word table of 3,000 rows has under 1 MB; the rest is room for pictures. messengers hand on 20 MB at most.
LARGEST = 20_000_000
# What Excel holds in a cell. A longer text was never meant to be one cell or one paragraph.
LONGEST_CELL = 32_767
LONGEST_NAME = 80


def read_document(name: str, content: bytes) -> Document:
    """The words of the file `name`, which may be hostile, with their places.

    Raises Refusal, or PlanFaults where several things are wrong (cells with formulas).
    """
    name = clean_name(name)
    check_size(name, len(content))
    if is_zip(content):
        return _checked(_from_zip(name, Archive(name, content)))
    kind = kind_of(_ending(name), content)
    if kind not in READ:
        raise _foreign(kind, name)
    return _checked(_from_text(kind, name, decoded(name, content)))


def check_size(name: str, size: int) -> None:
    """Raises Refusal for a file of `size` bytes that is empty or over 20 MB; to be asked before it is read."""
    if size == 0:
        raise Refusal("file-empty", name=clean_name(name))
    if size > LARGEST:
        raise Refusal("file-too-large", name=clean_name(name), megabytes=-(-size // 1_000_000),
                      limit=LARGEST // 1_000_000)


def clean_name(name: str) -> str:
    """The last part of a file's name, on one line, without hidden marks, of at most 80 characters."""
    last = one_line(name[-1000:].replace("\\", "/").rpartition("/")[2])
    stem, dot, ending = last.rpartition(".")
    if len(last) <= LONGEST_NAME or len(ending) > LONGEST_NAME // 2:
        return last[:LONGEST_NAME]
    return stem[:LONGEST_NAME - len(ending) - 2] + "…" + dot + ending


def _ending(name: str) -> str:
    return unfolded(name).rpartition(".")[2].strip().lower()


def _from_zip(name: str, archive: Archive) -> Document:
    # Each reader is loaded only where it is needed: what reads a Word file need not know of HTML.
    kind = kind_of_zip(_ending(name), archive.names)
    if kind is Kind.WORD:
        from obligations.intake.reading.word import read_word
        return read_word(archive)
    if kind is Kind.SHEET:
        from obligations.intake.reading.sheet import read_workbook
        return read_workbook(archive)
    raise _foreign(kind, name)


def _from_text(kind: Kind, name: str, text: str) -> Document:
    if kind is Kind.WEB:
        from obligations.intake.reading.markup import read_html
        return read_html(text, name)
    if kind is Kind.MARKDOWN:
        from obligations.intake.reading.markdown import read_markdown
        return read_markdown(text, name)
    from obligations.intake.reading.plaintext import read_text
    return read_text(text, name)


def _foreign(kind: Kind, name: str) -> Refusal:
    return Refusal(f"file-is-{kind}", name=name)


def _checked(document: Document) -> Document:
    """The document, unless it says nothing or a text in it is endless. Raises Refusal."""
    words = False
    for text, place in _texts(document):
        if len(text) > LONGEST_CELL:
            raise Refusal("file-long-cell", name=document.name, place=place, longest=LONGEST_CELL)
        words = words or (bool(text) and not text.isspace())
    if not words:
        raise Refusal("file-no-words", name=document.name)
    return document


def _texts(document: Document) -> Iterator[tuple[str, Place]]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.place
        else:
            yield from ((cell.text, cell.place) for row in block.grid for cell in row if cell.text)
