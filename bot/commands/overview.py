"""The first page of help, from a table, so that it shows without loading what the commands need."""

from collections.abc import Mapping

COMMANDS = (
    "run", "preview", "status", "due", "plan import", "plan show", "plan questions", "plan diff",
    "plan activate", "departments import", "departments list", "departments invite", "departments succeed",
    "event add", "event kinds", "invite", "audit verify", "doctor",
)
GROUPS = ("plan", "departments", "event", "audit")
PROGRAM = "gongkai"


def overview(words: Mapping[str, str], group: str = "") -> str:
    """Every command, or those of one group, with a line each."""
    listed = [name for name in COMMANDS if not group or name.startswith(f"{group} ")]
    path = f"{PROGRAM} {group}".strip()
    lines = [words["cli-about"], "", f"{words['cli-usage']} {path} {words['cli-any-command']}", ""]
    lines += rows([(name, words["cli-" + name.replace(" ", "-")]) for name in listed])
    if not group:
        lines += ["", *rows([(f"--{name}", words[f"cli-option-{name}"]) for name in ("help", "version", "traceback")])]
    return "\n".join([*lines, "", words["cli-more"]])


def rows(pairs: list[tuple[str, str]]) -> list[str]:
    """Two columns; a Chinese character is as wide as two letters."""
    broad = max((width(left) for left, _ in pairs), default=0)
    return [f"  {left}{' ' * (broad - width(left))}  {right}" for left, right in pairs]


def width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return sum(2 if character > "\u2e80" else 1 for character in text)
