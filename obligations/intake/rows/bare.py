"""Tells what a short line without a number is made of: nothing but a time, nothing but bodies, or other words; what it
stands for is decided where it stands."""

import re
from enum import StrEnum

from obligations.intake.rows.labels import compact
from obligations.intake.rows.shapes import is_bodies, is_note, is_page_mark, is_time
from obligations.intake.titles import is_title

LONGEST = 30        # characters; longer words without a number are no heading
_FRAME = re.compile(r"[【〔《〈\[]\s*([^【】〔〕《》〈〉\[\]]{1,60}?)\s*[】〕》〉\]]")
_COUNT = re.compile(r"[（(]\s*共?\s*\d{1,3}\s*[项条个件]\s*[)）]$")
_SENTENCE = re.compile(r"[。；;：:，,！!？?…]|^[（(].*[)）]$")
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_SALUTATION = re.compile("^(?:各|尊敬).*[:：]$")
# What a body never begins with, but a task that ends like one does: 建设政务公开平台.
_DOING = re.compile("推进|加强|落实|用好|做好|办好|深化|完善|健全|规范|建设(?!局|委|和|管)|建立|打造|强化|围绕|提升|"
                    "优化|开展|抓好|公[布开示]|发布|制[定作]|编制|更新|改版|开[设通]|召开")
_DATED = re.compile(r"20\d\d年\d{1,2}月(?P<day>\d{1,2}日)?|(?P<plain>20\d\d[-./]\d{1,2}[-./]\d{1,2})"
                    "|[二〇○零一三四五六七八九O0]{4}年[一二三四五六七八九十]{1,2}月(?P<spelt>[一二三四五六七八九十]{1,3}日)?")
_SIGNED = re.compile(rf"(?!根据|按照|依据)[\u4e00-\u9fff]{{2,24}}(?:{_DATED.pattern})(?:印发)?")


class Bare(StrEnum):
    """What a line is made of."""

    TIME = "time"
    BODIES = "bodies"
    WORDS = "words"


def bare(text: str) -> Bare | None:
    """What `text` is made of; None: it is a sentence, a note or a title, and no heading."""
    if len(text) > 2 * LONGEST or is_note(text) or is_page_mark(text) or is_title(text):
        return None
    words = inside(text)
    if is_dated(words) or is_time(words) or is_time(words.removesuffix("份")):
        return Bare.TIME
    if is_bodies(words) and not _DOING.match(words) and not _SALUTATION.match(text.strip()):
        return Bare.BODIES
    return Bare.WORDS if len(words) <= LONGEST and _WORDS.search(words) and not _SENTENCE.search(words) else None


def inside(text: str) -> str:
    """A heading without its frame, its colon and the number of things under it: 【县财政局】, 县财政局（共2项）."""
    words = _COUNT.sub("", text.strip()).rstrip(" \t\u3000:：")
    framed = _FRAME.fullmatch(words)
    return framed[1] if framed else words


def is_framed(text: str) -> bool:
    """Whether `text` stands in brackets that only headings have."""
    return _FRAME.fullmatch(_COUNT.sub("", text.strip())) is not None


def is_dated(text: str, *, to_the_day: bool = False) -> bool:
    """Whether `text` is nothing but a month, or a day, of some year, as under a signature."""
    found = _DATED.fullmatch(compact(inside(text))) if len(text) <= LONGEST else None
    return found is not None and bool(not to_the_day or found["day"] or found["plain"] or found["spelt"])


def is_signed(text: str) -> bool:
    """Whether `text` is a signature on one line: who, and the day."""
    return len(text) <= 2 * LONGEST and (is_dated(text) or _SIGNED.fullmatch(compact(text)) is not None)
