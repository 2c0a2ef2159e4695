"""Excel: a paper's tables as a workbook that a screen reader and an analyst can both read."""

from goldenthread.documents.renderers.xlsx.workbook import render

__all__ = ["render"]
