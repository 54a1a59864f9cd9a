"""The words people report and answer with: done, nothing this period, undo, yes, no, and a plain denial.

What may stand beside a report is decided in `remainder.py`, which of them counts when several meet in `reply.py`.
All patterns expect simplified NFKC text.
"""

import re

_ACT = "公开|发布|发出|上网|挂网|上传|完成|办结|办完|办好|办理|做完"
DONE = (
    rf"(?:均|都|全部)?已经?(?:全部|按时|按要求|主动|依法|及时)?(?:{_ACT})(?:了|完毕|完成)?"
    r"|(?:公开|发布|上网|上传|办理)(?:完毕|完成|完了|好了|了)"
    r"|完成了?|办结了?|办完了?|办好了?|做完了?|搞定了?"
    r"|(?<![a-z])(?:done|published|posted|completed|finished)(?![a-z])"
)

# Titles in 《》 are names of papers: what they say is not what the writer says.
_TITLE = re.compile("《[^》]{0,200}》")
_NOT = (
    r"(?:未|没有?|尚未|不|别|勿|无法|难以)"
    r"(?:能够?|予以?|会|再|曾经?|及时|宜|便|是|用|要|需|得|想|打算|必|全部|完全|都|有|按时|主动)*(?:已经?)?"
)
_DENIED = re.compile(
    rf"{_NOT}(?:{_ACT})|(?:{_ACT})(?:不了|失败|不成)|打不开|无法打开|失效"
    rf"|(?:待|应|应当|须|需|需要|要|将|拟|可以|正在|准备|打算)(?:于|在)?(?:主动|予以|及时|依法)?(?:{_ACT})(?!了)"
    r"|明天|后天|下周|下个?月|准备|打算|即将|马上|稍后|等会|尽快"
    r"|吗|么\s*(?:$|[,。])|呢\s*$|\?|是否|能否|可否|是不是|有没有|怎么|怎样|如何|为什么|为何|请问|多少|什么"
    r"|(?<![a-z])(?:not|never|un(?:done|published)|yet|will|tomorrow|how|why|what|cannot)(?![a-z])|n't",
    re.IGNORECASE,
)
_DONE = re.compile(DONE, re.IGNORECASE)
_NEWS = r"(?:新增|新的|变化|变动|更新|内容|会议|信息|事项|文件|需要|需|可|应|公开|发布|的|有|调整)*"
_END = r"(?=$|[^\u4e00-\u9fff]|请|谢)"    # 本期无偿献血… is the beginning of another word
_NOTHING = re.compile(
    rf"本(?:期|月|季度?|半年|年度?|周)(?:没有?|无){_NEWS}{_END}|^无{_NEWS}$|^没有(?:需要?|可|新)+{_NEWS}$"
    r"|nothing (?:new )?to publish|nothing this (?:period|month|quarter|year)",
    re.IGNORECASE,
)
_UNDO = re.compile(
    r"(?:请|帮我)?(?:撤销|撤回|取消销号)(?:一下|上一(?:条|次|件)|刚才的?)?|undo", re.IGNORECASE
)
_YES = re.compile(
    "(?:是|对|嗯+|确认|没错|属实)(?:的|了|啊|呀)*|(?:可以|请|给)?销号(?:吧|了)?|(?:是的?|对的?|嗯)?[ ]*(?:都|已经?)*"
    rf"(?:{DONE}|好了|可以了)|y|yes|yep|right|correct|it is",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:还|暂时?|目前|现在|都|今天|也|先)*(?:没有?|尚?未|不是|否|不|别)(?:有|全部|完全|能|销号|销)*"
    rf"(?:{_ACT}|办|弄|做|审核?|通过|传|挂|发)?(?:完|好|成|的|呢|了)*"
    rf"|(?:明天|后天|下周|下个?月|稍后|过几天|等会儿?|晚点|改天)(?:再|会)?(?:{_ACT}|办|弄|做|传|挂|发|报|说)*"
    "|no|nope|not yet|not done",
    re.IGNORECASE,
)
_FILLER = re.compile(
    rf"{DONE}|请?(?:查收|审核|查阅|过目|核实|知悉)|谢谢|感谢|您好|你好|麻烦|辛苦了?|领导|老师|公开|收到|好的"
    r"|网址|链接|地址|如下|详见|编号|号|项|件|第|的|了|是|见|请|为|和|及|与|并|信息|都|均"
    r"|(?<![a-z])(?:links?|urls?|thanks|thank you|please|ok|item|is|are|and|the|at|here)(?![a-z])",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\W_]+")


def says_done(words: str) -> bool:
    """Whether `words` hold a report of completion, denied or not."""
    return _DONE.search(_untitled(words)) is not None


def is_denied(words: str) -> bool:
    """Whether `words` deny, ask or put off: 未公开, 已公开了吗, 明天公开."""
    return _DENIED.search(_untitled(words)) is not None


def says_yes(words: str) -> bool:
    """Whether `words` are a plain yes to the question whether something is done."""
    return _YES.fullmatch(bare(words)) is not None


def says_no(words: str) -> bool:
    """Whether `words` are a plain no to it, or put it off: 没有, 还没审核, 明天公开."""
    return _NO.fullmatch(bare(words)) is not None


def says_nothing_due(words: str) -> bool:
    """Whether `words` say that there is nothing to publish this period: 本期无."""
    said = bare(words)
    rest = _NOTHING.sub(" ", said)
    return rest != said and not is_denied(rest) and not says_done(rest) and "?" not in words


def says_undo(words: str) -> bool:
    """Whether `words` are the wish to take a closure back, and nothing else."""
    return _UNDO.fullmatch(bare(words)) is not None


def is_only_filler(words: str) -> bool:
    """Whether `words` say nothing beyond the report itself: 请查收, 链接如下."""
    return not bare(_FILLER.sub(" ", words))


def bare(words: str) -> str:
    """`words` without the punctuation around them."""
    return _MARKS.sub(" ", words).strip()


def _untitled(words: str) -> str:
    return _TITLE.sub(" ", words)
