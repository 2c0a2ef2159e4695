"""Months: what is said of single months in place of ratings, and why they have none."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.material import Line
from goldenthread.web.shown import Shown


def label(shown: Shown) -> str:
    """The latest month that any measure has; in general where none has."""
    return wording.month(periods.parse(shown.month).start) if shown.month else _("the latest month")


def counted(shown: Shown, lines: Sequence[Line]) -> str:
    """How many have a figure for the month."""
    count = len(lines)
    said = ngettext(
        "%(count)s indicator has a figure for %(month)s.",
        "%(count)s indicators have a figure for %(month)s.",
        count,
    )
    return said % {"count": count, "month": label(shown)}


def why_unrated() -> str:
    """Why a month has no rating: what it would be held against is set for longer."""
    return _(
        "Single months are not rated: a target is one of the quarter or the year, and one month may stray by "
        "chance."
    )


def said(shown: Shown, lines: Sequence[Line]) -> str:
    """Both, in place of the result of a quarter."""
    return f"{counted(shown, lines)} {why_unrated()}"
