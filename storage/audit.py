"""The append-only log: each line's hash covers the line before it, so nothing can be changed unseen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, func, insert, select
from sqlmodel import Session

from storage.tables import Audit, Evidence, table_of

GENESIS = "0" * 64
SAID = ("obligation_id", "person_id", "kind", "links", "words", "source", "withdraws", "received_at")
_LINES = table_of(Audit)
_LAST = select(_LINES.c.hash).order_by(_LINES.c.id.desc()).limit(1)
_ADD = insert(_LINES).values({column.name: bindparam(column.name) for column in _LINES.c if column.name != "id"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a check: `lines` read, and what is wrong at which line (0: nothing wrong)."""

    lines: int
    broken_at: int = 0
    fault: str = ""


def record(session: Session, at: datetime, actor: str, action: str, subject: str, **details: object) -> None:
    """Write one line in the caller's transaction. `at` is an aware moment; details must be JSON-able."""
    last = session.connection().execute(_LAST).scalar()
    line = {"at": at.astimezone(UTC), "actor": actor, "action": action, "subject": subject,
            "details": _canonical(details), "previous": last or GENESIS}
    session.connection().execute(_ADD, line | {"hash": _hash(line)})


def began(session: Session) -> datetime | None:
    """When the first line was written (aware UTC); None: there is no line yet."""
    return session.execute(select(_LINES.c.at).order_by(_LINES.c.id).limit(1)).scalar()


def latest(session: Session) -> datetime | None:
    """The latest moment in the log (aware UTC), whichever line has it; None: there is no line yet."""
    return session.execute(select(func.max(_LINES.c.at))).scalar()


def verify(session: Session) -> Verdict:
    """Recompute the whole chain, and hold every piece of evidence against the line that recorded it."""
    previous, lines, evidence = GENESIS, 0, _evidence(session)
    for line in session.execute(select(_LINES).order_by(_LINES.c.id)).mappings().yield_per(1000):
        lines += 1
        if line["previous"] != previous or line["hash"] != _hash(dict(line)):
            return Verdict(lines, line["id"], "chain")
        details = json.loads(line["details"])
        if "evidence" in details and evidence.pop(details["evidence"], None) != details["fingerprint"]:
            return Verdict(lines, line["id"], "evidence")
        previous = line["hash"]
    return Verdict(lines, -1, "unrecorded") if evidence else Verdict(lines)


def fingerprint(evidence: Mapping[str, object]) -> str:
    """What the log keeps of a piece of evidence (its columns, without the id): enough to notice any change."""
    said = {name: _plain(evidence[name]) for name in SAID}
    return hashlib.sha256(_canonical(said).encode()).hexdigest()


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _evidence(session: Session) -> dict[int, str]:
    rows = session.execute(select(table_of(Evidence))).mappings()
    return {row["id"]: fingerprint(dict(row)) for row in rows}


def _canonical(details: Mapping[str, object]) -> str:
    return json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(line: Mapping[str, object]) -> str:
    at = line["at"]
    parts = [at.isoformat() if isinstance(at, datetime) else at,
             *(line[name] for name in ("actor", "action", "subject", "details", "previous"))]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
