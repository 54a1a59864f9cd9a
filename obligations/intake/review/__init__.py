"""Reads back the review workbook, carries out what was edited in it, and writes rules as a clerk types them."""
