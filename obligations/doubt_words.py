"""The words that take a report back, put it off, question it or make an exception; one of them is enough to ask.

They count wherever they stand, in a title too. What may stand beside a report is said in `plain_words.py`.
"""

import re

# Short signs on purpose: a question too many costs a word, a closure too many is a false ledger.
_SIGNS = {
    "denial": "不 没 未 无 别 勿 否 莫 非 难 拒 免 木有 休想 零报告 空表",
    "question": """
        ? 吗 嘛 吧 呢 么 哪 谁 怎 咋 啥 问 求 多少 可否 何时 何处 如何 为何 几时 几号 几点 看看 看一下 看下 帮看 提点
        提些 提个 给点 建议公开 建议在 建议由 建议按 建议另 建议把
    """,
    "doubt": """
        可能 也许 大概 好像 似乎 估计 应该 或 疑 猜 有误 可以 勉强 据说 听说 凑合 拿不准 核对 核一下 确认一下 定夺
        把关 指正 斟酌 商量 研究一下 签字 领导说 说
    """,
    "trouble": "错 差 问题 异常 失败 毛病 乱码 故障 维护 卡 崩 坏 黄了 瘫痪 空白 重复 404 500 502",
    "trial": """
        测 试 演示 样例 样张 样本 样稿 范例 范本 范文 例如 比如 举例 示例 例子 模板 模版 参考 参照 仿照 借鉴 参阅 出处
        背景 国务院 省政府文件 市政府文件 红头文件 供了解 中央文件 中央通知 教程 同类
    """,
    "exception": "依申请 申请公开 豁免 涉密 保密 秘密 机密 密级 隐私 敏感 内部 内网 仅供 仅限 限于 例外 对内",
    "future": """
        明天 明日 明早 明晚 明年 后天 次日 隔天 下周 下月 下个 下星期 下季 准备 打算 拟 将 预计 争取 力争 尽快 尽早
        尽量 马上 立即 立刻 稍后 稍等 稍晚 等 待 须 需 应 过几 过两 改天 改日 回头 抽空 择日 择期 暂 先 还 再 延期
        延迟 推迟 推后 宽限 顺延 缓 晚点 晚些 后面 之后 以后 届时 到时 随后 后补 后续 一会 催 提醒我 正在 在弄 在办
        在做 在审 在传 在走 审批后 审核后 流程中 要 想 会发 会公 会补 会尽 会在 会挂 会传 会报 有空 抓紧 着手 陆续
        逐步 在处理 在整理 在联系 在修 在核 在协调 在填报 在录入 在发布 在上传 在更新 报批 预约 定时 一起 一旦 视情
        酌情 按需
    """,
    "old": """
        旧 老 原来 原先 原有 原链接 原网址 原地址 原网页 以前 之前 从前 此前 过去 去年 上年 上一年 往年 前年 上次 上回
        早前 曾 换 改 更正 作废 过期 失效 废 撤 删 取消 退回 下架 下线 关停 停 屏蔽 拦截 替换 上个 上一 上期 上季 上月
        历史
    """,
    "another's": """
        别的 其他单位 其它单位 其他部门 其它部门 其他局 他们 他局 兄弟单位 外单位 别人 人家 市局 省厅 省局 市里 省里
        县里 上级 归 应由 误 抄 借用 隔壁 对方 移交 交给 划转 划归 责任单位是 转 负责 牵头 承办 主办 主管 主责 代发
        代为 配合单位 厅
    """,
    "incomplete": """
        部分 一部 一半 半 只 仅 光是 缺 少 漏 除 另 余下 其余 剩 草稿 草案 初稿 讨论稿 意见稿 送审 报审 审核中 审批中
        审议中 办理中 整理中 进行中 制作中 处理中 排版 校对 完善 补 基本 差不多 尚 快好 快了 快要 快完 弄了 一点 临时
        占位 占个 空着 前半 简版 初步 大致 大体 大部 几乎 % 百分 了标题
    """,
    "contrast": "但 却 只是 然而 可是 如果 假如 若 倘 万一 虽 尽管 即使 反而 仍",
    "mark": "❌ ✖ ✗ ✘ × 👎 ❓ ❔ 🚫 ⛔ ⚠ 🤔 🙅",
}
# In a title a question is a heading (《如何办理登记》) and a draft's words are not the writer's own.
_TITLE_SIGNS = ("denial", "exception", "old", "incomplete", "another's")
_ENGLISH = """
    not never yet will tomorrow later soon pending draft test tests wrong error old cannot how why what when if but
    reference fyi review progress almost
"""
_ASKING = (
    r"(?<![a-z])(?<!here )(?:is|are|was|has|have|does|do|can|could)\s+(?:this|it|that|these|the|you|i|we)(?![a-z])|n't"
    r"|(?<![a-z])on it|for information"
)

