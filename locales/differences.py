"""What a new version of a plan changes, in words; what changed is decided in `obligations/changes.py`."""

import re
from collections.abc import Sequence

from locales.catalogue import Texts
from obligations.changes import Change, Difference, Field, What
from obligations.intake.review.rule_words import Notation
from obligations.plan import AfterEvent, AwaitSuperior, Deliverable, Plan

LONGEST_WHO = 6     # departments named one by one
_KEY = re.compile(r"〔[A-Za-z0-9][A-Za-z0-9._-]{0,39}〕(?=[；\n]|$)")


class Parts:
    """Words who is asked for the deliverables of a plan, and when."""

    def __init__(self, texts: Texts, plan: Plan) -> None:
        self._texts, self._rules = texts, Notation({event.key: event for event in plan.events})

    def rule(self, part: Deliverable) -> str:
        """When, in the notation of the review workbook, without the keys by which that tells steps apart; a line of its
        own for each of several that need one."""
        return _KEY.sub("", self._rules.words(part.rule))

    def who(self, part: Deliverable, most: int | None = None) -> str:
        """Whom it is asked of, `most` of them by name; None: all."""
        names: Sequence[str] = (*part.departments, *part.groups)
        words = self._texts("list-comma").join(names[:most])
        if most is not None and len(names) > most:
            return self._texts("difference-who-more", names=words, count=len(names))
        if words:
            return words
        named_later = isinstance(part.rule, AfterEvent | AwaitSuperior)
        return self._texts("cli-plan-named-later" if named_later else "difference-nobody")


class Differences:
    """Words the difference between two versions."""

    def __init__(self, texts: Texts, older: Plan, newer: Plan) -> None:
        self._texts, self._older, self._newer = texts, Parts(texts, older), Parts(texts, newer)

    def summary(self, found: Difference) -> str:
        """How much is new, changed and gone, in one line."""
        counts = {what.value: sum(change.what is what for change in found.changes) for what in What}
        return self._texts("difference-summary", **counts)

    def lines(self, found: Difference) -> list[str]:
        """One line or several for each change, in order, and the departments that come and go."""
        lines = [line for change in found.changes for line in self._change(change)]
        comma = self._texts("list-comma")
        for key, names in (("new", found.departments_new), ("gone", found.departments_gone)):
            if names:
                lines.append(self._texts(f"difference-departments-{key}", names=comma.join(names)))
        lines += [self._texts("difference-departments-renamed", before=old, after=new)
                  for old, new in found.departments_renamed]
        return lines

    def _change(self, change: Change) -> list[str]:
        part = change.after or change.before
        assert part is not None
        head = self._texts(f"difference-{change.what.value}", row=change.task.key, title=part.title)
        if change.what is What.NEW:
            return [head, self._texts("difference-asks", who=self._who(part), rule=self._newer.rule(part))]
        if change.what is What.GONE or change.before is None or change.after is None:
            return [head]
        return [head, *(self._field(field, change.before, change.after) for field in change.fields)]

    def _field(self, field: Field, before: Deliverable, after: Deliverable) -> str:
        match field:
            case Field.RULE:
                old, new = self._older.rule(before), self._newer.rule(after)
            case Field.WHO:
                old, new = self._who(before), self._who(after)
            case Field.TITLE:
                old, new = before.title, after.title
            case Field.TEXT:
                return self._texts("difference-field-text")
            case Field.WHERE:
                old, new = before.where, after.where
        return self._texts(f"difference-field-{field.value}", before=old or "—", after=new or "—")

    def _who(self, part: Deliverable) -> str:
        return self._newer.who(part, LONGEST_WHO)
