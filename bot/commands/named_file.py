"""A file named on the command line: what stands in it, or one sentence why it cannot be read."""

from pathlib import Path

from obligations.errors import Refusal


def content(file: Path, most: int) -> bytes:
    """The bytes of a file, never more than one above `most`: a pipe or a device has no size to ask for.
    Raises Refusal."""
    name = file.name[:80]
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except IsADirectoryError:
        raise Refusal("cli-file-folder", file=name) from None
    except FileNotFoundError:
        raise Refusal("cli-file-missing", file=name) from None
    except OSError:
        raise Refusal("cli-file-unreadable", file=name) from None
