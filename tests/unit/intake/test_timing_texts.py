"""Every question about time, and every answer to one, has its words in both languages."""

import pytest

from locales.catalogue import LOCALES, texts
from obligations.intake.inquiry import Choice, Doubt
from tests.unit.intake.rules_cast import row, timed

ROWS = [
    row("13月底前完成"), row("2019年9月底前完成"), row("6月底前完成", "9月底前"), row("三季度前完成", "全年"),
    row("6月底前完成清单，9月底前报送总结", "12月底前", content="7月底前完成清单"),
    row("抓好落实", "全年", content="9月底前完成"), row("抓好落实", content="每半年公开"),
    row("每季度公布，批准后3日内更新", "年底前"), row("5小时内发声，24小时内发布"), row("按季通报、按月调度"),
    row("待市里方案印发后实施"), row("根据省政府办公厅的要求完善", "年底前"), row("公开前严格审查"), row("定期更新"),
    row("6月底、9月底前报送"), row("抓好落实", "全年"), row("9月底前完成", "另行通知"),
]
DOUBTS = [doubt for one in ROWS for doubt in timed(one)[1]]
DOUBTS += timed(row("6月底前完成", "9月底前"), {"dates-differ": "typed:九月"})[1]
BY_KIND = {doubt.kind: doubt for doubt in DOUBTS}


def test_the_rows_above_bring_up_every_kind_of_doubt() -> None:
    assert set(BY_KIND) == {
        "unreadable-date", "other-year", "several-dates", "dates-differ", "hidden-date", "hidden-time", "times-mixed",
        "several-periods", "several-rhythms", "no-start", "awaits-superior", "is-gate", "vague-time",
        "all-year-rhythm", "deadline-differs", "deadline-unread", "typed-time-unread"}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_a_doubt_can_be_put_into_words(locale: str, kind: str) -> None:
    doubt: Doubt = BY_KIND[kind]
    assert texts(locale)(f"doubt-{kind}", **doubt.values).endswith(("。", "？", ".", "?"))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("choice", sorted({choice for doubt in DOUBTS for choice in doubt.choices}, key=str), ids=str)
def test_an_answer_can_be_put_into_words(locale: str, choice: Choice) -> None:
    assert choice.value in texts(locale)(f"choice-{choice.kind}", value=choice.value)
