"""Where a typed link ends when people break, blank or misspell it: joined, mended, or asked for, never cut."""

import pytest

from obligations.links import LinkFault, Links, find_links

SITE = "http://www.chizhou.gov.cn"
WEIXIN = "https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrSt_-"
WEIXIN_LONG = "https://mp.weixin.qq.com/s?__biz=MzI1=&mid=22&idx=1&sn=ab12#rd"


@pytest.mark.parametrize("typed", [
    f"{SITE}/upload/2018年预算公开.pdf", f"{SITE}/附件1.pdf", f"{SITE}/预算.docx", f"{SITE}/（定稿）预算.pdf",
    f"{SITE}/预算.jsp", f"{SITE}/a.html#预算公开", "http://h.gov.cn/2018/公开目录.aspx?id=3",
    f"{SITE}/2018.预算公开.pdf",
    f"{SITE}/123(定稿).pdf", f"{SITE}/2018预算公开", f"{SITE}/a.html/附件.pdf", "www.chizhou.gov.cn政务/a.html",
    f"{SITE}/search?name=财政", f"{SITE}/upload/2018 budget.pdf", f"{SITE}/upload/2018 年预算.pdf",
    f"{SITE}/show.jsp?id=", f"{SITE}/%E6%9", f"{SITE}/show/123...", f"{SITE}/show/123…",
    f"{SITE}/a.jsp?b=MTI=已公开",
    "www.chizhou.gov.cn、a.html", "www.chizhou.gov.cn\\a.html", f"{SITE}/zwgk/《通知》.doc", f"{SITE}/show/12３４",
])
def test_link_that_goes_on_unreadably_is_never_taken_by_its_half(typed: str) -> None:
    assert find_links(f"已公开 #41 {typed}") == Links((), ((typed, LinkFault.CUT.value),))
    assert find_links(f"{typed} 谢谢") == Links((), ((typed, LinkFault.CUT.value),))


@pytest.mark.parametrize(("typed", "link"), [
    (f"{SITE}/OpenContent/\nshow/1234567.html", f"{SITE}/OpenContent/show/1234567.html"),
    (f"{SITE}/OpenContent/\r\n  show/1234567.html", f"{SITE}/OpenContent/show/1234567.html"),
    (f"{SITE}/OpenContent\n/show/1234567.html", f"{SITE}/OpenContent/show/1234567.html"),
    (f"{SITE}/OpenContent/\nshow/\n1234567.html", f"{SITE}/OpenContent/show/1234567.html"),
    (f"{SITE}/show.jsp\n?id=3", f"{SITE}/show.jsp?id=3"),
    (f"{SITE}/show.jsp?a=1\n&id=3", f"{SITE}/show.jsp?a=1&id=3"),
    (f"{SITE}/1234567.\nhtml", f"{SITE}/1234567.html"),
    (f"{SITE}/1234567.ht\nml", f"{SITE}/1234567.html"),
])
def test_link_broken_over_lines_is_joined_when_the_next_line_plainly_goes_on(typed: str, link: str) -> None:
    assert find_links(f"已公开 #41\n{typed}") == Links((link,))
    assert find_links(f"{typed}，请查收\n#42") == Links((link,))


@pytest.mark.parametrize("typed", [
    f"{SITE}/OpenCon\ntent/show/123.html", f"{SITE}/2018\nbudget.pdf", f"{SITE}/\n公开目录.aspx?id=3",
    f"{SITE}/show/\n12/34",
])
def test_link_that_may_be_broken_over_lines_is_asked_for(typed: str) -> None:
    assert find_links(typed) == Links((), ((typed.replace("\n", " "), LinkFault.CUT.value),))


@pytest.mark.parametrize("next_line", [
    "#42 谢谢", "42", "2. #42", "2018/9/30", "2018-09-30 已公开", "请查收", "R04", "https://www.gov.cn/2.html",
])
def test_what_stands_on_the_next_line_is_its_own(next_line: str) -> None:
    for link in (f"{SITE}/show/1234567", f"{SITE}/show/1234567.html", f"{SITE}/zwgk/"):
        assert find_links(f"{link}\n{next_line}").good[0] == link


@pytest.mark.parametrize(("typed", "link"), [
    ("http:\\\\www.chizhou.gov.cn\\a.html", f"{SITE}/a.html"),
    ("http:＼＼www.chizhou.gov.cn＼a.html", f"{SITE}/a.html"),
    ("http://http://www.chizhou.gov.cn/a.html", f"{SITE}/a.html"),
    ("http://https://www.gov.cn/a.html", "https://www.gov.cn/a.html"),
    (f"{SITE}/a.jsp?id=1&amp;cid=2", f"{SITE}/a.jsp?id=1&cid=2"),
    *((f"{SITE}/a.html{mark}", f"{SITE}/a.html") for mark in ("}", "~", "_", "|", "&", "_~", "|。", "{", "*")),
    (f"{SITE}/a.jsp?id=3请查收", f"{SITE}/a.jsp?id=3"),
    (f"{SITE}/a.html请查收", f"{SITE}/a.html"),
    (f"{SITE}/a.html，附件预算.pdf已传", f"{SITE}/a.html"),
    (f"{SITE}/a.html 预算.pdf", f"{SITE}/a.html"),
    (f"{SITE}/a.html\n附件1.pdf", f"{SITE}/a.html"),
    (f"{SITE}/a.html（已公开）", f"{SITE}/a.html"),
    (f"{SITE}/a.html(已公开)", f"{SITE}/a.html"),
    (f"（{SITE}/a.html）谢谢", f"{SITE}/a.html"),
    (f"{SITE}/show/1234567请查收", f"{SITE}/show/1234567"),
    (f"{SITE}/show/123,请查收", f"{SITE}/show/123"),
    ("www.chizhou.gov.cn请查收", SITE),
    (f"{SITE}/?a=1&b=2", f"{SITE}/?a=1&b=2"),
    ("http：//www.chizhou.gov.cn/a.html", f"{SITE}/a.html"),
    *((f"{link}{after}", link)
      for link in (WEIXIN, WEIXIN_LONG) for after in ("", "请查收", "，谢谢", "\n#42", " 预算.pdf")),
])
def test_link_typed_with_a_slip_or_before_words_is_read_whole(typed: str, link: str) -> None:
    assert find_links(f"已公开 #41 {typed}") == Links((link,))


@pytest.mark.parametrize(("typed", "fault"), [
    ("http:\\\\127.0.0.1\\@www.gov.cn/", LinkFault.BACKSLASH), ("http:\\/www.gov.cn/a", LinkFault.BACKSLASH),
    ("http:\\\\127.0.0.1\\a", LinkFault.LOCAL), ("http://http://127.0.0.1/a", LinkFault.LOCAL),
    ("http://http://a@www.gov.cn/", LinkFault.USER),
])
def test_a_mended_slip_hides_no_other_host(typed: str, fault: LinkFault) -> None:
    assert [why for _, why in find_links(typed).refused] == [fault.value]
