"""A file that goes out: planned by what is to be made, made when its turn comes, sent like any message."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.answers import answers
from bot.channels.port import Delivery, Limits, Outcome, OutgoingFile
from bot.channels.telegram import LIMITS
from bot.making import Maker
from bot.postbox import Postbox, Ready
from handlers.request import Reply, ReplyFile, Request
from locales.catalogue import texts
from storage import outbox
from storage.database import Session
from storage.outbox import Kind, Planned, ToMake
from tests.cast import CHANNEL, OFFICE, TREASURY, ZONE, Cast

FILE = ReplyFile("审核表.xlsx", "review:12")
REPEATED = "可能重复：上一条回复不知是否送达。"
NOT_MADE = texts("zh-CN")("file-not-made")


def review(session: Session, words: str, now: datetime) -> bytes:
    """A maker that shows what it was given."""
    items = session.execute(text("SELECT count(*) FROM obligation")).scalar()
    return f"{words} {bool(items)} {now.isoformat()}".encode()


def broken(session: Session, words: str, now: datetime) -> bytes:
    """A maker with a fault."""
    raise ZeroDivisionError


def box(cast: Cast, maker: Maker = review, limits: Limits = LIMITS) -> Postbox:
    return Postbox(cast.database, CHANNEL, limits, cast.calendar, ZONE, {"review": maker})


def plan(cast: Cast, *replies: Reply, key: str = "telegram:1", replied_to: str | None = None) -> None:
    request = Request(key, OFFICE.account, OFFICE.account, cast.now, replied_to=replied_to)
    with cast.database.write() as session:
        outbox.plan(session, answers(CHANNEL, LIMITS, request, replies), cast.now)


def claimed(cast: Cast, postbox: Postbox) -> list[Ready]:
    """Everything that is to be sent now, in the order in which it goes."""
    letters: list[Ready] = []
    while (found := postbox.claim(cast.now, 100, ())).any_left:
        letters += found.letters
    return letters


def settle(cast: Cast, postbox: Postbox, letters: Sequence[Ready], delivery: Delivery) -> None:
    postbox.settle([(one, Outcome(delivery)) for one in letters], cast.now, cast.now + timedelta(seconds=30))


def test_short_words_stand_with_their_file_in_one_message(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE))
    (one,) = claimed(cast, box(cast))
    assert one.text == "请审核"
    assert one.file == OutgoingFile("审核表.xlsx", f"12 True {cast.now.isoformat()}".encode())


@pytest.mark.parametrize(("words", "messages"), [
    ("公" * LIMITS.caption, 1), ("公" * (LIMITS.caption + 1), 2), ("😀" * (LIMITS.caption // 2 + 1), 2)])
def test_longer_words_go_before_their_file(cast: Cast, words: str, messages: int) -> None:
    plan(cast, Reply(words, file=FILE), Reply("还有"))
    sent = claimed(cast, box(cast))
    assert [one.text for one in sent] == [words, *([""] * (messages - 1)), "还有"]
    assert [one.file is not None for one in sent] == [*([False] * (messages - 1)), True, False]


def test_edited_message_is_followed_by_the_file(cast: Cast) -> None:
    plan(cast, Reply("已读完", edit=True, file=FILE), replied_to="5")
    words, file = claimed(cast, box(cast))
    assert (words.text, words.edit, words.file) == ("已读完", "5", None)
    assert (file.text, file.edit, file.file is not None) == ("", None, True)


def test_no_bytes_stand_in_the_outbox_and_a_plain_message_is_stored_as_ever(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE), Reply("还有"))
    with cast.database.read() as session:
        contents = session.execute(text("SELECT content FROM outbox ORDER BY id")).scalars().all()
    assert contents == [
        '{"text":"请审核","buttons":[],"file":["审核表.xlsx","review:12"]}', '{"text":"还有","buttons":[]}']


def test_planned_file_is_read_back_as_it_was_planned(cast: Cast) -> None:
    planned = Planned("k", CHANNEL, OFFICE.account, Kind.ANSWER, file=ToMake("审核表.xlsx", "review:12"))
    with cast.database.write() as session:
        outbox.plan(session, [planned], cast.now)
    assert cast.planned() == [planned]


def test_replayed_update_plans_its_file_once(cast: Cast) -> None:
    for _ in range(2):
        plan(cast, Reply("公" * 2000, file=FILE))
    assert len(claimed(cast, box(cast))) == 2


def test_nobody_who_wants_to_write_waits_for_the_making(cast: Cast) -> None:
    def writes(session: Session, words: str, now: datetime) -> bytes:
        with cast.database.write() as other:
            outbox.plan(other, [Planned("x", CHANNEL, TREASURY.account, Kind.NOTICE, text="同时")], now)
        return b"made"

    plan(cast, Reply("请审核", file=FILE))
    assert [one.text for one in claimed(cast, box(cast, writes))] == ["请审核", "同时"]


def test_what_is_as_pressing_goes_before_a_file_that_takes_its_time(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE))
    with cast.database.write() as session:
        outbox.plan(session, [Planned("x", CHANNEL, TREASURY.account, Kind.ANSWER, text="回执", priority=1)], cast.now)
    postbox = box(cast)
    assert [one.text for one in postbox.claim(cast.now, 100, ()).letters] == ["回执"]
    assert [one.text for one in postbox.claim(cast.now, 100, ()).letters] == ["请审核"]


def test_a_file_for_which_somebody_waits_goes_before_the_mornings_digests(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE))
    with cast.database.write() as session:
        outbox.plan(session, [Planned("x", CHANNEL, TREASURY.account, Kind.NOTICE, text="通知")], cast.now)
    assert box(cast).claim(cast.now, 100, ()).letters[0].text == "请审核"


def too_large(session: Session, words: str, now: datetime) -> bytes:
    return b"xx"


@pytest.mark.parametrize(("maker", "what", "key"), [
    (broken, "review:12", "file-not-made"), (review, "nobody:12", "file-not-made"), (review, "", "file-not-made"),
    (too_large, "review:12", "file-made-too-big")])
def test_words_go_without_a_file_that_cannot_be_made_and_say_so(
        cast: Cast, maker: Maker, what: str, key: str) -> None:
    plan(cast, Reply("请审核", file=ReplyFile("审核表.xlsx", what)))
    (one,) = claimed(cast, box(cast, maker, replace(LIMITS, file=1)))
    assert (one.text, one.file) == (f"请审核\n\n{texts('zh-CN')(key)}", None)


def test_file_alone_that_cannot_be_made_leaves_the_sentence(cast: Cast) -> None:
    plan(cast, Reply("公" * 2000, file=FILE))
    assert [one.text for one in claimed(cast, box(cast, broken))][1:] == [NOT_MADE]


def test_sentence_is_in_the_readers_language(cast: Cast) -> None:
    with cast.database.write() as session:
        session.execute(text("UPDATE person SET locale = 'en'"))
    plan(cast, Reply("Please check", file=FILE))
    (one,) = claimed(cast, box(cast, broken))
    assert one.text.endswith(texts("en")("file-not-made"))


def again(cast: Cast, postbox: Postbox, delivery: Delivery) -> list[Ready]:
    """What goes after a first attempt that ended like this."""
    settle(cast, postbox, claimed(cast, postbox), delivery)
    cast.now += timedelta(seconds=30)
    return claimed(cast, postbox)


@pytest.mark.parametrize("delivery", [Delivery.UNSENT, Delivery.UNKNOWN])
def test_file_that_perhaps_did_not_arrive_is_made_again_for_the_next_attempt(cast: Cast, delivery: Delivery) -> None:
    plan(cast, Reply("请审核", file=FILE))
    (one,) = again(cast, box(cast), delivery)
    assert one.file is not None and one.file.content.endswith(cast.now.isoformat().encode())


def test_message_that_went_without_its_file_stays_so_and_says_it_once(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE))
    (one,) = again(cast, box(cast, broken), Delivery.UNKNOWN)
    assert (one.text, one.file) == (f"{REPEATED}\n请审核\n\n{NOT_MADE}", None)


def test_process_that_dies_while_sending_makes_the_file_anew(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE))
    claimed(cast, box(cast))
    restarted = box(cast)
    restarted.recover(cast.now)
    (one,) = claimed(cast, restarted)
    assert one.file is not None


@pytest.mark.parametrize("delivery", [Delivery.SENT, Delivery.DEAD])
def test_file_that_arrived_or_never_will_is_not_sent_again(cast: Cast, delivery: Delivery) -> None:
    plan(cast, Reply("请审核", file=FILE))
    assert again(cast, box(cast), delivery) == []


def test_what_two_senders_claim_is_made_for_one(cast: Cast) -> None:
    plan(cast, Reply("请审核", file=FILE))
    one, other = box(cast), box(cast)
    assert [len(postbox.claim(cast.now, 9, ()).letters) for postbox in (one, other, one, other)] == [1, 0, 0, 0]
