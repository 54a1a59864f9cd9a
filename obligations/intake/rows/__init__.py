"""Finds the rows of a 任务分工 in a Document: columns, sections, what reaches down, lists in prose."""