_UNDER_WAY = (
    "(?:公开|公示|发布|上传|更新|整改|建设|办理|审核|审批|制作|整理|收集|会签|编制|起草|升级|调整|处置|处理|报送|填报|完善|协调|对接|排查)"
    "中(?![心国央小标期学医])"
)
# 池州市教育局 is the city's; 池州市贵池区财政局 is not.
_OF_THE_CITY = "[\u4e00-\u9fff]{2}市(?![\u4e00-\u9fff]{0,8}[区县])[\u4e00-\u9fff]{1,8}[局委](?![员托])"
_REQUEST = "(?<!销号)申请(?!销号|办结|核销|表|书|人|条件|指南|材料)|情况说明|目前(?:的?进[度展]|情况)"
_ONLY_HEARD = "已(?:知悉|收到|了解|阅|悉|学习|知晓)"
_BACKGROUND = "操作(?:说明|手册|指南|流程)|(?:通知|文件)原文"
_INTENDED = "计划(?:[0-9一二三四五六七八九十]|公|发|在|于|上|本|近)"
# 周五公开 is a promise until somebody says 周五已公开 or 周五公开了.
_PROMISE = (
    "(?<!于)(?:今晚|晚上|今天|今日|下午|节前|国庆前|近期|近日|不日|本周|本月|本季度|[日月年季]内|[月季年](?:初|底|末)|[上中下]旬|[上下]半年"
    "|周[一二三四五六日天末]|星期[一二三四五六日天])(?:上午|下午|晚上|[内里前])?(?:[0-9]{1,2}[点时:](?:[0-9]{2}分?|半)?)?"
    "(?:统一|集中|正式)?(?:在网[上站]|主动)?"
    "(?:公开|发|公布|公示|上传|挂|上网|完成|办)(?!了|完|好|布了|出了|信息|情况|内容|链接|网址)"
)

