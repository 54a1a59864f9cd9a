"""One cell after another, from invented places of four levels: exactly these parties, exactly these doubts."""

import pytest

from obligations.intake.source import Column
from tests.unit.intake.cells_read import kinds, read, told

LISTS = [
    ("县财政局", "R 县财政局"),
    ("县财政局、县民政局", "R 县财政局, R 县民政局"),
    ("县财政局，县民政局", "R 县财政局, R 县民政局"),
    ("县财政局;县民政局", "R 县财政局, R 县民政局"),
    ("县财政局/县民政局", "R 县财政局, R 县民政局"),
    ("县财政局　县民政局", "R 县财政局, R 县民政局"),
    ("县财政局\n县民政局", "R 县财政局, R 县民政局"),
    ("县财政局、县民政局。", "R 县财政局, R 县民政局"),
    ("1.县财政局；2.县民政局", "R 县财政局, R 县民政局"),
    ("县财政局和县民政局", "R 县财政局, R 县民政局"),
    ("县财政局以及各乡镇", "R 县财政局, R <各乡镇>"),
    ("县财政局联合县民政局", "R 县财政局, R 县民政局"),
    ("县委组织部与县委宣传部", "R 县委组织部, R 县委宣传部"),
    ("县退役军人事务局及县人力资源和社会保障局", "R 县退役军人事务局, R 县人力资源和社会保障局"),
    ("县文化和旅游局、县发展和改革委员会", "R 县文化和旅游局, R 县发展和改革委员会"),
    ("县住房和\n城乡建设局", "R 县住房和城乡建设局"),
    ("县 财 政 局", "R 县财政局"),
    ("县政府\n办公室", "R 县政府办公室"),
    ("县财政局、民政局、教育局", "R 县财政局, R 县民政局, R 县教育局"),
    ("县委组织部、宣传部、县财政局", "R 县委组织部, R 县委宣传部, R 县财政局"),
    ("团县委、县妇联、县总工会、县残联", "R 团县委, R 县妇联, R 县总工会, R 县残联"),
    ("县人大常委会办公室、县政协办公室、县纪委监委", "R 县人大常委会办公室, R 县政协办公室, R 县纪委监委"),
    ("县委、县政府", "R 县委, R 县政府"),
    ("县法院、县检察院、云江供电公司", "R 县法院, R 县检察院, R 云江供电公司"),
    ("青山镇人民政府、河口乡、城关街道办事处", "R 青山镇人民政府, R 河口乡, R 城关街道办事处"),
    ("和平镇、县消防救援大队", "R 和平镇, R 县消防救援大队"),
    ("县农业农村和水利局、县人社和医保局", "R 县农业农村和水利局, R 县人社和医保局"),
    ("各行政村、各股室", "R <各行政村>, R <各股室>"),
    ("县财政局+县民政局", "R 县财政局, R 县民政局"),
    ("县自由贸易区办公室、县科协", "R 县自由贸易区办公室, R 县科协"),
    ("无", ""),
    ("—", ""),
]
NEVER_CUT = ["县市场监管局", "县市场监督管理局", "县城市管理局", "县县域经济办", "团县委", "县委党校", "县委宣传部",
             "市自然资源和规划局云江分局", "县政府新闻办", "县委编办", "县机关事务管理局", "县城市管理委员会办公室",
             "县政务服务数据管理局", "县人力资源和社会保障局", "中国移动云江分公司", "县区域合作办"]
