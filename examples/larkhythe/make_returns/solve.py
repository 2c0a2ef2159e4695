"""Solve: a numerator and a denominator that print exactly as wanted."""

from decimal import Decimal

from examples.larkhythe.make_returns.figure import printed


class NothingPrintsSo(ValueError):
    """No whole numbers near the wanted denominator give the printed figure."""


def counts_for(wanted: str, multiplier: int, near: int) -> tuple[int, int]:
    """The counts behind a printed figure: "512/561" as given, "87.0" with a denominator close to `near`."""
    if "/" in wanted:
        given = wanted.split("/")
        return int(given[0]), int(given[1])
    figure = Decimal(wanted)
    places = max(0, -int(figure.as_tuple().exponent))
    for step in range(near):
        for below in dict.fromkeys((near + step, near - step)):
            above = int(figure * below / multiplier + Decimal("0.5"))
            if below > 0 and printed(above, below, multiplier, places) == figure:
                return above, below
    raise NothingPrintsSo(f"{wanted} cannot be had from a denominator near {near}")
