"""Each fault that a plan file can have, one at a time, made by changing one place of a good file."""

from pathlib import Path

import pytest

from locales.catalogue import LOCALES, texts
from obligations.errors import PlanFaults, Refusal
from obligations.planfile import read_plan

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "plans" / "guichi-2018.toml").read_text(encoding="utf-8")
MEETING = '{ kind = "after_event", event = "meeting", amount = 3, unit = "workdays" }'
FINANCE = 'name = "区财政局"\nfull_name = "贵池区财政局"'
ACCEPTANCE = "dates = [2018-07-31, 2018-08-31]"
HALL = 'who = ["区政务服务中心"]\n  where = "网上办事大厅"'
TOWNS = 'name = "镇街道"'
ISSUED = 'key = "plan-issued"'
FORESTRY = '"区林业局",\n  "区文广新局"'
YEAR_END = "dates = [2018-12-31]"
FIRST_STEP = 'key = "acceptance"'


def faults_of(text: str) -> tuple[Refusal, ...]:
    with pytest.raises(PlanFaults) as caught:
        read_plan(text, "p.toml")
    return caught.value.faults


def seen(fault: Refusal) -> tuple[str, str, str]:
    return fault.key.removeprefix("plan-fault-"), str(fault.values["row"]), str(fault.values["field"])


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


