"""Lines that open with a label: more fields of an item, the next item, or fields that stand over their items."""

import pytest

from tests.unit.intake.tables import answered, doubts, everything, faults, kinds, read, who, words

HEAD = "云江县2023年政务公开任务清单"


def asides(*blocks: str) -> list[tuple[str, int | None]]:
    return [(doubt.quote.text, doubt.row) for doubt in doubts(*blocks) if doubt.kind == "line-aside"]


@pytest.mark.parametrize("label", ["责任领导", "公开渠道", "公开形式", "牵头领导", "联 系 人", "公开栏目", "联系电话"])
def test_a_label_about_something_else_leaves_the_item_whole(label: str) -> None:
    lines = ("责任单位：县水利局", f"{label}：某某", "完成时限：5月底前")
    blocks = (HEAD, "1.公布水价。", *lines, "2.公布票价。", *lines)
    found = read(*blocks)
    assert words(found) == [("公布水价。", "5月底前"), ("公布票价。", "5月底前")]
    assert kinds(*blocks) == [] and f"{label}：某某" in everything(found)


def test_a_label_about_something_else_may_come_first() -> None:
    found = read(HEAD, "一、水利", "（一）公布水价。", "牵头领导：某某", "牵头单位：县水利局", "时间：每月5日前",
                 "（二）公布水质。", "牵头领导：某某", "牵头单位：县卫健局")
    assert [(row.sections, row.number) for row in found.rows] == [(("一、水利",), "（一）"), (("一、水利",), "（二）")]
    assert words(found) == [("公布水价。", "每月5日前"), ("公布水质。", "")]


def test_items_that_are_labelled_themselves_stay_items() -> None:
    found = read(HEAD, "任务一：公布水价", "责任单位：县水利局", "责任领导：某某", "任务二：公布票价",
                 "责任单位：县文旅局", "责任领导：某某", "完成时限：9月")
    assert words(found) == [("任务一：公布水价", ""), ("任务二：公布票价", "9月")]


def test_an_item_that_forgot_its_fields_is_an_item_under_the_label_of_items() -> None:
    blocks = (HEAD, "工作任务：公布水价", "责任单位：县水利局", "工作任务：公布水质", "工作任务：公布票价",
              "责任单位：县文旅局")
    assert [text for text, _ in words(read(*blocks))] == [
        "工作任务：公布水价", "工作任务：公布水质", "工作任务：公布票价"]
    assert "item-without-bodies" in kinds(*blocks)


def test_words_about_the_task_belong_to_it_wherever_they_stand() -> None:
    found = read(HEAD, "1.公布水价。", "具体要求：公布到户。", "责任单位：县水利局", "工作措施：设公示栏。",
                 "完成时限：5月底前")
    assert words(found) == [("公布水价。\n具体要求：公布到户。\n工作措施：设公示栏。", "5月底前")]


def test_an_unknown_label_after_the_fields_is_asked() -> None:
    blocks = (HEAD, "1.公布水价。", "责任单位：县水利局", "重点地段：东湖片", "完成时限：5月底前")
    assert kinds(*blocks) == ["labelled-line"] and words(read(*blocks)) == [("公布水价。", "5月底前")]
    other = answered(lambda doubt: doubt.choices[1].id if doubt.kind == "labelled-line" else None, *blocks)
    assert words(other) == [("公布水价。", ""), ("重点地段：东湖片", "5月底前")]


@pytest.mark.parametrize(("line", "deadline"), [
    ("时间要求：7至9月", "7至9月"), ("时间：每月", "每月"), ("公开频次：每季度一次", "每季度一次")])
def test_any_label_about_time_gives_it(line: str, deadline: str) -> None:
    assert words(read(HEAD, "1.公布水价。", "责任单位：县水利局", line)) == [("公布水价。", deadline)]
    assert words(read(HEAD, f"1.公布水价。（主责：县水利局；{line}）")) == [("公布水价。", deadline)]


def test_a_second_time_or_a_body_in_a_kept_field_is_shown() -> None:
    blocks = (HEAD, "1.公布水价。", "责任单位：县水利局", "完成时限：5月底前", "公开频次：每月",
              "公开渠道：县水利局配合")
    shown = [(doubt.quote.text, doubt.values["heading"]) for doubt in doubts(*blocks)]
    assert shown == [("每月", "公开频次"), ("县水利局配合", "公开渠道")]


def test_labels_in_brackets_without_a_colon_are_labels() -> None:
    found = read(HEAD, "1.公布水价。", "【责任单位】县水利局、各镇", "【完成时限】5月底前")
    assert (who(found), words(found)) == ([("responsible", "县水利局、各镇")], [("公布水价。", "5月底前")])


def test_towns_in_brackets_may_stand_in_a_bracket_about_who() -> None:
    found = read(HEAD, "1.公布水价。（县水利局牵头，各镇（街道）配合）")
    assert who(found) == [("responsible", "县水利局牵头，各镇（街道）配合")]


LED = ("责任单位：县水利局", "完成时限：5月底前", "1.公布水价。", "2.公布水质。", "责任单位：县文旅局", "3.公布票价。")


@pytest.mark.parametrize("above", [(), ("请各单位认真落实下列任务。",), ("云江县人民政府办公室",)])
def test_fields_over_their_items_are_not_those_of_the_item_above(above: tuple[str, ...]) -> None:
    found = read(HEAD, *above, *LED)
    assert words(found) == [("公布水价。", "5月底前"), ("公布水质。", "5月底前"), ("公布票价。", "")]
    assert [who(found, at) for at in range(3)] == [[("responsible", "县水利局")]] * 2 + [[("responsible", "县文旅局")]]
    assert found.title == HEAD and kinds(HEAD, *above, *LED) == ["fields-lead"]


def test_fields_over_items_hold_no_longer_than_their_section() -> None:
    blocks = (HEAD, "一、水利", *LED[:4], "二、文旅", "3.公布票价。")
    assert [who(read(*blocks), at) for at in range(3)] == [[("responsible", "县水利局")]] * 2 + [[]]
    assert "item-without-bodies" in kinds(*blocks)


def test_fields_under_the_title_alone_are_no_item_made_of_it() -> None:
    [fault] = faults(HEAD, "责任单位：县水利局")
    assert fault.key == "rows-fields-alone"


def test_an_item_numbered_like_a_heading_is_asked_where_its_fields_were_forgotten() -> None:
    blocks = (HEAD, "（一）公布水价。", "责任单位：县水利局", "（二）公布水质。", "（三）公布票价。",
              "责任单位：县文旅局")
    assert [row.number for row in read(*blocks).rows] == ["（一）", "（二）", "（三）"]
    assert kinds(*blocks) == ["item-without-bodies"]


@pytest.mark.parametrize("line", [
    "名录变动后10个工作日内更新。", "县司法局负责审核。", "其中水价每月公布。", "各镇要一并公布。",
    "分三次公布，7月1次。"])
def test_a_line_under_an_item_about_who_or_when_is_shown_with_it(line: str) -> None:
    assert asides(HEAD, "1.公布水价。（责任单位：县水利局）", "请抓好落实。", line) == [(line, 0)]


@pytest.mark.parametrize("line", ["请抓好落实。", "抄送：县委办公室。", "云江县人民政府办公室2023年4月6日印发"])
def test_other_lines_under_an_item_are_only_kept(line: str) -> None:
    assert asides(HEAD, "1.公布水价。（责任单位：县水利局）", line) == []
