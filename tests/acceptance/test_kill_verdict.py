"""The verdict over the killing finds what it is there to find: each fault, planted by hand, is named."""

from dataclasses import replace

from storage.audit import Verdict
from tests.acceptance.killing.crowd import Act, Said
from tests.acceptance.killing.facts import Facts, Message, Proof
from tests.acceptance.killing.verdict import digests, judge, twice_in_doubt
from tests.bot_api.world import Json

CHAT, NUMBER, LINK = 5001, 145, "https://www.ahguichi.gov.cn/zwgk/2018/1.html"
RECEIPT = f"已销号 1 件\n#{NUMBER} 财政预决算信息公开 · 第三季度确认\n    {LINK}"
DIGEST = "区财政局 · 9月28日 周五\n待公开 1 件：5个工作日内 1\n\n5个工作日内\n#145 财政预决算信息公开"
REPORT = Said(1001, CHAT, Act.REPORT, NUMBER, LINK)
UNDO = Said(1002, CHAT, Act.UNDO, NUMBER)
AGAIN = Said(1003, CHAT, Act.REPORT, NUMBER, LINK + "?2")


def accepted(message: int, text: str, method: str = "sendMessage") -> Json:
    return {"method": method, "chat": CHAT, "message_id": message, "text": text, "buttons": []}


def sent(key: str, message: int, text: str) -> Message:
    return Message(key, CHAT, "answer", "sent", text, message)


def closed(link: str = LINK) -> Proof:
    return Proof(NUMBER, CHAT, "published", (link,))


def good() -> Facts:
    """A morning, one reply, and its receipt."""
    answer = sent("answer:telegram:1001:0", 2, RECEIPT)
    messages = [sent("digest:1:2018-09-28", 1, DIGEST), answer]
    log = [accepted(1, DIGEST), accepted(2, RECEIPT)]
    return Facts({REPORT.key: [closed()]}, messages, {REPORT.key: [answer]}, {1001: "done"}, log, [], Verdict(9), "")


def test_good_run_is_clean() -> None:
    assert judge([REPORT], good()).clean
    assert digests(good(), marked=False) == {(CHAT, "区财政局 · 9月28日 周五"): 1}


def test_reply_without_effect_is_lost() -> None:
    findings = judge([REPORT], replace(good(), proofs={}))
    assert len(findings.lost) == 1
    assert len(findings.unfounded) == 1     # and its receipt has nothing behind it


def test_reply_that_took_effect_twice_is_found() -> None:
    assert judge([REPORT], replace(good(), proofs={REPORT.key: [closed(), closed()]})).lost


def test_reply_that_closed_another_item_is_found() -> None:
    other = Proof(NUMBER + 1, CHAT, "published", (LINK,))
    assert judge([REPORT], replace(good(), proofs={REPORT.key: [other]})).lost


def test_update_that_was_never_kept_is_lost() -> None:
    assert judge([REPORT], replace(good(), inbox={})).lost


def test_update_given_up_is_lost() -> None:
    assert judge([REPORT], replace(good(), inbox={1001: "failed"})).lost


def test_reply_that_nobody_answered_is_lost() -> None:
    assert judge([REPORT], replace(good(), answers={})).lost


def test_closing_a_closed_item_again_is_no_effect_and_not_lost() -> None:
    answers = good().answers | {AGAIN.key: [sent("answer:telegram:1003:0", 3, "#145 已经销号")]}
    log = [*good().accepted, accepted(3, "#145 已经销号")]
    facts = replace(good(), answers=answers, inbox={1001: "done", 1003: "done"}, accepted=log,
                    messages=[*good().messages, *answers[AGAIN.key]])
    assert judge([REPORT, AGAIN], facts).clean
    assert judge([REPORT, AGAIN], replace(facts, proofs=facts.proofs | {AGAIN.key: [closed(AGAIN.link)]})).lost


def test_reply_after_an_undo_must_close_again() -> None:
    said = [REPORT, UNDO, AGAIN]
    answers = good().answers | {UNDO.key: [good().messages[1]], AGAIN.key: [good().messages[1]]}
    back = Proof(NUMBER, CHAT, "withdrawn", ())
    facts = replace(good(), answers=answers, inbox={1001: "done", 1002: "done", 1003: "done"},
                    proofs=good().proofs | {UNDO.key: [back], AGAIN.key: [closed(AGAIN.link)]})
    assert judge(said, facts).clean
    assert judge(said, replace(facts, proofs=good().proofs | {UNDO.key: [back]})).lost


