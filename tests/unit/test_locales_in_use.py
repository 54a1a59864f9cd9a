"""No text is missing and none is there in vain: the code is searched for every key that it asks for."""

import pytest

from bot.channels.rehearsal.guard import STATUS
from handlers import asking, cards, plan_buttons
from handlers.morning import LATE
from locales.catalogue import LOCALES, texts
from locales.planning import KINDS
from obligations.agenda import Group
from obligations.changes import Field, What
from obligations.intake.reading.kinds import READ, Kind
from obligations.item import State
from obligations.links import LinkFault
from obligations.plan import PlanStatus
from obligations.reply import Question
from obligations.workdays import Why
from storage import evidence
from tests.wording.asked import asked_in, everything_asked, literals
from tests.wording.files import FILES, by_key

# The texts of the page, of plan files, of the terminal and of doubts are searched for by tests of their own.
OTHERS = ("rehearsal.ftl", "plan.ftl", "cli.ftl")
ELSEWHERE = ("rehearsal-", "plan-fault-", "cli-", "doubt-", "choice-")
NO_TEXTS = {
    "event-yes", "event-no", *plan_buttons.BUTTONS,        # what buttons send back
    asking.ASKED, asking.STOPPED,                          # what is kept of a question
    "in-force", "head-understood",                         # a name in the workbook's hidden sheet, and a look of cells
}
# The place is added where the sheet is known.
PLACED = ("rule-words-unclear", "rule-words-no-day", "rule-words-order")

FAMILIES: dict[str, list[str]] = {
    "button-": [cards.DONE, cards.UNDO, cards.VIEW],
    "deadline-": ["plain", "made-up", "day-off", "day-off-made-up"],
    "changed-group-": list(KINDS),
    "difference-": [what.value for what in What],
    "difference-departments-": [What.NEW.value, What.GONE.value],
    "difference-field-": [field.value for field in Field],
    "file-is-": [kind.value for kind in Kind if kind not in READ],
    "plan-head-": [status.value for status in PlanStatus],
    "plan-foot-": [status.value for status in PlanStatus],
    "group-": [str(group.value) for group in Group],
    "ordinal-": ["1", "2", "3", "4"],
    "period-half-": ["1", "2"],
    "rest-": [why.value for why in Why],
    "said-": [kind.value for kind in evidence.Kind],
    "state-": [state.value for state in State],
    "status-group-": ["late", "soon", "open", "undated", "waiting", "closed", "other"],
    "rhythm-": ["month", "quarter", "half_year", "year"],
    "trouble-": ["dead", "unknown", LATE],
    "undated-": ["waiting", "unset", "gate", "none"],
    "weekday-": [str(day) for day in range(7)],
}
ENUMS = [*(str(question) for question in Question), *(str(fault) for fault in LinkFault)]
ASKED = everything_asked()
VARIABLES = {key: names for file in FILES for key, names in by_key("zh-CN", file).items()}
VARIABLES_EN = {key: names for file in FILES for key, names in by_key("en", file).items()}


def in_families() -> set[str]:
    return {prefix + ending for prefix, endings in FAMILIES.items() for ending in endings}


def test_the_search_finds_what_is_there() -> None:
    keys = {one.key for one in ASKED}
    assert {"digest-head", "why-hours", "item-closed", "invite-used", "event-needs-time", "token-refused",
            "calendar-range", "unexpected", "deadline-made-up", "request-refused"} <= keys


def test_every_text_that_is_asked_for_exists() -> None:
    missing = [(one.where, one.key) for one in ASKED if not one.family and not texts("zh-CN").has(one.key)]
    assert missing == []


@pytest.mark.parametrize("package", ["locales", "handlers"])
def test_every_key_that_stands_in_the_code_is_a_text(package: str) -> None:
    unknown = {key for key in literals(package) - NO_TEXTS if not texts("zh-CN").has(key)}
    assert unknown == set()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", ENUMS + sorted(STATUS))
def test_every_question_and_every_reason_has_its_words(locale: str, key: str) -> None:
    assert texts(locale).has(key)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", sorted(in_families()))
def test_every_member_of_a_family_of_texts_exists(locale: str, key: str) -> None:
    assert texts(locale).has(key)


def test_no_family_of_texts_is_unknown_to_these_tests() -> None:
    families = {one.key for one in ASKED if one.family and not one.key.startswith(ELSEWHERE)}
    assert families == set(FAMILIES)


@pytest.mark.parametrize("wanted", [VARIABLES, VARIABLES_EN], ids=LOCALES)
def test_a_text_names_only_values_that_it_is_given(wanted: dict[str, set[str]]) -> None:
    short = [(one.where, key) for one in ASKED if one.passed is not None
             for key in ([one.key + ending for ending in FAMILIES.get(one.key, [])] if one.family else [one.key])
             if not wanted.get(key, set()) - ({"place"} if key in PLACED else set()) <= one.passed]
    assert short == []


@pytest.mark.parametrize("key", [str(question) for question in Question])
def test_a_question_names_only_what_is_handed_to_every_question(key: str) -> None:
    assert VARIABLES[key] | VARIABLES_EN[key] <= {"numbers", "example", "why", "link"}


@pytest.mark.parametrize("key", [str(fault) for fault in LinkFault])
def test_the_reason_against_a_link_needs_no_values(key: str) -> None:
    assert VARIABLES[key] == set()


@pytest.mark.parametrize("file", [file for file in FILES if file not in OTHERS])
def test_no_text_is_there_in_vain(file: str) -> None:
    asked = {one.key for one in ASKED if not one.family}
    named = set[str]().union(*map(literals, ("locales", "handlers", "bot", "obligations")))
    used = asked | named | in_families() | set(ENUMS)
    assert [key for key in by_key("zh-CN", file) if key not in used and not key.startswith(ELSEWHERE)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('texts("a-b", x=1)', [("a-b", False, {"x"})]),
        ('days.texts("a-b" if late else "a-c")', [("a-b", False, set()), ("a-c", False, set())]),
        ('context.texts(f"rest-{why}", n=2)', [("rest-", True, {"n"})]),
        ('texts(locale)("a-b", **{"from": day}, c=1)', [("a-b", False, {"from", "c"})]),
        ('raise Refusal("a-b", **values)', [("a-b", False, None)]),
        ('texts("en")', []),
        ('key = "a-b" if late else "a-c"', [("a-b", False, None), ("a-c", False, None)]),
        ('print("a-b")', []),
    ],
)
def test_a_place_that_asks_for_a_text_is_recognised(
        source: str, found: list[tuple[str, bool, set[str] | None]]) -> None:
    assert [(one.key, one.family, one.passed) for one in asked_in(source)] == found
