"""Spans: lines of text as HTML; ratings are shape and word, trends arrow and word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from goldenthread.documents import content as c
from goldenthread.documents.charts import sparkline
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.marks import Mark

_BARE: Final = re.compile(r' (xmlns|font-family)="[^"]*"')
"""What a drawing says of itself and a page says for all of them."""

NOTHING: Final = SafeString("")
ARROWS: Final = {
    "up": "M6 1 11 7H7.6v6H4.4V7H1z",
    "down": "M6 13 1 7h3.4V1h3.2v6H11z",
    "flat": "M0 5.2h12v1.9H0zM0 8.7h12v1.9H0z",
}


def line(spans: c.Line) -> SafeString:
    """A line of text as HTML."""
    return mark_safe("".join(_WRITTEN[span.__class__](span) for span in spans))  # noqa: S308 -- each is escaped


def mark(found: Mark, *, href: str = "") -> SafeString:
    """A rating: its shape and its word, and beneath it why there is none; `href` leads to its receipt."""
    tag, name = symbol(found), found.word
    shown = (
        format_html('<a class="gt-r" href="{}">{}{}</a>', href, tag, name)
        if href
        else format_html('<span class="gt-r">{}{}</span>', tag, name)
    )
    return format_html('{} <span class="gt-meta">{}</span>', shown, found.detail) if found.detail else shown


def symbol(found: Mark) -> SafeString:
    """The shape alone; it stands beside its word."""
    return format_html(
        '<svg class="g" aria-hidden="true"><use href="#g-{}-{}"/></svg>', found.shape, found.token
    )


def times(found: Mark, count: int) -> SafeString:
    """A shape so many times over, for eyes alone: the count stands before it."""
    return SafeString(symbol(found) * count)


def spark(chart: c.Sparkline) -> SafeString:
    """A sparkline, read out as its finding."""
    drawn = _BARE.sub("", sparkline.draw(chart), count=2).replace("<svg ", '<svg class="gt-spark" ', 1)
    return mark_safe(drawn)  # noqa: S308 -- our own drawing, in which every word is escaped


def sprite(found: Iterable[Mark]) -> SafeString:
    """The shapes of some marks and the arrows, once a page."""
    shapes = {f"g-{each.shape}-{each.token}": shape(each) for each in found}
    symbols = [f'<symbol id="{name}" viewBox="0 0 16 16">{drawn}</symbol>' for name, drawn in shapes.items()]
    symbols += [
        f'<symbol id="t-{name}" viewBox="0 0 12 14"><path d="{path}" fill="currentColor"/></symbol>'
        for name, path in ARROWS.items()
    ]
    held = (
        f'<svg class="gt-sprite" aria-hidden="true" focusable="false"><defs>{"".join(symbols)}</defs></svg>'
    )
    return mark_safe(held)  # noqa: S308 -- names and drawings from closed lists


def _trend(span: c.Trend) -> str:
    look = f" gt-t--{span.verdict}" if span.verdict else ""
    return format_html(
        '<span class="gt-t{}"><svg aria-hidden="true"><use href="#t-{}"/></svg>{}</span>',
        look,
        span.arrow,
        span.word,
    )


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Some pieces of HTML one after the other."""
    return format_html_join(" ", "{}", ((part,) for part in parts))


_WRITTEN: Final[Mapping[type, Callable[[Any], str]]] = {
    c.Text: lambda span: format_html("{}", span.text),
    c.Strong: lambda span: format_html("<b>{}</b>", span.text),
    c.Quiet: lambda span: format_html(' <span class="gt-meta">{}</span>', span.text),
    c.Moved: lambda span: format_html('<span class="gt-moved">{}</span>', span.text),
    c.Number: lambda span: format_html('<span class="gt-n">{}</span>', span.shown),
    c.Link: lambda span: format_html("<span>{}</span>", span.text),
    c.Trend: _trend,
    Mark: mark,
    c.Break: lambda span: "<br>",
    c.Spark: lambda span: spark(span.chart),
}
"""Links of papers lead to other papers, so that on a page their words stand alone."""
