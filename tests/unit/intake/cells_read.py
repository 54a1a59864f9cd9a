"""A source made of nothing but cells about who, and a short way to write who is found in them."""

from collections.abc import Mapping, Sequence
from datetime import date

from obligations.intake.document import Place
from obligations.intake.inquiry import Doubt, Inquiry
from obligations.intake.known import Known
from obligations.intake.source import Column, Quote, Source, SourceRow
from obligations.intake.who.bodies import Bodies, read_bodies
from obligations.plan import Role

TITLE = "云江县2021年政务公开工作要点任务分工"
IN_FORCE = date(2021, 5, 10)
LETTERS = {Role.LEAD: "L", Role.RESPONSIBLE: "R", Role.SUPPORTING: "S"}


def row(*cells: tuple[Column, str], number: int = 1, prose: str = "公开年度工作报告。") -> SourceRow:
    """A row whose cells about who are `cells`."""
    bodies = tuple((column, Quote(text, Place(table=1, row=number, column=4))) for column, text in cells)
    return SourceRow((), str(number), Quote("公开"), Quote(prose), bodies, Quote("全年"), Place(table=1, row=number))


def read(cells: Sequence[str], *, title: str = TITLE, known: Known | None = None, notes: Sequence[str] = (),
         column: Column = Column.RESPONSIBLE, answers: Mapping[str, str] | None = None) -> tuple[Bodies, list[Doubt]]:
    """Who is named in one column of `cells`, and what is doubtful about it."""
    rows = tuple(row((column, text), number=number) for number, text in enumerate(cells, 2))
    return read_rows(rows, title=title, known=known, notes=notes, answers=answers)


def read_rows(rows: tuple[SourceRow, ...], *, title: str = TITLE, known: Known | None = None,
              notes: Sequence[str] = (), answers: Mapping[str, str] | None = None) -> tuple[Bodies, list[Doubt]]:
    """Who is named in `rows`, and what is doubtful about it."""
    inquiry = Inquiry(answers or {})
    source = Source(title, tuple(Quote(note) for note in notes), (), rows)
    return read_bodies(source, known or Known(), inquiry, IN_FORCE), inquiry.doubts


def told(bodies: Bodies, place: int = 0) -> str:
    """The parties of a row: "L 县财政局, S <各乡镇>"; a group stands in angle brackets."""
    parties = bodies.parties[place]
    return ", ".join(f"{LETTERS[party.role]} {party.department or f'<{party.group}>'}" for party in parties)


def kinds(doubts: Sequence[Doubt]) -> list[str]:
    """What is doubtful, without the question who is in a group."""
    return [doubt.kind for doubt in doubts if doubt.kind != "group-members"]


def one(doubts: Sequence[Doubt], kind: str) -> Doubt:
    """The only doubt of its kind."""
    found = [doubt for doubt in doubts if doubt.kind == kind]
    assert len(found) == 1, [doubt.kind for doubt in doubts]
    return found[0]


def answered(doubts: Sequence[Doubt], kind: str, choice: str) -> dict[str, str]:
    """The answer `choice` (its kind, or typed words) to the only doubt of a kind."""
    doubt = one(doubts, kind)
    ids = [each.id for each in doubt.choices if each.kind == choice]
    return {doubt.key: ids[0] if ids else choice}
