"""Measures two ways of doing a thing in turn, and prints what came out as a ratio beside its aim."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TextIO

ROUNDS = 5
Seconds = Callable[[], float]
"""Does a thing once and gives back what it took."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim. `ours` and `peer` are medians in `unit`; `ratio` is the median of the rounds' ratios.

    `faster`: the ratio says how many times faster ours is, and the aim is the least; otherwise it says
    how many times as much ours takes, and the aim is the most.
    """

    subject: str
    ours: float
    peer: float
    ratio: float
    aim: float
    faster: bool = False
    unit: str = "s"

    @property
    def met(self) -> bool:
        """Whether the aim was reached."""
        return self.ratio >= self.aim if self.faster else self.ratio <= self.aim


def compare(subject: str, ours: Seconds, peer: Seconds, *, at_most: float | None = None,
            at_least: float | None = None, rounds: int = ROUNDS, scale: float = 1.0) -> Figure:
    """Run both in turn, so that a noisy neighbour meets both; seconds are divided by `scale`."""
    mine, theirs = zip(*(_round(ours, peer, turn) for turn in range(rounds)), strict=True)
    return figure(subject, [one / scale for one in mine], [one / scale for one in theirs], at_most=at_most,
                  at_least=at_least)


def figure(subject: str, ours: Sequence[float], peer: Sequence[float], *, at_most: float | None = None,
           at_least: float | None = None, unit: str = "s") -> Figure:
    """The figure of rounds that were measured in turn."""
    faster = at_least is not None
    ratios = [p / o if faster else o / p for o, p in zip(ours, peer, strict=True)]
    aim = at_least if at_least is not None else at_most
    if aim is None:
        raise ValueError(f"{subject}: no aim")
    return Figure(subject, median(ours), median(peer), median(ratios), aim, faster, unit)


def timed(act: Callable[[], object]) -> Seconds:
    """`act` with its wall-clock seconds."""
    def once() -> float:
        start = perf_counter()
        act()
        return perf_counter() - start

    return once


def show(figures: Iterator[Figure], out: TextIO = sys.stdout) -> list[Figure]:
    """Print each figure as soon as it is known; all of them."""
    print(f"{'subject':<66}{'ours':>10}{'peer':>10}{'ratio':>11}{'aim':>9}  met", file=out)
    shown = []
    for one in figures:
        shown.append(one)
        print(row(one), file=out, flush=True)
    return shown


def row(one: Figure) -> str:
    """One line of the table."""
    aim = f"{'≥' if one.faster else '≤'} {one.aim:,g}"
    amounts = f"{amount(one.ours, one.unit):>10}{amount(one.peer, one.unit):>10}"
    return f"{one.subject:<66}{amounts}{one.ratio:>11,.2f}{aim:>9}  {'yes' if one.met else 'NO'}"


def amount(value: float, unit: str) -> str:
    """A measure with the unit that suits its size."""
    if unit != "s":
        return f"{value:.1f} {unit}"
    for limit, factor, name in ((1e-6, 1e9, "ns"), (1e-3, 1e6, "µs"), (1.0, 1e3, "ms")):
        if value < limit:
            return f"{value * factor:.1f} {name}"
    return f"{value:.2f} s"


def _round(ours: Seconds, peer: Seconds, turn: int) -> tuple[float, float]:
    """Who goes first changes with the turn: the second finds the caches warm."""
    gc.collect()
    if turn % 2:
        theirs = peer()
        return ours(), theirs
    return ours(), peer()
