"""Makes a name that somebody gave to a file fit to be sent and saved; what the file is, no name can say."""

import re

from obligations.intake.reading import files

# What no system of files takes in a name, and what half a surrogate pair becomes.
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def clean_name(name: str) -> str:
    """`name` as one short line without folders or anything hidden; "" if nothing is left."""
    sendable = name.encode("utf-8", "replace").decode("utf-8")
    return files.clean_name(_FORBIDDEN.sub(" ", sendable)).strip(". ")
