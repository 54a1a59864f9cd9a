"""What offices write into the cell 时限 and into prose, wording by wording: the rule for the plan's year, or a question
that quotes the words; nothing else."""

import pytest

from tests.corpus.judging import spoken
from tests.unit.intake.rules_cast import row, timed

YEAR = 2026
SURE_CELLS = """
2026-06-30 =>
    6月下旬|2026/6/30|2026.6.30|2026-6-30|上半年|6月底前（第一批）|6月底|6月末|六月底前|6 月 底 前|6月30日|6月30日前|
    6月30号前|六月三十日前|二〇二六年六月底前|２０２６年６月底前|不晚于6月30日|不迟于6月底|最迟6月底|截止6月30日|
    截至6月30日|6月30日截止|6月30日止|6月30日之前|6月30日17时前|今年6月底前|6月底前并长期坚持
2026-06-20 => 6月中旬
2026-09-30 => 三季度末|三季度|第三季度|2026年6月至9月|2026年6月-2026年9月|6-9月|一至三季度
2026-11-30 => 11月|11月份|十一月份
2026-12-31 => 年底|年底前|年末|年终|年内|本年度内|2026年底前|2026年内|下半年|今年底前|当年12月底|当年内
2026-03-31 => 2025年12月至2026年3月|1-3月|第一季度末前
2027-01-31 => 次年1月31日前
2027-03-31 => 次年一季度|明年一季度|明年3月底前|翌年3月|来年一季度
每季度 => 分季度|按季度|按季|季度|一季度一次|每季度一次|每季末|每季度最后一个月|逐季|一季一通报|定期（每季度）|
    全年（每季度一次）|每季度不少于1次
每季度25 => 每季末月25日前
每月 => 按月|月度|一月一次|每月一次|逐月|一月一调度|每月至少1次|每月末|每月月底|每月31日|每月最后一天
每月10 => 每月10日前
每月25 => 每月25日前|每月二十五日前
每年 => 每年|年度|一年一次|每年年底前|每年不少于1次
每年20 => 每年12月20日前
每半年 => 每半年|半年|半年一次|上半年、下半年各一次|上下半年各一次|半年一小结
+20个工作日 => 自信息形成之日起20个工作日内|收到申请20个工作日内
+3个工作日 => 会后3个工作日内|会议结束后3个工作日内
+5日 => 发文后5日内
+7日 => 开学后一周内
+5小时 => 遇突发事件5小时内
"""
ASKED_CELLS = """
每旬 每周 每双月 每隔月 逢五 逢双月 双月 单月 隔月 工作日 每个工作日 节前 春节前 国庆节前 两会后 两会前 汛期 汛前
主汛期前 学期初 学期末 每学期 每学期末 开学前 次月10日前 每季度首月10日前 每季度结束后15日内 半年后 半年内 一个月内
两周内 5日内 五个工作日内 72小时内 24小时以内 24小时 发文后 上旬 中旬 下旬 6月上旬前 第三季度前 全年 长期 长期坚持
常态化 持续推进 12.31前 12.31 12/31 6-30 6.30 6月31日 2月30日 2月29日前 13月 13月底前 5月和11月 5月、11月
5月、11月底前 每年4月、10月 每年5月和11月 按年 一年两次 季末 月末 月底 月底前 2026年 2025年底前 去年底前
12月底前，每季度 每季度，12月底前 即时 实时 当天 当日 及时 随时 立即 尽快 按要求 按上级要求 适时 定期 不定期 另行通知
待定 / 无 上、下半年 上半年6月底前、下半年12月底前 6月底和12月底前 6月30日、12月31日 3、6、9、12月
3月、6月、9月、12月 每季度第一个月 每月前5个工作日 每月最后一个工作日 每月第一周 每周五 每周五前 两周一次 双周 每日
每10天 每三个月 每两年 三年内 十四五期间 6月30日前后 6月左右 6月初 6月前 7月中下旬 6月1日起 Q2 年初 年中 年中前
五一前 十一前 元旦前 高考前 会后 3个工作日 20日 10天 15日内 1个月 60日内 次日 下月5日前 本月底 本季度内 本周五前 近期
分阶段 逐年 月报 月调度、季通报 每年6月30日前 每年3月底前 每年至少2次 不少于4次 每月不少于2次 每半月 半月一次 每10日
每月1日、15日 每月30日前 隔周 两年一次 任期内 6.5 2026.12 2026-12 20260630 26年6月底前 25年底
"""
SURE_PROSE = """
每半年 => 上半年、下半年各公布一次财政收支|每年上、下半年各公布一次|半年公布一次|每半年至少一次
每季度 => 分季度公布收支|季度公布一次|至少每季度公布一次|原则上每季度一次
每月 => 每月月末公布|6月起按月公布|从7月起每月公布
每年 => 每年不少于1次|至少每年更新一次
2026-08-31 => 8月底之前公布|八月三十一日前公布|8月31日17:00前公布
+20个工作日 => 收到申请20个工作日内答复|文件印发20个工作日内公开
+5小时 => 遇突发事件5小时内发声|发生突发事件的，5小时内发布信息
+5个工作日 => 信息变更的，应当在5个工作日内更新|每次检查结束后5个工作日内公布
+3个工作日 => 除依法不公开的外，会后3个工作日内公开|会议结束3个工作日内公开
"""
ASKED_PROSE = """
6月、12月+各公布一次 5月和11月+公布抽检结果 每年4月、10月+开展测评 逐旬+公布 每旬+公布 双月+更新 隔月+公布 逢五+公布
每逢重大节日+公布 节前+公布抽检 春节前+公布值班表 学期初+公布 学期末+公布 开学前+公布收费标准 暑假前+公布
供暖季前+公布 主汛期来临前+公布 次月10日前+公布 半年后+评估 两周内+公布 月底+公布 年中+公布 年初+公布 每周五+公布
每年公布2次+ 每月召开3次+新闻发布会 季公布+、年汇总 周调度+ 月通报+ 按周+公布 6月31日前+公布 2月30日前+公布 13月+公布
6月初+公布 25年6月底前+公布 下半年+公布
"""


