"""Gives names without 区 or 市 the place of the name before them (省工信厅、财政厅); a doubtful place is asked."""

from collections.abc import Callable
from dataclasses import replace

from obligations.intake.inquiry import Choice
from obligations.intake.who.body_cells import Mention
from obligations.intake.who.body_words import LEVELS
from obligations.intake.who.desk import Desk
from obligations.intake.who.naming import District, Name, is_function, named

_PARTY = frozenset(("组织", "宣传", "统战", "政法"))


def completed(mentions: tuple[Mention, ...], district: District, known: Callable[[str], str | None],
              desk: Desk) -> tuple[Mention, ...]:
    """The mentions of one cell, those without a place spelled with it; their `words` stay as printed."""
    place, done = district.level, []
    for mention in mentions:
        name = named(mention.spelling, district)
        if mention.group or known(mention.spelling):
            done.append(mention)
        elif name.place:
            place = name.place
            done.append(mention)
        else:
            done.append(_completed(mention, name, place, district, desk))
    return tuple(done)


def _completed(mention: Mention, name: Name, place: str, district: District, desk: Desk) -> Mention:
    if not place or not (is_function(name.core) or (name.tail and not name.core)):
        return mention
    said, own = _with_place(mention.spelling, name, place), _with_place(mention.spelling, name, district.level)
    if place != district.level and district.level:
        there, here = Choice("of-place", said), Choice("of-place", own)
        said = own if desk.ask("which-level", mention.words, (there, here)) == here.id else said
    return replace(mention, spelling=said)


def _with_place(spelling: str, name: Name, place: str) -> str:
    party = name.core in _PARTY and place in LEVELS and not spelling.startswith("委")
    return f"{place}委{spelling}" if party else place + spelling
