"""Words the help of one command and the sentence for wrong usage; the texts are found by the names of things.

`cli-preview` is what the command preview does, `cli-option-on` what --on means, `cli-value-on` what it takes.
"""

from collections.abc import Mapping
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from bot.commands.overview import overview, rows

Words = Mapping[str, str]


class Command(TyperCommand):
    """A command whose help is worded in the language of `ctx.obj`, the plain texts."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(command_help(ctx.command_path, self.params, ctx.obj) + "\n")


class Group(TyperGroup):
    """A group whose help is its part of the overview."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(overview(ctx.obj, ctx.command_path.partition(" ")[2]) + "\n")


def command_help(path: str, parameters: list[Any], words: Words) -> str:
    """The help page of the command `path`, such as `gongkai plan import`."""
    usage = " ".join([words["cli-usage"], path, *(_in_usage(one, words) for one in parameters)])
    listed = [(_label(one, words), words[f"cli-option-{one.name}"]) for one in parameters]
    lines = [words["cli-" + "-".join(path.split()[1:])], "", usage]
    return "\n".join([*lines, "", *rows([*listed, ("--help", words["cli-option-help"])])])


def wrong_usage(error: Any, words: Words) -> str:
    """One sentence on what is wrong with what was typed, and where the right usage stands."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    what = _label(parameter, words) if parameter is not None else getattr(error, "option_name", "")
    key = f"cli-wrong-{type(error).__name__.lower()}"
    sentence = words.get(key, words["cli-wrong-usageerror"]) if what else words["cli-wrong-usageerror"]
    path = context.command_path if context else "gongkai"
    return sentence.replace("{ $what }", what).replace("{ $help }", f"{path} --help")


def _label(parameter: Any, words: Words) -> str:
    value = words.get(f"cli-value-{parameter.name}", "")
    return f"{parameter.opts[0]} {value}".strip() if isinstance(parameter, TyperOption) else value


def _in_usage(parameter: Any, words: Words) -> str:
    label = _label(parameter, words)
    shown = label if parameter.required else f"[{label}]"
    return f"{shown}..." if getattr(parameter, "multiple", False) else shown
