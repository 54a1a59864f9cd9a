"""Understands who: the words of a cell as bodies and groups, and every spelling as one body."""
