"""Kills the running bot again and again while people talk to it, and proves that nothing was lost or doubled."""
