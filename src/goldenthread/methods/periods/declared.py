"""Declared periods: what a label names must be what the indicator is declared to have."""

from dataclasses import dataclass

from goldenthread.methods import periods
from goldenthread.methods.periods import codes
from goldenthread.methods.periods.codes import Period
from goldenthread.methods.periods.grammar import Found, LabelNotUnderstood


class SpanDisagrees(LabelNotUnderstood):
    """The label covers another number of years or months than the indicator is declared to cover."""


class UnlikePeriod(LabelNotUnderstood):
    """The label names another kind of period than the indicator is declared to have."""


POINTS = {"month", "quarter", "half", "third", "term", "day"}
"""Labels that may stand for the moment at which they end."""


@dataclass(frozen=True)
class Wanted:
    """The kind of period an indicator is declared to have, its calendar, and its span in years or months."""

    kind: str
    calendar: str
    span: int

    def fit(self, found: Found, label: str) -> Period:
        """The period that is meant. Raises `UnlikePeriod` or `SpanDisagrees`."""
        if self.kind in ("year", "years"):
            return self._years(found, label)
        if self.kind == "rolling":
            return self._rolling(found, label)
        if self.kind == "ytd":
            return self._to_date(found, label)
        if self.kind == "snapshot":
            return self._snapshot(found, label)
        return self._part(found, label)

    def _part(self, found: Found, label: str) -> Period:
        period = periods.containing(codes.first_day(found.last), self.kind, self.calendar)
        same_months = (found.first, found.last) == (period.first, period.last)
        if (
            (same_months and found.day is None)
            or found.day == period.end
            or (same_months and self.kind == "month")
        ):
            return period
        raise self._unlike(label)

    def _years(self, found: Found, label: str) -> Period:
        if not self.span:
            raise SpanDisagrees(f"{label!r} covers several years: declare how many the indicator covers")
        begins = codes.year_of(self.calendar, found.last - 12 * self.span + 1)
        period = self._whole(begins)
        if found.day == period.end or (
            found.day is None and (found.first, found.last) == (period.first, period.last)
        ):
            return period
        if found.said in ("year", "years") and found.last == period.last:
            covers = (found.last - found.first + 1) // 12
            raise SpanDisagrees(
                f"{label!r} covers {_count(covers, 'year')} but the indicator is declared to cover "
                f"{_count(self.span, 'year')}: correct the label, or the indicator"
            )
        raise self._unlike(label)

    def _whole(self, begins: int) -> Period:
        if self.span == 1:
            return codes.year(self.calendar, begins)
        return codes.years(self.calendar, begins, begins + self.span - 1)

    def _rolling(self, found: Found, label: str) -> Period:
        if not self.span:
            raise SpanDisagrees(
                f"{label!r} is a rolling period: declare how many months the indicator covers"
            )
        covers = found.last - found.first + 1
        if covers == self.span or (found.said in POINTS and _ends_a_month(found)):
            return codes.rolling(self.span, found.last)
        if found.day:
            raise self._unlike(label)
        raise SpanDisagrees(
            f"{label!r} covers {_count(covers, 'month')} but the indicator is declared to cover "
            f"{_count(self.span, 'month')}: correct the label, or the indicator"
        )

    def _to_date(self, found: Found, label: str) -> Period:
        period = codes.year_to_date(self.calendar, found.last)
        if found.first == period.first or (found.said in POINTS and _ends_a_month(found)):
            return period
        raise self._unlike(label)

    def _snapshot(self, found: Found, label: str) -> Period:
        if found.said not in POINTS:
            raise UnlikePeriod(f"{label!r} names no day: write the day of the count, such as 30/09/2023")
        return codes.snapshot(found.day or codes.last_day(found.last))

    def _unlike(self, label: str) -> UnlikePeriod:
        example = EXAMPLES[self.calendar, self.kind]
        return UnlikePeriod(
            f"{label!r} is no {self.kind} of the {self.calendar} calendar: write it as {example}"
        )


def _ends_a_month(found: Found) -> bool:
    return found.day in (None, codes.last_day(found.last))


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


EXAMPLES = {
    (calendar, kind): example
    for calendar, year in (("financial", "2023-24"), ("academic", "2022-23"), ("calendar", "2023"))
    for kind, example in (
        ("month", "Sep 2023"),
        ("quarter", f"Q2 {year}"),
        ("half", f"H1 {year}"),
        ("third", f"T1 {year}"),
        ("term", "Autumn term 2022-23"),
        ("year", year),
        ("years", f"{year} to {'2025' if calendar == 'calendar' else '2025-26'}"),
        ("ytd", "Sep 2023"),
        ("rolling", "12 months to Sep 2023"),
    )
}
