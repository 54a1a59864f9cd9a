"""A document that the office sends: who may send one, and the draft that it becomes."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date

from handlers import drafting
from handlers.context import Context
from handlers.drafting import take_in
from handlers.plan import overview
from handlers.request import Place, Reply
from locales.doubts import refused
from locales.messages import clipped
from obligations.errors import PlanFaults, Refusal
from obligations.intake.terms import Wanted
from obligations.intake.titles import YEARS
from storage import districts
from storage.documents import Stored

MOST_FAULTS = 12        # named in one message; the rest are counted
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def received(context: Context) -> list[Reply]:
    """The answer to a document. Raises Refusal for anybody but the office, and for one that was not fetched.

    A forwarded document is as good as an own one: it makes nobody say anything, and the plan often comes by way
    of somebody else.
    """
    request, who = context.request, context.who
    if request.place is not Place.PRIVATE:
        raise Refusal("private-only")
    if not who.is_office:
        raise Refusal("document-office-only")
    if request.content is None or request.file is None:
        raise Refusal(request.file_trouble or "file-not-fetched", file=request.file.name if request.file else "")
    file, wanted = _in_hand(context, request.file.name, request.content)
    try:
        taken = take_in(context.session, context.understanding, file, wanted, request.now, who.actor)
    except PlanFaults as faults:
        return [Reply(_faults(context, faults))]
    remarks = len(drafting.remarks(context.texts, taken.kept))
    first, *rest = overview(context, taken.kept, known=not taken.new, remarks=remarks, with_review=taken.new)
    if taken.beside:
        said = context.texts("plan-beside", newer=taken.beside.key)
        first = replace(first, text=f"{said}\n{first.text}")
    return [first, *rest]


def understand(context: Context) -> None:
    """Understand a document before the transaction that keeps it, so that nobody waits for it there; what cannot be
    understood is said by `received`. Raises NotUnderstood for what is to be understood first."""
    request = context.request
    if request.content is None or request.file is None or context.member is None:
        return
    file, wanted = _in_hand(context, request.file.name, request.content)
    with suppress(Refusal, PlanFaults):
        drafting.understand(context.session, context.understanding, file, wanted)


def _in_hand(context: Context, name: str, content: bytes) -> tuple[Stored, Wanted]:
    district = districts.name_of(context.session, context.who.district)
    return Stored(name, content), Wanted(context.today, district, _year(context.request.text, context.today))


def _year(caption: str, today: date) -> int | None:
    """The year that the file's caption names; None: the document says it itself."""
    found = _YEAR.search(caption)
    return int(found[0]) if found and int(found[0]) in YEARS and abs(int(found[0]) - today.year) <= 20 else None


def _faults(context: Context, faults: PlanFaults) -> str:
    """Every row that could not be read, a sentence each."""
    lines = [refused(context.texts, fault) for fault in faults.faults[:MOST_FAULTS]]
    if (left := len(faults.faults) - MOST_FAULTS) > 0:
        lines.append(context.texts("document-more-faults", count=left))
    return clipped("\n".join([context.texts("document-refused", count=len(faults.faults)), *lines]))
