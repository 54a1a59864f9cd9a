"""What an update says of a document is read as a file, and believed in nothing."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.updates import LONGEST_ID, read_update
from handlers.request import File, Request

DOCUMENT = {"file_id": "BQAC1", "file_unique_id": "u1", "file_name": "任务分工.docx", "file_size": 3000}


def sent(**fields: Any) -> Request:
    """The request of a private message with `fields`."""
    person = {"id": 41, "is_bot": False, "first_name": "公开办"}
    message = {"message_id": 5, "chat": {"id": 41, "type": "private"}, "from": person, **fields}
    request = read_update(json.dumps({"update_id": 9, "message": message}), datetime(2018, 7, 30, tzinfo=UTC))
    assert request is not None
    return request


def test_document_is_a_file_with_its_caption_as_words() -> None:
    request = sent(document=DOCUMENT, caption="今年的")
    assert request.file == File("任务分工.docx", 3000, "BQAC1")
    assert (request.text, request.attachment, request.content, request.file_trouble) == ("今年的", "document", None, "")


def test_animation_that_also_comes_as_a_document_is_none() -> None:
    request = sent(document=DOCUMENT, animation={"file_id": "a"})
    assert (request.file, request.attachment) == (None, "animation")


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "video"])
def test_other_media_are_no_file(kind: str) -> None:
    request = sent(**{kind: {"file_id": "a"}})
    assert (request.file, request.attachment) == (None, kind)


@pytest.mark.parametrize("size", [None, -1, "3000", True, 1.5, 2**63, [1]])
def test_size_that_is_none_is_not_known(size: object) -> None:
    file = sent(document={**DOCUMENT, "file_size": size}).file
    assert file is not None and file.size is None


@pytest.mark.parametrize("id", [None, "", 7, {"x": 1}, "x" * (LONGEST_ID + 1)])
def test_document_without_a_usable_id_is_an_attachment_without_a_file(id: object) -> None:
    request = sent(document={**DOCUMENT, "file_id": id})
    assert (request.file, request.attachment) == (None, "document")


@given(st.text(max_size=300))
def test_any_name_is_clean(name: str) -> None:
    file = sent(document={**DOCUMENT, "file_name": name}).file
    assert file is not None and not set("/\\\0\n\u202e") & set(file.name)


def test_content_does_not_stand_in_what_is_logged_of_a_request() -> None:
    request = Request("k", "41", "41", datetime(2018, 7, 30, tzinfo=UTC), content=b"secret words")
    assert "secret" not in repr(request)
