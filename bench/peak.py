"""The most memory that this process ever had; what it did with it, its caller knows."""

import resource
from pathlib import Path


def peak_megabytes() -> float:
    """Megabytes of the whole process, the interpreter and its libraries included."""
    # Linux's ru_maxrss also remembers the process that started this one; VmHWM does not.
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
