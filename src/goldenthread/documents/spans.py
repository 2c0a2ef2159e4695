"""Spans: the pieces a line of text is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, Literal, get_args

from goldenthread.documents import links, places
from goldenthread.documents.charts.specs import Sparkline
from goldenthread.documents.marks import Mark
from goldenthread.documents.refusals import ContentRefused

Arrow = Literal["up", "down", "flat"]
Verdict = Literal["better", "worse", "same", ""]


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the line."""

    text: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """A second, quieter line: the unit, the polarity, the period, a reason."""

    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Words for what has changed since ("Restated", "Amber to green"), set in the council's colour."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as shown, bound to its place: `path` as `places.place` makes it, "2023-24-Q2/CUS01/value".

    `value` is the same figure exact, for formats that compute with it; None where what is shown is words
    ("15 to 20%") or rests on more than one number.
    """

    shown: str
    path: str
    value: Decimal | None = None

    def __post_init__(self) -> None:
        if not self.shown.strip():
            raise ContentRefused(f"the number at {self.path!r} shows nothing; say in words why it is missing")
        if not places.is_place(self.path):
            raise ContentRefused(f"{self.path!r} is no place of a figure; make it with places.place")
        if self.value is not None and not self.value.is_finite():
            raise ContentRefused(f"the number at {self.path!r} is not finite")


@dataclass(frozen=True, slots=True)
class Trend:
    """Which way the figure moved (`arrow`) and whether that is good (`word`, `verdict`)."""

    arrow: Arrow
    word: str
    verdict: Verdict = ""

    def __post_init__(self) -> None:
        if self.arrow not in get_args(Arrow) or self.verdict not in get_args(Verdict):
            raise ContentRefused(f"{self.arrow!r} with {self.verdict!r} is not a trend")
        if not self.word.strip():
            raise ContentRefused("an arrow alone does not say whether the move is good; add the word")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another part (#id), another file of the pack, or a web address."""

    text: str
    href: str

    def __post_init__(self) -> None:
        links.check(self.href)
        if not self.text.strip():
            raise ContentRefused(f"the link to {self.href} has no words")


@dataclass(frozen=True, slots=True)
class Break:
    """Where the next of several things in one cell begins: on a line of its own."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A sparkline in a line or a cell; the figures stand beside it."""

    chart: Sparkline


Span = Text | Strong | Quiet | Moved | Number | Mark | Trend | Link | Break | Spark
Line = tuple[Span, ...]


def line(*parts: str | Span) -> Line:
    """Join words and spans into one line: line("up from ", Number("87.0%", path))."""
    return tuple(Text(p) if isinstance(p, str) else p for p in parts)


def words(content: Line) -> str:
    """The line as plain words: what is read aloud, searched and put into a workbook."""
    said = [_SAID[span.__class__](span) for span in content]
    if content and isinstance(content[0], Quiet):
        said[0] = content[0].text
    return "".join(said).strip()


# Every paper is read so, many times over: a look into a table costs a fifth of a match over ten kinds.
_SAID: Final[Mapping[type, Callable[[Any], str]]] = {
    **dict.fromkeys((Text, Strong, Link, Moved), attrgetter("text")),
    Quiet: lambda span: f" ({span.text})",
    Number: attrgetter("shown"),
    Mark: lambda span: f"{span.word}: {span.detail}" if span.detail else span.word,
    Trend: attrgetter("word"),
    Break: lambda _: " ",
    Spark: lambda span: span.chart.finding,
}
