"""What the documents say is held against the code: names, settings, links, figures, and every output shown."""

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest
from typer.main import get_command

from bot.cli import main
from bot.commands.application import application
from bot.commands.overview import COMMANDS
from bot.settings import DEFAULTS, NAMES, read_settings
from locales.catalogue import texts
from locales.days import Days
from locales.messages import receipt
from obligations.due import planned
from obligations.events import asked_of
from obligations.item import Item, State
from obligations.planfile import read_plan
from obligations.planfile_rules import Kind
from obligations.workdays import calendar
from tests.readmes import READMES, rows_listed, rows_wanted, unlisted

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in chain(ROOT.glob("*.md"), ROOT.glob("docs/*.md")))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLAN = read_plan((ROOT / "plans/guichi-2018.toml").read_text(encoding="utf-8"), "guichi-2018.toml")
MOST_LINES_OF_A_README = 150
FENCED = re.compile(r"^(?P<indent> *)```(?P<kind>\w*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<![\w-])[\w-]{22}(?![\w-])", re.ASCII)    # an invitation's, new each time
IN_CODE = re.compile("`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FOLDERS = ("bot", "handlers", "storage", "locales", "obligations", "plans", "tests", "bench", "docs")
OF_OURS = re.compile(rf"(?<![\w./-])(?:{'|'.join(FOLDERS)})/[\w./-]*|\w+\.py\b")    # a path, or a name without one
PAIRS = [(page, chinese) for page in PAGES if (chinese := page.replace(".md", ".zh-CN.md")) in PAGES]
ARCHITECTURE = ("docs/architecture.md", "docs/architecture.zh-CN.md")

each_readme = pytest.mark.parametrize("readme", READMES.values())
each_language = pytest.mark.parametrize("locale", READMES)
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])


