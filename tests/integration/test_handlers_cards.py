"""The push is marked in place when one of its items is closed, by whatever way, and unmarked by an undo."""

from handlers.request import Reply
from storage import outbox
from tests.cast import CHANNEL, LINK, TREASURY, Cast

PUSH = "77"


def said(cast: Cast, text: str, **more: object) -> list[Reply]:
    """The answers, planned as the worker plans them."""
    replies = cast.say(TREASURY, text, **more)
    with cast.database.write() as session:
        outbox.plan(session, [
            outbox.Planned(f"answer:{text}:{part}", CHANNEL, TREASURY.account, outbox.Kind.ANSWER, None, reply.text,
                           tuple(tuple((b.label, b.data) for b in row) for row in reply.buttons), reply.items,
                           reply.of if reply.edit else None)
            for part, reply in enumerate(replies)], cast.now)
    return replies


def edits(replies: list[Reply]) -> list[Reply]:
    return [reply for reply in replies if reply.edit]


def test_closing_without_replying_to_the_push_marks_it_all_the_same(cast: Cast) -> None:
    cast.shows(TREASURY, [8, 9], message=PUSH)
    card = edits(said(cast, f"已公开 #8 {LINK}"))[0]
    assert card.of == PUSH and card.items == (8, 9)
    assert card.text.split("\n")[0] == "已销号 #8 事项" and "\n#9 事项" in card.text
    assert [button.data for row in card.buttons for button in row] == ["view:8", "done:9", "view:9"]


def test_second_closing_keeps_the_mark_of_the_first_though_its_edit_is_still_on_the_way(cast: Cast) -> None:
    cast.shows(TREASURY, [8, 9], message=PUSH)
    said(cast, f"已公开 #8 {LINK}")
    card = edits(said(cast, "本期无 #9"))[0]
    assert "已销号 #8 事项" in card.text and "已销号 #9 事项" in card.text


def test_undo_takes_the_mark_away(cast: Cast) -> None:
    cast.shows(TREASURY, [8], message=PUSH)
    said(cast, f"已公开 #8 {LINK}")
    card = edits(said(cast, "撤销 #8"))[0]
    assert card.of == PUSH and card.text.split("\n")[0] == "#8 事项"


def test_item_that_no_push_has_shown_changes_no_message(cast: Cast) -> None:
    cast.shows(TREASURY, [8], message=PUSH)
    assert edits(said(cast, f"已公开 #9 {LINK}")) == []


def test_a_number_is_not_found_inside_a_longer_one(cast: Cast) -> None:
    cast.shows(TREASURY, [8], message=PUSH)
    said(cast, f"已公开 #8 {LINK}")
    with cast.database.read() as session:
        assert outbox.card_showing(session, CHANNEL, TREASURY.account, 88) is None
