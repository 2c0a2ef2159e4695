"""Facts: the six facts of an indicator, what its figures say, and how it was restated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods import periods
from goldenthread.methods.message import words
from goldenthread.reports.assemble.changed import since
from goldenthread.reports.assemble.words import compared, figures, year_end
from goldenthread.reports.material import Line
from goldenthread.scorecards import marks
from goldenthread.web.shown import MONTH, Shown
from goldenthread.web.written import spans


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact; `look` is "x" of the one figure that the page is about."""

    label: str
    html: SafeString
    look: str = ""


def of(shown: Shown, line: Line) -> tuple[Fact, ...]:
    """The facts of a line, in the order in which they are read."""
    return tuple(_facts(shown, line))


def _facts(shown: Shown, line: Line) -> Iterator[Fact]:
    period = periods.long_label(periods.parse(line["period"])) if line.get("period") else shown.q.at.long
    yield Fact(
        period, spans.line(figures.value(line, shown.q.at)), "x" if figures.shown(line) else "x gt-words"
    )
    yield Fact(_("Target"), spans.line((*figures.target(line, shown.q.at), c.Quiet(figures.meta(line)))))
    if shown.view == MONTH:
        yield Fact(_("Rating"), spans.line(c.line(_("Single months are not rated"))))
        return
    yield Fact(_("Rating"), _rating(shown, line))
    yield Fact(_("On %s") % shown.q.at.last, _against(line, "previous", "previous_"))
    if not shown.q.at.is_yearly:
        yield Fact(_("On a year ago"), _against(line, "like", "like_"))
    yield Fact(_("Year-end forecast"), _forecast(shown, line))


def _rating(shown: Shown, line: Line) -> SafeString:
    mark = spans.mark(marks.rating(line, shown.q.bands))
    return format_html('{} <span class="gt-meta"><a href="#receipt">{}</a></span>', mark, _("Why"))


def _against(line: Line, against: str, which: str) -> SafeString:
    earlier = figures.shown(line, which)
    beneath = (c.Quiet(_("from %s") % earlier),) if earlier and not line.get("hidden") else ()
    return spans.line((*compared.trend(line, against), *beneath))


def _forecast(shown: Shown, line: Line) -> SafeString:
    band = shown.q.bands.named(line["scheme"], line.get("forecast_rating"))
    told = spans.line(year_end.forecast(line, shown.q.at))
    if band is None or line.get("hidden") or line.get("forecast_hidden"):
        return told
    return format_html('{} <span class="gt-meta">{}</span>', told, spans.mark(band.mark))


def message(shown: Shown, code: str) -> tuple[str, str]:
    """What the run of figures says, and why; ("", "") where it may not be said or says nothing."""
    if shown.allowed.as_staff(shown.every[code]):
        rows = shown.kept.said.messages.filter(shown.kept.said.messages["indicator"] == code)
        for row in rows.iter_rows(named=True):
            return _with_why(words.SENTENCES[row["message"]], str(row["why_message"] or ""))
    public = shown.q.said.get(code)
    return (words.SENTENCES[public["message"]], "") if public else ("", "")


def _with_why(said: str, why: str) -> tuple[str, str]:
    """A message and its reason, where that says more than the message does."""
    because = f"{why[:1].upper()}{why[1:]}".rstrip(".") + "."
    return (said, "") if not why or because == said else (said, because)


def restated(shown: Shown, code: str) -> tuple[str, str]:
    """What has moved since the freeze: in a word or two, and in a sentence; ("", "") where nothing has."""
    change = shown.changes.get(code)
    if change is None:
        return "", ""
    said = since.sentence(shown.q, shown.q.every[code])
    first = said.removeprefix(f"{code}: ")
    frozen = figures.shown(change["old"])
    day = wording.day_of_year(shown.q.at.position_date)
    kept = _("The frozen quarter keeps %s.") % frozen if frozen else ""
    moved = _("%(what)s since %(day)s.") % {"what": since.moved_words(shown.q, change), "day": day}
    return moved, f"{first[:1].upper()}{first[1:]} {kept}".strip()
