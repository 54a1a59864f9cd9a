"""A raw update becomes the request it is, or nothing; no shape of it does harm."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram.updates import incoming, pressed_query, read_update
from handlers.request import Place, Request

NOW = datetime(2018, 7, 30, 1, 0, tzinfo=UTC)
PERSON = {
    "id": 41, "is_bot": False, "first_name": "区财政局", "last_name": "联络员", "language_code": "zh-hans",
}  # fmt: skip
PRIVATE = {"id": 41, "type": "private"}
GROUP = {"id": -1007, "type": "supergroup"}
BOT = {"id": 7, "is_bot": True, "first_name": "政务公开提醒"}


def message(**fields: Any) -> dict[str, Any]:
    """A private text message of the liaison, with `fields` changed; None takes a field away."""
    base = {"message_id": 5, "date": 1, "chat": PRIVATE, "from": PERSON, "text": "已公开 #41"}
    return {name: value for name, value in (base | fields).items() if value is not None}


def update(kind: str = "message", content: object = None) -> str:
    """The raw JSON of one update."""
    return json.dumps({"update_id": 9, kind: message() if content is None else content})


def read(raw: str, username: str = "") -> Request:
    """The request in it, which has to be there."""
    request = read_update(raw, NOW, username)
    assert request is not None
    return request


def said(**fields: Any) -> Request:
    """The request in a message with `fields`."""
    return read(update(content=message(**fields)))


def ignored(**fields: Any) -> bool:
    """Whether a message with `fields` is nothing for the bot."""
    return read_update(update(content=message(**fields)), NOW) is None


def test_private_text_is_a_request_of_its_sender() -> None:
    assert read(update()) == Request(
        key="telegram:9", chat="41", account="41", now=NOW, text="已公开 #41",
        name="区财政局 联络员", language="zh-hans",
    )  # fmt: skip


def test_caption_counts_as_text_and_names_what_is_attached() -> None:
    request = said(text=None, caption="已公开 #41", photo=[{"file_id": "a"}])
    assert (request.text, request.attachment) == ("已公开 #41", "photo")


def test_file_without_words_is_a_request() -> None:
    request = said(text=None, document={"file_id": "a"})
    assert (request.text, request.attachment) == ("", "document")


@pytest.mark.parametrize("field", ["entities", "caption_entities"])
def test_links_behind_words_are_read_once_each_in_order(field: str) -> None:
    entities = [
        {"type": "text_link", "offset": 0, "length": 2, "url": "https://www.gov.cn/b"},
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "text_link", "offset": 2, "length": 2, "url": "https://www.gov.cn/a"},
        {"type": "text_link", "offset": 4, "length": 2, "url": "https://www.gov.cn/b"},
    ]
    assert said(**{field: entities}).links == ("https://www.gov.cn/b", "https://www.gov.cn/a")


def test_plain_url_entity_is_left_to_our_own_rule() -> None:
    assert said(entities=[{"type": "url", "offset": 0, "length": 9}]).links == ()


def test_answered_message_is_named() -> None:
    assert said(reply_to_message={"message_id": 3, "chat": PRIVATE}).replied_to == "3"


@pytest.mark.parametrize("field", ["forward_origin", "forward_date", "forward_from_chat"])
def test_forward_is_marked_in_its_new_and_its_old_form(field: str) -> None:
    assert said(**{field: {"type": "user"}}).forwarded
    assert not said().forwarded


def test_edited_message_is_marked() -> None:
    assert read(update("edited_message")).edited
    assert not read(update()).edited


def test_group_message_keeps_chat_and_account_apart() -> None:
    request = said(chat=GROUP)
    assert (request.place, request.chat, request.account) == (Place.GROUP, "-1007", "41")


def test_message_of_a_bot_is_ignored() -> None:
    assert ignored(**{"from": BOT})


def test_message_in_the_name_of_a_channel_is_ignored() -> None:
    assert ignored(chat=GROUP, sender_chat={"id": -1, "type": "channel"})


def test_channel_post_is_ignored() -> None:
    assert read_update(update("channel_post"), NOW) is None
    assert ignored(chat={"id": -1, "type": "channel"})


def test_service_message_is_ignored() -> None:
    assert ignored(text=None, new_chat_members=[PERSON])


def test_membership_update_is_kept_but_is_no_request() -> None:
    assert read_update(update("my_chat_member", {"chat": PRIVATE, "from": PERSON}), NOW) is None


def test_press_is_a_request_about_the_pressed_message() -> None:
    raw = update("callback_query", {"id": "q1", "from": PERSON, "message": message(), "data": "close:41"})
    request = read(raw)
    assert (request.button, request.replied_to, request.text) == ("close:41", "5", "")
    assert pressed_query(raw) == "q1"


def test_press_on_a_message_too_old_to_be_shown_still_counts() -> None:
    old = {"message_id": 5, "chat": GROUP, "date": 0}
    request = read(update("callback_query", {"id": "q1", "from": PERSON, "message": old, "data": "x"}))
    assert (request.place, request.replied_to) == (Place.GROUP, "5")


@pytest.mark.parametrize("missing", ["from", "message", "data"])
def test_press_without_its_parts_is_ignored(missing: str) -> None:
    query = {"id": "q1", "from": PERSON, "message": message(), "data": "x"}
    del query[missing]
    assert read_update(update("callback_query", query), NOW) is None


def test_message_is_no_press() -> None:
    assert pressed_query(update()) is None


def test_own_name_behind_a_command_is_taken_away() -> None:
    raw = update(content=message(chat=GROUP, text="/status@Gongkai_Bot 区财政局"))
    assert read(raw, "gongkai_bot").text == "/status 区财政局"
    assert read(raw).text == "/status@Gongkai_Bot 区财政局"


def test_command_for_another_bot_is_ignored() -> None:
    raw = update(content=message(chat=GROUP, text="/status@other_bot 区财政局"))
    assert read_update(raw, NOW, "gongkai_bot") is None


def test_mail_address_is_not_taken_for_a_command() -> None:
    raw = update(content=message(text="zwgk@example.gov.cn 已收"))
    assert read(raw, "gongkai_bot").text == "zwgk@example.gov.cn 已收"


def test_what_no_database_holds_is_taken_out_of_the_words() -> None:
    assert said(text="已\0公开\ud800").text == "已公开?"


@pytest.mark.parametrize("field", ["chat", "from", "text", "message_id", "entities", "reply_to_message"])
@pytest.mark.parametrize("value", [[], {}, 7, "x", True, [[7]], {"id": "x"}, {"id": True}])
def test_hostile_field_never_raises(field: str, value: object) -> None:
    read_update(update(content=message(**{field: value})), NOW)
    read_update(update("callback_query", {"id": value, "from": PERSON, "data": value, "message": value}), NOW)


@pytest.mark.parametrize("raw", ["", "{", "[]", "7", "{}", '{"update_id": "9"}', "[" * 100_000])
def test_rubbish_is_ignored(raw: str) -> None:
    assert read_update(raw, NOW) is None
    assert pressed_query(raw) is None


WORDS = st.text("ab7\0\ud800公é😀", max_size=9)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=9,
)
# A busy machine is no fault of the code.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(st.dictionaries(st.sampled_from([*message(), "photo", "caption", "sender_chat", "entities"]), JSON))
def test_any_message_is_a_request_of_a_person_or_ignored(fields: dict[str, object]) -> None:
    request = read_update(update(content=message() | fields), NOW)
    if request is not None:
        assert request.account.lstrip("-").isdecimal()
        assert request.text or request.attachment


@patient
@given(JSON)
def test_kept_update_is_the_same_json_in_ascii(content: object) -> None:
    kept = incoming({"update_id": 9, "message": content})
    assert kept is not None and kept.number == 9 and kept.raw.isascii()
    assert json.loads(kept.raw) == {"update_id": 9, "message": content}


@pytest.mark.parametrize("number", [None, "9", True, -1, 2**63, 1.0])
def test_without_a_number_there_is_nothing_to_keep(number: object) -> None:
    assert incoming({"update_id": number}) is None
    assert incoming([number]) is None
