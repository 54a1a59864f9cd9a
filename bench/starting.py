"""How long `gongkai --help` takes from the shell, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator, Sequence

from bench.figures import Figure, compare, timed

HELP = [sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main(['--help']))"]
PASS = [sys.executable, "-c", "pass"]


def figures(starts: int) -> Iterator[Figure]:
    """`starts` a round and a side. What pip's start script does is what HELP does."""
    yield compare("gongkai --help / python -c pass", timed(lambda: _run(HELP, starts)),
                  timed(lambda: _run(PASS, starts)), at_most=8, scale=starts)


def _run(command: Sequence[str], times: int) -> None:
    for _ in range(times):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
