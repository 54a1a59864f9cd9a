"""`gongkai plan import`: a plan file or an office's document becomes a draft, or every fault in it is named and
nothing is kept."""

from pathlib import Path

from bot.commands.installation import ACTOR, Installation, installation
from bot.commands.progress import progress
from handlers.drafting import Taken, take_in, understand
from handlers.understanding import Case, made
from locales.planning import counts
from locales.workbook import review_workbook
from obligations.errors import PlanFaults, Refusal
from obligations.intake.reading.files import LARGEST as LARGEST_DOCUMENT
from obligations.intake.reading.files import check_size
from obligations.intake.terms import Wanted
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
    if path.is_dir():
        raise Refusal("plan-file-folder", file=path.name[:80])
    if not path.exists():
        raise Refusal("plan-file-missing", file=path.name[:80])
    if path.suffix.lower() == SUFFIX:
        return _plan_file(path)
    _document(path, district, year)


def _plan_file(path: Path) -> None:
    here, content = installation(), _text(path)
    plan = read_plan(content, path.name)
    with here.writing() as session:
        kept, new = plans.import_plan(session, content, path.name, here.now, ACTOR)
    print(here.say("cli-plan-imported" if new else "cli-plan-unchanged", title=plan.title, code=kept.key))
    print(here.say("cli-plan-summary", **counts(plan)))
    if new:
        print(here.say("cli-plan-next", code=kept.key))


def _document(path: Path, district: str, year: int | None) -> None:
    if path.is_file():      # a pipe has no size; what is read of it is bounded all the same
        check_size(path.name, path.stat().st_size)
    here, file = installation(), Stored(path.name, _bytes(path, LARGEST_DOCUMENT))
    with progress(here.say) as step:
        # Understood before the transaction: a bot that runs on this database goes on meanwhile.
        made(_case(here, file, district, year), step)
        with here.writing() as session:
            taken = take_in(session, here.say, file, _wanted(here, session, district, year), here.now, ACTOR)
        workbook = _write_review(here, path, taken) if taken.new else None
    _print(here, taken, workbook)


def _case(here: Installation, file: Stored, district: str, year: int | None) -> Case:
    if not exists(here.settings.database_url):
        return understand(None, file, Wanted(here.today, district, year))
    with here.writing() as session:
        return understand(session, file, _wanted(here, session, district, year))


def _wanted(here: Installation, session: Session, district: str, year: int | None) -> Wanted:
    known = districts.first(session)
    if known and district and one_line(district) != known[1]:
        raise Refusal("plan-district-other", district=known[1], other=one_line(district)[:40])
    return Wanted(here.today, known[1] if known else one_line(district), year)


def _print(here: Installation, taken: Taken, workbook: Path | None) -> None:
    plan, say = taken.kept.plan, here.say
    print(say("cli-plan-imported" if taken.new else "cli-plan-unchanged", title=plan.title, code=plan.key))
    print(say("cli-plan-summary", **counts(plan)))
    if remarks := len(taken.made.draft.remarks):
        print(say("plan-remarks", count=remarks))
    if workbook:
        print(say("cli-plan-review", file=workbook.name))
        print(say("cli-plan-next", code=plan.key))


def _write_review(here: Installation, path: Path, taken: Taken) -> Path:
    """The review workbook in the present folder, under a name that no file has: an edited one is never lost."""
    content = review_workbook(here.say, taken.made.draft, taken.kept.plan, taken.made.document)
    name = here.say("plan-review-name", code=taken.kept.plan.key)
    for number in range(1, MOST_COPIES):
        stem, dot, suffix = name.rpartition(".")
        target = Path(name if number == 1 else f"{stem}-{number}{dot}{suffix}")
        try:
            with target.open("xb") as opened:
                opened.write(content)
        except FileExistsError:
            continue
        except OSError:
            raise Refusal("plan-review-unwritable", file=target.name) from None
        return target
    raise Refusal("plan-review-unwritable", file=name)


def _bytes(path: Path, most: int) -> bytes:
    """The file's bytes, never more than one above `most`: a pipe or a device has no size to ask for."""
    try:
        with path.open("rb") as opened:
            return opened.read(most + 1)
    except OSError:
        raise Refusal("plan-file-unreadable", file=path.name[:80]) from None


def _text(path: Path) -> str:
    content = _bytes(path, LARGEST)
    if len(content) > LARGEST:
        refusal = Refusal("plan-fault-too-big", file=path.name[:80], row="", field="", megabytes=LARGEST // 1_000_000)
        raise PlanFaults((refusal,))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("plan-file-not-utf8", file=path.name[:80]) from None
