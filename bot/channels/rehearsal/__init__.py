"""A chat page in the browser that stands in for the messenger."""
