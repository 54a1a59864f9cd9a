"""`gongkai plan import`: a plan file or an office's document becomes a draft, or every fault in it is named and
nothing is kept."""

import os
from contextlib import suppress
from pathlib import Path

from bot.commands.installation import ACTOR, Installation, installation
from bot.commands.named_file import content
from bot.commands.progress import progress
from handlers.drafting import Taken, drafted, remarks, take_in, understand
from handlers.understanding import AtOnce, Understanding
from locales.planning import counts
from locales.workbook import review_workbook
from obligations.errors import PlanFaults, Refusal
from obligations.intake.reading.files import LARGEST as LARGEST_DOCUMENT
from obligations.intake.reading.files import check_size
from obligations.intake.terms import Wanted
from obligations.plan import PlanStatus
from obligations.planfile import LARGEST, read_plan
from obligations.wording import one_line
from storage import districts, plans
from storage.database import Session, exists
from storage.documents import Stored

SUFFIX = ".toml"
MOST_COPIES = 1000      # workbooks of one name in a folder


def import_file(file: str, district: str, year: int | None) -> None:
    """Keep the plan in `file` as a draft and print what is in it. Raises Refusal or PlanFaults."""
    path = Path(file)
    if path.suffix.lower() == SUFFIX:
        return _plan_file(path)
    _document(path, district, year)


def _plan_file(path: Path) -> None:
    here, text = installation(), _text(path)
    plan = read_plan(text, path.name)
    with here.writing() as session:
        kept, new = plans.import_plan(session, text, path.name, here.now, ACTOR)
    print(here.say("cli-plan-imported" if new else "cli-plan-unchanged", title=plan.title, code=kept.key))
    print(here.say("cli-plan-summary", **counts(plan, kept.questions_left)))
    if new:
        print(here.say("cli-plan-next", code=kept.key))


def _document(path: Path, district: str, year: int | None) -> None:
    if path.is_file():      # a pipe has no size; what is read of it is bounded all the same
        check_size(path.name, path.stat().st_size)
    here, file = installation(district), Stored(path.name, content(path, LARGEST_DOCUMENT))
    with progress(here.say) as step:
        # Understood before the transaction: a bot that runs on this database goes on meanwhile.
        understanding = AtOnce(step=step)
        _understand(here, understanding, file, district, year)
        with here.writing() as session:
            taken = take_in(session, understanding, file, _wanted(here, session, district, year), here.now, ACTOR)
        workbook = _review(here, understanding, file, taken)
    _print(here, taken, workbook)


def _understand(here: Installation, understanding: Understanding, file: Stored, district: str,
                year: int | None) -> None:
    if not exists(here.settings.database_url):
        understand(None, understanding, file, Wanted(here.today, district, year))
        return
    with here.writing() as session:
        pass    # the tables of today, before they are read
    with here.reading() as session:
        understand(session, understanding, file, _wanted(here, session, district, year))


def _wanted(here: Installation, session: Session, district: str, year: int | None) -> Wanted:
    known, called = list(districts.names(session)), one_line(district)
    if known and called and called not in known:
        raise Refusal("plan-district-other", district="、".join(known), other=called[:40])
    # With several districts the document's own title says whose it is, unless the command does.
    return Wanted(here.today, known[0] if len(known) == 1 else called, year)


def _print(here: Installation, taken: Taken, workbook: Path | None) -> None:
    plan, say = taken.kept.plan, here.say
    print(say("cli-plan-imported" if taken.new else "cli-plan-unchanged", title=plan.title, code=plan.key))
    print(say("cli-plan-summary", **counts(plan, taken.kept.questions_left)))
    if noted := len(remarks(say, taken.kept)):
        print(say("plan-remarks", count=noted))
    if taken.beside:
        print(say("plan-beside", newer=taken.beside.key))
    if workbook:
        print(say("cli-plan-review", file=workbook.name))
        print(say("cli-plan-next", code=plan.key))


def _review(here: Installation, understanding: Understanding, file: Stored, taken: Taken) -> Path | None:
    """The review workbook of what was imported, which also serves where it could not be written last time, where it
    was lost, and where questions were answered since. None: the plan is no draft, or `file` is that workbook."""
    kept, review = taken.kept, understanding.reading(file).review
    if not taken.new and (kept.status is not PlanStatus.DRAFT or kept.document is None or (
            review is not None and review.key == kept.key)):
        return None
    with here.reading() as session:
        made = taken.made or drafted(session, AtOnce(), kept)
    return _written(here, kept.key, review_workbook(here.say, made.draft, kept.plan, made.document))


def _written(here: Installation, code: str, workbook: bytes) -> Path:
    """A file in the present folder that holds this: the newest of the plan's if it does, else one under a name that
    nobody has; an edited one is never lost."""
    name, newest = here.say("plan-review-name", code=code), None
    stem, dot, suffix = name.rpartition(".")
    for target in (Path(name), *(Path(f"{stem}-{number}{dot}{suffix}") for number in range(2, MOST_COPIES))):
        if os.path.lexists(target):
            newest = target
        elif newest and _holds(newest, workbook):
            return newest
        else:
            return _made(target, workbook, code)
    raise Refusal("plan-review-unwritable", file=name, code=code)


def _holds(file: Path, words: bytes) -> bool:
    try:
        return file.is_file() and file.stat().st_size == len(words) and file.read_bytes() == words
    except OSError:
        return False


def _made(target: Path, workbook: bytes, code: str) -> Path:
    refusal = Refusal("plan-review-unwritable", file=target.name, code=code)
    try:
        opened = target.open("xb")
    except OSError:
        raise refusal from None
    try:
        with opened:
            opened.write(workbook)
    except OSError:
        with suppress(OSError):     # half a workbook would pass for an edited one
            target.unlink()
        raise refusal from None
    return target


def _text(path: Path) -> str:
    found = content(path, LARGEST)
    if len(found) > LARGEST:
        refusal = Refusal("plan-fault-too-big", file=path.name[:80], row="", field="", megabytes=LARGEST // 1_000_000)
        raise PlanFaults((refusal,))
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("plan-file-not-utf8", file=path.name[:80]) from None
