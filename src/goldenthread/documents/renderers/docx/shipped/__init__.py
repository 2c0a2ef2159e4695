"""The shipped template: the Word file for a council that has none yet, and how it is made."""

from goldenthread.documents.renderers.docx.shipped.parts import NAME, file, made

__all__ = ["NAME", "file", "made"]
