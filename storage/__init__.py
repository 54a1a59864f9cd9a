"""Facts in and out: takes and returns the objects of `obligations`."""
