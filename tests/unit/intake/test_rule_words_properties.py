"""Whatever a time rule is, its words say exactly it; whatever is typed, the answer is a rule or a refusal."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from obligations.errors import Refusal
from obligations.intake.review.rule_words import read, words
from obligations.plan import (
    AfterEvent,
    AwaitSuperior,
    ByDate,
    EventKind,
    Every,
    Gate,
    Milestone,
    Milestones,
    Ongoing,
    Periodic,
    TimeRule,
    Unit,
)
from obligations.planfile_row import printable

SIGNS = "（）()：:；;、，。或前后日月年底每 123〔〕-" + "验收报送会议清单待上级系统默认不催办此后最晚分步发布核对"
LINES = st.text(alphabet=SIGNS, min_size=1, max_size=20).map(printable).filter(bool)
DATES = st.lists(st.dates(date(2010, 1, 1), date(2050, 12, 31)), min_size=1, max_size=3, unique=True).map(
    lambda days: tuple(sorted(days)))
UNITS, AMOUNTS = st.sampled_from(Unit), st.integers(1, 1000)
NAMES = ("政府会议结束", "每季度会议", "待上级发文", "省里印发目录后", "年底前", "清单更新（2018-09-01）",
         "不催办", "1 日")
EVENTS = {f"e{n}": EventKind(f"e{n}", name) for n, name in enumerate(NAMES)}


@st.composite
def milestones(draw: st.DrawFn) -> Milestones:
    starts = draw(DATES)
    keys = draw(st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True), min_size=3, max_size=3, unique=True))
    named = draw(st.booleans())
    steps = tuple(Milestone(keys[n] if named else f"step-{n + 1}", draw(LINES), (day,)) for n, day in enumerate(starts))
    return Milestones(steps, draw(st.none() | st.dates(starts[-1], date(2051, 1, 1))))


RULES: st.SearchStrategy[TimeRule] = st.one_of(
    st.builds(AfterEvent, st.sampled_from(sorted(EVENTS)), AMOUNTS, UNITS),
    st.builds(ByDate, DATES, st.booleans()),
    milestones(),
    st.builds(Periodic, st.sampled_from(Every), st.none() | st.integers(1, 28), st.booleans()),
    st.just(Ongoing()),
    st.builds(Gate, st.lists(LINES, min_size=1, max_size=4).map(tuple)),
    st.builds(AwaitSuperior, st.sampled_from(sorted(EVENTS)), AMOUNTS, UNITS),
    # Of no amount the unit says nothing, and has no words.
    st.builds(AwaitSuperior, st.sampled_from(sorted(EVENTS))),
)


@given(RULES, st.integers(2010, 2050))
def test_the_words_of_a_rule_say_that_rule_in_every_year(rule: TimeRule, year: int) -> None:
    found, event = read(words(rule, EVENTS), EVENTS, year)
    assert found == rule
    assert event is None or event in EVENTS.values()


@given(RULES)
def test_spaces_around_the_lines_of_a_rule_change_nothing(rule: TimeRule) -> None:
    typed = "\n".join(f"  {line}\u3000" for line in words(rule, EVENTS).split("\n"))
    assert read(typed, EVENTS, 2024)[0] == rule


@given(st.text(alphabet=SIGNS + "\n\t\u200b", max_size=60))
def test_whatever_is_typed_is_a_rule_or_is_refused(typed: str) -> None:
    try:
        rule, event = read(typed, EVENTS, 2024)
    except Refusal as refusal:
        assert refusal.key.startswith("rule-words-")
        return
    events = EVENTS | ({event.key: event} if event else {})
    assert read(words(rule, events), events, 2024)[0] == rule
