"""The running process: wires the rest together."""
