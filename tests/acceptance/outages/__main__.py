"""`python -m tests.acceptance.outages --seconds 10 30 600`: one line for each outage; ends with 1 if one was bad."""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.acceptance.killing.ground import prepare
from tests.acceptance.outages.outage import KINDS, happens


def main() -> int:
    """Let every kind of outage happen, all kinds side by side; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, nargs="+", default=[10.0])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    args = parser.parse_args()
    good = True
    with TemporaryDirectory() as folder, ThreadPoolExecutor(len(args.kinds)) as side_by_side:
        prepared = prepare(Path(folder), "http://127.0.0.1:1")
        for seconds in args.seconds:
            places = [Path(folder) / f"{kind}-{seconds:g}" for kind in args.kinds]
            for outcome in side_by_side.map(happens, args.kinds, repeat(seconds), places, repeat(prepared)):
                print(*(f"{name}={value}" for name, value in asdict(outcome).items()), flush=True)
                good = good and outcome.is_good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