RULE = "deliverables[1].rule"
ONE_FAULT = [
    ('district = "池州市贵池区"\n', "", ("missing", "plan", "district")),
    ("year = 2018", 'year = "2018"', ("not-number", "plan", "year")),
    ("year = 2018", "year = true", ("not-number", "plan", "year")),
    ("year = 2018", "year = 218", ("out-of-range", "plan", "year")),
    ('key = "guichi-2018"', 'key = "贵池 2018"', ("bad-key", "plan", "key")),
    ("in_force = 2018-06-01", 'in_force = "2018-06-01"', ("not-day", "plan", "in_force")),
    ("in_force = 2018-06-01", "in_force = 2018-06-01T09:00:00", ("not-day", "plan", "in_force")),
    ("in_force = 2018-06-01", "in_force = 2081-06-01\nyaer = 1", ("unknown-field", "plan", "yaer")),
    ("in_force = 2018-06-01", "in_force = 0218-06-01", ("out-of-range", "plan", "in_force")),
    (FINANCE, FINANCE + '\naliases = "财政局"', ("not-list", "departments[13]", "aliases")),
    (FINANCE, FINANCE + "\naliases = [1]", ("not-text", "departments[13]", "aliases[1]")),
    (FINANCE, FINANCE + '\nsuccessor = "国资局"', ("not-table", "departments[13]", "successor")),
    (FINANCE, FINANCE + '\naliases = ["区编办"]', ("spelling-taken", "departments[13]", "aliases")),
    (FINANCE, FINANCE + '\naliases = ["区住建局"]', ("spelling-taken", "departments[17]", "aliases")),
    (FINANCE, FINANCE + '\naliases = ["贵池区\\u202e"]', ("unprintable", "departments[13]", "aliases[1]")),
    ('name = "区经信委"\n', 'name = "区经信委"\nshort = "x"\n', ("unknown-field", "departments[8]", "short")),
    (FORESTRY, '"区林业局", "区农委",\n  "区文广新局"', ("duplicate", "groups[1]", "members")),
    (
        FORESTRY,
        '{ department = "区林业局", start = 2018-09-01, end = 2018-08-01 },\n "区文广新局"',
        ("unordered", "groups[1]", "members[18].end"),
    ),
    (TOWNS, 'name = "区财政局"\n\n[[groups]]\n' + TOWNS, ("duplicate", "groups[4]", "name")),
    (ISSUED, 'key = "印发"\nname = "印发"\n\n[[events]]\n' + ISSUED, ("bad-key", "events[20]", "key")),
    ('aliases = ["交办"]', 'aliases = ["会议"]', ("duplicate", "events[4]", "aliases")),
    ('key = "R25"\n', 'key = "R24"\n', ("duplicate", "tasks[25]", "key")),
    ('key = "R01.2"', 'key = "R01.1"', ("duplicate", "R01", "deliverables[2].key")),
    ('title = "会议信息（议定事项）"', 'title = " "', ("empty", "R01", "deliverables[1].title")),
    ('lead = ["区政务服务中心"]', "lead = [[]]", ("not-text", "R18", "lead[1]")),
    ('lead = ["区发改委", "区商务局"]', 'lead = ["区发改委", "区发展改革委"]', ("duplicate", "R06", "lead")),
    (MEETING, '{ kind = "sometime" }', ("not-one-of", "R01", f"{RULE}.kind")),
    (MEETING, '{ event = "meeting" }', ("missing", "R01", f"{RULE}.kind")),
    (MEETING, '"3 workdays"', ("not-table", "R01", RULE)),
    (MEETING, MEETING.replace("3", "-1"), ("out-of-range", "R01", f"{RULE}.amount")),
    (MEETING, MEETING.replace("3", "3.5"), ("not-number", "R01", f"{RULE}.amount")),
    (MEETING, MEETING.replace("workdays", "weeks"), ("not-one-of", "R01", f"{RULE}.unit")),
    (MEETING, MEETING.replace('"meeting"', '"metting"'), ("unknown-event", "R01", f"{RULE}.event")),
    (MEETING, MEETING.replace(" }", ", every = 1 }"), ("unknown-field", "R01", f"{RULE}.every")),
    (MEETING, '{ kind = "by_date", dates = [] }', ("empty", "R01", f"{RULE}.dates")),
    (MEETING, '{ kind = "by_date", dates = ["年底"] }', ("not-day", "R01", f"{RULE}.dates[1]")),
    (MEETING, '{ kind = "by_date", ' + YEAR_END + ', assumed = 1 }', ("not-flag", "R01", f"{RULE}.assumed")),
    (MEETING, '{ kind = "periodic", every = "week" }', ("not-one-of", "R01", f"{RULE}.every")),
    (MEETING, '{ kind = "periodic", every = "month", day = 31 }', ("out-of-range", "R01", f"{RULE}.day")),
    (MEETING, '{ kind = "gate", checks = [] }', ("empty", "R01", f"{RULE}.checks")),
    (ACCEPTANCE, "dates = [2018-08-31, 2018-07-31]", ("unordered", "R24", f"{RULE}.steps[1].dates")),
    (ACCEPTANCE, "dates = [2018-09-30]", ("unordered", "R24", f"{RULE}.steps")),
    (FIRST_STEP, 'key = "report"', ("duplicate", "R24", f"{RULE}.steps[2].key")),
    ("limit = 2018-09-30", "limit = 2018-09-01", ("unordered", "R24", f"{RULE}.limit")),
    (HALL, HALL.replace('"区政务服务中心"', ""), ("nobody", "R18", "deliverables[1].who")),
    (HALL, HALL.replace("区政务服务中心", "镇街道"), ("nobody", "R18", "deliverables[1].who")),
    ('task = "R28"', 'task = "R29"', ("unknown-task", "questions[32]", "task")),
    ('default = "不指定"', 'default = "随便"', ("not-one-of", "questions[14]", "default")),
    ('key = "R03-reviewer"', 'key = "R02-start"', ("duplicate", "questions[8]", "key")),
    ('choices = ["要", "不要"]', 'choices = ["要", "要"]', ("duplicate", "questions[31]", "choices")),
]

@pytest.mark.parametrize(("old", "new", "expected"), ONE_FAULT)
def test_one_wrong_place_is_one_fault_that_names_it(
    old: str, new: str, expected: tuple[str, str, str]
) -> None:
    assert [seen(fault) for fault in faults_of(changed(old, new))] == [expected]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("old", "new", "expected"), ONE_FAULT)
def test_every_fault_has_its_sentence_naming_file_row_and_field(
    locale: str, old: str, new: str, expected: tuple[str, str, str]
) -> None:
    for fault in faults_of(changed(old, new)):
        sentence = texts(locale)(fault.key, **fault.values)
        assert all(str(fault.values[name]) in sentence for name in ("file", "row", "field"))
