"""Rows: the indicators of a scorecard, each in one row that says it all and leads to its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.reports.assemble.changed import since
from goldenthread.reports.assemble.words import compared, figures, sparks, year_end
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks
from goldenthread.web.shown import FROZEN, MONTH, Shown
from goldenthread.web.written import spans
from goldenthread.web.written.tables import Cell, Group, Row, Table

Column = tuple[str, str, Callable[[Shown, Line], SafeString]]
"""The head of a column, the classes of its cells, and what stands in them."""

WHY_AT_MOST: Final = 60


def table(shown: Shown, sections: Sequence[tuple[str, str, Sequence[Line]]]) -> Table:
    """The rows under their headings: title, what is said of how many, lines."""
    columns = _months(shown) if shown.view == MONTH else _columns(shown)
    heads = (_("Indicator"), *(head for head, _look, _of in columns))
    looks = ("", *(look if "gt-num" in look else "" for _head, look, _of in columns))
    return Table(
        id="indicators",
        caption=_("Indicators: %s") % _caption(shown),
        heads=tuple(
            Cell(format_html("{}", head), look=look) for head, look in zip(heads, looks, strict=True)
        ),
        groups=tuple(
            Group(tuple(_row(shown, line, columns) for line in lines), title, note)
            for title, note, lines in sections
            if lines
        ),
        look="gt-stack gt-card-table",
        hides_caption=True,
    )


def _caption(shown: Shown) -> str:
    return shown.q.at.dates if shown.view == FROZEN else _("as known on %s") % shown.q.at.now_known_day


def _row(shown: Shown, line: Line, columns: Sequence[Column]) -> Row:
    cells = tuple(Cell(of(shown, line), head, look) for head, look, of in columns)
    is_changed = line["indicator"] in shown.changes
    return Row(
        _name(shown, line),
        cells,
        "gt-changed" if is_changed else "",
        f"i-{figures.anchor(line['indicator'])}",
    )


def address(shown: Shown, code: str, part: str = "") -> str:
    """Where an indicator's page is, in the same view of the same quarter."""
    return f"{reverse('indicator', args=[code])}{shown.query}{part}"


def _name(shown: Shown, line: Line) -> SafeString:
    said = [figures.meta(line), figures.period_words(line, shown.q.at) if shown.view != MONTH else ""]
    meta = " · ".join(part for part in said if part)
    href = address(shown, line["indicator"])
    return format_html(
        '<a href="{}">{}</a> <span class="gt-meta">{} · {}</span>',
        href,
        line["name"],
        line["indicator"],
        meta,
    )


def _columns(shown: Shown) -> list[Column]:
    at = shown.q.at
    like: list[Column] = [(_("On a year ago"), "", lambda s, line: spans.line(compared.trend(line, "like")))]
    return [
        (_("Value"), "gt-num gt-value", lambda s, line: spans.line(figures.value(line, s.q.at))),
        (_("Target"), "gt-num", lambda s, line: spans.line(figures.target(line, s.q.at))),
        (_("Rating"), "", _rating),
        (_("On %s") % at.last, "", lambda s, line: spans.line(compared.trend(line, "previous"))),
        *([] if at.is_yearly else like),
        (_("History"), "gt-sparkcell", _history),
        (_("Year-end forecast"), "", _forecast),
        (_("Since %s") % wording.day_of_year(at.position_date), "w4", _since),
    ]


def _months(shown: Shown) -> list[Column]:
    at = shown.q.at
    month = wording.month(periods.parse(shown.month).start) if shown.month else _("Latest month")
    return [
        (month, "gt-num gt-value", lambda s, line: _of_month(line)),
        (_("%s as frozen") % at.now, "gt-num", lambda s, line: _as_frozen(s, line)),
        (_("Rating of %s as frozen") % at.now, "", lambda s, line: _rating(s, s.q.every[line["indicator"]])),
        (_("Since %s") % wording.day_of_year(at.position_date), "w4", _since),
    ]


def _of_month(line: Line) -> SafeString:
    return spans.line(c.line(figures.shown(line) or figures.HIDDEN, *_over(line, _("in the month"))))


def _as_frozen(shown: Shown, line: Line) -> SafeString:
    frozen = shown.q.every[line["indicator"]]
    said = _("in the %s") % shown.q.at.report.kind
    return spans.line((*figures.value(frozen, shown.q.at)[:1], *_over(frozen, said)))


def _over(line: Line, said: str) -> list[c.Span]:
    """Over what a count adds up, so that three months are not taken for one."""
    return [c.Quiet(said)] if line["unit"] == "count" and line["aggregation"] == "sum" else []


def _rating(shown: Shown, line: Line) -> SafeString:
    return spans.mark(marks.rating(line, shown.q.bands), href=address(shown, line["indicator"], "#receipt"))


def _history(shown: Shown, line: Line) -> SafeString:
    """The shape of the frozen figures, and what is known since as a ring."""
    frozen = shown.q.every[line["indicator"]]
    found = sparks.of(frozen, shown.q.at)
    if found is None:
        return spans.line(sparks.cell(frozen, shown.q.at))
    change = shown.changes.get(line["indicator"])
    live = change["new"].get("value") if change and not change["hidden"] else None
    return spans.spark(replace(found.chart, live=live))


def _forecast(shown: Shown, line: Line) -> SafeString:
    band = shown.q.bands.named(line["scheme"], line.get("forecast_rating"))
    expected = year_end.expected(line, shown.q.at)
    if expected is None or band is None or line.get("hidden") or line.get("forecast_hidden"):
        return spans.line(year_end.forecast(line, shown.q.at))
    return format_html('<b>{}</b> <span class="gt-meta">{}</span>', expected.shown, spans.mark(band.mark))


def _since(shown: Shown, line: Line) -> SafeString:
    """What has moved since the freeze, with both figures; the latest month beside it."""
    change = shown.changes.get(line["indicator"])
    month = shown.months.get(line["indicator"]) if shown.view != MONTH else None
    said: list[c.Span] = []
    if change is None:
        said.append(c.Quiet(_("No change")))
    else:
        said.append(c.Moved(since.moved_words(shown.q, change)))
        old, new = figures.shown(change["old"]), figures.shown(change["new"])
        said.append(
            c.Quiet(
                _("%(old)s to %(new)s") % {"old": old, "new": new} if old and new else new or figures.HIDDEN
            )
        )
    if month and (text := figures.shown(month)):
        when = wording.month(periods.parse(month["month"]).start)
        said.append(c.Quiet(f"{when}: {text}"))
    return spans.line(c.line(*said))
