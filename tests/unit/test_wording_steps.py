"""An item that is one step of several is called by that step: no date stands in its name, its own or another's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handlers.understanding import AtOnce, Case
from locales.steps import step_of
from obligations.intake.known import Known
from obligations.intake.terms import Wanted
from obligations.plan import Milestones
from storage.documents import Stored
from tests.wording.cast import PILOT, days, dues, item

SEED = Path(__file__).parents[1] / "seed" / "guichi-2018.txt"
DISTRICT = "池州市贵池区"
LEAD = "切实落实责任，扎实推进试点工作"


def test_steps_of_the_seed_are_called_by_what_comes_before_the_first_date() -> None:
    file, wanted = Stored(SEED.name, SEED.read_bytes()), Wanted(date(2018, 6, 1), DISTRICT, None)
    tasks = AtOnce().made(Case(file, wanted, Known(DISTRICT))).plan.tasks
    parts = [part for task in tasks for part in task.deliverables]
    names = [step_of(part.title, step.title) for part in parts if isinstance(part.rule, Milestones)
             for step in part.rule.steps]
    assert names == [f"{LEAD} · 完成试点验收", f"{LEAD} · 报送试点成果和总体情况"]


@pytest.mark.parametrize(("title", "step", "name"), [
    ("8月15日前公布招生方案，9月10日前公布录取结果", "公布招生方案", "公布招生方案"),
    ("8月15日前公布招生方案，9月10日前公布录取结果", "公布录取结果", "公布录取结果"),
    ("8 月 15 日前，公布招生方案；2024年9月10日之前公布录取结果", "公布录取结果", "公布录取结果"),
    ("扎实推进，于六月底前完成试点验收，年底前报送试点成果", "报送试点成果", "扎实推进 · 报送试点成果"),
    ("推进改版，6月底前完成验收，9月底前报送试点成果…", "报送试点成果和总结", "推进改版 · 报送试点成果和总结"),
])
def test_sentence_with_every_date_gives_the_step_alone(title: str, step: str, name: str) -> None:
    assert step_of(title, step) == name


@pytest.mark.parametrize(("title", "step"), [
    ("基层公开试点", "试点验收"), ("2018 年政府信息公开年报", "部门稿报公开办"),
    ("预算6月底前公开，决算9月底前公布到网站", "公布到网站"), ("6月底前公开预算，决算9月底前公布到网站", "公布到网站"),
    ("6月底前制定，12月底前公布", "公布"), ("公布名单（6月底前、12月底前各一次）", "各一次"),
    ("预算6月底前公开，9月底前公布决算情况", "公布决算情况"),
])
def test_title_that_is_no_such_sentence_stays_whole(title: str, step: str) -> None:
    assert step_of(title, step) == f"{title} · {step}"


def test_item_without_steps_keeps_its_title_with_its_date() -> None:
    assert step_of("9月底前公布名单", "") == "9月底前公布名单"


def test_push_says_the_step_and_its_own_date_once() -> None:
    one = replace(item(1, "7月31日前完成试点验收，8月31日前报送成果", dues(PILOT)[0]), step="完成试点验收")
    assert days().title(one) == "完成试点验收" and days().deadline(one).startswith("7月31日前")