ROLES = [
    ("县财政局牵头，县民政局、县教育局配合", "L 县财政局, S 县民政局, S 县教育局"),
    ("县财政局牵头、县民政局配合、县教育局参与", "L 县财政局, S 县民政局, S 县教育局"),
    ("县财政局牵头，县民政局负责落实", "L 县财政局, R 县民政局"),
    ("县财政局牵头落实", "L 县财政局"),
    ("县财政局牵头负责，县民政局、各镇按职责分工配合", "L 县财政局, S 县民政局, S <各镇>"),
    ("县财政局、县民政局牵头；县教育局负责", "L 县财政局, L 县民政局, R 县教育局"),
    ("牵头单位：县财政局；配合单位：县民政局、县教育局", "L 县财政局, S 县民政局, S 县教育局"),
    ("牵头单位:县财政局\n配合单位:县民政局", "L 县财政局, S 县民政局"),
    ("牵头：县财政局 配合：县民政局", "L 县财政局, S 县民政局"),
    ("主办单位：县财政局，协办单位：县民政局", "L 县财政局, S 县民政局"),
    ("（责任单位：县财政局）", "R 县财政局"),
    ("责任单位为县财政局，县民政局参与", "R 县财政局, S 县民政局"),
    ("由县财政局会同县民政局", "L 县财政局, S 县民政局"),
    ("由县财政局会同县民政局、县教育局按职责分工负责", "L 县财政局, R 县民政局, R 县教育局"),
    ("县财政局牵头，会同县委网信办、县公安局", "L 县财政局, S 县委网信办, S 县公安局"),
    ("县财政局、县民政局分别负责", "R 县财政局, R 县民政局"),
    ("县财政局、县民政局按职责分工分别负责落实", "R 县财政局, R 县民政局"),
    ("县财政局、县民政局按照各自职责抓好落实", "R 县财政局, R 县民政局"),
    ("县财政局负责，各乡镇配合", "R 县财政局, S <各乡镇>"),
    ("县财政局（牵头）、县民政局、县教育局", "L 县财政局, R 县民政局, R 县教育局"),
    ("县财政局（牵头单位）、县民政局（配合单位）", "L 县财政局, S 县民政局"),
    ("县财政局\n（牵头）\n县民政局", "L 县财政局, R 县民政局"),
    ("县财政局为牵头单位，县民政局为配合单位", "L 县财政局, S 县民政局"),
    ("县政协办公室牵头", "L 县政协办公室"),
    ("县财政局、县民政局共同牵头", "L 县财政局, L 县民政局"),
    ("县财政局牵头抓总，县直相关单位各负其责", "L 县财政局, R <县直相关单位>"),
    ("县财政局会商县民政局", "L 县财政局, S 县民政局"),
    ("县财政局牵头（县民政局配合）", "L 县财政局, S 县民政局"),
    ("县财政局〔牵头〕、县民政局【配合】", "L 县财政局, S 县民政局"),
    ("县发展改革委牵头，县科技局按职责分工负责，各乡镇人民政府、街道办事处具体落实",
     "L 县发展改革委, R 县科技局, R <各乡镇人民政府>, R <街道办事处>"),
]
DOUBTFUL = [
    ("县发改委县商务局", "R 县发改委, R 县商务局", ["no-separator"]),
    ("县市场监管局县城管局县住建局", "R 县市场监管局, R 县城管局, R 县住建局", ["no-separator"]),
    ("县财政局各乡镇", "R 县财政局, R <各乡镇>", ["no-separator"]),
    ("财政局民政局", "R 县财政局, R 县民政局", ["no-separator"]),
    ("县委县政府督查室", "R 县委县政府督查室", ["no-separator"]),
    ("县财政局等部门", "R 县财政局", ["open-list"]),
    ("县财政局、县民政局等单位按职责分工负责", "R 县财政局, R 县民政局", ["open-list"]),
    ("县财政局、县民政局等2个部门", "R 县财政局, R 县民政局", []),
    ("县财政局、县民政局等三家单位", "R 县财政局, R 县民政局", ["open-list"]),
    ("县财政局，县民政局配合", "R 县财政局, S 县民政局", ["role-reach"]),
    ("县财政局，县民政局牵头", "L 县财政局, L 县民政局", ["role-reach"]),
    ("县财政局（国库股）", "R 县财政局", ["words-in-brackets"]),
    ("县委宣传部（县政府新闻办）", "R 县委宣传部", ["in-brackets"]),
    ("县教育局 张某 电话 123", "R 县教育局", ["words-unread"]),
    ("县财政局主要负责人", "R 县财政局", ["words-unread"]),
    ("县财政局按职责分工退静", "R 县财政局", ["words-unread"]),
    ("县财政局◎、县民政局", "R 县财政局, R 县民政局", ["words-unread"]),
    ("县财政局、县烟草", "R 县财政局", ["not-a-body"]),
    ("县财政局、张某", "R 县财政局", ["not-a-body"]),
    ("根据工作需要另行确定", "", ["words-unread"]),
    ("负责落实", "", ["words-unread"]),
    ("县公安局交警大队", "R 县公安局交警大队", ["part-of-body"]),
    ("县教育局：统筹学校；县财政局", "R 县教育局, R 县财政局", ["words-unread"]),
    ("县教育局及其所属单位", "", ["not-a-body"]),
    ("省工信厅、财政厅", "R 省工信厅, R 省财政厅", ["which-level"]),
]
LEVELS = [
    ("青河区2019年政务公开任务分工", "区教体局、区文广新局等部门", "R 区教体局, R 区文广新局"),
    ("青河区2019年政务公开任务分工", "临川市财政局、青河区财政局", "R 临川市财政局, R 青河区财政局"),
    ("临川市2022年政务公开任务分工", "市财政局、民政局，各县（市、区）人民政府",
     "R 市财政局, R 市民政局, R <各县（市、区）人民政府>"),
    ("临川市2022年政务公开任务分工", "市市场监管局市民政局", "R 市市场监管局, R 市民政局"),
    ("江东省2020年政务公开任务分工", "省工信厅、财政厅、住建厅", "R 省工信厅, R 省财政厅, R 省住建厅"),
    ("江东省2020年政务公开任务分工", "省发展改革委、各市、县人民政府", "R 省发展改革委, R <各市、县人民政府>"),
    ("任务分工表", "财政局、民政局", "R 财政局, R 民政局"),
]


