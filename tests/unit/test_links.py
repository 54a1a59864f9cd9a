"""Which links are found in typed text, where each one ends, and which are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obligations.links import LONGEST, LinkFault, Links, checked, find_links, sightings

PAGE = "https://www.guichi.gov.cn/OpennessContent/show/1.html"


@pytest.mark.parametrize("after", [
    "", " ", "\n", "，请查收", "。", "；", "、", "）", "】", "》", "”", "已公开", "　谢谢", "！", "？",
    "：完成",
    ".", ",", ";", ":", "!", "?", ")", "]", "...", "）。", ").", "＃４１", "…", "“", "<", ">", '"',
])
def test_typed_link_ends_before_what_follows_it(after: str) -> None:
    assert find_links(f"已公开 #41 {PAGE}{after}") == Links((PAGE,))


@pytest.mark.parametrize("before", [
    "", "已公开", "已公开：", "（", "(", "《", "#41", "＃４１", "41号", "done", "网址:", "“",
])
def test_typed_link_begins_wherever_http_stands(before: str) -> None:
    assert find_links(before + PAGE) == Links((PAGE,))


@pytest.mark.parametrize("link", [
    "http://www.gov.cn/",
    "https://www.gov.cn/a(1).html",
    "https://www.gov.cn/a(1)",
    "https://www.gov.cn/a?b=1&c=%E6%94%BF#top",
    "https://www.gov.cn:8080/x",
    "https://www.gov.cn/~user/t20180730_1.html",
    "https://www.gov.cn/?to=https://www.guichi.gov.cn/1.html",
    "http://61.190.31.166/a.html",
    "https://xn--fiqs8s.xn--fiqz9s/a",
])
def test_link_is_kept_as_typed(link: str) -> None:
    assert find_links(f"见 {link} 。").good == (link,)


@pytest.mark.parametrize(("typed", "link"), [
    ("www.guichi.gov.cn/a/1.html", "http://www.guichi.gov.cn/a/1.html"),
    ("guichi.gov.cn/1.html", "http://guichi.gov.cn/1.html"),
    ("www.gov.cn", "http://www.gov.cn"),
    ("已公开www.gov.cn/1，谢谢", "http://www.gov.cn/1"),
    ("#41www.gov.cn/1", "http://www.gov.cn/1"),
    ("#41guichi.gov.cn/1", "http://guichi.gov.cn/1"),
    ("guichi.gov.cn:8080/1", "http://guichi.gov.cn:8080/1"),
    ("guichi.gov.cn/1?id=2。", "http://guichi.gov.cn/1?id=2"),
    ("HTTPS://www.gov.cn/A", "https://www.gov.cn/A"),
])
def test_link_without_scheme_gets_one(typed: str, link: str) -> None:
    assert find_links(typed).good == (link,)


@pytest.mark.parametrize("typed", [
    "ｈｔｔｐｓ：／／ｗｗｗ．ｇｏｖ．ｃｎ／ａ",
    "ｈｔｔｐｓ：／／ｗｗｗ．ｇｏｖ．ｃｎ／ａ，请查收",
    "https：//www.gov.cn/a",
    "https：／／www.gov.cn/a",
    "https：／／www．gov．cn／a",
    "https:／／www.gov.cn／a。",
])
def test_full_width_link_is_understood(typed: str) -> None:
    assert find_links(typed).good == ("https://www.gov.cn/a",)


def test_full_width_query_belongs_to_a_full_width_link() -> None:
    assert find_links("ｈｔｔｐ：／／ｇｏｖ．ｃｎ／？ｂ＝１").good == ("http://gov.cn/?b=1",)


@pytest.mark.parametrize("text", [
    "", "已公开", "附件.docx", "plan.pdf", "1.html", "a@guichi.gov.cn", "v1.2", "3.14", "2018.7.30",
    "192.168.1.1",
    "e.g. this", "www", "http", "data: 3", "区财政局", "a@b.com/c", "www.", "1.2.3.4/a",
])
def test_other_words_are_no_links(text: str) -> None:
    assert find_links(text) == Links(())


@pytest.mark.parametrize("between", [" ", "，", "、", "\n", "", ",", ";", "和"])
def test_two_links_are_two(between: str) -> None:
    assert find_links(f"{PAGE}{between}https://www.gov.cn/2").good == (PAGE, "https://www.gov.cn/2")


def test_same_link_counts_once_in_the_order_of_its_first_sight() -> None:
    assert find_links(f"{PAGE} www.gov.cn {PAGE}", ("http://www.gov.cn", "https://a.gov.cn/")).good == (
        PAGE, "http://www.gov.cn", "https://a.gov.cn/")


@pytest.mark.parametrize(("link", "fault"), [
    ("http://127.0.0.1\\@www.gov.cn/", LinkFault.BACKSLASH),
    ("http://admin@www.gov.cn/", LinkFault.USER),
    ("https://www.gov.cn:secret@example.com/", LinkFault.USER),
    ("http://127.0.0.1/", LinkFault.LOCAL),
    ("http://10.1.2.3/a", LinkFault.LOCAL),
    ("http://172.16.0.1/a", LinkFault.LOCAL),
    ("http://192.168.1.5:8080/a", LinkFault.LOCAL),
    ("http://169.254.169.254/latest", LinkFault.LOCAL),
    ("http://0.0.0.0/", LinkFault.LOCAL),
    ("http://224.0.0.1/", LinkFault.LOCAL),
    ("http://[::1]/", LinkFault.LOCAL),
    ("http://[2002:7f00:1::]/", LinkFault.LOCAL),
    ("http://[64:ff9b::7f00:1]/", LinkFault.LOCAL),
    ("http://2130706433/", LinkFault.LOCAL),
    ("http://0x7f.1/", LinkFault.LOCAL),
    ("http://0177.0.0.1/", LinkFault.LOCAL),
    ("http://127.1/", LinkFault.LOCAL),
    ("http://127.0.0.1./", LinkFault.LOCAL),
    ("http://localhost/a", LinkFault.LOCAL),
    ("http://LOCALHOST:8080/a", LinkFault.LOCAL),
    ("http://oa.local/a", LinkFault.LOCAL),
    ("http://intranet/a", LinkFault.HOST),
    ("http://", LinkFault.HOST),
    ("https://a..gov.cn/", LinkFault.HOST),
    ("https://www.gov.cn:99999/", LinkFault.HOST),
    ("https://www.gov.cn:x/", LinkFault.HOST),
    ("ftp://www.gov.cn/a", LinkFault.SCHEME),
    ("file:///etc/passwd", LinkFault.SCHEME),
    ("javascript:alert(1)", LinkFault.SCHEME),
    ("https://www.gov.cn/\u202elmth.1", LinkFault.HIDDEN),
    ("https://www.gov.cn/\x00a", LinkFault.HIDDEN),
    ("https://www.gov.cn/" + "a" * LONGEST, LinkFault.LONG),
])
def test_doubtful_link_is_refused_with_its_reason(link: str, fault: LinkFault) -> None:
    assert find_links(f"已公开 #41 {link}") == Links((), ((link, fault.value),))
    assert find_links("已公开 #41", (link,)) == Links((), ((link, fault.value),))


def test_longest_link_is_still_taken() -> None:
    link = "https://www.gov.cn/".ljust(LONGEST, "a")
    assert find_links(link).good == (link,)


@pytest.mark.parametrize("text", [
    "https://www.guichi.gov.cn/政务公开/2018.html",
    "https://www.guichi.gov.cn/zwgk/公告.html",
    "https://www.guichi.gov.cn/search?name=财政",
])
def test_link_with_chinese_inside_is_refused_rather_than_cut_short(text: str) -> None:
    found = find_links(text)
    assert (found.good, found.refused[0][1]) == ((), LinkFault.CUT.value)


def test_refused_link_does_not_hide_a_good_one() -> None:
    found = find_links(f"http://localhost/ {PAGE}")
    assert (found.good, len(found.refused)) == ((PAGE,), 1)


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060", "\u00ad"])
def test_mark_without_width_is_dropped_from_a_link(mark: str) -> None:
    assert find_links(f"https://www.gov{mark}.cn/a{mark}").good == ("https://www.gov.cn/a",)


def test_entity_without_scheme_is_completed() -> None:
    assert checked(" www.gov.cn/1 ") == ("http://www.gov.cn/1", None)


@pytest.mark.parametrize("link", ["", " ", "mailto:a@b.cn", "tg://user?id=1", "a b.gov.cn", "//", "http:/x"])
def test_entity_that_is_no_page_is_refused(link: str) -> None:
    assert checked(link)[1] is not None


@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_gives_only_web_links_without_blanks(text: str) -> None:
    for link in find_links(text).good:
        assert link.startswith(("http://", "https://"))
        assert len(link) <= LONGEST
        assert not any(character.isspace() or ord(character) < 33 for character in link)


@given(st.text(alphabet="htps:/.wgovcn41#，。 ＃：／@\\？?=aA(（）)已公开\u202e\u200b", max_size=60))
def test_sightings_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for seen in sightings(text):
        assert end <= seen.start <= seen.end <= len(text)
        end = seen.end


@given(st.lists(st.sampled_from([PAGE, "http://www.gov.cn/1", "https://a.gov.cn/?x=1"]), max_size=5),
       st.sampled_from([" ", "，", "\n", "；", "）（"]))
def test_links_between_any_marks_are_all_found(links: list[str], between: str) -> None:
    assert find_links(between.join(links)).good == tuple(dict.fromkeys(links))
