"""What the heading of a column, or a label before a colon, announces; where headings stand is found elsewhere."""

import re
from functools import lru_cache

from obligations.intake.source import Column
from obligations.wording import unfolded, visible

LONGEST = 40        # characters of a heading as printed, notes in brackets included
_LONGEST_WORDS = 14  # characters of a heading without its notes

_BLANK = re.compile(r"\s+")
_NOTES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕|【[^【】]*】")
_MARKS = re.compile(r"[()\[\]〔〕【】:*#·.。,;\"“”]")
_JOINS = re.compile(r"(?<!参)与|及其|及|和|或|/|、|\\|\+|&")

_BODY = "(?:单位|部门|主体|科室|股室|处室|机构|地区)(?:名称|名单)?$"
_LEADING = "牵头|主办|主责|主要责任|第一责任"
_HELPING = "配合|协助|协办|参与|参加|协同|协作|会办"
_DOING = ("责任|承办|落实|实施|执行|完成|负责|发布|公开|公示|承担|办理|经办|主管|更新|维护|提供|编制|起草|制定|"
          "组织|任务|建设|推进|具体")

# Read from above; the first that fits decides.
_RULES: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"^.{0,4}(?:序号|编号|序次)$|^(?:序|号|no|№)$"),
    (Column.OTHER, "(?:备注|说明|依据|来源|性质|对象|范围|渠道|载体|平台|方式|形式|材料|佐证|电话|手机|邮箱|网址|"
                   "链接|情况|进展|结果|意见|成效|成果|得分|分值|评分|权重|经费|资金|状态|附件|签字|盖章|公开栏目)$"),
    (Column.RESPONSIBLE, f"(?:{_LEADING}).{{0,6}}(?:{_HELPING})|(?:{_HELPING}).{{0,6}}(?:{_LEADING})"),
    (Column.SUPPORTING, f"(?:{_HELPING}).{{0,4}}{_BODY}|^(?:{_HELPING})$"),
    (Column.LEAD, f"(?:{_LEADING}).{{0,4}}{_BODY}|^(?:{_LEADING})$"),
    (Column.RESPONSIBLE, f"(?:{_DOING}).{{0,4}}{_BODY}|^(?:单位|部门|责任)(?:名称|名单)?$|"
                         "^(?:责任|职责|任务|部门|单位|工作)?分工$"),
    (Column.OTHER, "(?:人|人员|领导|姓名|职务|同志)$"),
    (Column.OTHER, "^(?:启动|开始|起始|下达|印发|成立|收到|发文|登记|填报|制表|交办).{0,2}(?:时间|日期)$"),
    (Column.DEADLINE, "时限|期限|时间|日期|截止|节点|频率|频次|周期|进度(?:安排|要求|计划|目标)|^进度$"),
    (Column.SECTION, "(?:类别|分类|类型|板块|领域|大类|大项|方面|章节|专题|专栏|栏目)$|^一级"),
    (Column.REQUIREMENT, "(?:要求|举措|措施|标准|目标|做法|路径|步骤|办法|(?<!级)指标)$"),
    (Column.CONTENT, "(?:任务|内容|事项|工作|要点|项目|清单|名称|条目|信息|重点|计划)$|^[二三四]级"),
)
_PATTERNS = tuple((column, re.compile(pattern)) for column, pattern in _RULES)
_SOMEBODY = re.compile(_BODY)

WHO = frozenset({Column.LEAD, Column.RESPONSIBLE, Column.SUPPORTING})
TASK = frozenset({Column.SECTION, Column.CONTENT, Column.REQUIREMENT})


def compact(text: str) -> str:
    """`text` without blanks, and with plain forms of full-width characters: 责　任\\n单 位 → 责任单位."""
    return _BLANK.sub("", unfolded(visible(text)))


def meanings(text: str) -> tuple[Column, ...]:
    """Everything that a heading announces, in its order (责任单位及完成时限: two things); () for an unknown one."""
    return _meanings(text) if len(text) <= LONGEST else ()


def meaning(text: str) -> Column | None:
    """What a heading announces; several kinds of bodies in one are RESPONSIBLE. None: unknown, or no heading."""
    found = meanings(text)
    if len(found) > 1 and found[0] in WHO and found[1] in WHO:
        return Column.RESPONSIBLE
    return next((column for column in found if column is not Column.OTHER), found[0] if found else None)


def names_bodies(text: str) -> bool:
    """Whether an unknown heading at least ends like one about bodies (对接部门, 督办单位)."""
    return len(text) <= LONGEST and _SOMEBODY.search(_NOTES.sub("", compact(text))) is not None


@lru_cache(maxsize=4096)
def _meanings(text: str) -> tuple[Column, ...]:
    words = compact(text).lower()
    for plain in (_MARKS.sub("", _NOTES.sub("", words)), _MARKS.sub("", words)):
        found = _announced(plain)
        if found:
            return found
    return ()


def _announced(words: str) -> tuple[Column, ...]:
    if not 0 < len(words) <= _LONGEST_WORDS:
        return ()
    parts = [one for part in _JOINS.split(words) if (one := _one(part))]
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=4096)
def _one(words: str) -> Column | None:
    return next((column for column, pattern in _PATTERNS if pattern.search(words)), None)