def each(table: str) -> list[tuple[str, str]]:
    """The wordings of a table, each with its rule."""
    joined = table.strip().replace("|\n    ", "|").replace("=>\n    ", "=> ")
    pairs = [line.split(" => ") for line in joined.split("\n")]
    return [(words, rule) for rule, listed in pairs for words in listed.split("|")]


@pytest.mark.parametrize(("words", "rule"), each(SURE_CELLS))
def test_a_cell_that_is_plain_is_the_rule_and_nothing_is_asked(words: str, rule: str) -> None:
    one, doubts = timed(row("公布目录", words), year=YEAR)
    assert (spoken(one.rule), [doubt.kind for doubt in doubts if doubt.choices]) == (rule, [])


@pytest.mark.parametrize("words", ASKED_CELLS.split())
def test_a_cell_that_is_not_plain_is_asked_in_all_of_its_words(words: str) -> None:
    one, doubts = timed(row("公布目录", words), year=YEAR)
    assert one.assumed
    assert [doubt.quote.text for doubt in doubts if doubt.choices] == [words]


@pytest.mark.parametrize(("words", "rule"), each(SURE_PROSE))
def test_plain_prose_is_the_rule_and_nothing_is_asked(words: str, rule: str) -> None:
    one, doubts = timed(row(words, "全年"), year=YEAR)
    assert (spoken(one.rule), [doubt.kind for doubt in doubts if doubt.choices]) == (rule, [])


@pytest.mark.parametrize(("words", "behind"), [one.split("+") for one in ASKED_PROSE.split()])
def test_words_in_prose_that_are_not_plain_are_asked(words: str, behind: str) -> None:
    one, doubts = timed(row(words + behind, "全年"), year=YEAR)
    assert one.assumed
    assert [doubt.quote.text for doubt in doubts if doubt.choices] == [words]


@pytest.mark.parametrize("words", ["二次供水水质每年公布一次", "公布2026年中国品牌日活动", "公布环节前置清单",
                                   "公布日报道", "公布双周刊", "围绕汛期工作公布", "每年公布一次二级目录"])
def test_words_that_only_look_rare_are_not_asked(words: str) -> None:
    asked = {doubt.kind for doubt in timed(row(words, "全年"), year=YEAR)[1]}
    assert asked <= {"all-year-rhythm", "deadline-differs"}


def test_a_rhythm_that_begins_later_is_remarked_on() -> None:
    _, doubts = timed(row("从7月起每月公布", "每月"), year=YEAR)
    assert [(doubt.kind, doubt.quote.text) for doubt in doubts] == [("rhythm-from", "7月起每月")]


def test_a_year_s_day_said_for_every_year_is_asked_with_this_year_s() -> None:
    _, doubts = timed(row("公布目录", "每年3月底前"), year=YEAR)
    assert [choice.id for choice in doubts[0].choices][:2] == ["by:2026-03-31", "ongoing"]
