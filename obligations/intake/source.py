"""The rows of a 任务分工 as the document has them: words with their places, columns told apart, nothing judged."""

from dataclasses import dataclass
from enum import StrEnum

from obligations.intake.document import ANYWHERE, Place


class Column(StrEnum):
    """What a column holds, whatever its heading says."""

    SECTION = "section"            # 一、…（一）… above or beside the rows
    NUMBER = "number"              # 序号
    CONTENT = "content"            # 工作任务, 重点内容
    REQUIREMENT = "requirement"    # 具体要求, 工作措施
    LEAD = "lead"                  # 牵头单位
    RESPONSIBLE = "responsible"    # 责任单位, 责任分工
    SUPPORTING = "supporting"      # 配合单位
    DEADLINE = "deadline"          # 时限, 完成时限
    OTHER = "other"                # 备注 and whatever else: kept, shown, not understood


class From(StrEnum):
    """How a cell came to its words."""

    OWN = "own"          # they stand there
    MERGED = "merged"    # a merged cell reaches down to this row
    ABOVE = "above"      # the cell is empty and the format cannot tell merging: taken from above, to be confirmed
    NOWHERE = "nowhere"  # the cell is empty, or there is no such column


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of the document with their place."""

    text: str
    place: Place = ANYWHERE
    origin: From = From.OWN


NOTHING = Quote("", ANYWHERE, From.NOWHERE)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of the table, or one item of a list. `sections` are the headings it stands under, outermost first.

    `bodies` are its cells about who, each with the column it stood in; `others` are cells that are only kept, each
    with the heading of its column. `number` is as printed, "" where nothing is.
    """

    sections: tuple[str, ...]
    number: str
    content: Quote
    requirement: Quote
    bodies: tuple[tuple[Column, Quote], ...]
    deadline: Quote
    place: Place
    others: tuple[tuple[str, Quote], ...] = ()
    hidden: bool = False

    @property
    def asks(self) -> Quote:
        """The words that say what is to be done: the requirement, or where there is none the content."""
        return self.requirement if self.requirement.text.strip() else self.content


@dataclass(frozen=True, slots=True)
class Source:
    """A document as rows. `title` is its first heading; `headings` are all other words outside the rows (section
    headings, introductions, notes), `heads` the words over columns as often as they are printed, so that every
    character of the file is in one of the four.

    `columns` are the columns in the order of the first table, then those of other tables that are called otherwise,
    with their printed headings.
    """

    title: str
    headings: tuple[Quote, ...]
    columns: tuple[tuple[Column, str], ...]
    rows: tuple[SourceRow, ...]
    heads: tuple[Quote, ...] = ()
