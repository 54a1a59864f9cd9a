"""Both languages say the same things, plainly: same keys, same variables, no shouting, no hidden marks."""

import re
from collections import Counter

import pytest

from locales.catalogue import LOCALES, ROOT, TextFault, texts
from tests.wording.files import FILES, by_key, keys

DATES = {"day", "day-with-year"}    # each language writes dates in its own way, out of the same values
HAN = r"[\u4e00-\u9fff]"
QUOTED = re.compile("“[^“”]*”")     # what is typed, in the language of the plan


def sources(locale: str) -> list[tuple[str, str]]:
    """Every text as it stands in the files, without comments."""
    return [(path.name, line) for path in sorted((ROOT / locale).glob("*.ftl"))
            for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def test_both_languages_have_the_same_files() -> None:
    assert FILES
    assert sorted(path.name for path in (ROOT / "en").glob("*.ftl")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_both_languages_have_the_same_keys_in_the_same_order(file: str) -> None:
    assert list(by_key("zh-CN", file)) == list(by_key("en", file))


@pytest.mark.parametrize("file", FILES)
def test_a_message_uses_the_same_variables_in_both_languages(file: str) -> None:
    chinese, english = by_key("zh-CN", file), by_key("en", file)
    differing = {key for key in chinese if chinese[key] != english.get(key)}
    assert differing <= DATES


@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_is_made_of_the_values_that_every_date_has(locale: str) -> None:
    found = by_key(locale, "digest.ftl")
    assert all(found[key] <= {"year", "month", "day", "iso"} and found[key] for key in DATES)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_key_stands_twice(locale: str) -> None:
    counted = Counter(key for file in FILES for key in keys(locale, file))
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_nobody_is_shouted_at(locale: str) -> None:
    assert [line for line in sources(locale) if re.search("[!！]", line[1])] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_hides_a_mark_that_changes_how_it_reads(locale: str) -> None:
    hidden = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
    assert [line for line in sources(locale) if hidden.search(line[1])] == []


def test_values_are_put_in_without_isolating_marks() -> None:
    words = texts("zh-CN")("receipt-link", link="https://www.guichi.gov.cn/a.html")
    assert words == "    https://www.guichi.gov.cn/a.html"


def test_chinese_is_punctuated_with_chinese_marks() -> None:
    assert [line for line in sources("zh-CN") if re.search(f"{HAN}[,;:?]{HAN}", line[1])] == []


def test_english_is_punctuated_with_english_marks() -> None:
    assert [line for line in sources("en") if re.search("[，。；：？、（）]", QUOTED.sub("", line[1]))] == []


def test_english_has_chinese_only_where_something_is_typed() -> None:
    typed = re.compile(f"(?:区财政局|会议|已公开|登记|{HAN}+”|{QUOTED.pattern})")
    assert [line for line in sources("en") if re.search(HAN, typed.sub("", line[1]))] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", sorted(by_key("zh-CN", "refusals.ftl")))
def test_a_refusal_is_a_whole_sentence_and_a_reason_is_a_part_of_one(locale: str, key: str) -> None:
    values = {name: "list" for name in by_key(locale, "refusals.ftl")[key]}
    words = texts(locale)(key, **values)
    if key.startswith("link-"):
        assert not words.endswith(("。", "."))
    else:
        assert words.endswith(("。", ".", "list", "list?"))


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_are_written_plainly(locale: str) -> None:
    assert "#2018" in texts(locale)("item-unknown", number=2018)


def test_a_missing_value_is_a_fault_of_ours_and_never_reaches_a_reader() -> None:
    with pytest.raises(TextFault, match="item-unknown"):
        texts("en")("item-unknown")


def test_an_unknown_key_is_a_fault_of_ours() -> None:
    with pytest.raises(TextFault, match="no text nowhere"):
        texts("en")("nowhere")


def test_a_language_that_is_not_there_falls_back_to_chinese() -> None:
    assert texts("fr").locale == "zh-CN"
