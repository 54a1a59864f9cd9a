"""What is doubtful about a document, as questions in words; what is doubtful is decided in `obligations/intake`."""

from collections.abc import Sequence

from locales.catalogue import Texts
from obligations.errors import Refusal
from obligations.intake.document import Place
from obligations.intake.inquiry import TYPED, Choice, Doubt
from obligations.plan import Question
from obligations.planfile_row import printable

LONGEST_QUOTE = 400     # characters of a cell that a message or a plan file repeats
MOST_ROWS = 10          # rows that a question about several names one by one


def place_words(texts: Texts, place: Place) -> str:
    """Where something stands in a document."""
    if place.sheet:
        return texts("place-sheet", sheet=place.sheet, cell=f"{_letters(place.column)}{place.row or ''}")
    if place.table and place.column:
        return texts("place-table", table=place.table, row=place.row, column=place.column)
    if place.table:
        return texts("place-table-row", table=place.table, row=place.row)
    return texts("place-line", line=place.line) if place.line else texts("place-document")


def refused(texts: Texts, refusal: Refusal) -> str:
    """A refusal as a sentence; places in documents come as words."""
    values = {name: place_words(texts, value) if isinstance(value, Place) else value
              for name, value in refusal.values.items()}
    return texts(refusal.key, **values)


def choice_words(texts: Texts, choice: Choice) -> str:
    """One possible answer."""
    return printable(texts(f"choice-{choice.kind}", value=choice.value))


def asked(texts: Texts, doubt: Doubt) -> str:
    """The question itself, without the words that it is about."""
    return _quoted_within(printable(texts(f"doubt-{doubt.kind}", **doubt.values)))


def _quoted_within(words: str) -> str:
    """Quotation marks within quotation marks as ‘ and ’ (GB/T 15834): the words of a document bring their own."""
    depth, signs = 0, []
    for sign in words:
        if sign == "“":
            depth += 1
            signs.append("‘" if depth % 2 == 0 else sign)
        elif sign == "”" and depth:
            signs.append("’" if depth % 2 == 0 else sign)
            depth -= 1
        else:
            signs.append(sign)
    return "".join(signs)


def question(texts: Texts, doubt: Doubt, keys: Sequence[str]) -> Question:
    """A doubt as the plan keeps it; `keys` are those of all tasks, one for each row."""
    choices = tuple(dict.fromkeys(choice_words(texts, choice) for choice in doubt.choices))
    tasks, place = [keys[row] for row in doubt.about], place_words(texts, doubt.quote.place)
    if len(tasks) > 1:
        place = texts("place-rows", place=place, rows=task_words(texts, doubt, keys))
    return Question(doubt.key, tasks[0] if len(tasks) == 1 else None, place, quoted(doubt), asked(texts, doubt),
                    choices, choices[0], _answer(texts, doubt), doubt.typed)


def task_words(texts: Texts, doubt: Doubt, keys: Sequence[str]) -> str:
    """The keys of the tasks that a doubt is about, "" where it is about the whole document."""
    tasks = [keys[row] for row in doubt.about]
    named = texts("list-comma").join(tasks[:MOST_ROWS])
    return named if len(tasks) <= MOST_ROWS else texts("rows-more", rows=named, count=len(tasks))


def quoted(doubt: Doubt) -> str:
    """The document's words that a doubt is about, on one line; "—" for an empty cell."""
    words = printable(doubt.quote.text)
    return (words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…") or "—"


def _answer(texts: Texts, doubt: Doubt) -> str:
    if doubt.answer is None:
        return ""
    if doubt.answer.startswith(TYPED):
        return printable(doubt.answer.removeprefix(TYPED))
    return next(choice_words(texts, choice) for choice in doubt.choices if choice.id == doubt.answer)


def _letters(column: int) -> str:
    """The letters of a column in a sheet: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
