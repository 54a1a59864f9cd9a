"""Reads one cell of the list of departments: what a heading means, a name, several names, a day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from obligations.errors import Refusal
from obligations.intake.document import Cell, Place
from obligations.names import LONGEST
from obligations.planfile_row import YEARS, shown
from obligations.wording import has_hidden, one_line, unfolded


class Heading(StrEnum):
    """What a column of the list holds."""

    NAME = "name"
    ALIASES = "aliases"
    FULL_NAME = "full-name"
    GROUPS = "groups"
    START = "start"
    END = "end"
    LIAISONS = "liaisons"
    HEIR = "heir"
    SINCE = "since"


NO_CELL = Cell("", Place())
_CALLED = {
    Heading.NAME: "名称 部门 单位 部门名称 单位名称 机构名称 责任单位",
    Heading.ALIASES: "简称 别名 单位简称 部门简称 规范简称 其他写法",
    Heading.FULL_NAME: "全称 单位全称 部门全称 机构全称",
    Heading.GROUPS: "群体 所属群体",
    Heading.START: "加入日期",
    Heading.END: "退出日期",
    Heading.LIAISONS: "联络员 联络员姓名 联络人 政务公开联络员",
    Heading.HEIR: "承接单位 合并到 并入",
    Heading.SINCE: "生效日期",
}
_HEADINGS = {word: heading for heading, words in _CALLED.items() for word in words.split()}
_REMARK = re.compile(r"[(（][^()（）]*[)）]$")
_LISTED = re.compile(r"[、，,；;/／\n]")
_ALIGNED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")    # 民 政 局, 张  三
_SENTENCE = re.compile("[：:。！？!?；;]")
# 县财政局 县民政局; but 县人力资源和 社会保障局 is one name that did not fit on its line
_TWO_BODIES = re.compile(r"(?<=[\u3400-\u9fff][局委办院站所处署厅会])\s+(?=[\u3400-\u9fff]{2})")
_TWO_WORDS = re.compile(r"(?<=[\u3400-\u9fff]{2})\s+(?=[\u3400-\u9fff]{2})")
_BRACKETED = re.compile("[(（][^()（）]*[)）]")
_NO_NAMES = _HEADINGS.keys() | {"合计", "总计", "小计", "备注"}
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?")


def meaning(cell: Cell) -> Heading | None:
    """What the column under this heading holds; None: nothing that is understood here."""
    words = "".join(unfolded(cell.text).split()).rstrip(":*")
    return _HEADINGS.get(words) or _HEADINGS.get(_REMARK.sub("", words))


def is_heading_again(cells: Mapping[Heading, Cell]) -> bool:
    """Whether a row says the heading once more, as tables do on each page."""
    return all(meaning(cell) is heading for heading, cell in cells.items())


def is_name(words: str) -> bool:
    """Whether `words` can be the name of one body, or of one person."""
    name = one_line(words)
    return (any(map(str.isalpha, name)) and len(name) <= LONGEST and name not in _NO_NAMES
            and not (has_hidden(words) or _SENTENCE.search(name)))


def are_several(words: str) -> bool:
    """Whether these are the names of several bodies where one was asked for."""
    return bool(_TWO_BODIES.search(words) or _LISTED.search(_BRACKETED.sub("", one_line(words))))


def name_in(cell: Cell) -> str:
    """The one name in a cell; "" when it is empty. Raises Refusal for what cannot be a name, and for several."""
    if are_several(cell.text.strip()):
        raise Refusal("listing-several", **at(cell))
    return _name(cell, cell.text)


def names_in(cell: Cell) -> Iterator[str]:
    """Each name of a cell that lists several. Raises Refusal for what cannot be a name, and for names with nothing
    but a space between them: 张  三 is one, 民政局 县民政 may be two."""
    for part in _LISTED.split(cell.text):
        if _TWO_WORDS.search(part):
            raise Refusal("listing-several", **at(cell))
        if name := _name(cell, part):
            yield name


def _name(cell: Cell, text: str) -> str:
    words = text.strip()
    name = _ALIGNED.sub("", one_line(words))
    if words and (has_hidden(words) or not is_name(name)):
        raise Refusal("listing-name-unusable", longest=LONGEST, **at(cell))
    return name


def day_in(cell: Cell) -> date | None:
    """The date in a cell, None when it is empty. Raises Refusal for anything else."""
    words = unfolded(cell.text).strip()
    if not words:
        return None
    found = _DAY.fullmatch(words)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise Refusal("listing-not-a-day", **at(cell))
    return day


def at(cell: Cell) -> dict[str, object]:
    """What a fault says of its cell."""
    return {"place": cell.place, "quote": shown(cell.text.strip())}
