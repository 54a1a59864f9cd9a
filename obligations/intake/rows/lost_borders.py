"""Finds a table whose cells have lost their borders: it is refused with its place, never split by guessing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from obligations.errors import Refusal
from obligations.intake.document import Paragraph, Table
from obligations.intake.rows.labels import WHO, compact, meaning, names_bodies
from obligations.intake.source import Column

_SHORT = 12         # characters of a line that can be the heading of a column
_QUOTED = 60        # characters shown of a text in doubt
_LONGEST = 120      # characters of a line that can be all headings of a table
_WORDS = re.compile(r"[\s,，;；|｜/]+")
_PROSE = re.compile(r"[：:。；，、！]")
# Alone on a line nothing else is meant by these.
_WHO_ALONE = re.compile(r"(?:责任|牵头|承办|主办|主责|配合|协办|落实|实施)(?:单位|部门|主体|科室|股室|机构)")
_RUN_TOGETHER = re.compile(r"(?:序号|编号|(?:工作|重点|主要|具体|目标)?(?:任务|内容|事项|要求|措施|举措|目标)|公开事项|"
                           r"(?:责任|牵头|承办|主办|配合|协办|落实|实施)(?:单位|部门|主体|人|领导)|责任分工|"
                           r"(?:完成|办结|办理|推进|公开)?(?:时限|期限|时间|时间节点)(?:要求)?|进度安排|备注){3,}")


def quoted(text: str) -> str:
    """The first words of `text`, on one line."""
    words = " ".join(text[:4 * _QUOTED].split())
    return words if len(words) <= _QUOTED else words[:_QUOTED] + "…"


def lost_border_faults(blocks: Sequence[Paragraph | Table]) -> list[Refusal]:
    """The fault of the first paragraph that shows a table without borders, if there is one."""
    lost = lost_borders([block for block in blocks if isinstance(block, Paragraph)])
    return [Refusal("text-borders-lost", place=lost.place, quote=quoted(lost.text))] if lost else []


def lost_borders(lines: Sequence[Paragraph]) -> Paragraph | None:
    """The first line which shows that a table stands here without the borders of its cells: the headings of its
    columns, each on a line or all on one."""
    for line in lines:
        if _is_who_alone(line.text) or _are_headings(line.text):
            return line
    return next((line for line, after in pairwise(lines) if _are_neighbours(line.text, after.text)), None)


def _is_who_alone(text: str) -> bool:
    return len(text) <= 2 * _SHORT and _WHO_ALONE.fullmatch(compact(text)) is not None


def _are_headings(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    words = [word for word in _WORDS.split(text.strip()) if word]
    return (len(words) > 1 and _tell(words)) or _RUN_TOGETHER.fullmatch(compact(text)) is not None


def _are_neighbours(text: str, after: str) -> bool:
    return all(len(one) <= _SHORT and not _PROSE.search(one) for one in (text, after)) and _tell((text, after))


def _tell(words: Sequence[str]) -> bool:
    """Whether all of `words` are headings of columns, and one of them of who or when."""
    known = [meaning(word) if len(word) <= _SHORT else None for word in words]
    return None not in known and any(
        announced is Column.DEADLINE or (announced in WHO and names_bodies(word))     # 任务分工 is half a title
        for announced, word in zip(known, words, strict=True))
