"""Around nine the messenger is away for a few seconds, in every way that happens: everybody hears the same day.

`python -m tests.acceptance.outages --seconds 10 30 600` is the long version.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.acceptance.killing.ground import prepare
from tests.acceptance.outages.outage import KINDS, happens

SECONDS = 3.0


@pytest.mark.slow
def test_an_outage_at_nine_silences_nobody_and_doubles_nothing_unmarked(tmp_path: Path) -> None:
    prepared = prepare(tmp_path, "http://127.0.0.1:1")
    with ThreadPoolExecutor(len(KINDS)) as side_by_side:
        found = list(side_by_side.map(lambda kind: happens(kind, SECONDS, tmp_path / kind, prepared), KINDS))
    assert [outcome for outcome in found if not outcome.is_good] == []
