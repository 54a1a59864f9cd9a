"""Puts the fixed cast on its stage for the tests that ask for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import Cast, on_stage


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    """The cast with a database of its own."""
    stage = on_stage(tmp_path)
    yield stage
    stage.database.close()
