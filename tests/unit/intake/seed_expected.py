"""What a careful reader finds in 贵池区's table of 2018, row by row, written from the paper and its analysis.

`who`: parties by role, any spelling of a body, collective words as printed. `when`: one rule for each thing that the
row asks for, in the notation of `tests.corpus.judging.spoken`; (?) marks what only 系统默认 says.
"""

from typing import NamedTuple


class Expected(NamedTuple):
    """One row."""

    number: str
    who: str
    when: str


QUARTER = "每季度(?)"
ALL = "区政府各部门"
EXPECTED = (
    Expected("1", "责任 区政府办公室", "+3个工作日"),
    Expected("1", f"责任 {ALL}", "+3个工作日"),
    Expected("2", f"责任 {ALL}", "核对"),
    Expected("3", f"牵头 区编办；责任 {ALL}", "+1个工作日"),
    Expected("3", f"牵头 区政府办公室；责任 {ALL}", f"{QUARTER} + +20个工作日"),
    Expected("4", "牵头 区发改委、区商务局；责任 区政府有关部门", QUARTER),
    Expected("5", "牵头 区市场监管局；责任 区政府有关部门", QUARTER),
    Expected("6", "牵头 区财政局", f"{QUARTER} + {QUARTER}"),
    Expected("7", "责任 区发展改革委、区经信委、区公安分局、区国土资源分局、区环保局、区住房城乡建委、"
                  "区交通运输局、区水务局、区农委、区卫生计生委、区安全监管局、区林业局、区文广新局", QUARTER),
    Expected("8", "牵头 区财政局；责任 区政府有关部门", QUARTER),
    Expected("9", "责任 区教体局、区民政局、区环保局、区文广新局、区卫生计生委、区市场监管局、"
                  "区安全监管局、区扶贫办", QUARTER),
    Expected("10", f"责任 区政务公开办、{ALL}", QUARTER),
    Expected("11", "责任 区政府有关部门", " + ".join([QUARTER] * 4)),
    Expected("12", "责任 区发改委、区财政局、区住建委、区扶贫办、区环保局", QUARTER),
    Expected("13", f"牵头 区政府新闻办；责任 {ALL}", QUARTER),
    Expected("13", "牵头 区政府新闻办；责任 区教体局、区住建局、区安监局、区民政局、区食药监局、区人社局", QUARTER),
    Expected("14", f"牵头 区政府办、区政务公开办；责任 {ALL}", QUARTER),
    Expected("15", f"牵头 区政务服务中心；责任 {ALL}", QUARTER),
    Expected("16", f"牵头 区信息办；责任 {ALL}", f"{QUARTER} + {QUARTER}"),
    Expected("17", f"牵头 区信息办；责任 {ALL}", f"{QUARTER} + {QUARTER}"),
    Expected("18", "牵头 区政府办公室；责任 区政府相关部门", "2018-12-31"),
    Expected("19", "责任 区政府办", QUARTER),
    Expected("20", f"牵头 区政府办公室；责任 {ALL}", f"待上级 + 待上级 + {QUARTER} + {QUARTER}"),
    Expected("21", "责任 区政务公开办、区政府有关部门", "2018-07-31|2018-08-31→2018-08-31|2018-09-30≤2018-09-30"),
    Expected("22", f"责任 区政府办公室、区信息办、{ALL}", "核对 + 核对"),
    Expected("23", f"责任 区政务公开办、{ALL}", "2018-12-31"),
    Expected("24", "责任 区教体局、区环保局、区文广新局、区旅发委、区卫计委、区住建委、区民政局、"
                   "区人社局", "2018-12-31"),
    Expected("25", f"牵头 区政务公开办；责任 {ALL}",
             f"{QUARTER} + 2018-12-31 + {' + '.join([QUARTER] * 4)} + 不定"),
)

# Every spelling on the paper that has another one, grouped by body.
ONE_BODY = (
    {"区政府办公室", "区政府办"},
    {"区发展改革委", "区发改委"},
    {"区住房城乡建委", "区住建委", "区住建局"},
    {"区卫生计生委", "区卫计委"},
    {"区安全监管局", "区安监局"},
)
BODIES = 28     # with 区食药监局 as one of its own until the office says that it is 区市场监管局

# Traps of the paper: the row (from 1), the doubt that shows it, words that it quotes.
TRAPS = (
    (2, "no-start", "3个工作日内"),                        # 起算点含糊
    (2, "year-above", "牵头部门"),                        # 时限空
    (3, "inherited-bodies", "合法性审查"),                 # 单位、时限两格都空
    (3, "year-above", "合法性审查"),
    (3, "is-gate", "未明确的不予通过"),                    # 审查关口，不是交付物
    (5, "number-repeated", "3"),                        # 两个3
    (5, "several-subjects", "各单位"),                   # 一行三件事、几个主体
    (6, "no-separator", "区发改委区商务局"),               # 缺顿号
    (6, "group-members", "区政府有关部门"),                # 有关部门不可展开
    (8, "towns-in-words", "各乡镇"),                     # 镇街道、乡镇不在责任列
    (9, "open-list", "等"),                             # 等，开口
    (9, "only-in-content", "中标结果公示"),                # 两格列举不同
    (10, "only-in-content", "公共资源配置"),
    (11, "open-list", "等"),
    (12, "part-asks-group", "各部门"),                   # 各部门完善目录
    (12, "year-report", "年度报告"),                     # 年报是次年的事
    (13, "nobody-asked", "区政府有关部门"),               # 无牵头
    (13, "subject-not-listed", "区政务公开办"),           # 正文主体不在责任列
    (13, "slip", "向全发布"),                           # 错字
    (13, "slip", "实用图片"),
    (13, "count-differs", "九个方面"),                   # 九个方面实列八个
    (14, "open-list", "等"),
    (16, "words-unread", "退静"),                       # 错字 分别退静
    (16, "year-above", "重点做好"),
    (16, "merged-body", "区食药监局"),                   # 疑已并入市场监管局
    (16, "same-body", "区住建局"),                      # 他行为建委
    (16, "open-list", "等"),
    (19, "fewer-items", "区信息办"),                     # 重点内容5项，具体要求2项
    (20, "subject-without-members", "开设单位"),          # 群体写大了
    (21, "hidden-date", "年底前"),                      # 期限藏在重点内容里
    (21, "deadline-differs", "全年"),
    (21, "awaits-superior", "与市政府办对接"),            # 等外部
    (21, "group-members", "区政府相关部门"),
    (22, "vague-time", "定期"),                         # 周期缺失
    (23, "awaits-superior", "新修订"),                  # 触发事件2018年未发生
    (24, "dates-differ", "7月底前"),                    # 三套日期
    (25, "is-gate", "依法依规严格审查"),                  # 规则而非交付物
    (26, "awaits-superior", "省政府办公厅"),              # 依赖省政府办公厅要求
    (26, "group-beside-named-dated", "区政府各部门"),     # 公开办一件加每部门一件
    (27, "deadline-differs", "全年"),                   # 时限列与正文矛盾
    (27, "open-list", "等"),
    (28, "deadline-differs", "全年"),                   # 隐藏日期
    (28, "vague-time", "适时"),
)
