"""Where a file leads, by who sends it and with which words; a liaison's picture is still a report."""

import pytest

from handlers import document
from handlers.context import Context
from handlers.request import File, Place, Reply
from locales.catalogue import texts
from obligations.item import State
from tests.cast import LINK, OFFICE, STRANGER, TREASURY, Cast, Part

FILE = File("任务分工.docx", 3, "BQAC1")
SENT: dict[str, object] = {"file": FILE, "attachment": "document", "content": b"abc"}
AS_FILE = texts("zh-CN")("document-as-file")


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[bytes | None]:
    """What reaches the handler of documents."""
    read: list[bytes | None] = []

    def received(context: Context) -> list[Reply]:
        read.append(context.request.content)
        return [Reply("收到")]

    monkeypatch.setattr(document, "received", received)
    return read


@pytest.mark.parametrize("words", ["", "2026年的分工", "状态 区财政局", "算了"])
def test_document_of_the_office_is_the_matter_whatever_stands_beside_it(
        cast: Cast, reader: list[bytes | None], words: str) -> None:
    assert cast.answer(OFFICE, words, **SENT) == "收到"
    assert reader == [b"abc"]


def test_document_in_a_group_was_not_said_to_the_bot(cast: Cast, reader: list[bytes | None]) -> None:
    assert cast.say(OFFICE, "", place=Place.GROUP, **SENT) == []
    assert reader == []


@pytest.mark.parametrize(("person", "sentence"), [
    (TREASURY, "document-office-only"), (STRANGER, "not-enrolled")])
def test_document_without_words_from_anybody_else_is_refused(cast: Cast, person: Part, sentence: str) -> None:
    assert cast.answer(person, file=FILE, attachment="document") == texts("zh-CN")(sentence)


@pytest.mark.parametrize("trouble", ["file-too-big", "file-not-fetched", "file-elsewhere"])
def test_document_that_did_not_come_is_answered_with_the_reason(cast: Cast, trouble: str) -> None:
    words = cast.answer(OFFICE, file=FILE, attachment="document", file_trouble=trouble)
    assert words == texts("zh-CN")(trouble)


@pytest.mark.parametrize("kind", ["photo", "document"])
def test_liaison_closes_with_the_words_beside_a_picture_or_a_file(cast: Cast, kind: str) -> None:
    file = FILE if kind == "document" else None
    cast.say(TREASURY, f"已公开 #8 {LINK}", attachment=kind, file=file)
    assert cast.item(8).state is State.CLOSED


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "video", "location"])
def test_office_is_asked_to_send_anything_else_as_a_file(cast: Cast, kind: str) -> None:
    assert cast.answer(OFFICE, attachment=kind) == AS_FILE
    assert cast.answer(OFFICE, "今年的分工", attachment=kind) == AS_FILE


def test_command_beside_the_offices_picture_is_carried_out(cast: Cast) -> None:
    assert cast.answer(OFFICE, "/due 2018-09-27 3", attachment="photo") != AS_FILE


@pytest.mark.parametrize(("person", "answer"), [(TREASURY, "没看懂"), (STRANGER, "还没有登记")])
def test_picture_without_words_is_answered_as_ever(cast: Cast, person: Part, answer: str) -> None:
    assert answer in cast.answer(person, attachment="photo")
