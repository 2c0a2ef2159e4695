"""Word: a paper as a .docx file that officers can edit, and its figures read back."""

from goldenthread.documents.renderers.docx.figures import figures
from goldenthread.documents.renderers.docx.refusals import NotAWordFile, TemplateRefused
from goldenthread.documents.renderers.docx.render import render

__all__ = ["NotAWordFile", "TemplateRefused", "figures", "render"]
