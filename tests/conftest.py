"""Decides which tests are left out: those for a browser that is not there, and under CI none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from functools import cache
from typing import TypeVar

import pytest
from hypothesis import settings

# A busy machine is slow: no test is about that.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
BROWSERS = ("chromium", "chromium-browser")


def chromium() -> str | None:
    """The path of this machine's Chromium; None: there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@cache
def browser_trouble() -> str:
    """Why no browser can be driven here; "": one can. The driver's own Node.js may lack a library."""
    if not chromium():
        return "no Chromium here"
    tried = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True)
    return "" if tried.returncode == 0 else f"the browser's driver does not start ({tried.stderr.strip()[:200]})"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out, each by its name, the browser tests on a machine where no browser can be driven."""
    for item in items:
        if item.get_closest_marker("browser") and (why := browser_trouble()):
            item.add_marker(pytest.mark.skip(reason=f"{why}: {item.nodeid}"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI=true a test that was left out has failed: green must mean that everything ran."""
    return insist_under_ci((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a file that leaves itself out as a whole."""
    return insist_under_ci((yield))


def insist_under_ci(report: Report) -> Report:
    """`report`, failed under CI=true if it says that something was left out; an expected failure ran."""
    left_out = report.skipped and not hasattr(report, "wasxfail")
    if left_out and os.environ.get("CI") == "true":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"left out, which CI does not allow: {reason}"
    return report


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where to start Chromium from, for tests marked `browser`."""
    path = chromium()
    assert path, "tests that start Chromium are marked browser, and are left out without it"
    return path
