"""Understands when: days, periods and rhythms in prose, and the time rule that they make."""
