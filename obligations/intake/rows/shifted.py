"""Whether the words of a row stand in the wrong columns: a date where the bodies belong, a number where the task
belongs. Such a row is refused, never mended: which cell was lost cannot be known."""

from obligations.intake.rows.cells import Line
from obligations.intake.rows.labels import WHO, compact
from obligations.intake.rows.shapes import is_bodies, is_chinese_number, is_number, is_sentences, is_time
from obligations.intake.source import Column

_LONGEST_NUMBER = 12    # characters: 2025-政务-003


def is_shifted(line: Line, *, trusts_blanks: bool) -> bool:
    """Whether some cell of `line` can only belong to another column."""
    who = [line.quotes[at].text for at in line.layout.all(*WHO) if line.quotes[at].text]
    deadline, content = line.text(Column.DEADLINE), line.text(Column.CONTENT)
    requirement = line.text(Column.REQUIREMENT)
    return (
        any(is_time(text) or is_sentences(text) for text in who)
        or is_bodies(deadline)
        or is_number(content) or is_number(requirement)
        or (is_bodies(requirement or content) and not (who and all(map(is_bodies, who))))
        or not _can_be_number(line.text(Column.NUMBER))
        or (not trusts_blanks and any(is_number(line.quotes[at].text) for at in line.layout.all(Column.SECTION)))
    )


def _can_be_number(text: str) -> bool:
    return not text or is_number(text) or is_chinese_number(text) or len(compact(text[:60])) <= _LONGEST_NUMBER