@pytest.mark.parametrize(("cell", "parties"), LISTS + ROLES)
def test_a_plain_cell_is_read_without_any_doubt(cell: str, parties: str) -> None:
    bodies, doubts = read([cell])
    assert (told(bodies), kinds(doubts)) == (parties, [])


@pytest.mark.parametrize("name", NEVER_CUT)
def test_a_name_that_looks_like_two_stays_one(name: str) -> None:
    bodies, doubts = read([name])
    assert (told(bodies), kinds(doubts)) == (f"R {name}", [])


@pytest.mark.parametrize(("cell", "parties", "doubted"), DOUBTFUL)
def test_a_doubtful_cell_is_read_by_the_default_and_asked_about(
        cell: str, parties: str, doubted: list[str]) -> None:
    bodies, doubts = read([cell])
    assert (told(bodies), kinds(doubts)) == (parties, doubted)


@pytest.mark.parametrize(("title", "cell", "parties"), LEVELS)
def test_every_level_of_government_is_read(title: str, cell: str, parties: str) -> None:
    assert told(read([cell], title=title)[0]) == parties


@pytest.mark.parametrize(("column", "parties"), [
    (Column.LEAD, "L 县财政局, L 县民政局"),
    (Column.RESPONSIBLE, "R 县财政局, R 县民政局"),
    (Column.SUPPORTING, "S 县财政局, S 县民政局"),
])
def test_the_column_gives_the_role_where_the_cell_gives_none(column: Column, parties: str) -> None:
    assert told(read(["县财政局、县民政局负责"], column=column)[0]) == parties


@pytest.mark.parametrize(("note", "cell", "parties"), [
    ("注：列第一位者为牵头单位", "县财政局、县民政局", "L 县财政局, R 县民政局"),
    ("排在第一位的为牵头单位，其他为配合单位。", "县财政局、县民政局", "L 县财政局, S 县民政局"),
    ("责任单位中第一个为牵头部门", "县财政局", "L 县财政局"),
    ("列首位的为牵头单位", "县财政局牵头，县民政局负责", "L 县财政局, R 县民政局"),
    ("标*的为牵头单位", "县财政局、县民政局*", "R 县财政局, L 县民政局"),
    ("带“★”号的是牵头单位", "县民政局、★县财政局", "R 县民政局, L 县财政局"),
])
def test_a_note_says_which_of_several_leads(note: str, cell: str, parties: str) -> None:
    bodies, doubts = read([cell], notes=[note])
    assert (told(bodies), kinds(doubts)) == (parties, [])


def test_a_note_about_bold_names_is_shown_for_type_cannot_be_read() -> None:
    bodies, doubts = read(["县财政局、县民政局"], notes=["加粗的为牵头单位"])
    assert (told(bodies), kinds(doubts)) == ("R 县财政局, R 县民政局", ["bold-lead"])
