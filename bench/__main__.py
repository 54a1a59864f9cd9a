"""`python -m bench [--quick]`: every figure of docs/performance.md, each as a ratio measured in turn."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench import closing, intake, morning, sending, starting, status, workdays
from bench.figures import Figure, show
from bench.ground import FULL, Ground, generate

BYTES_AN_OBLIGATION = 700     # with its indexes, the log beside it, and room to spare


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: departments of the large log, repetitions within a round, rows of a document."""

    departments: int
    additions: int
    part: int
    asked: int
    closes: int
    messages: int
    starts: int
    rows: int


WHOLE = Size(FULL, 200_000, 500, 300, 200, 400, 10, 3000)
QUICK = Size(FULL // 100, 20_000, 50, 50, 40, 80, 3, 30)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, clean up; 1 when there is no room for the log or the calendar is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a hundredth of the size, in under a minute")
    parser.add_argument("--folder", type=Path, help="where the logs are made and deleted again (a real disk)")
    options = parser.parse_args(arguments)
    size = QUICK if options.quick else WHOLE
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=options.folder) as made:
        folder = Path(made)
        needed = size.departments * 65 * BYTES_AN_OBLIGATION
        if shutil.disk_usage(folder).free < needed:
            print(f"{folder} needs {needed / 1e9:.1f} GB free: name a folder that has them with --folder.",
                  file=sys.stderr)
            return 1
        return measure(folder, size)


def measure(folder: Path, size: Size) -> int:
    """Everything, in `folder`."""
    if wrong := workdays.differences():
        print(f"adding working days is wrong {len(wrong)} times, first for {wrong[0]}", file=sys.stderr)
        return 1
    print("adding 1–60 working days to every day of 2004–2026 equals stepping day by day")
    start = perf_counter()
    large = generate(folder / "large.db", size.departments)
    small = generate(folder / "small.db", size.departments // 10)
    print(f"logs of {large.obligations:,} and {small.obligations:,} obligations made in {perf_counter() - start:.0f} s")
    shown = show(_figures(folder, size, large, small))
    print(f"{sum(one.met for one in shown)} of {len(shown)} aims met")
    return 0


def _figures(folder: Path, size: Size, large: Ground, small: Ground) -> Iterator[Figure]:
    yield from workdays.figures(size.additions)
    yield from morning.figures(large, small, size.part)
    yield from status.figures(large, small, size.asked)
    yield from closing.figures(large, size.closes)
    yield from sending.figures(folder, size.messages)
    yield from starting.figures(size.starts)
    yield from intake.figures(folder, size.rows)


if __name__ == "__main__":
    raise SystemExit(main())
