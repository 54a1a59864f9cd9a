"""Two workbooks of one draft: what each changed is kept, and what both changed is named."""

from obligations.intake.document import ANYWHERE
from obligations.intake.review.edit_fields import Edit, Field
from obligations.intake.review.joining import joined


def edit(target: str, words: str, field: Field = Field.WHEN) -> Edit:
    return Edit(field, target, words, ANYWHERE)


MONTH, YEAR, QUARTER = (edit("R01.1", words) for words in ("每月", "每年", "每季度"))
OTHER = edit("R02.1", "县财政局", Field.WHO)


def test_changes_of_both_are_kept() -> None:
    assert joined([], [MONTH], [OTHER]).kept == (MONTH, OTHER)


def test_what_we_did_not_touch_stays_as_they_have_it() -> None:
    assert joined([MONTH], [YEAR], [MONTH, OTHER]).kept == (YEAR, OTHER)
    assert joined([MONTH], [], [MONTH]).kept == (), "they took it out"


def test_what_we_took_out_is_out_unless_they_changed_it() -> None:
    assert joined([MONTH], [MONTH, OTHER], []).kept == (OTHER,)
    assert joined([MONTH], [YEAR], []).kept == (YEAR,)


def test_cell_that_both_changed_is_ours_and_theirs_is_named() -> None:
    found = joined([MONTH], [YEAR], [QUARTER])
    assert (found.kept, found.lost) == ((QUARTER,), (YEAR,))
    found = joined([], [YEAR], [QUARTER])
    assert (found.kept, found.lost) == ((QUARTER,), (YEAR,))


def test_same_change_by_both_is_one_and_ours_alone_takes_over_what_was_sent() -> None:
    assert joined([], [YEAR], [YEAR]) == joined([MONTH], [MONTH], [YEAR])
    assert joined([], [YEAR], [YEAR]).lost == ()


def test_lines_that_both_added_at_the_same_place_are_two_lines() -> None:
    theirs = [edit("R01+30", "公布目录", Field.TITLE), edit("R01+30", "每月")]
    ours = [edit("R01+30", "公布指南", Field.TITLE), edit("R01+30", "每年")]
    found = joined([], theirs, ours)
    assert [(one.target, one.words) for one in found.kept] == [
        ("R01+30", "公布目录"), ("R01+30", "每月"), ("R01+30b", "公布指南"), ("R01+30b", "每年")]
    assert not found.lost
    assert joined(theirs, theirs, theirs).kept == tuple(theirs), "a line that was there is the same line"
