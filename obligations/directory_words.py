"""Decides whether words can be a name, of one body or of several; the headings of the list of departments are none."""

import re
from enum import StrEnum

from obligations.names import LONGEST
from obligations.wording import has_hidden, one_line


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
HEADINGS = {word: heading for heading, words in _CALLED.items() for word in words.split()}
LISTED = re.compile(r"[、，,；;/／\n]")
_ALIGNED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")    # 民 政 局, 张  三
_SENTENCE = re.compile("[：:。！？!?；;]")
# 县财政局 县民政局; but 县人力资源和 社会保障局 is one name that did not fit on its line
_TWO_BODIES = re.compile(r"(?<=[\u3400-\u9fff][局委办院站所处署厅会])\s+(?=[\u3400-\u9fff]{2})")
_BRACKETED = re.compile("[(（][^()（）]*[)）]")
_NO_NAMES = HEADINGS.keys() | {"合计", "总计", "小计", "备注"}


def is_name(words: str) -> bool:
    """Whether `words` can be the name of one body, or of one person."""
    name = one_line(words)
    return (any(map(str.isalpha, name)) and len(name) <= LONGEST and name not in _NO_NAMES
            and not (has_hidden(words) or _SENTENCE.search(name)))


def are_several(words: str) -> bool:
    """Whether these are the names of several bodies where one was asked for."""
    return bool(_TWO_BODIES.search(words) or LISTED.search(_BRACKETED.sub("", one_line(words))))


def on_one_line(words: str) -> str:
    """A name as it is kept: on one line, without the spaces that only align it."""
    return _ALIGNED.sub("", one_line(words))
