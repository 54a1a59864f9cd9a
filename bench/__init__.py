"""Measures the claims of docs/performance.md; nothing of the product depends on it."""
