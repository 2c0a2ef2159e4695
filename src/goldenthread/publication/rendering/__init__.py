"""Rendering: material into the files of a pack, each part on its own."""

from goldenthread.documents.renderers.formats import Look
from goldenthread.publication.rendering.attempts import Failure
from goldenthread.publication.rendering.whole import Progress, Rendered, about, render

__all__ = ["Failure", "Look", "Progress", "Rendered", "about", "render"]
