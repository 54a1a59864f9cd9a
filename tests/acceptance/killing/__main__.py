"""`python -m tests.acceptance.killing --kills 200 --seed 1`: prints one line, and ends with 1 if a promise broke."""

import argparse
import sys
import time
from collections import Counter
from dataclasses import astuple, fields
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.acceptance.killing.crowd import Act, Crowd
from tests.acceptance.killing.facts import Facts, gather
from tests.acceptance.killing.ground import bot_api, open_chats, prepare
from tests.acceptance.killing.lives import Deaths, live_and_die
from tests.acceptance.killing.verdict import Findings, digests, judge, receipts, twice_in_doubt, unheard

SHOWN = 10


def main() -> int:
    """Kill, judge, and say what was found; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="leave database and log in this folder")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        place = args.keep or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        return _killed(place, args.kills, Random(args.seed))


def _killed(folder: Path, kills: int, random: Random) -> int:
    begun = time.monotonic()
    with bot_api() as api:
        ground = prepare(folder, api.url)
        open_chats(api, ground)
        crowd = Crowd(api, ground, random)
        deaths = live_and_die(ground, api, crowd, kills, random)
        facts = gather(ground.database(), api, ground.log.read_text(encoding="utf-8"))
    findings = judge(crowd.said, facts)
    print(_summary(deaths, Counter(one.act for one in crowd.said), facts, findings))
    print(f"seconds={time.monotonic() - begun:.0f}")
    for field, wrong in zip(fields(findings), astuple(findings), strict=True):
        for line in wrong[:SHOWN]:
            print(f"{field.name}: {line}")
    return 0 if findings.clean and not deaths.ended and deaths.exit_code == 0 else 1


def _summary(deaths: Deaths, acts: Counter[Act], facts: Facts, findings: Findings) -> str:
    proofs = Counter(proof.kind for found in facts.proofs.values() for proof in found)
    states = Counter(one.state for one in facts.messages)
    told, again = digests(facts, marked=False), digests(facts, marked=True)
    twice = twice_in_doubt(facts)
    figures: dict[str, object] = {
        "kills": deaths.kills, "amid_handling": deaths.amid_handling, "amid_sending": deaths.amid_sending,
        "amid_queue": deaths.amid_queue, "ended_by_itself": deaths.ended, "days": deaths.days,
        "said": sum(acts.values()), "replies": acts[Act.REPORT] + acts[Act.FOREIGN] + acts[Act.LINK],
        "closed": proofs["published"], "taken_back": proofs["withdrawn"], "lost": len(findings.lost),
        "digests": len(told | again), "missed": len(findings.missed), "doubled": len(findings.doubled),
        "repeated": len(again), "twice_in_doubt": len(twice),
        "of_those_unheard": len(unheard(facts)) - len(findings.missed), "outages": deaths.outages,
        "receipts": len(receipts(facts)),
        "without_evidence": len(findings.unfounded), "sent": states["sent"], "unknown": states["unknown"],
        "unknown_shown_as_sent": len(findings.shown_as_sent), "log_lines": facts.log.lines,
        "log_whole": not facts.log.broken_at, "violations": len(facts.violations), "exit": deaths.exit_code,
    }
    return " ".join(f"{name}={value}" for name, value in figures.items())


if __name__ == "__main__":
    sys.exit(main())
