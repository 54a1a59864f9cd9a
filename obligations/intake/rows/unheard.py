"""Remarks on what a row says about who and when outside the columns for it: nothing follows from those words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.labelled import groups
from obligations.intake.rows.labels import WHO
from obligations.intake.rows.outside import duties
from obligations.intake.rows.shapes import is_bodies
from obligations.intake.source import From, Quote, SourceRow

# Words about who are tied to a task by a bracket or by a label; in its sentences they are read elsewhere.
_TIED = re.compile(r"[（(\[【〔][^（）()\[\]【】〔〕]{0,200}(?:牵头|配合|负责|责任|承办|主办|协办|协助)"
                   r"|(?:牵头|配合|责任|承办|主办|协办|协助)(?:单位|部门|主体)?\s{0,3}[:：]")
_BRACKETS = re.compile(r"(?<![镇乡])[（(]([^（）():：]{3,80})[)）]")
_NAMES = re.compile(r"[、，,；;/\s]|(?<=[局委办])[和及与]")
_ROLES = re.compile("^(?:由|会同|联合)|(?:等(?:部门|单位)?)?(?:按照?职责)?(?:分工)?(?:分别)?"
                    "(?:牵头|配合|负责|落实|承办|协助|主办|协办)+$")
_SOMEBODY_DOES = re.compile("(?:[局委办部厅院镇]|中心|街道|单位|办公室)(?:等(?:部门|单位)?)?"
                            "(?:牵头|配合|负责|协助|承办|协办)")
_UNNAMED = re.compile("(?:单位|部门|机构|主体|学校|医院|企业|街道|乡镇)$")


def remark_unheard(row: SourceRow, index: int, inquiry: Inquiry) -> None:
    """Note bodies that the task names and the columns about who do not, and who and when in other columns."""
    listed = "".join(quote.text for _, quote in row.bodies)
    for cell in (row.content, row.requirement):
        for name in _named(cell.text) if cell.origin is From.OWN else ():
            if name not in listed:
                inquiry.remark("body-in-task", Quote(name, cell.place), row=index, name=name)
    for heading, cell in row.others:
        if _SOMEBODY_DOES.search(cell.text) or any(duties(cell.text)):
            inquiry.remark("other-column-tells", cell, row=index, heading=heading)


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[str, ...]:
    """The bodies that brackets and labels in a task name, each once."""
    fields = [field for group in groups(text)[0] for field in group.fields] if _TIED.search(text) else []
    tied = [name for field in fields if field.kind in WHO for name in _bodies_in(field.words)]
    alone = [name for words in _BRACKETS.findall(text) if is_bodies(words) for name in _bodies_in(words)
             if not _UNNAMED.search(name)]
    return tuple(dict.fromkeys((*tied, *alone)))


def _bodies_in(words: str) -> Iterator[str]:
    for part in _NAMES.split(words):
        name = _ROLES.sub("", part.strip("。.（()）"))
        if len(name) > 1 and is_bodies(name):
            yield name
