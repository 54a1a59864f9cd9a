"""Which words are the title of a plan, and which years they name; what is made of it is decided in `terms`."""

import re

from obligations.wording import unfolded

YEARS = range(2008, 2101)     # 政府信息公开条例 has been in force since 2008-05-01
LONGEST = 60        # characters; longer words are a sentence
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=\s*(?:年(?!\s*\d{1,2}\s*月)|年?\s*[\-—–~至到]{1,2}\s*20\d\d\s*年))")
_SPELT = re.compile("二[〇○零]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])(?=年)")
_DIGITS = {**dict.fromkeys("〇○零", "0"), **{sign: str(n) for n, sign in enumerate("一二三四五六七八九", 1)}}
# What a title speaks of; a sentence that names a year (根据省2023年…) is none.
_SPEAKS = re.compile("任务|分工|要点|方案|安排|计划|清单|台账|目录|分解|关于.*通知")


def is_title(words: str) -> bool:
    """Whether `words` are like the title of a plan of some year."""
    return len(words) <= LONGEST and "。" not in words and bool(_SPEAKS.search(words)) and bool(years_in(words))


def years_in(words: str) -> list[int]:
    """The years of plans that `words` name, not those of days; 2024—2025年 names two."""
    plain = _SPELT.sub(lambda m: "20" + _DIGITS[m[1]] + _DIGITS[m[2]], unfolded(words[:4 * LONGEST]))
    return sorted({int(year) for year in _YEAR.findall(plain) if int(year) in YEARS})
