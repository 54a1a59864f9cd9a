"""Cuts a stretch of a cell into the names in it, also where nothing stands between them; roles are read in
`body_cells`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from obligations.intake.inquiry import Choice
from obligations.intake.who.body_names import LONGEST, RULERS, Forms
from obligations.intake.who.body_words import NOT_IN_NAMES, TAIL
from obligations.intake.who.cell_marks import AND, ANNOUNCING, ITEM_NUMBER, PERSON
from obligations.intake.who.collectives import is_group
from obligations.intake.who.desk import Desk
from obligations.intake.who.naming import LOOK_ALIKES, District

_PIECE = re.compile(r"\S+")
_GAPS = re.compile(r"[\s\u200b-\u200d\ufeff]+")
_HAN = re.compile("[\u3400-\u9fff“”]+")
_SOME = re.compile("[\u3400-\u9fff“”]{2,20}(?:部门|单位|乡镇|街道|机构|企业|学校)")    # 有农村的乡镇
_IN_NAMES = re.compile("和[平县田政顺龙静硕林布睦谐合尚桥庄兴丰安美孝义畅舍衷悦洽乐]|暨|会同县")
MOST_PIECES = 5
MOST_GLUED = 60
MOST_CHARACTERS = 150    # of names with nothing between them


def compact(words: str) -> str:
    """`words` without gaps, for a name broken over two lines is one name, and without look-alike characters."""
    return _GAPS.sub("", words).translate(LOOK_ALIKES)


def like_a_name(word: str) -> bool:
    """Whether `word` might be a body, or several, of an unusual name: short, Chinese, and without words of prose."""
    plain = len(word) <= 15 and bool(_HAN.fullmatch(word)) and not NOT_IN_NAMES.search(word)
    return plain or bool(_SOME.fullmatch(word))


@dataclass(frozen=True, slots=True)
class Cut:
    """Names that stand together. `whole`: the one name that they may also be, `apart`: they are rather several;
    `parent`: the body of which a single name may be a part."""

    names: tuple[str, ...]
    whole: str = ""
    apart: bool = False
    parent: str = ""


Cuts = tuple[Cut, ...]


class Cutter:
    """Knows what is a name in one document; remembers every word that it was asked about."""

    def __init__(self, district: District, known: Callable[[str], str | None]) -> None:
        self._district, self._known, self._forms = district, known, Forms(district, known)
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
        return self._forms.is_placed(word)

    def is_group(self, word: str) -> bool:
        """Whether `word` stands for several bodies; what is listed as a body is one."""
        return is_group(word) and not self._known(word)

    def is_glued(self, word: str) -> bool:
        """Whether names stand in `word` that could not be cut apart: 县食安办县人行."""
        return len(word) <= MOST_GLUED and not NOT_IN_NAMES.search(word) and self._forms.holds(word)

    def one_name(self, word: str) -> str | None:
        """`word` as one name, without gaps; None where it is none, or several."""
        names = [name for cut in self._cut(compact(word)) for name in cut.names]
        return names[0] if len(names) == 1 else None

    def _counted(self, cut: Cut, desk: Desk) -> tuple[str, ...]:
        if not cut.whole:
            if cut.parent:
                desk.remark("part-of-body", cut.names[0], parent=cut.parent)
            return cut.names
        apart, one = Choice("cut-apart", "、".join(cut.names)), Choice("one-name", cut.whole)
        choices = (apart, one) if cut.apart else (one, apart)
        return cut.names if desk.ask("no-separator", cut.whole, choices) == apart.id else (cut.whole,)

    def _parent(self, word: str) -> str:
        """The body that `word` names a part of, "" for none: 县民政局 of 县民政局救助科."""
        if word.endswith("分局"):
            return ""
        begun = (word[:end] for end in range(3, len(word) - 1) if word[end - 1] in "局委厅")
        return next((left for left in begun
                     if self._forms.is_usual(left) and not TAIL.fullmatch(word[len(left):])), "")

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
        bare = self._announced(word)
        if bare != word and (cuts := self._cut(bare)):
            return cuts
        whole = is_group(word) and not self._forms.begins(word)
        if self._known(word) or whole or self._forms.is_usual(word):
            return (Cut((word,)),)
        single = (Cut((word,), parent=self._parent(word)),) if self._forms.is_body(word) else ()
        return self._at_and(word) or self._at_names(word) or single

    def _announced(self, word: str) -> str:
        """`word` without 由, 及 and the like before its first name; 和县财政局, 和平街道 and 会同县 are names."""
        if any(word.startswith(said) for said, _ in self._district.names):
            return word
        said = next((said for said in ("和", "暨", "会同") if word.startswith(said)), "")
        bare = word[len(said):] if said else ANNOUNCING.sub("", word)
        return bare if not _IN_NAMES.match(word) or self._is_ours(bare) else word

    def _is_ours(self, word: str) -> bool:
        """Whether what `word` begins with is a group, or a body that every district, or this one, has."""
        first = next((name for cut in self._cut(word) for name in cut.names), "")
        place = self._forms.named(first).place
        return bool(first) and self._forms.stands_alone(first) and place in ("", self._district.level or place)

    def _at_and(self, word: str) -> Cuts:
        """区教育局和区民政局 are two; 区住房和城乡建设局 is one."""
        for found in AND.finditer(word):
            left, right = word[:found.start()], word[found.end():]
            if _IN_NAMES.match(word, found.start()) and not self._is_ours(right):
                continue
            if (TAIL.search(left) or is_group(left)) and right and self.is_name(left) and self.is_name(right):
                return self._joined(self._cut(left), self._cut(right), word)
        return ()

    def _joined(self, before: Cuts, after: Cuts, word: str) -> Cuts:
        """What stands on both sides of an 和 in `word`."""
        last, first = before[-1].names[-1], after[0].names[0]
        complete, forms = self._forms.is_complete(last), self._forms
        if forms.stands_alone(first) and (complete or forms.is_placed(first) or is_group(first)):
            return before + after
        return (Cut(tuple(name for cut in before + after for name in cut.names), word,
                    apart=complete or forms.is_another(last, first)),)

    def _at_names(self, word: str) -> Cuts:
        """区发改委区商务局: cut where one name ends and another begins; a body's own parts stay with it."""
        for end in range(2, min(len(word) - 1, LONGEST)):
            left, right = word[:end], word[end:]
            if self._ends(left, right) and (rest := self._cut(right)) and self._begins_anew(left, rest[0].names[0]):
                names = (left, *(name for cut in rest for name in cut.names))
                return (Cut(names, word, apart=self._are_apart(names)),)
        return ()

    def _ends(self, left: str, right: str) -> bool:
        """Whether a name may end here."""
        if TAIL.fullmatch(right) or not TAIL.search(left) or self._forms.is_torn(left, right):
            return False
        return self._forms.is_body(left) or is_group(left)

    def _begins_anew(self, left: str, right: str) -> bool:
        """Whether another name begins with `right`, which is no part of `left`."""
        forms = self._forms
        if forms.is_branch(left, right) or TAIL.fullmatch(right):
            return False
        return (is_group(right) or forms.is_placed(right) or forms.is_another(left, right)
                or forms.may_be_another(left, right))

    def _are_apart(self, names: tuple[str, ...]) -> bool:
        """区委区政府督查室 is rather one office of both than two bodies; 区住建局房管局 is rather two."""
        for left, right in pairwise(names):
            ruling, name = self._forms.named(left), self._forms.named(right)
            if not ruling.core and ruling.tail in RULERS and (name.core or name.tail not in RULERS):
                return False
            if not (self._forms.stands_alone(right) or self._forms.is_another(left, right)):
                return False
        return True
