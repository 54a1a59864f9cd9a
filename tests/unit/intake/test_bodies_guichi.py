"""The real table of 2018, cell by cell: the same 28 responsible cells, whom they name, and every trap in them."""

import pytest

from obligations.intake.inquiry import Doubt
from obligations.intake.known import Known
from obligations.intake.who.bodies import subject_of
from obligations.intake.who.parties import Bodies
from tests.unit.intake.cells_read import kinds, one, read, told

TITLE = "贵池区2018年政务公开重点工作任务分工（征求意见稿）"
LEADS = "{}牵头，区政府各部门负责落实"
SOME = "{}牵头，区政府有关部门负责落实"
ROWS: list[tuple[str, str]] = [
    ("区政府办公室负责落实", "R 区政府办公室"),
    ("区政府各部门负责落实", "R <区政府各部门>"),
    ("区政府各部门负责落实", "R <区政府各部门>"),
    (LEADS.format("区编办"), "L 区编办, R <区政府各部门>"),
    (LEADS.format("区政府办公室"), "L 区政府办公室, R <区政府各部门>"),
    (SOME.format("区发改委区商务局"), "L 区发展改革委, L 区商务局, R <区政府有关部门>"),
    (SOME.format("区市场监管局"), "L 区市场监管局, R <区政府有关部门>"),
    ("区财政局牵头落实", "L 区财政局"),
    ("区发展改革委、区经信委、区公安分局、区国土资源分局、区环保局、区住房城乡建委、区交通运输局、区水务局、区农委、"
     "区卫生计生委、区安全监管局、区林业局、区文广新局等",
     "R 区发展改革委, R 区经信委, R 区公安分局, R 区国土资源分局, R 区环保局, R 区住房城乡建委, R 区交通运输局, "
     "R 区水务局, R 区农委, R 区卫生计生委, R 区安全监管局, R 区林业局, R 区文广新局"),
    (SOME.format("区财政局"), "L 区财政局, R <区政府有关部门>"),
    ("区教体局、区民政局、区环保局、区文广新局、区卫生计生委、区市场监管局、区安全监管局、区扶贫办等部门按职责分工分别负责落实",
     "R 区教体局, R 区民政局, R 区环保局, R 区文广新局, R 区卫生计生委, R 区市场监管局, R 区安全监管局, R 区扶贫办"),
    ("区政务公开办、区政府各部门负责落实", "R 区政务公开办, R <区政府各部门>"),
    ("区政府有关部门按职责分工负责落实", "R <区政府有关部门>"),
    ("区发改委、区财政局、区住建委、区扶贫办、区环保局等部门按职责分工负责落实",
     "R 区发展改革委, R 区财政局, R 区住房城乡建委, R 区扶贫办, R 区环保局"),
    (LEADS.format("区政府新闻办"), "L 区政府新闻办, R <区政府各部门>"),
    ("区政府新闻办牵头，区教体局、区住建局、区安监局、区民政局、区食药监局、区人社局等部门按照部门职责分工分别退静",
     "L 区政府新闻办, R 区教体局, R 区住房城乡建委, R 区安全监管局, R 区民政局, R 区食药监局, R 区人社局"),
    (LEADS.format("区政府办、区政务公开办"), "L 区政府办公室, L 区政务公开办, R <区政府各部门>"),
    (LEADS.format("区政务服务中心"), "L 区政务服务中心, R <区政府各部门>"),
    (LEADS.format("区信息办"), "L 区信息办, R <区政府各部门>"),
    (LEADS.format("区信息办"), "L 区信息办, R <区政府各部门>"),
    ("区政府办公室牵头，区政府相关部门负责落实", "L 区政府办公室, R <区政府相关部门>"),
    ("区政府办", "R 区政府办公室"),
    (LEADS.format("区政府办公室"), "L 区政府办公室, R <区政府各部门>"),
    ("区政务公开办，区政府有关部门", "R 区政务公开办, R <区政府有关部门>"),
    ("区政府办公室、区信息办、区政府各部门负责落实", "R 区政府办公室, R 区信息办, R <区政府各部门>"),
    ("区政务公开办、区政府各部门负责落实", "R 区政务公开办, R <区政府各部门>"),
    ("区教体局、区环保局、区文广新局、区旅发委、区卫计委、区住建委、区民政局、区人社局等部门按职责分工负责落实",
     "R 区教体局, R 区环保局, R 区文广新局, R 区旅发委, R 区卫生计生委, R 区住房城乡建委, R 区民政局, R 区人社局"),
    (LEADS.format("区政务公开办"), "L 区政务公开办, R <区政府各部门>"),
]
ONE_BODY = [
    {"区政府办公室", "区政府办"}, {"区发展改革委", "区发改委"}, {"区住房城乡建委", "区住建委", "区住建局"},
    {"区卫生计生委", "区卫计委"}, {"区安全监管局", "区安监局"},
]
NO_DEPARTMENTS = {"区政务公开办", "区编办", "区政府新闻办", "区食药监局"}


