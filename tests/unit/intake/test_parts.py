"""What a row asks for is parted at its running numbers, or where clauses ask different bodies; no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake.document import Place
from obligations.intake.inquiry import Inquiry
from obligations.intake.parts import LONGEST_TITLE, Part, parts_of
from obligations.intake.source import NOTHING, Quote, SourceRow
from obligations.intake.who.bodies import Party
from obligations.plan import Role

BODIES = ("县财政局", "县教育局", "县水利局")


def row(requirement: str, content: str = "做好公开") -> SourceRow:
    quote = Quote(requirement, Place(line=7)) if requirement else NOTHING
    return SourceRow((), "1", Quote(content, Place(line=6)), quote, (), NOTHING, Place(line=6))


def subjects(words: str) -> tuple[Party, ...]:
    """Whom a clause begins with."""
    return tuple(Party(Role.RESPONSIBLE, name, name) for name in BODIES if words.startswith(name))


def parted(requirement: str, answer: str = "", content: str = "做好公开") -> tuple[tuple[Part, ...], Inquiry]:
    inquiry = Inquiry({})
    parts = parts_of(row(requirement, content), 0, subjects, inquiry, 2024)
    if answer:
        inquiry = Inquiry({inquiry.doubts[0].key: answer})
        parts = parts_of(row(requirement, content), 0, subjects, inquiry, 2024)
    return parts, inquiry


def texts(requirement: str) -> list[str]:
    return [part.quote.text for part in parted(requirement)[0]]


@pytest.mark.parametrize(("words", "pieces"), [
    ("公布目录。", ["公布目录。"]),
    ("1.公布目录。\n2.公布标准。", ["1.公布目录。\n", "2.公布标准。"]),
    ("1.公布目录。2.公布标准。", ["1.公布目录。", "2.公布标准。"]),
    ("（1）公布目录；（2）公布标准", ["（1）公布目录；", "（2）公布标准"]),
    ("1、公布目录\n2、公布标准\n3、公布名单", ["1、公布目录\n", "2、公布标准\n", "3、公布名单"]),
    ("①公布目录。②公布标准。", ["①公布目录。", "②公布标准。"]),
    ("一是公布目录；二是公布标准。", ["一是公布目录；", "二是公布标准。"]),
    ("要做到：一是公布目录；二是公布标准。", ["要做到：一是公布目录；", "二是公布标准。"]),
    ("1．公布目录。\n2．公布标准。", ["1．公布目录。\n", "2．公布标准。"]),
])
def test_running_numbers_part_it(words: str, pieces: list[str]) -> None:
    assert texts(words) == pieces


@pytest.mark.parametrize("words", [
    "1.公布目录。", "公布2018年和2019年的数据。", "2.公布目录。3.公布标准。", "公布1.5万户名单。2.5万户另列。",
    "3个工作日内公布。\n5个工作日内更新。", "按第（1）款公布，第（2）款另行规定", "1月公布。2月更新。",
    "二是公布标准。一是公布目录。"])
def test_numbers_that_do_not_run_are_words(words: str) -> None:
    assert texts(words) == [words]


def test_item_that_begins_with_a_month_is_an_item() -> None:
    assert texts("1.6月底前公布目录。\n2.12月底前公布标准。") == ["1.6月底前公布目录。\n", "2.12月底前公布标准。"]


def test_words_before_the_first_item_belong_to_it() -> None:
    parts, _ = parted("做好以下公开。\n1.公布目录。\n2.公布标准。")
    assert [part.quote.text for part in parts] == ["做好以下公开。\n1.公布目录。\n", "2.公布标准。"]


def test_number_out_of_turn_stays_in_its_item() -> None:
    assert texts("1.公布目录。\n3.按旧号。\n2.公布标准。") == ["1.公布目录。\n3.按旧号。\n", "2.公布标准。"]


def test_each_item_knows_whom_it_begins_with() -> None:
    parts, inquiry = parted("1.县财政局公布目录。\n2.公布标准。")
    assert [[party.department for party in part.subjects] for part in parts] == [["县财政局"], []]
    assert inquiry.doubts == []


def test_clauses_of_different_bodies_are_parted_and_that_is_asked() -> None:
    words = "按要求，县财政局公布目录；县教育局公布名单，并每月更新。"
    parts, inquiry = parted(words)
    assert [part.quote.text for part in parts] == ["按要求，县财政局公布目录；", "县教育局公布名单，并每月更新。"]
    assert [doubt.kind for doubt in inquiry.doubts] == ["several-subjects"]
    assert inquiry.doubts[0].values == {"names": "县财政局、县教育局"}
    together, _ = parted(words, "together")
    assert [part.quote.text for part in together] == [words] and together[0].subjects == ()


def test_clauses_of_one_body_are_one_thing() -> None:
    parts, inquiry = parted("县财政局公布目录，县财政局公布标准。")
    assert len(parts) == 1 and inquiry.doubts == [] and parts[0].subjects[0].department == "县财政局"


def test_empty_requirement_leaves_the_content_to_be_done() -> None:
    parts, _ = parted("", content="1.公布目录。\n2.公布标准。")
    assert [part.quote.place.line for part in parts] == [6, 6]


@pytest.mark.parametrize(("words", "title"), [
    ("1.公布目录。另行更新。", "公布目录"), ("（2）公布　目录；", "公布 目录"), ("三是公布目录", "公布目录"), ("", ""),
    ("公" * 41, "公" * 39 + "…"), ("公" * 40, "公" * 40), ("\n 2024年公布", "2024年公布")])
def test_title_is_the_first_words_without_the_number(words: str, title: str) -> None:
    found = Part(Quote(words)).title
    assert found == title and len(found) <= LONGEST_TITLE


PIECE = st.sampled_from(["1.", "2.", "3、", "（1）", "①", "②", "一是", "二是", "县财政局", "县教育局", "公布目录",
                         "。", "；", "，", "\n", " ", "12月", "2024年", "5个"])


@given(st.lists(PIECE, max_size=25).map("".join))
def test_pieces_together_are_the_words(words: str) -> None:
    parts, _ = parted(words, content=words)
    assert "".join(part.quote.text for part in parts) == words and parts
