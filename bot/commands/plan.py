"""`gongkai plan show`, `questions` and `activate`: plans that have been imported."""

from collections.abc import Callable, Sequence

from bot.commands.installation import ACTOR, installation, print_json
from locales.catalogue import Texts
from obligations.errors import Refusal
from obligations.plan import PlanStatus, Question, Task
from obligations.workdays import calendar
from storage import ledger, plans
from storage.plans import Kept


def show(key: str) -> None:
    """Print the plan `key`, or the one in force, or else the newest, row by row. Raises Refusal."""
    here = installation()
    with here.reading() as session:
        kept = _chosen(plans.plans(session), key, lambda one: one.status is PlanStatus.ACTIVE)
    plan, say = kept.plan, here.say
    print(say("cli-plan-head", title=plan.title, code=plan.key, status=say(f"cli-plan-{kept.status.value}"),
              day=plan.in_force.isoformat()))
    for task in plan.tasks:
        print("\n".join(_row(say, task)))


def questions(*, as_json: bool) -> None:
    """Print what the plan in force, or else the newest, leaves open, with what is assumed. Raises Refusal."""
    here = installation()
    with here.reading() as session:
        kept = _chosen(plans.plans(session), "", lambda one: one.status is PlanStatus.ACTIVE)
    asked = kept.plan.questions
    if as_json:
        print_json([_shape(one) for one in asked])
        return
    print(here.say("cli-questions-head" if asked else "cli-questions-none", count=len(asked), title=kept.plan.title))
    for one in asked:
        print("\n" + "\n".join(_question(here.say, one)))


def activate(key: str) -> None:
    """Put the plan `key`, or the newest draft, in force, and print what that made. Raises Refusal."""
    here = installation()
    with here.changing() as session:
        kept = _chosen(plans.plans(session), key, lambda one: one.status is PlanStatus.DRAFT)
        if not key and kept.status is not PlanStatus.DRAFT:
            raise Refusal("plan-no-draft")
        done = plans.activate(session, kept.id, calendar(), here.now, ACTOR)
        late = sum(item.overdue(here.today) for item in ledger.items(session, kept.district_id))
    print(here.say("cli-plan-activated", title=kept.plan.title, made=done.made, kept=done.kept,
                   dropped=done.dropped))
    if late:
        print(here.say("cli-plan-late", count=late))


def _chosen(known: Sequence[Kept], key: str, preferred: Callable[[Kept], bool]) -> Kept:
    """The newest plan with this key; without a key the newest preferred one, else the newest."""
    if not known:
        raise Refusal("no-plan")
    newest_first = list(reversed(known))
    if not key:
        return next(filter(preferred, newest_first), newest_first[0])
    found = next((one for one in newest_first if one.plan.key == key), None)
    if found is None:
        raise Refusal("plan-unknown", code=key[:40], known="、".join(dict.fromkeys(one.plan.key for one in known)))
    return found


def _row(say: Texts, task: Task) -> list[str]:
    comma = say("list-comma")
    lines = ["", say("cli-plan-row", row=task.key, printed=task.printed, section=task.section), task.text]
    for part in task.deliverables:
        who = comma.join((*part.departments, *part.groups)) or say("cli-plan-named-later")
        lines.append(say("cli-plan-part", title=part.title, who=who))
    return lines


def _question(say: Texts, one: Question) -> list[str]:
    choices = [say("cli-choice-default" if choice == one.default else "cli-choice", choice=choice)
               for choice in one.choices]
    return [say("cli-question", code=one.key, row=one.task or "", place=one.place),
            say("cli-question-quote", quote=one.quote), one.ask, *choices]


def _shape(one: Question) -> dict[str, object]:
    return {"key": one.key, "row": one.task, "place": one.place, "quote": one.quote, "ask": one.ask,
            "choices": list(one.choices), "default": one.default}