def test_digest_accepted_twice_is_doubled() -> None:
    assert judge([REPORT], replace(good(), accepted=[*good().accepted, accepted(3, DIGEST)])).doubled


def test_edit_of_a_digest_is_not_a_second_one() -> None:
    log = [*good().accepted, accepted(1, DIGEST, "editMessageText")]
    assert not judge([REPORT], replace(good(), accepted=log)).doubled


def in_doubt(state: str) -> Facts:
    """The same morning, but the digest's row says something else."""
    digest = Message("digest:1:2018-09-28", CHAT, "digest", state, DIGEST, None, "2018-09-28", 1)
    return replace(good(), messages=[digest, good().messages[1]])


def test_a_marked_repeat_is_no_double_but_a_second_one_is() -> None:
    again = accepted(3, "可能重复：上一条提醒不知是否送达。\n" + DIGEST)
    facts = replace(in_doubt("sent"), accepted=[*good().accepted, again])
    assert not judge([REPORT], facts).doubled
    assert judge([REPORT], replace(facts, accepted=[*facts.accepted, again])).doubled


def test_a_digest_that_did_not_arrive_on_its_day_is_missed() -> None:
    facts = replace(in_doubt("sent"), accepted=good().accepted[1:])
    assert judge([REPORT], facts).missed
    assert judge([REPORT], replace(in_doubt("late"), accepted=good().accepted[1:])).missed
    assert not judge([REPORT], replace(in_doubt("void"), accepted=good().accepted[1:])).missed


def test_a_digest_twice_in_doubt_is_named_apart() -> None:
    facts = replace(in_doubt("unknown"), accepted=good().accepted[1:])
    assert not judge([REPORT], facts).missed
    assert [one.key for one in twice_in_doubt(facts)] == ["digest:1:2018-09-28"]


def test_an_answer_accepted_twice_without_a_mark_is_doubled() -> None:
    assert judge([REPORT], replace(good(), accepted=[*good().accepted, accepted(3, RECEIPT)])).doubled
    marked = accepted(3, "可能重复：上一条回复不知是否送达。\n" + RECEIPT)
    assert not judge([REPORT], replace(good(), accepted=[*good().accepted, marked])).doubled


def test_repeated_notice_is_not_a_second_digest() -> None:
    again = f"可能重复：上一条提醒不知是否送达。\n{DIGEST}"
    assert not judge([REPORT], replace(good(), accepted=[*good().accepted, accepted(3, again)])).doubled


def test_status_is_no_digest() -> None:
    status = "区财政局 · 9月28日 周五\n办理中 3 · 逾期 0"
    facts = replace(good(), accepted=[accepted(1, status)])
    assert (CHAT, "区财政局 · 9月28日 周五") not in digests(facts, marked=False)


def test_card_that_calls_an_open_item_closed_is_found() -> None:
    card = DIGEST.replace("#145", "已销号 #199")
    assert judge([REPORT], replace(good(), accepted=[*good().accepted, accepted(1, card, "editMessageText")])).unfounded


def test_undo_that_never_was_is_found() -> None:
    log = [*good().accepted, accepted(2, "已撤销 #145 财政预决算信息公开，重新计为待办。")]
    assert judge([REPORT], replace(good(), accepted=log)).unfounded


def test_message_called_sent_that_never_arrived_is_found() -> None:
    assert judge([REPORT], replace(good(), accepted=good().accepted[1:])).shown_as_sent


def test_message_that_the_outbox_does_not_know_is_found() -> None:
    assert judge([REPORT], replace(good(), accepted=[*good().accepted, accepted(9, "你好")])).other


def test_everything_else_that_may_not_be_is_found() -> None:
    facts = good()
    stuck = replace(facts.messages[0], state="sending")
    assert judge([REPORT], replace(facts, violations=["sendMessage: message is too long"])).other
    assert judge([REPORT], replace(facts, log=Verdict(9, 4, "chain"))).other
    assert judge([REPORT], replace(facts, messages=[stuck, facts.messages[1]])).other
    assert judge([REPORT], replace(facts, victims_log="Traceback (most recent call last)")).other
    assert judge([], facts).other           # evidence of which nobody spoke
