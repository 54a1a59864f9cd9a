"""What cannot be taken from a list is named row by row, all at once."""

import pytest

from obligations.directory import MOST_ROWS, read_listing
from obligations.errors import PlanFaults, Refusal
from obligations.intake.document import Place


def faults(*rows: str) -> list[tuple[str, object, object]]:
    with pytest.raises(PlanFaults) as refused:
        read_listing("名录.csv", "\n".join(rows).encode())
    return [(one.key, one.values["place"], one.values["quote"]) for one in refused.value.faults]


def at(row: int, column: int) -> Place:
    return Place(table=1, row=row, column=column)


HEAD = "单位,简称,群体,加入日期,退出日期,承接单位,生效日期"


@pytest.mark.parametrize(("row", "fault"), [
    (",财政局,,,,,", ("listing-nameless", at(2, 1), "财政局")),
    ("123,,,,,,", ("listing-name-unusable", at(2, 1), "123")),
    ("注：以上单位按序排列,,,,,,", ("listing-name-unusable", at(2, 1), "注：以上单位按序排列")),
    ("区\u202e财政局,,,,,,", ("listing-name-unusable", at(2, 1), "区·财政局")),
    ("区财政局,,甲组,去年,,,", ("listing-not-a-day", at(2, 4), "去年")),
    ("区财政局,,甲组,2019-02-30,,,", ("listing-not-a-day", at(2, 4), "2019-02-30")),
    ("区财政局,,甲组,0019-02-03,,,", ("listing-not-a-day", at(2, 4), "0019-02-03")),
    ("区财政局,,甲组,2019-02-03,2019-02-02,,", ("listing-unordered", at(2, 5), "2019-02-02")),
    ("区财政局,,,2019-02-03,,,", ("listing-date-alone", at(2, 4), "2019-02-03")),
    ("区财政局,,,,,区金融局,", ("listing-heir-undated", at(2, 6), "区金融局")),
    ("区财政局,,,,,,2019-03-01", ("listing-since-alone", at(2, 7), "2019-03-01")),
])
def test_a_faulty_row_is_named_with_its_place_and_words(row: str, fault: tuple[str, Place, str]) -> None:
    assert faults(HEAD, row) == [fault]


@pytest.mark.parametrize(("row", "column"), [
    ("区财政局、区民政局,,,,", 1), ("区财政局 区民政局,,,,", 1), ("区财政局/区国资委,,,,", 1),
    ("区农委,,,,区农业农村局、区水利局", 5), ("区财政局,财政局 区财政,,,", 2), ("区财政局,,,甲一 乙二,", 4),
    ("区财政局,,区政府各部门 监督组,,", 3),
])
def test_several_names_where_one_belongs_are_never_run_together(row: str, column: int) -> None:
    heading = "单位,简称,群体,联络员,承接单位"
    found = [(key, place) for key, place, _ in faults(heading, row) if key != "listing-heir-undated"]
    assert found == [("listing-several", at(2, column))]


@pytest.mark.parametrize("word", ["合计", "单位", "联络员", "备注"])
def test_a_word_of_the_table_is_no_department(word: str) -> None:
    assert faults("单位,简称", "区财政局,", f"{word},") == [("listing-name-unusable", at(3, 1), word)]


def test_a_row_with_nothing_but_a_hidden_mark_for_a_name_is_not_lost() -> None:
    assert [key for key, _, _ in faults("单位,简称", "\u200b,财政局")] == ["listing-name-unusable"]


def test_words_below_no_heading_are_named_once_a_column() -> None:
    assert faults("单位,简称", "区财政局,财政局,区财政", "区民政局,,民政") == [("listing-headless", at(2, 3), "区财政")]


def test_all_faults_are_named_at_once() -> None:
    found = faults(HEAD, ",财政局,,,,,", "区民政局,,甲组,去年,明年,,", "区水务局,,,,,区水利局,")
    assert [place for _, place, _ in found] == [at(2, 1), at(3, 4), at(3, 5), at(4, 6)]


def test_a_department_listed_twice_is_a_fault() -> None:
    assert faults("单位,简称", "区财政局,", "区财政局,财政局") == [("listing-twice", at(3, 1), "区财政局")]


def test_two_rows_of_a_department_must_not_contradict_each_other() -> None:
    assert faults("单位,群体,全称", "区财政局,甲组,青河区财政局", "区财政局,乙组,云江市财政局") == [
        ("listing-contradicts", at(3, 1), "区财政局")]


@pytest.mark.parametrize("rows", [
    ("区财政局,财局", "区水务局,财局"), ("区财政局,区水务局", "区水务局,")])
def test_a_spelling_means_one_department_and_both_rows_are_named(rows: tuple[str, str]) -> None:
    with pytest.raises(PlanFaults) as refused:
        read_listing("名录.csv", "\n".join(("单位,简称", *rows)).encode())
    (fault,) = refused.value.faults
    assert fault.key == "listing-spelling-taken"
    assert {(fault.values["place"], fault.values["name"]), (fault.values["there"], fault.values["other"])} == {
        (at(2, 1), "区财政局"), (at(3, 1), "区水务局")}


def test_two_columns_that_mean_the_same_are_a_fault() -> None:
    assert faults("单位,部门名称", "区财政局,财政局") == [("listing-column-twice", at(1, 2), "部门名称")]


def test_a_table_without_names_is_a_fault_and_not_passed_over() -> None:
    assert faults("简称,联络员", "财政局,甲") == [("listing-no-name-column", at(1, 1), "简称")]


@pytest.mark.parametrize(("content", "key"), [
    (b"", "file-empty"), ("单位\n".encode(), "listing-empty"), ('单位\n"区财'.encode(), "listing-csv"),
    (("单位" + "," * 100 + "\n" + "区财政局\n" * MOST_ROWS).encode(), "listing-too-long"),
])
def test_a_file_that_holds_no_list_is_refused_in_one_sentence(content: bytes, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_listing("名录.csv", content)
    assert refused.value.key == key
