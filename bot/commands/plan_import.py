"""`gongkai plan import`: a plan file becomes a draft, or every fault in it is named and nothing is kept."""

from collections import Counter
from pathlib import Path

from bot.commands.installation import ACTOR, installation
from obligations.errors import PlanFaults, Refusal
from obligations.plan import AfterEvent, AwaitSuperior, ByDate, Milestones, Plan
from obligations.planfile import LARGEST, read_plan
from storage import plans

SUFFIX = ".toml"


def import_file(file: str) -> None:
    """Keep the plan in `file` as a draft and print what is in it. Raises Refusal or PlanFaults."""
    here, content = installation(), _content(Path(file))
    plan = read_plan(content, Path(file).name)
    with here.writing() as session:
        _, new = plans.import_plan(session, content, Path(file).name, here.now, ACTOR)
    print(here.say("cli-plan-imported" if new else "cli-plan-unchanged", title=plan.title, code=plan.key))
    print(here.say("cli-plan-summary", **_summary(plan)))
    if new:
        print(here.say("cli-plan-next", code=plan.key))


def _content(file: Path) -> str:
    name = file.name[:80]
    if file.is_dir():
        raise Refusal("plan-file-folder", file=name)
    if not file.exists():
        raise Refusal("plan-file-missing", file=name)
    if file.suffix.lower() != SUFFIX:
        raise Refusal("plan-file-kind", file=name)
    try:
        return _text(file, name)
    except OSError:
        raise Refusal("plan-file-unreadable", file=name) from None
    except UnicodeDecodeError:
        raise Refusal("plan-file-not-utf8", file=name) from None


def _text(file: Path, name: str) -> str:
    with file.open("rb") as opened:     # never more than needed: a pipe or a device has no size to ask for
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        refusal = Refusal("plan-fault-too-big", file=name, row="", field="", megabytes=LARGEST // 1_000_000)
        raise PlanFaults((refusal,))
    return content.decode("utf-8")


def _summary(plan: Plan) -> dict[str, int]:
    rules = [part.rule for task in plan.tasks for part in task.deliverables]
    kinds = Counter("events" if isinstance(rule, AfterEvent | AwaitSuperior)
                    else "dated" if isinstance(rule, ByDate | Milestones) else "ongoing" for rule in rules)
    return {"tasks": len(plan.tasks), "departments": len(plan.departments), "deliverables": len(rules),
            **{kind: kinds[kind] for kind in ("dated", "events", "ongoing")}, "questions": len(plan.questions)}
