"""Remarks on what a row says about who and when outside the columns for it: nothing follows from those words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from obligations.intake.inquiry import Inquiry
from obligations.intake.rows.bare import is_signed
from obligations.intake.rows.labelled import groups
from obligations.intake.rows.labels import WHO
from obligations.intake.rows.outside import duties
from obligations.intake.rows.shapes import is_bodies, is_time
from obligations.intake.source import From, Quote, SourceRow
from obligations.intake.when.time_words import Day, Rhythm, Unreadable, Window, Within
from obligations.intake.when.timing import find_times

# Words about who are tied to a task by a bracket or by a label; in its sentences they are read elsewhere.
_TIED = re.compile(r"[（(\[【〔][^（）()\[\]【】〔〕]{0,200}(?:牵头|配合|负责|责任|承办|主办|协办|协助)"
                   r"|(?:牵头|配合|责任|承办|主办|协办|协助)(?:单位|部门|主体)?\s{0,3}[:：]")
_BRACKETS = re.compile(r"(?<![镇乡])[（(]([^（）():：]{3,80})[)）]")
_NAMES = re.compile(r"[、，,；;/\s]|(?<=[局委办])[和及与]")
_ROLES = re.compile("^(?:由|会同|联合)|(?:等(?:部门|单位)?)?(?:按照?职责)?(?:分工)?(?:分别)?"
                    "(?:牵头|配合|负责|落实|承办|协助|主办|协办)+$")
_SOMEBODY_DOES = re.compile("(?:[局委办部厅院镇]|中心|街道|单位|办公室)(?:等(?:部门|单位)?)?"
                            "(?:牵头|配合|负责|协助|承办|协办)"
                            "|(?:会同|联合|商|牵头|负责|配合)[:：]?[\u4e00-\u9fff]{1,12}"
                            "(?:[局委办部厅院]|中心|街道|政府)")
_SAYS_ANYTHING = re.compile("备注|说明|其他|其它|注")
_PLACES = re.compile("[站台栏]")     # where things are published, not who does it
_SPEAKS = re.compile("责任|牵头|配合|单位|部门|负责|时限|期限|[月日底]前|[局厅院]|委员会|办公室|[县市区旗镇乡]委|街道"
                     "|乡镇|各镇|各[乡村]|政府办|[1-9]月|[县市区旗][\u4e00-\u9fff]{1,6}[委办部]|中心")
_COPIES = re.compile(r"^[（(]?(?:抄[送报]|主送|此件|附件?\d{0,2}[:：])")
_SPEAKING = (Day, Window, Within, Rhythm, Unreadable)
_ANY_YEAR = 2000     # whether a time is named does not hang on the year
_LONGEST = 400       # characters of a paragraph looked at
_UNNAMED = re.compile("(?:单位|部门|机构|主体|学校|医院|企业|街道|乡镇)$")


def remark_unheard(row: SourceRow, index: int, inquiry: Inquiry) -> None:
    """Note bodies that the task names and the columns about who do not, and who and when in other columns."""
    listed = "".join(quote.text for _, quote in row.bodies)
    for cell in (row.content, row.requirement):
        for name in _named(cell.text) if cell.origin is From.OWN else ():
            if name not in listed:
                inquiry.remark("body-in-task", Quote(name, cell.place), row=index, name=name)
    for heading, cell in row.others:
        if _tells_beside(heading, cell.text):
            inquiry.remark("other-column-tells", cell, row=index, heading=heading)


def tells(text: str) -> bool:
    """Whether a line of a list that no item has taken speaks of who or of when."""
    words = text[:_LONGEST]
    return not _COPIES.match(words) and not is_signed(words) and (_SPEAKS.search(words) is not None or any(
        isinstance(time.meaning, _SPEAKING) for time in find_times(words, _ANY_YEAR)))


def _tells_beside(heading: str, text: str) -> bool:
    """Whether a cell beside those about who and when names a body that does something, or a day by which."""
    if _SOMEBODY_DOES.search(text) or any(duties(text)):
        return True
    says = is_time(text) or (is_bodies(text) and not _PLACES.search(text))
    return says and _SAYS_ANYTHING.search(heading) is not None


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
