"""A rehearsal without the rest of the process: a stage of a few people, and a bot that says words back."""