def words(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def manual(locale: str) -> list[str]:
    """The README of a language, then the pages of that language in the order in which it names them."""
    ours = {pair[READMES[locale] == "README.zh-CN.md"] for pair in PAIRS}
    return [READMES[locale], *dict.fromkeys(target for link in LINK.findall(words(READMES[locale]))
                                            if (target := link.partition("#")[0]) in ours and "/" in target)]


def said(locale: str) -> str:
    """Everything that the documentation says in a language."""
    return "\n".join(map(words, manual(locale)))


def section(page: str, heading: str) -> str:
    return words(page).partition(f"\n## {heading}\n")[2].partition("\n## ")[0].strip()


def blocks(page: str, kind: str) -> list[str]:
    return [dedent(found["body"]) for found in FENCED.finditer(words(page)) if found["kind"] == kind]


def commands() -> Iterator[tuple[str, set[str]]]:
    """Every command as typed, with its options."""
    def walk(command: object, path: str) -> Iterator[tuple[str, set[str]]]:
        for name, below in getattr(command, "commands", {}).items():
            yield from walk(below, f"{path} {name}".strip())
        if not hasattr(command, "commands"):
            parameters = getattr(command, "params", ())
            yield path, {option for one in parameters for option in one.opts if option.startswith("--")}

    yield from walk(get_command(application), "")


@each_language
@pytest.mark.parametrize("path", [path for path, _ in commands()])
def test_every_command_is_shown_in_use(locale: str, path: str) -> None:
    assert re.search(rf"gongkai {path}(?![\w-])", said(locale))


@each_language
def test_every_option_is_named(locale: str) -> None:
    options = set().union(*(options for _, options in commands())) | {"--help", "--version", "--traceback"}
    assert {option for option in options if not re.search(rf"{option}(?![\w-])", said(locale))} == set()


@each_language
def test_exactly_the_commands_with_json_are_said_to_have_it(locale: str) -> None:
    sentence, = (line for line in said(locale).splitlines() if "`--json`" in line)
    having = re.split("`--json`", sentence)[0]
    assert {path for path, options in commands() if "--json" in options} == {
        path for path, _ in commands() if f"`{path}`" in having}


def test_the_overview_lists_every_command() -> None:
    assert sorted(COMMANDS) == sorted(path for path, _ in commands())


@each_language
def test_every_word_for_the_chat_is_listed_beside_those_that_mean_the_same(locale: str) -> None:
    assert unlisted(locale) == set()


@each_language
def test_no_word_for_the_chat_is_listed_that_does_not_exist(locale: str) -> None:
    assert set().union(*rows_listed(locale)) == set().union(*rows_wanted())


@each_language
@pytest.mark.parametrize("name", NAMES)
def test_every_setting_stands_in_the_table_with_its_default(locale: str, name: str) -> None:
    row, = (line for line in said(locale).splitlines() if line.startswith(f"| `{name}` |"))
    assert f"`{DEFAULTS[name]}`" in row if name in DEFAULTS else "`" not in row.split("|")[2]


@each_language
def test_the_table_has_no_setting_that_does_not_exist(locale: str) -> None:
    assert set(re.findall(r"^\| `([A-Z][A-Z_]+)` \|", said(locale), re.MULTILINE)) == set(NAMES)


def test_the_example_names_every_setting_once_with_its_default() -> None:
    shown = re.findall(r"^#?([A-Z][A-Z_]*)=(.*)$", words(".env.example"), re.MULTILINE)
    assert shown == [(name, DEFAULTS.get(name, "")) for name in NAMES]


def test_the_example_with_every_mark_removed_means_the_defaults(tmp_path: Path) -> None:
    bare = re.sub(r"^#(?=[A-Z_]+=)", "", words(".env.example"), flags=re.MULTILINE)
    (tmp_path / ".env").write_text(bare, encoding="utf-8")
    assert read_settings({}, tmp_path) == read_settings({}, tmp_path / "nowhere")


def test_every_setting_of_the_example_has_a_line_of_explanation() -> None:
    lines = words(".env.example").splitlines()
    above = [lines[at - 1] for at, line in enumerate(lines) if re.match(r"#?[A-Z][A-Z_]*=", line)]
    assert all(line.startswith("# ") and len(line) > 5 for line in above)


def test_every_target_of_make_is_named() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", words("Makefile"), re.MULTILINE)
    assert phony is not None
    targets, contributing = set(phony[1].split()), words("CONTRIBUTING.md")
    shown = "\n".join(re.findall(r"^\t@echo '(make .*)'$", words("Makefile"), re.MULTILINE))
    assert {name for name in targets if not re.search(rf"make {name}(?![\w-])", contributing)} == set()
    assert {name for name in targets if not re.search(rf"(?:make |; ){name}(?![\w-])", shown)} == {"help"}


@each_readme
def test_a_readme_is_short(readme: str) -> None:
    assert len(words(readme).splitlines()) <= MOST_LINES_OF_A_README


@pytest.mark.parametrize(("readme", "heading", "sentence"), [
    ("README.md", "Going live on Telegram",
     "Telegram cannot be reached from mainland China without a proxy: set `TELEGRAM_PROXY` "
     "(or a Bot API server of your own, `TELEGRAM_API_URL`)"),
    ("README.zh-CN.md", "正式启用",
     "中国大陆不经代理连不上 Telegram：请设 `TELEGRAM_PROXY`（也可以自建 Bot API 服务器，设 `TELEGRAM_API_URL`）"),
])
def test_the_proxy_is_the_first_thing_said_about_going_live(readme: str, heading: str, sentence: str) -> None:
    assert section(readme, heading).removeprefix("**").startswith(sentence)


@each_language
def test_every_page_of_a_language_is_named_by_its_readme(locale: str) -> None:
    assert sorted(manual(locale)) == sorted(pair[READMES[locale] == "README.zh-CN.md"] for pair in PAIRS)


@each_readme
def test_the_shell_in_which_gongkai_is_found_is_opened_before_its_first_command(readme: str) -> None:
    before, first, _ = words(readme).partition("$ gongkai ")
    assert first and "`make shell`" in before


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_the_shell_of_make_shell_finds_gongkai_and_forgets_make(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    made, program = tmp_path / ".venv/made", tmp_path / ".venv/bin/gongkai"
    for path in (tmp_path / "requirements.txt", tmp_path / "pyproject.toml", made / "venv", made / "runtime", program):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('#!/bin/sh\necho "found: $* [$MAKELEVEL$MAKEFLAGS]"\n')
    program.chmod(0o700)
    ran = subprocess.run(["make", "shell"], cwd=tmp_path, env={"PATH": os.environ["PATH"], "SHELL": "/bin/sh"},
                         input="gongkai plan show\nexit 3\n", capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.splitlines()[1:]) == (0, ["found: plan show []"]), ran.stderr


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_project_leads_somewhere(page: str) -> None:
    links = [link for link in LINK.findall(words(page)) if "://" not in link]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_anchor_is_a_heading(page: str) -> None:
    for link in LINK.findall(words(page)):
        target, _, anchor = link.partition("#")
        if anchor and "://" not in link:
            leads_to = (ROOT / page).parent / target if target else ROOT / page
            headings = re.findall(r"^#+ (.+)$", leads_to.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@each_pair
def test_both_languages_have_the_same_sections_and_tables(pair: tuple[str, str]) -> None:
    one, other = map(words, pair)
    for pattern in (r"^## ", r"^\|[-|]+\|$", r"^\|", r"^ *```\w+$", r"^\| `?[A-Z]\w+", r"^\d+\. ", "^- "):
        count = re.compile(pattern, re.MULTILINE)
        assert len(count.findall(one)) == len(count.findall(other)), pattern
    assert [found["kind"] for found in FENCED.finditer(one)] == [found["kind"] for found in FENCED.finditer(other)]


@each_pair
def test_a_page_leads_to_pages_of_its_own_language(pair: tuple[str, str]) -> None:
    for page, other in (pair, pair[::-1]):
        foreign = {one[page == pair[0]] for one in PAIRS} - {other}
        leads_to = {((ROOT / page).parent / link.partition("#")[0]).resolve() for link in LINK.findall(words(page))
                    if "://" not in link}
        assert {name for name in foreign if ROOT / name in leads_to} == set()


@pytest.mark.parametrize("page", ARCHITECTURE)
def test_every_path_named_in_the_picture_of_the_house_exists(page: str) -> None:
    named = {path.rstrip(".") for path in OF_OURS.findall(words(page))}
    assert named and {path for path in named if not (ROOT / path).exists()} == set()
    assert {path for path in named if path.endswith("/") != (ROOT / path).is_dir()} == set()


def test_both_languages_lay_the_house_out_in_the_same_files() -> None:
    one, other = (set(OF_OURS.findall(words(page))) for page in ARCHITECTURE)
    assert one ^ other == set()


@pytest.mark.parametrize("page", ARCHITECTURE)
def test_every_word_of_the_house_has_the_class_and_the_table_that_are_said(page: str) -> None:
    header, _, *rows = [cells for line in words(page).splitlines() if len(cells := line.split("|")[1:-1]) == 6]
    assert len(rows) > 10, header
    for *_, classes, tables, _ in rows:
        for path, name in chain(classes_in(classes), (("storage/tables.py", name) for name in IN_CODE.findall(tables))):
            assert re.search(rf"^(?:class {name}\b|{name} = )", words(path), re.MULTILINE), (path, name)


def classes_in(cell: str) -> Iterator[tuple[str, str]]:
    """Each class of a cell with the file that is named behind it."""
    names: list[str] = []
    for code in IN_CODE.findall(cell):
        if code.endswith(".py"):
            yield from ((code, name) for name in names)
            names = []
        else:
            names.append(code)
    assert not names, cell


def test_the_newest_entry_of_the_changelog_is_the_version() -> None:
    newest = re.search(r"^## (\S+)", words("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None and newest[1] == PROJECT["project"]["version"]


FACTS = {
    "zh-CN": ("{tasks} 行、{parts} 件交付要求、{departments} 个单位", "{obligations} 件待办事项",
              "一共 {questions} 个"),
    "en": ("{tasks} rows, {parts} deliverables, {departments} departments", "{obligations} obligations",
           "{questions} such questions"),
}


@each_language
def test_the_figures_about_the_plan_are_true(locale: str) -> None:
    parts = [part for task in PLAN.tasks for part in task.deliverables]
    obligations = sum(len(asked_of(PLAN, part, PLAN.in_force))
                      * len(planned(part.rule, PLAN.year, PLAN.in_force, calendar())) for part in parts)
    values = {"tasks": len(PLAN.tasks), "parts": len(parts), "departments": len(PLAN.departments),
              "questions": len(PLAN.questions), "obligations": obligations}
    assert [fact for fact in FACTS[locale] if fact.format(**values) not in said(locale)] == []


def test_the_push_at_the_top_is_one_that_the_preview_shows() -> None:
    push, *_ = blocks("README.zh-CN.md", "text")
    assert push == blocks("README.md", "text")[0]
    assert any(push in block for page in manual("zh-CN") for block in blocks(page, "console"))


@each_readme
def test_the_receipt_at_the_top_is_worded_as_the_bot_words_it(readme: str) -> None:
    item = Item(303, "区政务公开办", "R24", "R24.1", "基层政务公开试点", "milestone:acceptance", State.CLOSED,
                step="试点验收")
    days = Days(texts("zh-CN"), date(2018, 7, 30), calendar(), ZoneInfo("Asia/Shanghai"))
    answer = receipt(days, [(item, ("https://www.chizhou.gov.cn/a.html",))], [])
    assert blocks(readme, "text")[1].endswith(f"\n\n{answer}\n")


def test_the_example_of_a_plan_file_is_a_plan() -> None:
    example = max(blocks("docs/plan-file.zh-CN.md", "toml"), key=len)
    plan = read_plan(example, "example.toml")
    assert {type(part.rule) for task in plan.tasks for part in task.deliverables} == {
        type(part.rule) for task in PLAN.tasks for part in task.deliverables}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_rule_is_explained_to_clerks(kind: Kind) -> None:
    assert f"\n| `{kind.value}` |" in words("docs/plan-file.zh-CN.md")


def test_every_field_of_the_sample_plan_is_explained_to_clerks() -> None:
    fields = set(re.findall(r"(?:^ *|[{,] *)([a-z_]+) = ", words("plans/guichi-2018.toml"), re.MULTILINE))
    code = " ".join(re.findall("`([^`\n]+)`", words("docs/plan-file.zh-CN.md")))
    assert {field for field in fields if not re.search(rf"\b{field}\b", code)} == set()


def test_every_dependency_is_defended() -> None:
    wanted = PROJECT["project"]["dependencies"] + list(chain(*PROJECT["dependency-groups"].values()))
    names = {re.split(r"[\[<>=]", one)[0].partition(".")[0].lower() for one in wanted}
    assert {name for name in names if name not in words("docs/decisions.md").lower()} == set()


@pytest.mark.slow
@each_language
def test_every_command_shown_prints_what_is_shown(
    locale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the pages, in one new folder; … stands for anything, alone on a line for any lines."""
    (tmp_path / "plans").symlink_to(ROOT / "plans")
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOCALE", locale)
    for session in chain.from_iterable(blocks(page, "console") for page in manual(locale)):
        for shown in session.split("$ gongkai ")[1:]:
            typed, _, output = shown.partition("\n")
            assert main(shlex.split(typed)) == 0
            assert re.fullmatch(as_pattern(output), capsys.readouterr().out), typed


def as_pattern(output: str) -> str:
    lines = CODE.sub("…", output).rstrip("\n").split("\n")
    return "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r" *\n"
                   for line in lines) + r"\n*"
