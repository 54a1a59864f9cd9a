"""`gongkai departments`: the district's list of departments, invitations for it, and who takes over from whom."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.channels.telegram import invite_link
from bot.commands.installation import ACTOR, Installation, installation, print_json
from bot.commands.named_file import content
from handlers.succession import tell_of_successions
from locales.catalogue import texts
from locales.days import Days
from obligations.directory import Listing, read_listing
from obligations.directory_words import are_several, is_name
from obligations.errors import Refusal
from obligations.intake.reading.files import LARGEST
from obligations.plan import Succession
from obligations.wording import one_line
from obligations.workdays import calendar
from storage import bodies, departments, districts, people, succession
from storage.database import Session, exists
from storage.departments import Changes, Listed, Regrouped
from storage.people import INVITE_HOURS, Position


def import_list(file: str, district: str) -> None:
    """Take over the list in `file` and print what that changed. Raises Refusal or PlanFaults, and then changed
    nothing."""
    here = installation(district)
    listing = read_listing(Path(file).name, content(Path(file), LARGEST))
    if not district and not exists(here.settings.database_url):
        raise Refusal("departments-district-missing")
    with here.writing() as session:
        number = _district(here, session, here.wanted)
        changes = departments.import_list(session, number, listing, here.today, here.now, ACTOR)
        _tell(here, session, number)
        name, listed = districts.name_of(session, number), departments.listed(session, number, here.today)
        coming = [body for body in bodies.bodies(session, number) if body.successor and body.name in {
            entry.department.name for entry in listing.entries if entry.department.successor}]
    print("\n".join(_changes(here, name, listing, changes)))
    for body in coming:
        if body.successor:
            print(here.say("departments-coming", old=body.name, new=body.successor.name,
                           day=body.successor.start.isoformat()))
    for heir_name in changes.unlisted:
        print(here.say("succession-heir-new", new=heir_name))
    _print_lacking(here, listed)


def show(district: str, *, as_json: bool) -> None:
    """Print the departments in office. Raises Refusal while there are none."""
    here = _installation(district)
    with here.reading() as session:
        number = _known_district(here, session)
        name, listed = districts.name_of(session, number), departments.listed(session, number, here.today)
    if not listed:
        raise Refusal("departments-none")
    if as_json:
        print_json([_shape(one) for one in listed])
        return
    print(here.say("departments-head", district=name, count=len(listed)))
    for one in listed:
        print(_row(here, one))


def succeed(names: Sequence[str], on: str, district: str) -> None:
    """Record that the last of `names` takes over from the others on the day written in `on`; at once if it has
    come. Raises Refusal, and then recorded nothing."""
    if len(names) < 2:
        raise Refusal("succession-names")
    here = _installation(district)
    day = here.day(on)
    with here.changing() as session:
        own = _known_district(here, session)
        heir = Succession(_heir(session, own, names[-1]), day)
        is_known = departments.exact(session, own, heir.name) is not None
        olds = [_old(session, own, name) for name in names[:-1]]
        new = {old: succession.succeed(session, own, old, heir, here.today, here.now, ACTOR) for old in olds}
        moved = succession.carry_out(session, own, here.today, here.now)
        _tell(here, session, own)
    for old, is_new in new.items():
        key = "succession-recorded" if is_new else "succession-known"
        print(here.say(key, old=old, new=heir.name, day=day.isoformat()))
    if not is_known:
        print(here.say("succession-heir-new", new=heir.name))
    if day > here.today:
        print(here.say("succession-waits"))
    elif moved:
        print(here.say("succession-moved", count=len(moved), numbers=_numbers(moved)))


def invite(district: str, *, as_json: bool) -> None:
    """Make a code for each department without an enrolled liaison, and print each once. Raises Refusal."""
    here = _installation(district)
    with here.changing() as session:
        own = _known_district(here, session)
        succession.carry_out(session, own, here.today, here.now)
        alone = [one for one in departments.listed(session, own, here.today) if not one.enrolled]
        made = [(one, *people.invite(session, own, Position.LIAISON, one.department.name, here.today,
                                     here.now, ACTOR))
                for one in alone]
        bot = people.bot_name(session, own)
    links = {code: invite_link(bot, code) for _, code, _ in made}
    if as_json:
        print_json([{"department": one.department.name, "liaisons": list(one.expected), "code": code,
                     "link": links[code], "expires_at": expires.isoformat()} for one, code, expires in made])
        return
    for one, code, _ in made:
        print(here.say("departments-invited", department=one.department.name, person=_people(here, one.expected),
                       link=links[code] or code))
    print(here.say("departments-invited-foot", count=len(made), hours=INVITE_HOURS) if made
          else here.say("departments-all-here"))


def _installation(district: str) -> Installation:
    """An installation that has a database. Raises Refusal, and makes none."""
    here = installation(district)
    if not exists(here.settings.database_url):
        raise Refusal("departments-none")
    return here


def _district(here: Installation, session: Session, called: str) -> int:
    """The installation's district, which is founded by its name if there is none yet. Raises Refusal."""
    known = districts.names(session)
    if called and known and called not in known:
        raise Refusal("departments-district-other", district="、".join(known), other=called[:40])
    if called:
        return districts.found(session, called)
    if not known:
        raise Refusal("departments-district-missing")
    return here.district(session)


