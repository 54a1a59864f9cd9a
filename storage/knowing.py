"""What was known of a district when a document was read, what is doubtful about it, and which edits of the version
before still held, as a plan keeps it: with the same knowledge the same document always gives the same draft, whatever
has become known since."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from typing import Any

from obligations.intake.document import ANYWHERE, Place
from obligations.intake.inquiry import Choice, Doubt
from obligations.intake.known import Known
from obligations.intake.review.carrying import Carried
from obligations.intake.review.edit_fields import Edit, Field
from obligations.intake.source import From, Quote
from obligations.plan import Department, Group, Membership, Succession


def as_json(known: Known, read_on: date) -> dict[str, object]:
    """`known`, and the local day on which the document was read, in the forms that JSON has; days as in ISO 8601."""
    return {**_plain(asdict(known)), "read_on": read_on.isoformat()}


def read_on(kept: Mapping[str, Any]) -> date:
    """The local day on which the document was read, which stands in where it has no day of its own."""
    return date.fromisoformat(kept["read_on"])


def from_json(kept: Mapping[str, Any]) -> Known:
    """What `as_json` made."""
    return Known(kept["district"], tuple(map(_department, kept["departments"])), tuple(map(_group, kept["groups"])),
                 tuple(kept["used"]))


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case date():
            return value.isoformat()
    return value


def _department(kept: Mapping[str, Any]) -> Department:
    heir = kept["successor"]
    successor = Succession(heir["name"], date.fromisoformat(heir["start"])) if heir else None
    return Department(kept["name"], tuple(kept["aliases"]), kept["full_name"], successor)


def _group(kept: Mapping[str, Any]) -> Group:
    return Group(kept["name"], tuple(
        Membership(one["department"], date.fromisoformat(one["start"]), one["end"] and date.fromisoformat(one["end"]))
        for one in kept["members"]))


def edits_as_json(carried: Carried) -> list[dict[str, object]]:
    """Edits in the forms that JSON has; where their cells stood is not kept."""
    return [{"field": edit.field.value, "target": edit.target, "words": edit.words, "about": edit.about,
             "was": edit.was, "lost": lost} for lost, edits in ((False, carried.kept), (True, carried.lost))
            for edit in edits]


def edits_from_json(kept: Iterable[Mapping[str, Any]]) -> Carried:
    """What `edits_as_json` made."""
    edits = [(_edit(one), one["lost"]) for one in kept]
    return Carried(tuple(edit for edit, lost in edits if not lost), tuple(edit for edit, lost in edits if lost))


def doubts_as_json(doubts: Iterable[Doubt]) -> str:
    """Doubts in ids and values; they are put into words for whoever reads them."""
    return json.dumps([_plain(asdict(doubt)) for doubt in doubts], ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8)
def doubts_from_json(kept: str) -> tuple[Doubt, ...]:
    """What `doubts_as_json` made."""
    return tuple(_doubt(one) for one in json.loads(kept))


def _doubt(kept: Mapping[str, Any]) -> Doubt:
    quote = kept["quote"]
    return Doubt(kept["key"], kept["kind"], Quote(quote["text"], Place(**quote["place"]), From(quote["origin"])),
                 tuple(Choice(**one) for one in kept["choices"]), kept["row"], kept["typed"], kept["answer"],
                 kept["values"], tuple(kept["rows"]))


def _edit(kept: Mapping[str, Any]) -> Edit:
    return Edit(Field(kept["field"]), kept["target"], kept["words"], ANYWHERE, kept["about"], kept["was"])
