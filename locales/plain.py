"""Reads texts that have no variables without the Fluent library, which takes longer to load than a help page."""

import os

ROOT = os.path.dirname(__file__)


def plain_words(locale: str, name: str) -> dict[str, str]:
    """The texts of `locale`/`name`.ftl by their keys; those with variables stand in it unfilled."""
    found: dict[str, str] = {}
    key = ""
    with open(f"{ROOT}/{locale}/{name}.ftl", encoding="utf-8") as lines:
        for line in lines:
            if line[:1].isalpha():
                key, _, words = line.partition(" = ")
                found[key] = words.strip()
            elif line[:1] == " " and key and line.strip():
                found[key] += "\n" + line.strip()
    return found
