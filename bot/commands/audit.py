"""`gongkai audit verify`: whether the log is whole."""

import sys

from bot.commands.installation import installation, print_json
from storage import audit


def verify(*, as_json: bool) -> int:
    """Check the hash chain and the evidence it covers; 0 when whole, else 1. Raises Refusal without a log."""
    here = installation()
    with here.reading() as session:
        verdict = audit.verify(session)
    if as_json:
        print_json({"lines": verdict.lines, "broken_at": verdict.broken_at or None, "fault": verdict.fault or None})
    elif verdict.fault:
        print(here.say(f"cli-audit-{verdict.fault}", line=verdict.broken_at), file=sys.stderr)
    else:
        print(here.say("cli-audit-whole", lines=verdict.lines))
    return 1 if verdict.fault else 0
