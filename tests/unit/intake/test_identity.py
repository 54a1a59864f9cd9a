"""Rows of a new version are recognised by their words: they keep their keys, new ones get numbers never used."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.intake import identity
from obligations.intake.document import Place
from obligations.intake.identity import Keys, keys_of
from obligations.intake.inquiry import Inquiry
from obligations.intake.parts import Part
from obligations.intake.source import NOTHING, Quote, SourceRow
from obligations.plan import Deliverable, Ongoing, Plan, Task

BUDGET, SCHOOLS, WATER = "公布区级预算和说明。", "公布各校招生办法和结果。", "公布饮用水水质监测数据。"
NEARLY = "公布饮用水水质监测数据和整改情况。"


def rows(*words: str) -> list[SourceRow]:
    return [SourceRow((), str(n), Quote("任务", Place(line=n)), Quote(one, Place(line=n)), (), NOTHING, Place(line=n))
            for n, one in enumerate(words, 1)]


def task(key: str, *parts: str) -> Task:
    deliverables = tuple(Deliverable(f"{key}.{n}", part[:9], Ongoing(), text=part) for n, part in enumerate(parts, 1))
    return Task(key, key[1:], "-", "".join(parts)[:200], "", (), deliverables)


def plan(*tasks: Task) -> Plan:
    return Plan("2024-1", "云江县", 2024, "任务分工", date(2024, 1, 1), tasks, ())


BEFORE = plan(task("R01", BUDGET), task("R02", SCHOOLS), task("R07", WATER))


def keyed(*words: str, before: Plan | None = BEFORE, answer: str = "") -> tuple[tuple[str, ...], Inquiry]:
    """The keys of rows with these words; `answer` to the first question."""
    inquiry = Inquiry({})
    found = keys_of(rows(*words), before, inquiry).rows
    if answer:
        inquiry = Inquiry({inquiry.doubts[0].key: answer})
        found = keys_of(rows(*words), before, inquiry).rows
    return found, inquiry


def test_first_version_is_numbered_from_the_top() -> None:
    assert keyed(BUDGET, SCHOOLS, before=None)[0] == ("R01", "R02")


def test_same_words_keep_their_key_wherever_they_stand() -> None:
    found, inquiry = keyed(WATER, "全新的一件事项。", BUDGET)
    assert found == ("R07", "R08", "R01") and inquiry.doubts == []


def test_key_that_is_free_again_is_not_given_away() -> None:
    assert keyed("全新的一件事项。", "另外的一件事项。")[0] == ("R08", "R09")


@pytest.mark.parametrize("words", [
    " 公布饮用水水质监测数据 ", "公布饮用水，水质监测数据；", "1. 公布饮用水水质监测数据。"])
def test_spaces_marks_and_numbers_come_and_go(words: str) -> None:
    assert keyed(words)[0] == ("R07",)


def test_row_that_changed_by_a_sign_or_two_is_the_same_without_asking() -> None:
    found, inquiry = keyed("公布各校招生办法与结果。")
    assert found == ("R02",) and inquiry.doubts == []


def test_row_that_changed_more_is_new_until_the_office_says_otherwise() -> None:
    found, inquiry = keyed(NEARLY)
    (doubt,) = inquiry.doubts
    assert found == ("R08",) and (doubt.kind, doubt.row) == ("same-task", 0)
    assert [choice.id for choice in doubt.choices] == ["new-task", "same-task:R07"]
    assert doubt.values["task"] == "R07" and WATER.startswith(doubt.values["before"][:5])
    assert keyed(NEARLY, answer="same-task:R07")[0] == ("R07",)
    assert keyed(NEARLY, answer="new-task")[0] == ("R08",)


def test_one_key_goes_to_the_row_that_is_most_like_it() -> None:
    found, inquiry = keyed(NEARLY, WATER)
    assert found == ("R08", "R07") and inquiry.doubts == []


def test_same_row_twice_keeps_the_key_once() -> None:
    assert keyed(BUDGET, BUDGET)[0] == ("R01", "R08")
    twins = plan(task("R01", BUDGET), task("R02", BUDGET))
    assert keyed(BUDGET, BUDGET, before=twins)[0] == ("R01", "R02")


def test_table_that_was_rewritten_altogether_is_not_compared_row_with_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "MOST_PAIRS", 2)
    found, inquiry = keyed(NEARLY)
    assert found == ("R08",) and inquiry.doubts == []


def test_rows_and_parts_that_differ_in_a_number_alone_are_not_taken_for_each_other() -> None:
    first, second = "公布第1期名单。", "公布第2期名单。"
    before = plan(task("R01", first), task("R02", second))
    assert keyed(second, before=before)[0] == ("R02",)
    assert keyed(second, first, before=before)[0] == ("R02", "R01")
    assert parts_keys(task("R01", first, second), second, BUDGET) == ("R01.2", "R01.3")
    assert keyed("公布第3期名单。", before=plan(task("R01", first)))[0] == ("R01",), "one of them, with another number"


def test_key_that_only_an_earlier_version_had_is_not_free_either() -> None:
    found = keys_of(rows(BUDGET, "全新的一件事项。"), BEFORE, Inquiry({}), ("R09.1", "R08.3", "R01.2"))
    assert found.rows == ("R01", "R10")
    assert found.parts(0, [Part(Quote(BUDGET)), Part(Quote(WATER))]) == ("R01.1", "R01.3")
    assert found.parts(1, [Part(Quote(WATER))]) == ("R10.1",)


def test_handwritten_keys_are_left_alone() -> None:
    by_hand = plan(Task("budget", "1", "-", BUDGET, "", (), ()), task("R03", SCHOOLS))
    assert keyed(BUDGET, WATER, before=by_hand)[0] == ("budget", "R04")


def parts_keys(before: Task, *now: str) -> tuple[str, ...]:
    found = Keys((before.key,), {before.key: before})
    return found.parts(0, [Part(Quote(words)) for words in now])


def test_parts_keep_their_keys_by_their_words() -> None:
    assert parts_keys(task("R01", BUDGET, SCHOOLS), SCHOOLS, WATER, BUDGET) == ("R01.2", "R01.3", "R01.1")


def test_the_one_thing_of_a_row_that_is_the_same_keeps_its_key_though_its_words_changed() -> None:
    assert parts_keys(task("R01", BUDGET), WATER) == ("R01.1",)
    assert parts_keys(task("R01", BUDGET, SCHOOLS), WATER) == ("R01.3",)
    assert parts_keys(task("R01", BUDGET), WATER, SCHOOLS) == ("R01.2", "R01.3")


def test_row_with_nothing_to_hand_in_gets_keys_from_the_beginning() -> None:
    assert parts_keys(task("R01"), WATER, SCHOOLS) == ("R01.1", "R01.2")


WORDS = st.text("公布目录名单标准预算", min_size=1, max_size=12)


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_every_row_has_a_key_of_its_own_and_what_stayed_alone_keeps_its_own(old: list[str], new: list[str]) -> None:
    first = keys_of(rows(*old), None, Inquiry({})).rows
    before = plan(*(task(key, words) for key, words in zip(first, old, strict=True)))
    again = keys_of(rows(*new), before, Inquiry({})).rows
    assert len(set(again)) == len(new)
    for words, key in zip(new, again, strict=True):
        if old.count(words) == new.count(words) == 1:
            assert key == first[old.index(words)]


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6))
def test_parts_never_share_a_key(old: list[str], new: list[str]) -> None:
    found = parts_keys(task("R01", *old), *new)
    assert len(set(found)) == len(new) and all(key.startswith("R01.") for key in found)
