"""Cuts a stretch of a cell into the names in it, also where nothing stands between them; roles are read in
`body_cells`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from obligations.intake.inquiry import Choice
from obligations.intake.who.body_words import AND, ANNOUNCING, ITEM_NUMBER, NOT_IN_NAMES, PERSON, TAIL
from obligations.intake.who.desk import Desk
from obligations.intake.who.groups import is_group
from obligations.intake.who.naming import LOOK_ALIKES, District, is_function, named, spelling_key

_PIECE = re.compile(r"\S+")
_GAPS = re.compile(r"[\s\u200b-\u200d\ufeff]+")
_WRITTEN = re.compile("[\u3400-\u9fffA-Za-z0-9·“”\"—-]+")
_HAN = re.compile("[\u3400-\u9fff“”]+")
_WHOLE_TAILS = frozenset(("委", "政府", "法院", "检察院", "人大", "政协", "团委", "工会", "武装部", "人武部", 
                          "红十字会", "供销社", "党校", "常委会", "管委会"))
_RULERS = frozenset(("委", "政府", "人大", "政协", "党委"))
_OFFICES = frozenset(("局", "委", "办", "厅", "部"))
_COLLECTIVE = re.compile("^(?:有关|相关|全体|所有|其他)|各")
_CHANNELS = ("网站", "主页")     # where something is made public, not a 站
_CENTRAL = ("国家", "中国", "国网")     # 国家税务总局云江县税务局 is one name
_BARE = frozenset(("办公室", "办事处", "委员会", "分局"))
LONGEST = 30
MOST_PIECES = 5
MOST_CHARACTERS = 150    # of names with nothing between them


def compact(words: str) -> str:
    """`words` without gaps, for a name broken over two lines is one name, and without look-alike characters."""
    return _GAPS.sub("", words).translate(LOOK_ALIKES)


def like_a_name(word: str) -> bool:
    """Whether `word` might be a body of an unusual name: short, Chinese, and without words of prose."""
    return len(word) <= 15 and bool(_HAN.fullmatch(word)) and not NOT_IN_NAMES.search(word)


@dataclass(frozen=True, slots=True)
class Cut:
    """Names that stand together. `whole`: the one name that they may also be; `parent`: the body of which a single
    name may be a part."""

    names: tuple[str, ...]
    whole: str = ""
    parent: str = ""


Cuts = tuple[Cut, ...]


class Cutter:
    """Knows what is a name in one document; remembers every word that it was asked about."""

    def __init__(self, district: District, known: Callable[[str], str | None]) -> None:
        self._district, self._known = district, known
        self._cuts: dict[str, Cuts] = {}

    def names(self, stretch: str) -> Iterator[tuple[str, bool]]:
        """The pieces of `stretch` between gaps, each with whether it is made of names; a name broken by a gap is one
        piece."""
        pieces = list(_PIECE.finditer(stretch))
        at = 0
        while at < len(pieces):
            end = self._piece_end(stretch, pieces[at:at + MOST_PIECES]) + at
            words = stretch[pieces[at].start():pieces[end].end()]
            yield words, self.is_name(compact(words))
            at = end + 1

    def cut(self, word: str, desk: Desk) -> tuple[str, ...]:
        """The names in `word`, which has no gaps; asks where it is not certain how many they are."""
        if person := PERSON.search(word):
            desk.remark("words-unread", person.group())
        return tuple(name for cut in self._cut(word) for name in self._counted(cut, desk))

    def is_name(self, word: str) -> bool:
        """Whether `word` is a name, or several."""
        return bool(self._cut(word))

    def is_placed(self, word: str) -> bool:
        """Whether `word` begins with the district or a level: 县烟草."""
        return bool(named(word, self._district).place)

    def one_name(self, word: str) -> str | None:
        """`word` as one name, without gaps; None where it is none, or several."""
        names = [name for cut in self._cut(compact(word)) for name in cut.names]
        return names[0] if len(names) == 1 else None

    def is_body(self, word: str) -> bool:
        """Whether `word` has the form of a body's name, or is known to be one."""
        if self._known(word):
            return True
        if not (2 <= len(word) <= LONGEST) or not _WRITTEN.fullmatch(word) or NOT_IN_NAMES.search(word):
            return False
        if not TAIL.search(spelling_key(word)) or _COLLECTIVE.search(word) or word.endswith(_CHANNELS):
            return False
        name = named(word, self._district)
        if name.core and name.tail not in _OFFICES and is_function(name.core + name.tail):
            return False    # 县人社, 县农业农村: a function without a tail, not a 社 or a 村
        if not name.core:
            return name.tail in _WHOLE_TAILS and (bool(name.place) or len(word) > 2)
        return bool(name.place) or len(name.core) > 1 or is_function(name.core)

    def _counted(self, cut: Cut, desk: Desk) -> tuple[str, ...]:
        if not cut.whole:
            if cut.parent:
                desk.remark("part-of-body", cut.names[0], parent=cut.parent)
            return cut.names
        apart, one = Choice("cut-apart", "、".join(cut.names)), Choice("one-name", cut.whole)
        choices = (apart, one) if self._apart_by_default(cut.names) else (one, apart)
        return cut.names if desk.ask("no-separator", cut.whole, choices) == apart.id else (cut.whole,)

    def _parent(self, word: str) -> str:
        """The body that `word` names a part of, "" for none: 县民政局 of 县民政局救助科."""
        if word.endswith("分局"):
            return ""
        begun = (word[:end] for end in range(3, len(word) - 1) if word[end - 1] in "局委厅" and word[end:] not in _BARE)
        return next((left for left in begun if self._is_usual(left)), "")

    def _piece_end(self, stretch: str, pieces: list[re.Match[str]]) -> int:
        """How many pieces more belong to the first one: 区住房和⏎城乡建设局."""
        joined = [compact(stretch[pieces[0].start():piece.end()]) for piece in pieces]
        end = next((place for place, word in enumerate(joined) if self.is_name(word)), 0)
        while end + 1 < len(pieces) and self._goes_on(joined[end], joined[end + 1], pieces[end + 1].group()):
            end += 1
        return end

    def _goes_on(self, before: str, joined: str, piece: str) -> bool:
        """区政府⏎办公室 is one name, 区政府⏎区财政局 two."""
        cuts = self._cut(joined)
        one = len(cuts) == 1 and len(cuts[0].names) == 1
        return one and self.is_name(before) and not self.is_name(piece)

    def _cut(self, word: str) -> Cuts:
        if word not in self._cuts:
            self._cuts[word] = self._decided(word)
        return self._cuts[word]

    def _decided(self, word: str) -> Cuts:
        word = PERSON.sub("", ITEM_NUMBER.sub("", word).strip("·—-"))
        if len(word) > MOST_CHARACTERS:
            return ()
        bare = ANNOUNCING.sub("", word)
        if bare != word and not self._is_own(word) and (cuts := self._cut(bare)):
            return cuts
        if self._known(word) or is_group(word) or self._is_usual(word):
            return (Cut((word,)),)
        single = (Cut((word,), parent=self._parent(word)),) if self.is_body(word) else ()
        return self._at_and(word) or self._at_names(word) or single

    def _is_own(self, word: str) -> bool:
        return any(word.startswith(said) for said, _ in self._district.names)

    def _is_usual(self, word: str) -> bool:
        """区人力资源和社会保障局: the whole is what every district has, so nothing is cut from it."""
        return self.is_body(word) and is_function(named(word, self._district).core)

    def _at_and(self, word: str) -> Cuts:
        """区教育局和区民政局 are two; 区住房和城乡建设局 is one."""
        for found in AND.finditer(word):
            left, right = word[:found.start()], word[found.end():]
            ended = TAIL.search(left) or is_group(left)
            if ended and right and self.is_name(left) and self.is_name(right):
                cuts = self._cut(left) + self._cut(right)
                if self._stands_alone(self._cut(right)[0].names[0]):
                    return cuts
                return (Cut(tuple(name for cut in cuts for name in cut.names), word),)
        return ()

    def _stands_alone(self, word: str) -> bool:
        if is_group(word) or self._known(word):
            return True
        name = named(word, self._district)
        return bool(name.place) or is_function(name.core)

    def _at_names(self, word: str) -> Cuts:
        """区发改委区商务局: cut where one name ends and another begins; a body's own parts stay with it."""
        if word.endswith("纪委监委"):
            return ()
        for end in range(2, min(len(word) - 1, LONGEST)):
            left, right = word[:end], word[end:]
            if self._ends(left, right) and (rest := self._cut(right)) and self._begins_anew(left, rest[0].names[0]):
                return (Cut((left, *(name for cut in rest for name in cut.names)), word),)
        return ()

    def _ends(self, left: str, right: str) -> bool:
        """Whether a name may end here: at 局 and the like anything may follow, else only a place or a group."""
        if right in _BARE or not TAIL.search(left):
            return False
        if left[-1] not in _OFFICES and not (self.is_placed(right) or right[0] == "各"):
            return False
        return self.is_body(left) or is_group(left)

    def _begins_anew(self, left: str, right: str) -> bool:
        if is_group(right) or self.is_placed(right):
            return True
        before, after = named(left, self._district), named(right, self._district)
        return is_function(before.core) and after.tail in _OFFICES

    def _apart_by_default(self, names: tuple[str, ...]) -> bool:
        """区委区政府督查室 is rather one office of both than two bodies; 区住建局房管局 is rather two."""
        if names[0].startswith(_CENTRAL):
            return False
        for left, right in pairwise(names):
            ruling, name = named(left, self._district), named(right, self._district)
            if not ruling.core and ruling.tail in _RULERS and (name.core or name.tail not in _RULERS):
                return False
            if not self._stands_alone(right):
                return False
        return True
