"""PDF: a document as a tagged file to print and to be read aloud, set by Typst."""

from goldenthread.documents.renderers.pdf.typesetting import PdfRefused, render

__all__ = ["PdfRefused", "render"]
