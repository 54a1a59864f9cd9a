"""One morning in a process of its own: prints the megabytes it had at most."""

import resource
import sys
from pathlib import Path

from bench.ground import NOW, Ground, rounds


def main(file: str, departments: str) -> None:
    """Run the round on a generated log, and say what it took."""
    database = Ground(Path(file), int(departments)).database()
    rounds(database).tick(NOW)
    database.close()
    print(_peak_kilobytes() / 1024)


def _peak_kilobytes() -> int:
    # Linux's ru_maxrss also remembers the process that started this one; VmHWM does not.
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:3])
