"""Runs one typed command and turns whatever it raises into a sentence and an exit code."""

import os
import sys
import traceback as stack
from collections.abc import Iterable, Sequence
from contextlib import suppress

from typer.exceptions import TyperException
from typer.main import get_command

from bot.commands.application import application
from bot.commands.overview import PROGRAM
from bot.commands.usage import wrong_usage
from locales.plain import plain_words
from obligations.errors import PlanFaults, Refusal

REFUSED, WRONG_USAGE = 1, 2


def carry_out(typed: Sequence[str], locale: str, *, traceback: bool = False) -> int:
    """The exit code of the command `typed`. Nothing is raised but the end of the process."""
    try:
        code = get_command(application).main(
            list(typed), prog_name=PROGRAM, standalone_mode=False, obj=plain_words(locale, "cli"))
        return code if isinstance(code, int) else 0
    except TyperException as error:
        print(wrong_usage(error, plain_words(locale, "cli")), file=sys.stderr)
        return WRONG_USAGE
    except Exception as error:
        return _refuse(error, locale, traceback)


def _refuse(error: Exception, locale: str, traceback: bool) -> int:
    from bot.settings import SettingsFaults

    if traceback:
        _show_traceback(error)
    if isinstance(error, Refusal):
        _say([error], locale)
    elif isinstance(error, PlanFaults | SettingsFaults):
        _say(error.faults, locale)
    else:
        _say([Refusal("cli-unexpected", kind=type(error).__name__)], locale)
    return REFUSED


def _say(refusals: Iterable[Refusal], locale: str) -> None:
    from locales.catalogue import texts
    from locales.doubts import refused

    for one in refusals:
        print(refused(texts(locale), one), file=sys.stderr)


def _show_traceback(error: Exception) -> None:
    from bot.redact import redact

    print(redact("".join(stack.format_exception(error)), _secrets()), file=sys.stderr)


def _secrets() -> set[str]:
    """Whatever must not be shown, even where the settings cannot be used."""
    from bot.settings import SECRETS, SettingsFaults, read_settings

    found = {os.environ.get(name, "").strip() for name in SECRETS}
    with suppress(SettingsFaults):
        found.update(read_settings().secrets)
    return found
