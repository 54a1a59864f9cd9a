"""What holds for every reply: reports come back exactly, and nothing is closed that nobody named."""

import re
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from obligations.reply import Ask, Close, NothingToPublish, Undo, read_reply

numbers = st.integers(1, 9_999_999)
links = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["http", "https"]),
    st.sampled_from(["www.guichi.gov.cn", "zwgk.ah.gov.cn:8080", "61.190.31.166", "a-b.com"]),
    st.sampled_from(["/", "/2018/7/", "/a(1)/", "/OpennessContent/show/"]),
    st.from_regex(r"[a-z0-9]{1,8}(\.html|/|\?id=[0-9]{1,4}|#[0-9]{1,3})", fullmatch=True),
)
done = st.sampled_from(["已公开", "已经公开", "已公開", "已发布", "完成", "办结", "公开了", "done",
"Published"])
blank = st.sampled_from([" ", "　", "\n", "，", "：", " ， "])
maybe = st.one_of(st.just(""), blank)


def wide(text: str) -> str:
    """`text` as an input method left in full-width mode writes it."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@st.composite
def item_marks(draw: st.DrawFn, number: int) -> str:
    """`number` written as an item's."""
    shapes = [f"#{number}", f"# {number}", wide(f"#{number}"), f"第{number}项", f"第{number}号",
    f"No.{number}"]
    return draw(st.sampled_from(shapes if number <= 31 else [*shapes, f"{number}号",
    wide(f"{number}") + "号"]))


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, dict[int, tuple[str, ...]]]:
    """A report of one to four items, each with its links, and what it means."""
    meant: dict[int, tuple[str, ...]] = {}
    lines = []
    link_first = draw(st.booleans())
    for number in draw(st.lists(numbers, min_size=1, max_size=4, unique=True)):
        meant[number] = tuple(draw(st.lists(links, min_size=1, max_size=3, unique=True)))
        mark = draw(item_marks(number)) + draw(maybe) + draw(done)
        where = draw(blank).join(meant[number])
        pair = [where, mark] if link_first else [mark, where]
        lines.append(draw(blank).join(pair))
    return draw(st.sampled_from(["\n", "；\n", "。", " "])).join(lines), meant


@given(reports())
def test_every_rendering_of_a_report_is_read_back_exactly(
    report: tuple[str, dict[int, tuple[str, ...]]]
) -> None:
    text, meant = report
    reading = read_reply(text)
    assert isinstance(reading, Close), reading
    assert {item.number: item.links for item in reading.items} == meant
    assert [item.number for item in reading.items] == list(meant)


@given(st.lists(numbers, min_size=2, max_size=5, unique=True), links, done, st.sampled_from(["、", "，", " ",
       "和", ","]))
def test_one_link_for_all_is_read_back_for_all(chosen: list[int], link: str, word: str, join: str) -> None:
    reading = read_reply(f"{word} {join.join(f'#{n}' for n in chosen)} {link}")
    assert isinstance(reading, Close)
    assert {item.number: item.links for item in reading.items} == dict.fromkeys(chosen, (link,))


@given(st.lists(numbers, min_size=1, max_size=9, unique=True), st.data(), links)
def test_place_in_the_push_is_that_item_or_a_question(
    shown: list[int], data: st.DataObject, link: str
) -> None:
    place = data.draw(st.integers(1, len(shown)))
    reading = read_reply(f"第{'一二三四五六七八九'[place - 1]}件 {link}", shown=tuple(shown))
    if place in shown and shown[place - 1] != place:
        assert isinstance(reading, Ask)
    else:
        assert isinstance(reading, Close) and [item.number for item in reading.items] == [shown[place - 1]]


@given(links, numbers, maybe)
def test_bare_link_means_the_only_item_shown(link: str, number: int, before: str) -> None:
    reading = read_reply(before + link, shown=(number,))
    assert isinstance(reading, Close)
    assert (reading.items[0].number, reading.items[0].links) == (number, (link,))


@given(numbers, links, st.sampled_from(["未公开", "没有公开", "还没公开", "不公开", "已公开了吗？",
       "尚未发布", "明天公开"]))
def test_denied_report_never_closes(number: int, link: str, denial: str) -> None:
    for text in (f"#{number} {denial} {link}", f"{denial}#{number} {link}", f"{link} #{number}{denial}"):
        assert not isinstance(read_reply(text, shown=(number,)), Close)


COUNTS = {name: value for value, name in enumerate("零一二三四五六七八九十")}
words = st.lists(st.sampled_from([
    "已公开", "#", "＃", "41", "４２", "号", "第", "项", "件", "二", "、", "，", " ", "\n", "-", "至",
    "https://a.gov.cn/1",
    "www.gov.cn/2", "本期", "无", "撤销", "未", "吗", "？", "2018年", "〔2018〕47号", "done", "http://", "\\",
    "@", "99999999",
    "\u202e", "\u200b", ".", "7月", "0", "x", "《", "》", "条", "了", "/",
]), max_size=14).map("".join)
contexts = st.lists(st.integers(1, 60), max_size=4, unique=True).map(tuple)


def possible(text: str, context: tuple[int, ...]) -> set[int]:
    """Every number that stands in `text` or in the context; a range only joins numbers of the context."""
    digits = re.findall("[0-9]+", normalize("NFKC", re.sub("[\u200b\u202e]", "", text)))
    return {int(run) for run in digits} | set(context)


@given(st.one_of(st.text(max_size=80), words), contexts, contexts)
@example("#" + "9" * 5_000, (), ())
@example("\ud800 已公开", (1,), ())
@example("第十十项 https://a.gov.cn/1", (), ())
def test_any_text_is_read_without_inventing_numbers(
    text: str, shown: tuple[int, ...], awaiting: tuple[int, ...]
) -> None:
    reading = read_reply(text, shown=shown, awaiting=awaiting)
    if isinstance(reading, Close):
        named = [item.number for item in reading.items]
        assert named and len(set(named)) == len(named)
        assert set(named) <= possible(text, shown + awaiting) | set(COUNTS.values())
        assert all(item.links and len(set(item.links)) == len(item.links) for item in reading.items)
    elif isinstance(reading, NothingToPublish):
        assert reading.numbers and set(reading.numbers) <= possible(text,
        shown + awaiting) | set(COUNTS.values())
    elif isinstance(reading, Ask):
        assert len(set(reading.numbers)) == len(reading.numbers)


@given(words, contexts)
def test_without_a_link_nothing_is_closed(text: str, shown: tuple[int, ...]) -> None:
    linkless = re.sub(r"https?|www|gov|cn", "", text)
    assert not isinstance(read_reply(linkless, shown=shown), Close)


@given(words, contexts, st.lists(links, max_size=2).map(tuple))
def test_reading_is_the_same_every_time(text: str, shown: tuple[int, ...], extra: tuple[str, ...]) -> None:
    assert read_reply(text, extra_links=extra, shown=shown) == read_reply(text, extra_links=extra,
    shown=shown)


@given(numbers)
def test_undo_is_read_back_for_every_number(number: int) -> None:
    assert read_reply(f"撤销 #{number}") == Undo(number)
