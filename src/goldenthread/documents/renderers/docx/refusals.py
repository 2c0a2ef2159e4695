"""Refusals: what is wrong with a council's Word template, and what would be right."""


class TemplateRefused(ValueError):
    """A Word template that cannot be filled; the message says where, and what would be right."""


class NotAWordFile(ValueError):
    """A file that should be a Word document and is none."""
