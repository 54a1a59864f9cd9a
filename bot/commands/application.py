"""The commands and their options, for typer; what each does stands in a module of its own, loaded when used."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.usage import Command, Group


class Role(StrEnum):
    """Whom an invitation is for."""

    OFFICE = "office"
    LIAISON = "liaison"


def _group() -> typer.Typer:
    return typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                       context_settings={"help_option_names": ["--help", "-h"]})


application, plan, departments, event, audit = _group(), _group(), _group(), _group(), _group()
application.add_typer(plan, name="plan")
application.add_typer(departments, name="departments")
application.add_typer(event, name="event")
application.add_typer(audit, name="audit")

On = Annotated[str, typer.Option("--on")]
Name = Annotated[str, typer.Option("--department")]
Names = Annotated[list[str] | None, typer.Option("--department")]
Json = Annotated[bool, typer.Option("--json")]
Of = Annotated[str, typer.Option("--district")]


@application.command(cls=Command)
def run() -> int:
    from bot.app import run as serve
    from bot.settings import read_settings

    return serve(read_settings())


@application.command(cls=Command)
def preview(day: Annotated[str, typer.Option("--on")], department: Name = "", district: Of = "",
            json: Json = False) -> None:
    from bot.commands.preview import preview as show

    show(day, department, district, as_json=json)


@application.command(cls=Command)
def status(name: Annotated[str, typer.Argument()], on: On = "", district: Of = "", json: Json = False) -> None:
    from bot.commands.status import status as show

    show(name, on, district, as_json=json)


@application.command(cls=Command)
def due(start: Annotated[str, typer.Option("--from")],
        workdays: Annotated[int, typer.Option("--workdays", min=1)], json: Json = False) -> None:
    from bot.commands.due import due as show

    show(start, workdays, as_json=json)


@plan.command("import", cls=Command)
def plan_import(file: Annotated[str, typer.Argument()], district: Of = "",
                year: Annotated[int | None, typer.Option("--year", min=2008, max=2100)] = None) -> None:
    from bot.commands.plan_import import import_file

    import_file(file, district, year)


@plan.command("show", cls=Command)
def plan_show(key: Annotated[str, typer.Argument()] = "", district: Of = "", json: Json = False) -> None:
    from bot.commands.plan import show

    show(key, district, as_json=json)


@plan.command("questions", cls=Command)
def plan_questions(district: Of = "", json: Json = False) -> None:
    from bot.commands.plan import questions

    questions(district, as_json=json)


@plan.command("diff", cls=Command)
def plan_diff(key: Annotated[str, typer.Argument()] = "", district: Of = "") -> None:
    from bot.commands.plan import diff

    diff(key, district)


@plan.command("activate", cls=Command)
def plan_activate(key: Annotated[str, typer.Argument()] = "", district: Of = "") -> None:
    from bot.commands.plan import activate

    activate(key, district)


@departments.callback(invoke_without_command=True)
def departments_alone(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        departments_list()


@departments.command("import", cls=Command)
def departments_import(listing: Annotated[str, typer.Argument()],
                       district: Of = "") -> None:
    from bot.commands.departments import import_list

    import_list(listing, district)


@departments.command("list", cls=Command)
def departments_list(district: Of = "", json: Json = False) -> None:
    from bot.commands.departments import show

    show(district, as_json=json)


@departments.command("invite", cls=Command)
def departments_invite(district: Of = "", json: Json = False) -> None:
    from bot.commands.departments import invite as make_all

    make_all(district, as_json=json)


@departments.command("succeed", cls=Command)
def departments_succeed(names: Annotated[list[str], typer.Argument()],
                        day: Annotated[str, typer.Option("--on")], district: Of = "") -> None:
    from bot.commands.departments import succeed

    succeed(names, day, district)


@event.command("add", cls=Command)
def event_add(kind: Annotated[str, typer.Option("--kind")], when: Annotated[str, typer.Option("--on")],
              departments: Names = None, title: Annotated[str, typer.Option("--title")] = "",
              district: Of = "", json: Json = False) -> None:
    from bot.commands.event import add

    add(kind, when, departments or [], title, district, as_json=json)


@event.command("kinds", cls=Command)
def event_kinds(district: Of = "", json: Json = False) -> None:
    from bot.commands.event import kinds

    kinds(district, as_json=json)


@application.command(cls=Command)
def invite(role: Annotated[Role, typer.Option("--role")], department: Name = "", district: Of = "",
           json: Json = False) -> None:
    from bot.commands.invite import invite as make

    make(role.value, department, district, as_json=json)


@audit.command("verify", cls=Command)
def audit_verify(json: Json = False) -> int:
    from bot.commands.audit import verify

    return verify(as_json=json)


@application.command(cls=Command)
def doctor() -> int:
    from bot.commands.doctor import doctor as examine

    return examine()
