"""An explanation survives being written down, whatever rule it belongs to."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.due import after_event, count, planned
from obligations.explanation import Explanation, RuleKind
from obligations.plan import AfterEvent, Every, Periodic, Unit
from obligations.workdays import RestDay, Why, calendar
from tests.cast import ZONE

CALENDAR = calendar()

days = st.dates()
explanations = st.builds(
    Explanation,
    kind=st.sampled_from(RuleKind),
    calendar_version=st.text(),
    anchor=st.none() | days,
    amount=st.none() | st.integers(0, 1000),
    unit=st.none() | st.sampled_from(Unit),
    skipped=st.lists(st.builds(RestDay, days, st.sampled_from(Why))).map(tuple),
    rolled_from=st.none() | days,
    printed=st.lists(days).map(tuple),
    made_up=st.lists(days).map(tuple),
    assumed=st.booleans(),
)


@given(explanations)
def test_an_explanation_comes_back_from_json_as_it_was(why: Explanation) -> None:
    assert Explanation.from_json(json.loads(json.dumps(why.as_json()))) == why


def test_what_comes_back_are_enums_again_not_mere_words() -> None:
    why = count(date(2018, 2, 14), 1, CALENDAR).explanation
    back = Explanation.from_json(json.loads(json.dumps(why.as_json())))
    assert type(back.kind) is RuleKind
    assert type(back.unit) is Unit
    assert {type(rest.why) for rest in back.skipped} == {Why}


def test_the_written_form_is_plain() -> None:
    rule = AfterEvent("powers", 1, Unit.WORKDAYS)
    why = after_event(rule, "key", date(2018, 9, 21), None, CALENDAR, ZONE).explanation
    assert why.as_json() == {
        "kind": "after_event",
        "calendar_version": CALENDAR.version,
        "anchor": "2018-09-21",
        "amount": 1,
        "unit": "workdays",
        "skipped": [
            {"date": "2018-09-22", "why": "saturday"},
            {"date": "2018-09-23", "why": "sunday"},
            {"date": "2018-09-24", "why": "mid_autumn"},
        ],
        "rolled_from": None,
        "printed": [],
        "made_up": [],
        "assumed": False,
    }


def test_every_explanation_names_the_calendar_it_was_made_with() -> None:
    dues = planned(Periodic(Every.MONTH), 2018, date(2018, 1, 1), CALENDAR)
    assert {due.explanation.calendar_version for due in dues} == {CALENDAR.version}


@pytest.mark.parametrize("change", [{"kind": "guess"}, {"unit": "weeks"}, {"anchor": "27 September"}])
def test_what_was_never_written_is_not_read(change: dict[str, str]) -> None:
    written = count(date(2018, 2, 14), 1, CALENDAR).explanation.as_json()
    with pytest.raises(ValueError):
        Explanation.from_json(written | change)


def test_a_missing_field_is_not_guessed() -> None:
    written = count(date(2018, 2, 14), 1, CALENDAR).explanation.as_json()
    del written["printed"]
    with pytest.raises(KeyError, match="printed"):
        Explanation.from_json(written)
