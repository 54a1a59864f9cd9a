"""`gongkai plan show`, `questions`, `diff` and `activate`: plans that have been imported."""

from bot.commands.installation import ACTOR, installation, print_json
from handlers import activating, drafting
from handlers.versions import newer, newer_words
from locales.catalogue import Texts
from locales.differences import Differences, Parts
from locales.planning import counts
from obligations.changes import compare
from obligations.errors import Refusal
from obligations.plan import Plan, PlanStatus, Question, Task
from obligations.workdays import calendar
from storage import ledger, plans
from storage.database import Session
from storage.plans import Kept

SET_IN = "\n      "     # before the further lines of a rule that needs several


def show(key: str, district: str, *, as_json: bool) -> None:
    """Print the plan `key`, or the one in force, or else the newest, row by row: who is asked, and when. Raises
    Refusal."""
    here = installation(district)
    with here.reading() as session:
        own = here.district(session)
        kept = _called(session, own, key) if key else plans.active(session, own) or _in_hand(session, own)
    plan, say = kept.plan, here.say
    parts = Parts(say, plan)
    if as_json:
        print_json(_plan_shape(kept, parts))
        return
    print(say("cli-plan-head", title=plan.title, code=plan.key, status=say(f"cli-plan-{kept.status.value}"),
              day=plan.in_force.isoformat()))
    for task in plan.tasks:
        print("\n".join(_row(say, parts, task)))


def questions(district: str, *, as_json: bool) -> None:
    """Print what the newest draft, or else the plan in force, leaves open, with what is assumed, and then what should
    only be seen; for programs only the questions. Raises Refusal."""
    here = installation(district)
    with here.reading() as session:
        kept = _in_hand(session, here.district(session))
    noted = [] if as_json else _remarks(here.say, kept)
    plan = drafting.in_words(here.say, kept)
    asked = plan.open_questions
    if as_json:
        print_json([_shape(one) for one in asked])
        return
    print(here.say("cli-questions-head" if asked else "cli-questions-none", count=len(asked), title=plan.title))
    for one in asked:
        print("\n" + "\n".join(_question(here.say, plan, one)))
    if noted:
        print("\n" + "\n".join(noted))


def diff(key: str, district: str) -> None:
    """Print what the plan `key`, or the newest draft, changes in the one in force of its year. Raises Refusal."""
    here = installation(district)
    with here.reading() as session:
        own = here.district(session)
        newer = _called(session, own, key) if key else _in_hand(session, own)
        older = plans.in_force(session, newer.district_id, newer.plan.year)
    if older is None:
        parts = counts(newer.plan, newer.questions_left)["deliverables"]
        print(here.say("activate-first", year=newer.plan.year, deliverables=parts))
        return
    found, worded = compare(older.plan, newer.plan), Differences(here.say, older.plan, newer.plan)
    if found.none:
        print(here.say("difference-none"))
        return
    print("\n".join([here.say("difference-head", title=older.plan.title), worded.summary(found), "",
                     *worded.lines(found)]))


def activate(key: str, district: str) -> None:
    """Put the plan `key`, or the newest draft, in force, and print what that made. Raises Refusal."""
    here = installation(district)
    with here.changing() as session:
        own = here.district(session)
        kept = _called(session, own, key) if key else _in_hand(session, own)
        if not key and kept.status is not PlanStatus.DRAFT:
            raise Refusal("plan-no-draft")
        later = newer(session, kept)
        desk = activating.Desk(calendar(), here.settings.zone, here.now)
        done = activating.activate(session, kept, desk, ACTOR)
        late = sum(item.overdue(here.today) for item in ledger.items(session, kept.district_id))
    print(here.say("cli-plan-activated", title=kept.plan.title, made=done.made, kept=done.kept,
                   dropped=done.dropped))
    if later:
        print(newer_words(here.say, kept, later))
    if done.told:
        print(here.say("activate-told", people=done.told))
    if late:
        print(here.say("cli-plan-late", count=late))


def _in_hand(session: Session, district: int) -> Kept:
    """The plan that the office is at work on: the newest draft, the plan in force, or else the newest."""
    known = plans.plans(session, district)
    if not known:
        raise Refusal("no-plan")
    return plans.coming(session, district) or plans.active(session, district) or known[-1]


def _called(session: Session, district: int, key: str) -> Kept:
    """The district's newest plan with this key. Raises Refusal."""
    known = plans.plans(session, district)
    if not known:
        raise Refusal("no-plan")
    found = next((one for one in reversed(known) if one.key == key), None)
    if found is None:
        raise Refusal("plan-unknown", code=key[:40], known="、".join(dict.fromkeys(one.key for one in known)))
    return found


def _remarks(say: Texts, kept: Kept) -> list[str]:
    found = drafting.remarks(say, kept)
    return [say("remarks-head", count=len(found)), "", *found] if found else []


def _row(say: Texts, parts: Parts, task: Task) -> list[str]:
    lines = ["", say("cli-plan-row", row=task.key, printed=task.printed, section=task.section), task.text]
    for part in task.deliverables:
        rule = parts.rule(part).replace("\n", SET_IN)
        lines += [say("cli-plan-part", title=part.title, who=parts.who(part)), say("cli-plan-when", rule=rule)]
    return lines


def _question(say: Texts, plan: Plan, one: Question) -> list[str]:
    choices = [say("cli-choice-default" if choice == one.default else "cli-choice", choice=choice)
               for choice in one.choices]
    where = say("question-where", row=one.task, place=one.place) if one.task else one.place
    return [say("cli-question", number=plan.questions.index(one) + 1, where=where),
            say("cli-question-quote", quote=one.quote), one.ask, *choices]


def _plan_shape(kept: Kept, parts: Parts) -> dict[str, object]:
    plan = kept.plan
    return {"key": plan.key, "title": plan.title, "year": plan.year, "status": kept.status.value,
            "in_force": plan.in_force.isoformat(), "tasks": [_task_shape(task, parts) for task in plan.tasks]}


def _task_shape(task: Task, parts: Parts) -> dict[str, object]:
    asked = [{"key": part.key, "title": part.title, "departments": list(part.departments), "groups": list(part.groups),
              "rule": parts.rule(part), "where": part.where} for part in task.deliverables]
    return {"key": task.key, "printed": task.printed, "section": task.section, "text": task.text,
            "deadline_cell": task.deadline_cell, "deliverables": asked}


def _shape(one: Question) -> dict[str, object]:
    return {"key": one.key, "row": one.task, "place": one.place, "quote": one.quote, "ask": one.ask,
            "choices": list(one.choices), "default": one.default}