@pytest.fixture(scope="module")
def table() -> tuple[Bodies, list[Doubt]]:
    return read([cell for cell, _ in ROWS], title=TITLE, known=Known("池州市贵池区"))


@pytest.mark.parametrize("place", range(len(ROWS)), ids=lambda place: f"R{place + 1:02}")
def test_every_row_names_exactly_these(table: tuple[Bodies, list[Doubt]], place: int) -> None:
    assert told(table[0], place) == ROWS[place][1]


def test_no_body_is_missed_and_none_is_invented(table: tuple[Bodies, list[Doubt]]) -> None:
    wanted = [set(parties.split(", ")) for _, parties in ROWS]
    found = [set(told(table[0], place).split(", ")) for place in range(len(ROWS))]
    right = sum(len(one & other) for one, other in zip(wanted, found, strict=True))
    assert right == sum(map(len, wanted)) == sum(map(len, found))


def test_every_group_of_spellings_is_one_body(table: tuple[Bodies, list[Doubt]]) -> None:
    spelled = [{body.name, *body.aliases} for body in table[0].departments]
    assert [spellings for spellings in spelled if len(spellings) > 1] == ONE_BODY or \
        sorted(map(sorted, (s for s in spelled if len(s) > 1))) == sorted(map(sorted, ONE_BODY))
    assert len(spelled) == 28


def test_the_doubts_are_those_of_a_careful_clerk(table: tuple[Bodies, list[Doubt]]) -> None:
    assert sorted(kinds(table[1])) == ["merged-body", "no-separator", *["open-list"] * 5, "same-body", "words-unread"]
    assert one(table[1], "no-separator").quote.text == "区发改委区商务局"
    assert one(table[1], "merged-body").values == {"first": "区市场监管局", "second": "区食药监局"}
    assert one(table[1], "same-body").quote.text == "区住建局"
    assert one(table[1], "words-unread").quote.text == "退静"


def test_a_doubt_says_in_which_row_its_words_stand(table: tuple[Bodies, list[Doubt]]) -> None:
    doubt = one(table[1], "no-separator")
    assert (doubt.row, doubt.quote.place.row) == (5, 7)


def test_all_departments_are_the_24_that_are_departments(table: tuple[Bodies, list[Doubt]]) -> None:
    groups = {group.name: {member.department for member in group.members} for group in table[0].groups}
    assert groups["区政府各部门"] == {body.name for body in table[0].departments} - NO_DEPARTMENTS
    assert len(groups["区政府各部门"]) == 24
    assert groups["区政府有关部门"] == groups["区政府相关部门"] == set()


@pytest.mark.parametrize(("clause", "name"), [
    ("区政务公开办组织相关部门，做好发布", "区政务公开办"),
    ("区政务公开办公室适时组织督查", "区政务公开办"),
    ("区政府各部门主要负责同志要履行职责", "区政府各部门"),
    ("请区政府办与市政府办对接", "区政府办公室"),
    ("1.区信息办根据要求改版", "区信息办"),
    ("区信息办、区编办做好衔接", "区信息办"),
    ("市政府办要求", None),
    ("按制度要求及时公开", None),
    ("区政府全体会议结束后", None),
    ("区政府有关部门", "区政府有关部门"),
])
def test_a_clause_says_whom_it_asks(table: tuple[Bodies, list[Doubt]], clause: str, name: str | None) -> None:
    party = subject_of(clause, table[0])
    assert (party and (party.department or party.group)) == name