def _known_district(here: Installation, session: Session) -> int:
    if not districts.names(session):
        raise Refusal("departments-none")
    return here.district(session)


def _old(session: Session, district: int, words: str) -> str:
    name = departments.exact(session, district, words)
    if name is None:
        raise Refusal("department-unknown", name=words[:40], suggestions="")
    return name


def _heir(session: Session, district: int, words: str) -> str:
    """A department that is known, or the name of one that is not there yet."""
    name = one_line(words)
    if are_several(words) or not is_name(words):
        raise Refusal("succession-name-unusable", name=name[:40])
    if name in {group.name for group in departments.known(session, district).groups}:
        raise Refusal("succession-group", name=name[:40])
    return departments.exact(session, district, name) or name


def _tell(here: Installation, session: Session, district: int) -> None:
    zone = here.settings.zone
    tell_of_successions(session, district, here.today,
                        lambda locale: Days(texts(locale), here.today, calendar(), zone), here.now)


def _changes(here: Installation, name: str, listing: Listing, changes: Changes) -> list[str]:
    say, comma = here.say, here.say("list-comma")
    moved = [say("departments-moved", count=len(changes.moved), numbers=_numbers(changes.moved))] * bool(changes.moved)
    if not changes.new and not changes.changed:
        return [say("departments-same", count=changes.same), *moved]
    lines = [say("departments-counts", district=name, new=len(changes.new), changed=len(changes.changed),
                 same=changes.same)]
    lines += [say("departments-new", names=comma.join(changes.new))] * bool(changes.new)
    lines += [say("departments-changed", names=comma.join(changes.changed))] * bool(changes.changed)
    lines += [line for group in changes.groups for line in _regrouped(here, group)]
    lines += moved
    if listing.unused:
        lines.append(say("departments-unused", names=comma.join(listing.unused)))
    return lines


def _regrouped(here: Installation, one: Regrouped) -> Iterator[str]:
    """A group as it is now, and what it was where it has changed."""
    say, comma = here.say, here.say("list-comma")
    left = [name for name in one.before if name not in one.after]
    key = "departments-regrouped" if one.before and set(one.before) != set(one.after) else "departments-group"
    yield say(key, group=one.group, before=len(one.before), count=len(one.after))
    if left:
        yield say("departments-left", group=one.group, count=len(left), names=comma.join(left))


def _print_lacking(here: Installation, listed: Sequence[Listed]) -> None:
    comma = here.say("list-comma")
    nameless = [one.department.name for one in listed if not one.expected and not one.enrolled]
    alone = [one.department.name for one in listed if not one.enrolled]
    if nameless:
        print(here.say("departments-no-name", count=len(nameless), names=comma.join(nameless)))
    if alone:
        print(here.say("departments-alone", count=len(alone), names=comma.join(alone)))


def _row(here: Installation, one: Listed) -> str:
    say, comma = here.say, here.say("list-comma")
    others = [*one.department.aliases, *filter(None, [one.department.full_name])]
    aliases = say("departments-row-aliases", names=comma.join(others)) if others else ""
    waiting = say("departments-expected", names=comma.join(one.expected)) if one.expected else ""
    row = say("departments-row", name=one.department.name, aliases=aliases,
              groups=comma.join(one.groups) or say("departments-nobody"),
              liaisons=comma.join(one.enrolled) or waiting or say("departments-nobody"))
    heir = one.department.successor
    return row if heir is None else f"{row}\n  " + say(
        "departments-coming", old=one.department.name, new=heir.name, day=heir.start.isoformat())


def _people(here: Installation, names: Sequence[str]) -> str:
    return here.say("list-comma").join(names) or here.say("departments-nobody")


def _numbers(numbers: Sequence[int]) -> str:
    return " ".join(f"#{number}" for number in numbers)


def _shape(one: Listed) -> dict[str, object]:
    heir = one.department.successor
    return {**asdict(one.department), "groups": list(one.groups), "liaisons": list(one.expected),
            "enrolled": list(one.enrolled),
            "successor": heir and {"name": heir.name, "from": heir.start.isoformat()}}
