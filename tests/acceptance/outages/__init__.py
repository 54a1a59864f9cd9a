"""Takes the messenger away around nine, in every way in which that happens, and counts what people got that day."""
