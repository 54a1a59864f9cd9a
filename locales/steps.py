"""How an item is called that is one step of several; which steps there are has been decided before."""

import re

SHORTEST = 4        # characters of a step that says by itself what is to be done: 验收报送, but not 报送
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:\d{4}|[今当本明])?\s*年\s*"
_DAY = (rf"(?:{_YEAR}年?[底末]|(?:{_YEAR})?{_NUMBER}\s*月(?:\s*{_NUMBER}\s*[日号]|份?\s*[底末]|[上中下]旬|份)?)"
        r"\s*(?:之前|以前|前|内)?")
_DATED = re.compile(_DAY)
_OPENING = re.compile(rf"(?:^|(?<=[，,；;。]))\s*(?:[于在到]|截至)?{_DAY}[，,：:\s]*")


def step_of(title: str, step: str) -> str:
    """`title` with one of its steps. A title that is the whole sentence (…工作，7月底前完成验收，8月底前报送成果) gives
    only what it says before the first date, for the date of this step stands below it and the others are not its own.

    Whatever is not surely such a sentence stays whole: rather long than wrong.
    """
    if not step:
        return title
    opened = list(_OPENING.finditer(title))
    lead = title[: opened[0].start()].rstrip("，,；;。 ") if opened else ""
    if _DATED.search(lead) or not any(_begins(title[one.end():], step) for one in opened):
        return f"{title} · {step}"
    if lead:
        return f"{lead} · {step}"
    return step if len(step) >= SHORTEST else f"{title} · {step}"


def _begins(words: str, step: str) -> bool:
    """Whether `words` go on with `step`, as far as they were not clipped."""
    clipped = words.removesuffix("…")
    return words.startswith(step) or (clipped != words and len(clipped) >= SHORTEST and step.startswith(clipped))
