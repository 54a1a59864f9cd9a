"""From an office's document to a plan draft, against plain openpyxl and python-docx reading the same file alone."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.figures import ROUNDS, Figure, figure
from bench.large_plan import large_plan, word, workbook

ROOT = Path(__file__).parents[1]
AT_MOST = 3.0       # times what reading alone takes, in seconds and in memory
WHOLE = 10.0        # seconds: what “in seconds” may mean at most


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process took: seconds of the act itself, megabytes of all of it, seconds from start to end."""

    seconds: float
    megabytes: float
    whole: float


def figures(folder: Path, rows: int) -> Iterator[Figure]:
    """A document of `rows` rows; every reading has a process of its own."""
    plan = large_plan(rows)
    sheet, text = folder / "plan.xlsx", folder / "plan.docx"
    sheet.write_bytes(workbook(plan))
    text.write_bytes(word(plan))
    taken = rounds(sheet, ("read", "understand", "openpyxl", "openpyxl-read-only", "import"))
    quick = taken["openpyxl-read-only"]
    yield seconds(f"reading {rows:,} rows of .xlsx / openpyxl", taken["read"], taken["openpyxl"])
    yield seconds("… / openpyxl in its read-only mode, which knows no merges", taken["read"], quick)
    yield from understood(".xlsx", rows, taken["understand"], taken["openpyxl"], "openpyxl")
    yield figure(f"gongkai plan import, {rows:,} rows of .xlsx, start to end / {WHOLE:g} s",
                 [one.whole for one in taken["import"]], [WHOLE] * ROUNDS, at_most=1)
    yield megabytes("… its peak memory / openpyxl reading", taken["import"], taken["openpyxl"])
    taken = rounds(text, ("read", "understand", "python-docx"))
    yield seconds(f"reading {rows:,} rows of .docx / python-docx", taken["read"], taken["python-docx"])
    yield from understood(".docx", rows, taken["understand"], taken["python-docx"], "python-docx")


def understood(kind: str, rows: int, ours: Sequence[Taken], peer: Sequence[Taken], name: str) -> Iterator[Figure]:
    """The whole way to the draft, with its rows a second, and the memory of it."""
    pace = rows / median(one.seconds for one in ours)
    yield seconds(f"{kind} to a draft, {pace:,.0f} rows a second / {name} reading", ours, peer)
    yield megabytes("… its peak memory", ours, peer)


def seconds(subject: str, ours: Sequence[Taken], peer: Sequence[Taken]) -> Figure:
    """How many times as long ours takes."""
    return figure(subject, [one.seconds for one in ours], [one.seconds for one in peer], at_most=AT_MOST)


def megabytes(subject: str, ours: Sequence[Taken], peer: Sequence[Taken]) -> Figure:
    """How many times as much memory ours takes."""
    return figure(subject, [one.megabytes for one in ours], [one.megabytes for one in peer], at_most=AT_MOST,
                  unit="MB")


def rounds(file: Path, ways: Sequence[str]) -> dict[str, list[Taken]]:
    """Every way in turn, several times over, in an order that turns round each time."""
    taken: dict[str, list[Taken]] = {way: [] for way in ways}
    for turn in range(ROUNDS):
        for way in ways[::-1] if turn % 2 else ways:
            taken[way].append(once(way, file))
    return taken


def once(way: str, file: Path) -> Taken:
    """One process, in a new folder, on a system without any setting of gongkai's."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", ""), "LANG": "zh_CN.UTF-8"}
    command = [sys.executable, "-m", "bench.reading", way, str(file)]
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
        start = perf_counter()
        done = subprocess.run(command, check=True, cwd=folder, env=environment, capture_output=True, text=True)
        whole = perf_counter() - start
    spent, most = map(float, done.stdout.split())
    return Taken(spent, most, whole)
