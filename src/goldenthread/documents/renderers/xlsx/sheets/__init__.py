"""Sheets: each table of a paper, its cover and its notes as sheets of a workbook."""
