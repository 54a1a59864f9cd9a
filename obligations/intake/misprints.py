"""Remarks on what a careful reader stumbles over in the words of a row: counts that are wrong, well-known slips of the
pen, things that only one of two nearly equal cells says. Nothing is mended, and nothing follows from it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

from obligations.intake.inquiry import Inquiry
from obligations.intake.source import Quote, Source, SourceRow
from obligations.intake.titles import years_in

NEARLY, SAME = 0.6, 58.0    # of 1: two cells that tell of one thing; of 100: a clause of one found in the other
MOST_LEFT_OUT = 3           # clauses; where more differ, the cells were never meant to be the same
SHORTEST_CLAUSE = 5         # characters; shorter ones are found by chance
MOST_CLAUSES = 60           # of a cell; a longer one is a text, not a copy of its neighbour
LONGEST = 2000              # characters looked at
LONGEST_LIST = 400
_NUMERALS = "一二两三四五六七八九十"
_COUNT = re.compile(
    rf"(?P<open>等|这|共)?([{_NUMERALS}]|1?[0-9])"
    "(?:个方面|大方面|项制度|项机制|项工作|项任务|项措施|类信息|大类|个领域|大领域|大攻坚战|个环节|个重点|项内容)(?P<colon>[:：])?")
_PAUSES = re.compile(r"[，,。；;：:\n]")
_BRACKETS = re.compile(r"[（(][^（()）]{0,200}[)）]")
# What no sentence holds: 向全[社会]公开, and 实用 where only the verb 使用 can stand.
_SLIP = re.compile(r"向全(?=公开|公布|发布|通报|推送)|(?<=[注要])重?实用(?=[^，。；、]{0,6}解读)"
                   r"|[，、；。]{2,}(?<!。。。)")
_ITEM = re.compile(r"(?:^|(?<=[\n。；;]))[ \t\u3000]*(\d{1,2})[.．、](?!\d)")
_CLAUSES = re.compile(r"[，,。；;、\n]|等(?=信息|方面|内容)")
_NOISE = re.compile(r"[\s\u3000\d“”\"'《》（）()\[\].．:：]+")
_TOWNS = re.compile(r"(?:督促|指导|推动|组织|带动)(各?(?:乡镇街道|镇街道|乡镇|镇街|镇|街道|乡)(?:[（(]街道[)）])?)"
                    "(?=公开|公布|发布|及时|全面|按|做好|抓好|落实|开展|完成|建立|完善)")
_YEAR_REPORT = re.compile("信息公开(?:工作)?年(?:度报告|报)")
# What shows that the report of the year before is meant, which is made public in the first months of this one.
_YEAR_BEFORE = re.compile("上一?年|前一年|去年")
_FIRST_MONTHS = re.compile(r"(?<!\d)0?[1-3]月|一季度|年初|20\d\d[-./]0?[1-3][-./]")
_SENTENCES = re.compile(r"[。；;\n]")


def look(source: Source, year: int, inquiry: Inquiry) -> None:
    """Note every stumbling block in the rows of `source`, a plan of `year`."""
    beside = _requirements(source.rows)
    for index, row in enumerate(source.rows):
        _in_words(row, index, inquiry)
        _year_report(row, year, index, inquiry)
        _between_cells(row, beside[row.content.text], index, inquiry)


def _requirements(rows: Sequence[SourceRow]) -> dict[str, str]:
    """The bare requirements of all rows that share a content, by it: a task is often parted among several."""
    found = defaultdict(list)
    for row in rows:
        found[row.content.text].append(row.requirement.text)
    # Once for each content, and not for each row: a category may stand beside thousands of them.
    return {content: _bare("".join(requirements)) for content, requirements in found.items()}


def _in_words(row: SourceRow, index: int, inquiry: Inquiry) -> None:
    asks = row.asks
    text = asks.text[:LONGEST]
    for said, named, words in _counts(text):
        inquiry.remark("count-differs", Quote(words, asks.place), row=index, said=str(said), named=str(named))
    for slip in _SLIP.finditer(text):
        words = text[max(0, slip.start() - 6):slip.end() + 6].strip()
        inquiry.remark("slip", Quote(words, asks.place), row=index)
    bodies = "".join(quote.text for _, quote in row.bodies)
    if (towns := _TOWNS.search(text)) and not re.search("[镇乡]|街道", bodies):
        inquiry.remark("towns-in-words", Quote(towns[0], asks.place), row=index, towns=towns[1])


def _year_report(row: SourceRow, year: int, index: int, inquiry: Inquiry) -> None:
    """That of the plan's own year is due in the next one; that of the year before, in this one's first months."""
    text = row.asks.text[:LONGEST]
    for sentence in _SENTENCES.split(text):
        if not (report := _YEAR_REPORT.search(sentence)):
            continue
        named = years_in(sentence)
        of_before = (max(named) < year if named
                     else _YEAR_BEFORE.search(sentence) or _FIRST_MONTHS.search(sentence + row.deadline.text))
        if not of_before:
            inquiry.remark("year-report", Quote(report[0], row.asks.place), row=index)
            return


def _counts(text: str) -> Iterator[tuple[int, int, str]]:
    """Every count beside a list of another length: what is said, what is named, the words."""
    plain = _BRACKETS.sub("", text)
    for found in _COUNT.finditer(plain):
        words = _beside(plain, found)
        things = words.split("、")
        if len(things) < 2 or (found["open"] is None and found["colon"] is None):
            continue
        said, named = _number(found[2]), len(things) + _parts_last(things)
        # Behind 等 more may be meant than are named; one short of a long list is a thing forgotten.
        is_open = found["open"] == "等" and not 5 <= named == said - 1
        if named > said or (named < said and not is_open):
            yield said, named, f"{words[-40:]}{found[0]}"


def _beside(text: str, count: re.Match[str]) -> str:
    """The clause that ends with a count, or that its colon opens."""
    if count["colon"]:
        return _PAUSES.split(text[count.end():count.end() + LONGEST_LIST], maxsplit=1)[0]
    return _PAUSES.split(text[max(0, count.start() - LONGEST_LIST):count.start()])[-1]


def _parts_last(things: Sequence[str]) -> bool:
    """Whether 和 in the last thing parts two: A、B和C are three things, and 提高保障和改善水平 is one."""
    halves = re.split("以及|[和与及]", things[-1])
    usual = fmean(map(len, things[:-1]))
    return len(halves) == 2 and abs(fmean(map(len, halves)) - usual) < abs(len(things[-1]) - usual)


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    return 2 if words == "两" else "一二三四五六七八九十".index(words) + 1


def _between_cells(row: SourceRow, requirements: str, index: int, inquiry: Inquiry) -> None:
    content, requirement = row.content.text, row.requirement.text
    if not content or not requirement or content == requirement:
        return
    listed, asked = _items(content), _items(requirement)
    if listed > asked > 1:
        inquiry.remark("fewer-items", Quote(requirement, row.requirement.place), row=index, listed=str(listed),
                       asked=str(asked))
    only = _only_in(content, requirements)
    if 0 < len(only) <= MOST_LEFT_OUT:
        inquiry.remark("only-in-content", Quote(only[0], row.content.place), row=index, clauses="；".join(only))


def _items(text: str) -> int:
    """How many items 1. 2. 3. … a text has."""
    last = 0
    for mark in _ITEM.finditer(text[:LONGEST]):
        last += int(mark[1]) == last + 1
    return last


def _only_in(content: str, whole: str) -> list[str]:
    """The clauses of `content` that are not in `whole`, the bare words of all that is required for it, where the two
    are otherwise nearly the same."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.fuzz import partial_ratio

    if max(len(content), len(whole)) > LONGEST or Indel.normalized_similarity(_bare(content), whole) < NEARLY:
        return []
    return [clause for clause in _clauses(content) if partial_ratio(_bare(clause), whole) < SAME]


def _clauses(text: str) -> Iterable[str]:
    clauses = [clause.strip() for clause in _CLAUSES.split(text)]
    return [clause for clause in clauses if len(_bare(clause)) >= SHORTEST_CLAUSE][:MOST_CLAUSES]


def _bare(text: str) -> str:
    return _NOISE.sub("", text)
