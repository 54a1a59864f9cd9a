"""The ways to reach a person, a folder each: a messenger, and the rehearsal page."""
