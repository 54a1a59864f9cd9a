"""One morning in a process of its own: prints the megabytes it had at most."""

import sys
from pathlib import Path

from bench.ground import NOW, Ground, rounds
from bench.peak import peak_megabytes


def main(file: str, departments: str) -> None:
    """Run the round on a generated log, and say what it took."""
    database = Ground(Path(file), int(departments)).database()
    rounds(database).tick(NOW)
    database.close()
    print(peak_megabytes())


if __name__ == "__main__":
    main(*sys.argv[1:3])
