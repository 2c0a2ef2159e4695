"""Names: the styles that the body of a paper is set in, by the names Word shows."""

from typing import Final

PARAGRAPHS: Final = (
    "Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4",
    "List Bullet", "List Number", "caption", "TOC Heading", "toc 1",
    "Report Council", "Report Dates", "Report Lead", "Report Quiet", "Report Note", "Report List",
    "Report Points", "Report Part", "Report Label", "Report Figures", "Report Cell", "Report Cell Small",
    "Report Value", "Report Value Small", "Report Table Note", "Report Chart", "Report Break",
)  # fmt: skip
CHARACTERS: Final = ("Strong", "Hyperlink", "Report Meta", "Report Moved")
TABLE: Final = "Report Table"

BRAND: Final = "5C2860"
"""The colour that stands in the shipped styles where a council's own belongs."""
