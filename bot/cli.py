"""Starts what was typed at the terminal, and makes every refusal one sentence with an exit code.

0: done; 1: refused; 2: wrong usage. Help is shown before anything heavy is loaded.
"""

import io
import os
import sys
from collections.abc import Sequence

from bot.commands.overview import GROUPS, PROGRAM, overview
from bot.language import language
from locales.plain import plain_words

WRONG_USAGE = 2
HELP = ("--help", "-h")


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out `arguments` (the process's own by default); the exit code."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")    # a terminal without Chinese still gets the rest
    locale = language(os.environ)
    if traceback := typed[:1] == ["--traceback"]:
        del typed[0]
    quick = _quick(typed, locale)
    if quick is not None:
        print(quick, file=sys.stdout if typed else sys.stderr)
        return 0 if typed else WRONG_USAGE
    from bot.commands.shell import carry_out

    return carry_out(typed, locale, traceback=traceback)


def _quick(typed: list[str], locale: str) -> str | None:
    """The answer, where it needs no command: help, the version, or nothing was typed."""
    if not typed or (len(typed) == 1 and typed[0] in HELP):
        return overview(plain_words(locale, "cli"))
    if len(typed) == 2 and typed[0] in GROUPS and typed[1] in HELP:
        return overview(plain_words(locale, "cli"), typed[0])
    return f"{PROGRAM} {_version()}" if typed == ["--version"] else None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(PROGRAM)
    except PackageNotFoundError:    # started from the folder, never installed
        import tomllib

        with open(os.path.join(os.path.dirname(__file__), "..", "pyproject.toml"), "rb") as file:
            return str(tomllib.load(file)["project"]["version"])
