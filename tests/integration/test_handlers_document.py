"""The office sends a document: what comes back, and who may send what."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from handlers.request import File, Place
from locales.catalogue import texts
from locales.messages import size
from obligations.plan import PlanStatus
from tests.cast import COLLEAGUE, OFFICE, STRANGER, TREASURY, Cast, Part
from tests.papers import BUDGET, TITLE, but, confirm, data, every, in_force, labels, newest, paper, send, sent

SAY = texts("zh-CN")


def test_document_becomes_a_draft_with_its_summary_and_its_workbook(cast: Cast) -> None:
    summary, workbook = send(cast, paper())
    assert summary.text.split("\n")[:3] == [
        f"《{TITLE}》· 草稿 2018-1", "5 行，4 个部门，5 项：有日期 3 · 随事件 1 · 其他 1",
        "有 2 个问题要答；没有答的先按默认办，标明“系统默认”"]
    assert labels(summary) == ["回答问题（2）", "看变化", "看提示", "核对表", "启用"]
    assert workbook.file is not None
    assert (workbook.file.name, workbook.file.what) == ("核对表-2018-1.xlsx", "review:2:zh-CN")
    assert newest(cast).status is PlanStatus.DRAFT


def test_same_document_again_is_known_and_makes_nothing(cast: Cast) -> None:
    send(cast, paper())
    (again,) = send(cast, paper(), "改了名字.md", COLLEAGUE)
    assert again.text.startswith("和已经收到的一样，没有重复建：\n") and labels(again)[0] == "回答问题（2）"
    assert len(every(cast)) == 2


def test_active_plan_sent_again_offers_no_second_activation(cast: Cast) -> None:
    in_force(cast, paper())
    (again,) = send(cast, paper())
    assert "启用中" in again.text and labels(again) == ["回答问题（2）", "看提示", "核对表"]


def test_remarks_that_need_no_answer_are_counted(cast: Cast) -> None:
    summary, _ = send(cast, paper([BUDGET, ("3", *BUDGET[1:3], "区教体局", BUDGET[4])]))
    assert "处提示，见核对表" in summary.text


def test_forwarded_document_is_as_good_as_an_own_one(cast: Cast) -> None:
    content = paper()
    summary, _ = cast.say(OFFICE, "", file=File("转来.md", len(content), "id"), attachment="document",
                          content=content, forwarded=True)
    assert "草稿 2018-1" in summary.text


@pytest.mark.parametrize(("words", "year"), [("2019年的", 2019), ("", None), ("12019 年", None), ("2081年", None)])
def test_year_in_the_words_beside_it_counts_where_the_document_names_none(
        cast: Cast, words: str, year: int | None) -> None:
    replies = send(cast, paper(title="贵池区政务公开重点任务清单", day=""), words=words)
    if year is None:
        assert len(replies) == 1 and "年" in replies[0].text and len(every(cast)) == 1
    else:
        assert newest(cast).plan.year == year


def test_rows_that_cannot_be_read_are_named_each_with_its_place_and_nothing_is_kept(cast: Cast) -> None:
    broken = "贵池区2018年任务清单\n序号\t工作任务\t责任单位\t完成时限\n" + "".join(
        f"{n}\t公布第{n}项\t区财政局\n" for n in range(1, 30))
    (refusal,) = send(cast, broken.encode(), "a.txt")
    lines = refusal.text.split("\n")
    assert "Place(" not in refusal.text and "PlanFaults" not in refusal.text and size(refusal.text) < 4096
    assert any("行" in line for line in lines) and len(every(cast)) == 1


@pytest.mark.parametrize(("name", "content"), [
    ("a.docx", b""), ("a.docx", b"PK\x03\x04broken"), ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64),
    ("a.pdf", b"%PDF-1.7\n"), ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(64)), ("a.zip", b"PK\x05\x06" + bytes(18)),
    ("a.txt", bytes(range(256)) * 4), ("", b"\0"), ("a.md", "你好".encode())])
def test_file_that_is_no_plan_gets_one_sentence(cast: Cast, name: str, content: bytes) -> None:
    (refusal,) = send(cast, content, name)
    assert "\n" not in refusal.text and refusal.buttons == () and 0 < size(refusal.text) < 400
    assert len(every(cast)) == 1


@pytest.mark.parametrize(("person", "key"), [(TREASURY, "document-office-only"), (STRANGER, "not-enrolled")])
def test_nobody_but_the_office_may_send_one(cast: Cast, person: Part, key: str) -> None:
    (refusal,) = send(cast, paper(), person=person)
    assert refusal.text == SAY(key) and len(every(cast)) == 1


def test_document_in_a_group_is_not_said_to_the_bot(cast: Cast) -> None:
    assert cast.say(OFFICE, "", file=File("a.md", 3, "id"), attachment="document", content=paper(),
                    place=Place.GROUP) == []


def test_newest_draft_is_in_hand_and_then_the_plan_in_force(cast: Cast) -> None:
    assert "启用中 guichi-2018" in cast.answer(OFFICE, "/plan")
    sent(cast, paper())
    second = sent(cast, paper([BUDGET]))
    assert "草稿 2018-2" in cast.answer(OFFICE, "任务分工")
    confirm(cast, second)
    assert "启用中 2018-2" in cast.answer(OFFICE, "/plan"), "the first draft is overtaken"


def test_without_any_plan_the_office_is_told_to_send_one(cast: Cast) -> None:
    with cast.database.write() as session:
        session.execute(text("UPDATE plan SET status = 'superseded'"))
    assert cast.answer(OFFICE, "/plan") == SAY("plan-none")
    assert cast.answer(OFFICE, "问题") == SAY("plan-none")
    assert cast.answer(TREASURY, "/plan") == SAY("office-only")


def test_changes_are_shown_row_by_row_and_a_draft_that_changes_nothing_says_so(cast: Cast) -> None:
    in_force(cast, paper())
    changed = sent(cast, paper([but(BUDGET, when="2018年8月31日前")]))
    (shown,) = cast.press(OFFICE, f"plan-diff:{changed.id}")
    assert "改动 1 项，不再要 4 项" in shown.text and "时限：2018-09-30 前 → 2018-08-31 前" in shown.text
    (same,) = cast.press(OFFICE, f"plan-diff:{changed.id - 1}")
    assert same.text == SAY("difference-none")


def test_long_list_of_changes_fits_one_message_and_says_how_much_is_left(cast: Cast) -> None:
    rows = [(str(n), f"第{n}项", f"公布第{n}项的{'详细' * 12}目录。", *BUDGET[3:]) for n in range(1, 120)]
    kept = sent(cast, paper(rows))
    for action in ("plan-diff", "plan-go"):
        (shown,) = cast.press(OFFICE, f"{action}:{kept.id}")
        assert 3000 < size(shown.text) <= 4096
        assert shown.text.split("\n")[-1].startswith("还有 ") and "gongkai plan diff" in shown.text


def test_workbook_can_be_had_again_and_a_handwritten_plan_has_none(cast: Cast) -> None:
    kept = sent(cast, paper())
    (workbook,) = cast.press(OFFICE, f"plan-review:{kept.id}")
    assert workbook.file is not None and workbook.file.what == f"review:{kept.id}:zh-CN"
    assert cast.press(OFFICE, "plan-review:1")[0].text == SAY("plan-by-hand", code="guichi-2018")


def test_morning_after_a_day_the_same_buttons_still_work(cast: Cast) -> None:
    summary, _ = send(cast, paper())
    cast.now += timedelta(days=3)
    (question,) = cast.press(OFFICE, data(summary, "回答问题"))
    assert question.text.startswith("第 1 问，共 2 问")
