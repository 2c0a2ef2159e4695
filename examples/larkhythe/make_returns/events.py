"""What became known later: figures restated, arrived or added after they were first due."""

from collections.abc import Iterable

from examples.larkhythe.make_returns import wards
from examples.larkhythe.make_returns.cuts import cut
from examples.larkhythe.make_returns.figure import Figure
from examples.larkhythe.make_returns.figures import children, resources

NO_REPLY = "15 cases had been closed without a reply"
CANCELLED = "Placements cancelled late were put back"
DUPLICATES = "83 duplicates from the new reporting app taken off"
RECORDED_LATE = "Assessments recorded late"
SICKNESS_LATE = "Late sickness entries for July to September"
FINAL_TONNES = "Final tonnage from the reprocessors"

# How much less, or more, in each month of July, August, September.
FEWER_IN_TIME = (3, 5, 7)
MORE_IN_TIME = (4, 5, 7)
MORE_ASSESSED = (1, 1, 1)


def sickness_restated() -> list[Figure]:
    """24 October: the rate for twelve months goes from 8.7 to 8.9."""
    return [
        figure.restated(status="revised", why=SICKNESS_LATE)
        for figure in resources.sickness(resources.LATE_ENTRIES)
        if "2023-07" <= figure.period <= "2023-09"
    ]


def complaints_restated(before: list[Figure]) -> list[Figure]:
    """16 November: 512 of 561 becomes 497 of 561."""
    return [
        _with(figure, NO_REPLY, above=-fewer) for figure, fewer in zip(before, FEWER_IN_TIME, strict=True)
    ]


def temporary_restated(before: Figure) -> list[Figure]:
    """16 November: 1,164 households become 1,171."""
    after = before.restated(value="1171", status="revised", why=CANCELLED)
    return [after, *cut(after)]


def fly_tips_restated(september: Figure, by_ward: Iterable[Figure]) -> list[Figure]:
    """16 November: 1,912 fly-tips become 1,829; the app went live on 18 September."""
    after = september.restated(value=str(int(september.value) - 83), status="revised", why=DUPLICATES)
    return [after, *wards.without_duplicates(list(by_ward), after)]


def assessments_restated(before: list[Figure]) -> list[Figure]:
    """24 November: 486 of 585 becomes 502 of 588."""
    return [
        _with(figure, RECORDED_LATE, above=more, below=all_)
        for figure, more, all_ in zip(before, MORE_IN_TIME, MORE_ASSESSED, strict=True)
    ]


def recycling() -> list[Figure]:
    """30 November: quarter 1 is final (more was recycled, as much was left), quarter 2 is first known."""
    residual = 12_634
    final = Figure(
        "ENV01",
        "2023-24-Q1",
        numerator=str(8_044),
        denominator=str(8_044 + residual),
        status="revised",
        why=FINAL_TONNES,
    )
    first = Figure("ENV01", "2023-24-Q2", numerator="7981", denominator="20360", status="provisional")
    return [final, first]


def reception() -> list[Figure]:
    """30 November: the good level of development, provisional."""
    return [children.assessed_in_2023()]


def repairs_of(september: Figure) -> list[Figure]:
    """20 November: September's repairs, by trade too."""
    return [september, *cut(september)]


def changed(before: Iterable[Figure], after: Iterable[Figure]) -> list[Figure]:
    """Those of `after` whose numbers differ from the same figure in `before`."""
    had = {_key(figure): (figure.value, figure.numerator, figure.denominator) for figure in before}
    return [
        figure
        for figure in after
        if had.get(_key(figure)) != (figure.value, figure.numerator, figure.denominator)
    ]


def _key(figure: Figure) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    return figure.indicator, figure.period, figure.area, figure.cut


def _with(figure: Figure, why: str, *, above: int = 0, below: int = 0) -> Figure:
    return figure.restated(
        numerator=str(int(figure.numerator) + above),
        denominator=str(int(figure.denominator) + below),
        status="revised",
        why=why,
    )
