"""A rehearsal for tests: started in a process of its own, and ended."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.rehearsal import environment, free_port


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the page of a rehearsal is that has just begun; it must end well."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=tmp_path, env=environment(port),
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    with process.stdout as said:
        found = re.search(r"http://\S+/", said.readline())
        assert found is not None and str(port) in found[0]
        yield found[0]
        process.terminate()
        assert process.wait(20) == 0
