"""Turns the bytes of any file into a Document: its words with their places, and nothing lost."""
