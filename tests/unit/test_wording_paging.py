"""A long digest is split at the borders of items: everything once, in order, below Telegram's limit."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.catalogue import LOCALES, texts
from locales.messages import LIMIT, MARK, Page, digest, notice, paged, size
from obligations.due import planned
from obligations.item import Item
from obligations.plan import ByDate
from tests.wording.cast import CALENDAR, IN_FORCE, MONDAY, days, item, notices

TELEGRAM = 4096
TITLES = st.text(st.sampled_from("公开目录信息项目 #12📄a"), max_size=60)
OFFSETS = st.integers(-90, 26)
HEADING = re.compile("逾期|今天|5个工作日内|预告")


def items(made: list[tuple[str, int]]) -> list[Item]:
    """Items with these titles, due so many calendar days from MONDAY."""
    return [item(number, f"{title}·", planned(ByDate((MONDAY + timedelta(days=offset),)), 2018, IN_FORCE, CALENDAR)[0])
            for number, (title, offset) in enumerate(made, 1)]


def many(count: int, title: str = "公共企事业单位信息公开制度和考核评议办法") -> list[Item]:
    return items([(title, number % 116 - 90) for number in range(count)])


def entries(page: Page) -> list[int]:
    """The numbers of the items whose first line stands in the words of a page."""
    return [int(found) for found in re.findall(r"^#(\d+) ", page.text, re.MULTILINE)]


@pytest.mark.parametrize("locale", LOCALES)
def test_two_hundred_items_are_all_there_once(locale: str) -> None:
    told = notices(many(200))
    assert len(told) == 200
    pages = digest(days(locale=locale), "区环保局", told)
    assert len(pages) > 1
    assert [number for page in pages for number in page.items] == [one.item.number for one in told]
    assert all(entries(page) == list(page.items) for page in pages)
    assert max(size(page.text) for page in pages) <= TELEGRAM


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TITLES, OFFSETS), min_size=1, max_size=120), st.text("区财政局、", min_size=1, max_size=900))
def test_whatever_the_titles_every_item_stands_whole_on_one_page(made: list[tuple[str, int]], who: str) -> None:
    told = notices(items(made))
    pages = digest(days(), who, told)
    shown = [number for page in pages for number in page.items]
    assert shown == [one.item.number for one in told]
    assert all(size(page.text) <= TELEGRAM and page.items for page in pages)
    text = "\n".join(page.text for page in pages)
    for one in told:
        assert f"#{one.item.number} {days().title(one.item)}\n    " in text


def test_a_page_that_goes_on_says_whose_it_is_and_repeats_the_heading() -> None:
    pages = digest(days(), "区环保局", notices(many(200)))
    for part, page in enumerate(pages[1:], 2):
        opening, blank, heading, first = page.text.split("\n")[:4]
        assert (opening, blank) == (f"区环保局 · 12月3日（续 {part}）", "")
        assert HEADING.fullmatch(heading)
        assert first.startswith("#")


def test_no_page_has_two_empty_lines_in_a_row() -> None:
    pages = digest(days(), "区环保局", notices(many(300)))
    assert not any("\n\n\n" in page.text for page in pages)


def test_only_the_last_page_says_how_to_reply() -> None:
    pages = digest(days(), "区环保局", notices(many(200)))
    assert ["回复“已公开" in page.text for page in pages] == [False] * (len(pages) - 1) + [True]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_full_page_has_room_to_mark_every_item_as_closed(locale: str) -> None:
    words = texts(locale)
    for page in digest(days(locale=locale), "区环保局", notices(many(200, "公开目录"))):
        closed = [words("card-closed", line=line) if line.startswith("#") else line for line in page.text.split("\n")]
        assert size("\n".join(closed)) <= TELEGRAM


def test_one_item_of_endless_words_is_cut_and_its_deadline_still_seen() -> None:
    (page,) = digest(days(), "区环保局", notices(items([("公" * 9000, 5)])))
    assert page.items == (1,)
    assert size(page.text) <= LIMIT
    assert "公…\n    12月8日放假，请于 12月7日前办" in page.text


def test_many_notices_at_once_are_split_too() -> None:
    made = many(150)
    pages = notice(days(), "区环保局", made)
    assert len(pages) > 1
    assert [number for page in pages for number in page.items] == [one.number for one in made]
    assert all(page.text.startswith("区环保局：新任务\n#") and size(page.text) <= TELEGRAM for page in pages)


@given(st.lists(st.integers(1, 5000), max_size=30), st.integers(0, 3000), st.integers(0, 600))
def test_blocks_of_any_size_stay_below_the_limit(sizes: list[int], head: int, foot: int) -> None:
    blocks = [("h" if number % 3 else "", "x" * length, number) for number, length in enumerate(sizes)]
    pages = paged("h" * head, blocks, "f" * foot, lambda part: f"{part}" * head)
    assert [number for page in pages for number in page.items] == list(range(len(sizes)))
    assert all(size(page.text) <= TELEGRAM for page in pages)


def test_a_page_is_filled_before_the_next_begins() -> None:
    pages = digest(days(date(2018, 12, 3)), "区环保局", notices(many(200)))
    assert all(size(page.text) + MARK * len(page.items) > LIMIT - 300 for page in pages[:-1])
