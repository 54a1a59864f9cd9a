"""Shows on the terminal how far an import is: reading, understanding row by row, writing. What is done, others know."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from handlers.understanding import Step
from locales.catalogue import Texts

DRAWN = 20      # times that rows are counted up: a drawing takes a millisecond, and nobody reads more of them


@contextmanager
def progress(say: Texts) -> Iterator[Step]:
    """A bar on stderr, gone without a trace at the end; nothing at all where that is no terminal or a dumb one.

    It is told how many rows are understood, of how many; after the last one it says that the draft is being written.
    """
    # rich would also draw into a file or a pipe where FORCE_COLOR or TTY_COMPATIBLE is set.
    if not sys.stderr.isatty():
        yield _unshown
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}")
    with Progress(*columns, console=console, transient=True, redirect_stdout=False,
                  disable=console.is_dumb_terminal) as bar:
        task = bar.add_task(say("cli-plan-reading"), total=None, count="")

        def step(done: int, total: int) -> None:
            if done == total:
                bar.remove_task(task)
                bar.add_task(say("cli-plan-writing"), total=None, count="")
                bar.refresh()
            elif done % max(1, total // DRAWN) == 0:
                bar.update(task, description=say("cli-plan-understanding"), completed=done, total=total,
                           count=f"{done}/{total}", refresh=True)

        yield step


def _unshown(_done: int, _total: int) -> None:
    """Nobody watches."""
