"""Promise by promise, with `kill -9` at random moments; the long run is `python -m tests.acceptance.killing`."""

import subprocess
import sys

import pytest


# In a process of its own: it forks, and a fork wants a parent with a single thread.
@pytest.mark.slow
def test_nothing_is_lost_or_doubled_when_the_bot_is_killed_a_dozen_times() -> None:
    command = [sys.executable, "-m", "tests.acceptance.killing", "--kills", "12", "--seed", "7"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    figures = dict(pair.split("=") for pair in run.stdout.split())
    wanted = {"kills": "12", "lost": "0", "missed": "0", "doubled": "0", "without_evidence": "0",
              "unknown_shown_as_sent": "0", "log_whole": "True", "violations": "0", "exit": "0", "ended_by_itself": "0"}
    assert {name: figures[name] for name in wanted} == wanted
    assert int(figures["closed"]) and int(figures["digests"]) and int(figures["repeated"])