# Nouns that only contain a sign, under the sign they contain: 领导干部分工 has nothing to do with 部分.
_NOUNS = {
    "不": "不好意思 不动产 不见面 不合格食品 不合格产品 不良信息 不良贷款 不忘初心",
    "未": "未成年人 未来",
    "没": "没收 罚没",
    "无": "无障碍 无偿献血 无线电 无公害 无违建 无证无照 无人机 无烟",
    "别": "类别 级别 性别 特别 分别 区别 个别 识别 差别化",
    "非": "非常 非税 非遗 非物质 非公 非法集资 非农 非营利 非洲猪瘟 非洲",
    "难": "困难 灾难 疑难 难点 难题",
    "免": "减免 免费 免税 免疫 免检 免试 任免 职务任免 免职 免征 免缴 免除",
    "问": "问答 问责 问政 问效 问询 访问 慰问 顾问 问卷 问需",
    "问题": "问题整改 问题清单 热点问题",
    "求": "按要求 要求公开 工作要求 文件要求 有关要求 相关要求 需求 求职 实事求是",
    "疑": "疑难",
    "差": "差旅 差价 差异 出差",
    "错": "错峰 纠错 容错",
    "维护": "维护稳定 市场维护",
    "卡": "社保卡 公交卡 市民卡 一卡通 卡口",
    "测": "测评 测绘 测量 监测 检测 测算 预测 观测",
    "试": "试点 试行 试验 考试 面试 笔试 复试 初试 中试 试卷 试题 免试",
    "密": "保密制度 保密教育",
    "将": "已将 现将 将军",
    "拟": "拟任 拟录用 拟聘用 拟推荐 拟表彰 拟认定 拟补助 拟提拔",
    "等": "等级 等次 平等 高等 初等 中等 等奖 等额",
    "待": "接待 待遇 优待 招待 对待",
    "须": "必须招标",
    "应": "应急 供应 响应 应对 回应 应用 适应 对应 反应 相应 应届 应诉",
    "暂": "暂行",
    "先": "先进 优先 先锋 先行 率先 少先队 先后",
    "还": "还款 偿还 退还 还本 还林 还建",
    "再": "再生 再就业 再贷款 再担保 再教育 再次报送 再次感谢",
    "可以": "可以销号",
    "缓": "缓解 缓冲",
    "后续": "后续管理 后续监管",
    "要": "要点 纪要 摘要 重要 主要 必要 概要 要闻 要素 提要 简要 要求",
    "想": "思想 理想",
    "旧": "老旧小区 旧城 旧小区",
    "废": "废物 废弃 废水 废气 废旧",
    "老": "老师 老年 养老 老龄 老干部 老区 老旧 老人 老城 敬老 老百姓 老字号",
    "换": "换届 换发 换证 置换 换热",
    "停": "停车 停水 停电 停气 停产 停牌 停业",
    "改": "改革 整改 改造 改善 改进 改建 改制 改扩建 改版 改厕 技改 发改 住改 房改 土改 改良",
    "撤": "撤并",
    "取消": "取消和调整 取消行政 取消证明 取消收费",
    "归": "归档 归集 归口 归侨 回归",
    "误": "误工",
    "上级": "上级资金 上级补助 上级转移 上级专项",
    "部分": "干部分",
    "半": "半年",
    "只": "船只",
    "缺": "缺陷产品",
    "漏": "漏洞",
    "少": "少年 少数民族 减少 至少 少儿",
    "除": "解除 拆除 清除 除险 除恶 消除 排除 除雪 扣除",
    "补": "补助 补贴 补偿 补录 补选 补短板 已补发 已补充 已补报 补发了 已补上 已补 补报 补交",
    "基本": """
        基本目录 基本公共 基本医疗 基本养老 基本农田 基本情况 基本信息 基本支出 基本药物 基本建设 基本制度 基本生活
        基本概况
    """,
    "临时": "临时救助 临时用地 临时占用",
    "完善": "完善制度 完善机制 进一步完善 建立完善 健全完善",
    "说": "说明 解说",
    "转": "转移 转型 转让 转业 转学 流转 周转 转隶 转报 转基因 转供电 转变 转化 转诊 转岗 转制 转运",
    "历史": "历史文化 历史建筑 历史遗留",
    "负责": "负责人",
    "牵头": "牵头单位",
    "%": "100%",
    "厅": "大厅 餐厅 展厅 厅堂 厅室",
    "上月": "上月已 上月底已",
}


def _any_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


_TITLE_SIGN = re.compile(_any_of(" ".join(_SIGNS[kind] for kind in _TITLE_SIGNS)))
_SIGN = re.compile(rf"{_any_of(' '.join(_SIGNS.values()))}|(?<![a-z])(?:{_any_of(_ENGLISH)})(?![a-z])")
_PHRASE = re.compile("|".join(
    (_UNDER_WAY, _OF_THE_CITY, _REQUEST, _ONLY_HEARD, _BACKGROUND, _INTENDED, _PROMISE, _ASKING)))
_TITLE = re.compile("《([^《》]{0,200})》")
# 预算、决算等信息: 等 ends a list there; where a clause begins, it waits.
_NOUN = re.compile(_any_of(" ".join(_NOUNS.values()))
                   + "|(?<=[\u4e00-\u9fff\u300b\u201d])等(?=信息|情况|材料|内容|事项|项目|文件|$|[,。;])")


def raises_doubt(words: str) -> bool:
    """Whether something in `words` says that it may not be done, not whole, not public or not theirs."""
    titles, said = " ".join(_TITLE.findall(words)), _TITLE.sub("《》", words.lower())
    found = _SIGN.search(without_nouns(said)) or _PHRASE.search(said) or _TITLE_SIGN.search(without_nouns(titles))
    return found is not None


def without_nouns(words: str) -> str:
    """`words` with each noun that only looks like a sign blotted out; the length stays."""
    return _NOUN.sub(lambda noun: "〇" * len(noun[0]), words)
