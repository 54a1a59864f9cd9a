"""Sentences as clerks type them: what denies, doubts, asks or makes an exception closes nothing, what is plain closes.

The sentences stand in `tests/sentences/`, one a line; URL and URL2 are links, ⏎ is a line's end.
"""

from pathlib import Path

import pytest

from obligations.links import find_links
from obligations.remainder import LONGEST_CLAUSE, is_plain
from obligations.reply import Ask, Close, NotAReply, Question, read_reply

SENTENCES = Path(__file__).parents[1] / "sentences"
ONE = "https://www.guichi.gov.cn/a/1.html"
TWO = "https://www.guichi.gov.cn/b/2.html"
MOST_ASKED = 3


def typed(file: str) -> list[str]:
    """The sentences of one file, with links."""
    lines = (SENTENCES / file).read_text(encoding="utf-8").splitlines()
    return [line.replace("⏎", "\n").replace("URL2", TWO).replace("URL", ONE) for line in lines]


HEDGED, PLAIN = typed("hedged.txt"), typed("plain.txt")


def test_there_are_enough_sentences_to_say_anything() -> None:
    assert len(HEDGED) >= 600 and len(PLAIN) >= 600


@pytest.mark.parametrize("sentence", HEDGED)
def test_a_hedged_sentence_closes_nothing_and_is_asked_about(sentence: str) -> None:
    reading = read_reply(sentence)
    assert isinstance(reading, Ask), reading
    assert 61 in reading.numbers and find_links(sentence).good[0] in reading.links


@pytest.mark.parametrize("sentence", HEDGED)
def test_a_hedged_answer_to_a_push_does_not_close_its_item(sentence: str) -> None:
    reading = read_reply(sentence.replace("#61", " "), shown=(61,))
    assert not (isinstance(reading, Close) and 61 in {item.number for item in reading.items})


@pytest.mark.parametrize("sentence", HEDGED)
def test_a_word_for_done_does_not_take_the_doubt_away(sentence: str) -> None:
    assert not isinstance(read_reply(f"已公开。{sentence}，请查收"), Close)


def test_plain_sentences_close_and_hardly_any_is_asked_about() -> None:
    asked = [sentence for sentence in PLAIN if not isinstance(read_reply(sentence), Close)]
    assert len(asked) <= MOST_ASKED, asked


def test_a_plain_sentence_closes_only_the_items_that_it_names() -> None:
    for sentence in PLAIN:
        reading = read_reply(sentence)
        if isinstance(reading, Close):
            assert {item.number for item in reading.items} <= {61, 62}
            assert {link for item in reading.items for link in item.links} <= {ONE, TWO}


@pytest.mark.parametrize("words", [
    "", "谢谢", "请各位领导查收", "张主任您好", "区教体局陈静", "联系人：陈静，电话0566-1234567", "密码:1234",
    "关于印发贵池区2018年政务公开工作要点的通知", "贵池区2018年财政预算公开", "《如何办理登记》", "2018年9月30日",
    "按照贵政办〔2018〕47号要求", "预算、决算等信息", "领导干部分工", "附件1.pdf",
])
def test_these_words_change_nothing(words: str) -> None:
    assert is_plain(words)


@pytest.mark.parametrize("words", [
    "部分公开", "已公开的部分", "《关于不予公开的决定》", "《预算（草案）》",
    "等文件", "计划公开", "周五公开", "整改中",
    "已送财政局审核", "有人投诉", "to be published", "has it been published", "有空了弄", "长" * (LONGEST_CLAUSE + 1),
])
def test_these_words_are_not_known_to_be_harmless(words: str) -> None:
    assert not is_plain(words)


@pytest.mark.parametrize(("noun", "sign"), [
    ("领导干部分工", "部分"), ("未成年人保护工作", "未"), ("不动产登记信息", "不"), ("机构改革方案", "改"),
    ("试点工作方案", "试"),
    ("老旧小区改造项目", "旧"), ("临时救助名单", "临时"), ("工作要点", "要"),
    ("应急预案", "应"), ("中央环保督察整改情况", "改"),
])
def test_a_noun_that_only_contains_a_sign_of_doubt_is_harmless(noun: str, sign: str) -> None:
    assert sign in noun
    assert is_plain(noun) and not is_plain(sign)


def test_the_number_of_a_paper_or_a_telephone_is_no_item() -> None:
    for words in ("对区人大第15号建议的答复", "电话 2020123", "密码123456", "手机13800000000", "7至9月", "2018 budget"):
        reading = read_reply(f"#61 {words} {ONE}")
        assert isinstance(reading, Close) and [item.number for item in reading.items] == [61]


def test_a_doubt_without_a_link_is_asked_about_before_the_link() -> None:
    reading = read_reply("#61 已公开但内容不全")
    assert reading == Ask(Question.IS_IT_DONE, (61,), (), "已公开但内容不全")
    assert read_reply("#61 还没公开") == NotAReply()
