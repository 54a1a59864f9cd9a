"""A draft of the version before, half answered, with its questions in words: it goes on where it stood."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from handlers.drafting import answer, in_words
from handlers.understanding import AtOnce
from locales.catalogue import texts
from obligations.planfile_write import write_plan
from storage import documents, plans, schema
from storage.database import Database
from storage.plans import Kept
from tests.cast import OFFICE, Cast
from tests.papers import data, newest, paper, sent

SAY = texts("zh-CN")


@pytest.fixture
def half_answered(cast: Cast) -> Kept:
    """One of the questions about a document is answered."""
    kept = sent(cast, paper())
    (reply,) = cast.press(OFFICE, f"plan-ask:{kept.id}")
    cast.press(OFFICE, data(reply, "1. "))
    return newest(cast)


def as_it_was(cast: Cast, kept: Kept, file: Path, locale: str = "zh-CN") -> Database:
    """A database of revision 0008 with this draft in the form of that time: questions and answers in words."""
    with cast.database.read() as session:
        stored = documents.stored(session, kept)
    assert stored is not None
    words = write_plan(in_words(texts(locale), kept))
    database = Database(f"sqlite:///{file}")
    schema.upgrade(database, "0008")
    row = {"id": kept.id, "district": kept.district_id, "key": kept.key, "content": words,
           "answers": json.dumps(dict(kept.answers)), "known": json.dumps(dict(kept.known)),
           "name": stored.name, "file": stored.content}
    with database.write() as session:
        for statement in (
            "INSERT INTO district (id, name, next_number, calendar_version, bot_name)"
            " VALUES (:district, '池州市贵池区', 1, '', '')",
            "INSERT INTO document (id, district_id, name, digest, content) VALUES (1, :district, :name, 'd', :file)",
            "INSERT INTO plan (id, district_id, key, year, title, status, digest, content, document_id, answers, known,"
            " carried, imported_at) VALUES (:id, :district, :key, 2018, 't', 'draft', 'd', :content, 1, :answers,"
            " :known, '[]', '2018-07-30 02:00:00')",
        ):
            session.execute(text(statement), row)
    return database


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_questions_and_answers_are_kept_whatever_language_they_were_in(
    cast: Cast, half_answered: Kept, tmp_path: Path, locale: str
) -> None:
    database = as_it_was(cast, half_answered, tmp_path / "old.db", locale)
    schema.upgrade(database)
    with database.write() as session:
        now = plans.plan(session, half_answered.id)
        assert now is not None
        assert json.loads(now.doubts) == json.loads(half_answered.doubts)
        assert "[[questions]]" not in now.content and now.plan.tasks == half_answered.plan.tasks
        asked = in_words(SAY, now).open_questions
        assert 0 < len(asked) < len(in_words(SAY, now).questions)
        after = answer(session, AtOnce(), SAY, now, asked[0].key, asked[0].choices[0], cast.now, "test")
        assert after.questions_left == now.questions_left - 1
    database.close()


def test_a_document_that_is_no_longer_read_keeps_its_questions_in_words(
    cast: Cast, half_answered: Kept, tmp_path: Path
) -> None:
    database = as_it_was(cast, half_answered, tmp_path / "old.db")
    with database.write() as session:
        session.execute(text("UPDATE document SET content = 'x'"))
    schema.upgrade(database)
    with database.write() as session:
        now = plans.plan(session, half_answered.id)
        assert now is not None and now.questions_left == half_answered.questions_left
        asked = in_words(SAY, now).open_questions
        after = answer(session, AtOnce(), SAY, now, asked[0].key, asked[0].choices[0], cast.now, "test")
        assert after.questions_left == now.questions_left - 1
    database.close()
