"""Nested: how a block writes the blocks that stand within it."""

from collections.abc import Callable, Sequence

from goldenthread.documents.blocks import Block
from goldenthread.documents.renderers.docx.draft import Draft
from goldenthread.documents.renderers.docx.tables.frames import Keep

Write = Callable[[Draft, Sequence[Block], int, Keep], None]
"""Write blocks at a level, kept together or not; handed down, so that no kind of block knows all others."""
