"""The table of commands: one row for each, read by the router, the menus, `/help`, the documents' tests and ours.

A new command is a file with its handler, a row here, its texts, and its words in the README. Who may do what is
refused by the handlers, which buttons reach too; a row only says so.
"""

from handlers import dates, enrol, event, item, plan, report, status
from handlers.command import DUE, HELP, Asked, Command, Hint, command_in
from handlers.context import Context
from handlers.help import help_words
from handlers.request import Place, Reply, Role

_ALL = frozenset(Role)
_ENROLLED = _ALL - {Role.VISITOR}
_LIAISON, _OFFICE = frozenset({Role.LIAISON}), frozenset({Role.OFFICE})
_ANYWHERE, _PRIVATE = frozenset(Place), frozenset({Place.PRIVATE})


def help_(context: Context, _words: str = "") -> list[Reply]:
    """What this person may say, with an example each."""
    return [Reply(help_words(context.texts, context.role, COMMANDS))]


def join(context: Context, words: str) -> list[Reply]:
    """Enrol by a code; without one, as a messenger's own start button says it, tell what this is."""
    context.in_private()
    return enrol.join(context, words) if words else help_(context)


def _for_both(key: str, *, beside: bool = False) -> tuple[Hint, ...]:
    return Hint(Role.LIAISON, key, beside), Hint(Role.OFFICE, key, beside)


# In the order of the menus and of the help.
COMMANDS: tuple[Command, ...] = (
    Command(("undo",), ("撤销",), _LIAISON, _PRIVATE, report.undo_named,
            hints=(Hint(Role.LIAISON, "help-undo"),)),
    Command(("status",), ("状态", "进度", "查询"), _ENROLLED, _ANYWHERE, status.status, "command-status",
            (Hint(Role.LIAISON, "help-status"), Hint(Role.OFFICE, "help-status-office"))),
    Command(("item",), ("查看", "事项"), _ENROLLED, _ANYWHERE, item.item, "command-item",
            _for_both("help-item", beside=True)),
    Command(("event",), ("登记",), _ENROLLED, _PRIVATE, event.event, "command-event",
            (Hint(Role.LIAISON, "help-event", beside=True), Hint(Role.OFFICE, "help-event-office"))),
    Command(("plan",), ("任务分工",), _OFFICE, _PRIVATE, plan.plan, "command-plan",
            (Hint(Role.OFFICE, "help-plan"),)),
    Command(("questions",), ("问题",), _OFFICE, _PRIVATE, plan.questions),
    Command(("invite",), ("邀请",), _OFFICE, _PRIVATE, enrol.invite, "command-invite",
            (Hint(Role.OFFICE, "help-invite"),)),
    Command((DUE,), ("期限",), _ALL, _ANYWHERE, dates.due, "command-due", _for_both("help-due")),
    Command((HELP,), ("帮助", "怎么用"), _ALL, _PRIVATE, help_, "command-help"),
    Command(("join", "start"), ("加入",), _ALL, _PRIVATE, join),
    Command(("leave", "stop"), ("退出",), _ENROLLED, _PRIVATE, enrol.leave, "command-leave", _for_both("help-leave")),
)


def asked_in(text: str) -> Asked | None:
    """The command in a message; None: none."""
    return command_in(text, COMMANDS)


def menu(role: Role, place: Place = Place.PRIVATE) -> tuple[Command, ...]:
    """What a messenger's menu shows to a role in a place."""
    return tuple(one for one in COMMANDS if one.menu and role in one.roles and place in one.places)


def in_groups() -> tuple[str, ...]:
    """What may be typed in a group."""
    return tuple(f"/{one.name}" for one in COMMANDS if Place.GROUP in one.places)
