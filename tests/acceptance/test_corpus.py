"""Documents the reader has never seen, of other districts and years: for each the right rows, or a refusal that names
the place; and where something is not as a careful reader has it, a question about that very row."""

from collections.abc import Iterator

import pytest

from locales.catalogue import texts
from locales.doubts import refused
from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Place
from tests.corpus import county_tables, many_tables, odd_cells, prose
from tests.corpus.judging import Difference, differences, drafted, understood
from tests.corpus.refused import DOCUMENTS as TO_REFUSE
from tests.corpus.shapes import Made, Refused
from tests.corpus.special_files import FILES, File
from tests.corpus.writers import written

DOCUMENTS = [made for part in (county_tables, many_tables, odd_cells, prose) for made in part.DOCUMENTS]
EACH = [pytest.param(made, ending, id=f"{made.name}.{ending}") for made in DOCUMENTS for ending in made.formats]
TO_REFUSE_EACH = [pytest.param(one, ending, id=f"{one.name}.{ending}") for one in TO_REFUSE for ending in one.formats]


@pytest.mark.parametrize(("made", "ending"), EACH)
def test_every_row_is_as_a_careful_reader_has_it(made: Made, ending: str) -> None:
    draft = drafted(made, ending)
    assert differences(draft, made.rows) == []
    assert set(made.asked) <= {doubt.kind for doubt in draft.doubts}


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_files_of_one_format_are_read_row_by_row(file: File) -> None:
    draft = understood(file.name, file.content)
    assert differences(draft, file.rows) == []
    assert set(file.asked) <= {doubt.kind for doubt in draft.doubts}


@pytest.mark.parametrize(("one", "ending"), TO_REFUSE_EACH)
def test_what_cannot_be_read_is_refused_at_its_place(one: Refused, ending: str) -> None:
    found = list(_faults(f"{one.name}.{ending}", written(one.blocks, ending)))
    assert {fault.key for fault in found} <= set(one.keys)
    shown = [str(fault.values.get("quote", fault.values.get("title", ""))) for fault in found]
    assert any(one.quotes in words for words in shown)
    assert all(_says_where(fault) for fault in found)
    for locale in ("zh-CN", "en"):
        assert all(len(refused(texts(locale), fault)) > 20 for fault in found)


def test_the_corpus_is_of_many_districts_years_and_layouts() -> None:
    names = [made.name for made in DOCUMENTS]
    assert len({name[:3] for name in names}) >= 8
    assert len(names) + len(FILES) + len(TO_REFUSE) >= 30
    assert sum(len(made.rows) * len(made.formats) for made in DOCUMENTS) >= 300


def test_the_judge_sees_a_wrong_department_a_wrong_date_and_a_lost_row() -> None:
    draft, rows = drafted(county_tables.USUAL, "docx"), county_tables.USUAL.rows
    wrong = (rows[1], *rows[1:])
    assert {one.field for one in differences(draft, wrong)} == {"words", "who", "when"}
    assert differences(draft, rows[1:]) == [Difference(-1, "rows", "5", "6", False)]


def _faults(name: str, content: bytes) -> Iterator[Refusal]:
    try:
        understood(name, content)
    except Refusal as refusal:
        yield refusal
    except PlanFaults as several:
        yield from several.faults


def _says_where(fault: Refusal) -> bool:
    place = fault.values.get("place")
    return isinstance(place, Place) or "title" in fault.values
