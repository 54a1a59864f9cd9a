"""The ways to reach a person: Telegram, and the rehearsal page."""
