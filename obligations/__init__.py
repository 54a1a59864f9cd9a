"""What is due, when, for whom and why. Pure: no clock, no network, no database."""
