"""Tells which of the bodies known so far a plan speaks of under another name; what becomes of them is decided where
it is used."""

from collections.abc import Iterable, Mapping

from obligations.plan import Department


def renamed(known: Iterable[Department], planned: Iterable[Department]) -> Mapping[str, str]:
    """The name in `planned` of each body in `known` that has another one there: the plan lists its name among the
    spellings of a body, or names a body by what was a mere spelling of it.

    A body that the plan names itself keeps its name, one that another has taken over from is history, and one of which
    the plan makes two is neither of them.
    """
    before = tuple(known)
    names = dict.fromkeys(body.name for body in planned)
    spelled = {spelling: body.name for body in planned for spelling in _others(body)}
    new = names.keys() - {body.name for body in before}
    found: dict[str, str] = {}
    for body in before:
        if body.name in names or body.successor:
            continue
        by_spelling = [one for one in _others(body) if one in new]
        now = spelled.get(body.name) or (by_spelling[0] if len(by_spelling) == 1 else None)
        if now:
            found[body.name] = now
    return found


def _others(body: Department) -> Iterable[str]:
    return filter(None, (*body.aliases, body.full_name))
