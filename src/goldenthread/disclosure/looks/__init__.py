"""Looks: a pack's figures for staff, as the public sees them or as they are; never both in one document."""

from goldenthread.disclosure.looks.entitled import NoReasonGiven, NotEntitled
from goldenthread.disclosure.looks.figures import PUBLIC, UNPROTECTED, Look, protected, unprotected
from goldenthread.disclosure.looks.hidden import Hidden
from goldenthread.disclosure.looks.preview import Preview, preview
from goldenthread.disclosure.looks.told import ReleaseLook, counts_of_release, of_release

__all__ = [
    "PUBLIC",
    "UNPROTECTED",
    "Hidden",
    "Look",
    "NoReasonGiven",
    "NotEntitled",
    "Preview",
    "ReleaseLook",
    "counts_of_release",
    "of_release",
    "preview",
    "protected",
    "unprotected",
]
