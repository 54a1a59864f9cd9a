"""`python -m tests.unchanged write FOLDER`, later `… compare FOLDER`: whether people still see the same, byte for byte.

Written before the house is rearranged, compared after it: `plan show`, `plan questions` and the refusals of the seed
and of every document of the corpus, and the `preview` of four mornings. It works through the terminal alone, so
that it outlives what it watches.
"""

import argparse
import contextlib
import difflib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.cli import main as gongkai
from bot.settings import NAMES
from tests.corpus import county_tables, many_tables, odd_cells, prose
from tests.corpus.refused import DOCUMENTS as TO_REFUSE
from tests.corpus.special_files import FILES
from tests.corpus.writers import written

ROOT = Path(__file__).parents[1]
SEED = ROOT / "tests" / "seed" / "guichi-2018.txt"
SAMPLES = (ROOT / "plans" / "sample-2018.md", ROOT / "plans" / "guichi-2018.toml")
MORNINGS = ("2018-07-30", "2018-09-29", "2018-12-28", "2018-12-29")
DOCUMENTS = [made for part in (county_tables, many_tables, odd_cells, prose) for made in part.DOCUMENTS]
LOCALES = {"zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}
SHOWN_LINES = 40


def main() -> int:
    """Write or compare; the number of files that differ ends in the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("write", "compare"))
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    differ = 0
    for name, words in _everything():
        file = args.folder / f"{name}.txt"
        if args.what == "write":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words, encoding="utf-8")
        elif (before := file.read_text(encoding="utf-8") if file.exists() else "") != words:
            differ += 1
            lines = difflib.unified_diff(before.splitlines(), words.splitlines(), f"{name} before", lineterm="")
            print("\n".join(list(lines)[:SHOWN_LINES]))
    print(f"{differ} differ" if args.what == "compare" else "written")
    return min(differ, 1)


def _everything() -> Iterator[tuple[str, str]]:
    yield from _of_document("seed", SEED.name, SEED.read_bytes())
    for sample in SAMPLES:
        yield from _of_document(f"sample-{sample.stem}", sample.name, sample.read_bytes())
    for made in (*DOCUMENTS, *TO_REFUSE):
        for ending in made.formats:
            yield from _of_document(f"{made.name}.{ending}", f"{made.name}.{ending}", written(made.blocks, ending))
    for file in FILES:
        yield from _of_document(f"file-{file.name}", file.name, file.content)
    yield from _mornings()


def _of_document(name: str, file: str, content: bytes) -> Iterator[tuple[str, str]]:
    for language, lang in LOCALES.items():
        with _folder(lang) as folder:
            (folder / file).write_bytes(content)
            said = "".join(_typed(*words) for words in (
                ("plan", "import", file), ("plan", "show"), ("plan", "questions"), ("plan", "questions", "--json"),
                ("plan", "show", "--json")))
            yield f"{language}/{name}", said


def _mornings() -> Iterator[tuple[str, str]]:
    with _folder(LOCALES["zh"]):
        _typed("plan", "import", str(SAMPLES[1]))
        _typed("plan", "activate", "guichi-2018")
        for day in MORNINGS:
            yield f"preview-{day}", _typed("preview", "--on", day) + _typed("preview", "--on", day, "--json")


@contextlib.contextmanager
def _folder(lang: str) -> Iterator[Path]:
    """An empty folder to type commands in, without any setting."""
    before, here = dict(os.environ), Path.cwd()
    for name in list(os.environ):
        if name.removesuffix("_FILE") in NAMES or name.startswith("LC_"):
            del os.environ[name]
    os.environ["LANG"] = lang
    try:
        with TemporaryDirectory() as folder:
            os.chdir(folder)
            yield Path(folder)
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def _typed(*words: str) -> str:
    """What a command shows, and how it ends."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = gongkai(words)
    return f"$ gongkai {' '.join(words[:2])} → {code}\n{out.getvalue()}{err.getvalue()}\n"


if __name__ == "__main__":
    sys.exit(main())
