"""Forecast working: what each method expects at the end of each year, from the years before it alone."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from goldenthread.methods.forecast import words
from goldenthread.methods.forecast.reading import Figures, Flags, Years

Codes = NDArray[np.uint8]

YEARS_FOR_A_PROFILE: Final = 2
PARTS: Final = ("numerator", "denominator")


@dataclass(frozen=True)
class Expected:
    """What one method expects, series by year; not-a-number where it can expect nothing.

    `share` is what part of the outturn had been reached by this point (of a level: how far it still moves).
    """

    value: Figures
    numerator: Figures
    denominator: Figures
    share: Figures


def usable(years: Years) -> Flags:
    """Past years that tell how a year goes: both figures known, measured as now, and not of nothing."""
    known = years.same & np.where(years.is_pair[:, None], _both(years, PARTS), _both(years, ("value",)))
    known[:, -1] = False
    is_level = (years.shape == words.LEVEL)[:, None]
    level = known & _both(years, ("value",))
    shares = [_share(years, name) for name in ("value", *PARTS)]
    of_parts = np.isfinite(shares[1]) & np.isfinite(shares[2]) & (shares[1] >= 0) & (shares[2] > 0)
    of_value = np.isfinite(shares[0]) & (shares[0] >= 0)
    to_date = known & np.where(years.is_pair[:, None], of_parts, of_value)
    return np.where(is_level, level, to_date)


def by(method: np.uint8, years: Years, is_usable: Flags) -> Expected:
    """What the method expects of every year, the last of which is this one, held within what can be."""
    if method == words.STRAIGHT_LINE:
        shares = _straight(years, is_usable)
        moves = np.zeros_like(years.now["value"])
    else:
        over = _mean_before if method == words.PROFILE else _just_before
        shares = {name: over(_share(years, name), is_usable) for name in ("value", *PARTS)}
        moves = over(years.end["value"] - years.now["value"], is_usable)
    is_level, is_pair = (years.shape == words.LEVEL)[:, None], years.is_pair[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = {
            name: np.where(shares[name] > 0, years.now[name] / shares[name], np.nan)
            for name in ("value", *PARTS)
        }
        ratio = years.multiplier[:, None] * parts["numerator"] / parts["denominator"]
    to_date = np.where(is_pair, ratio, parts["value"])
    # Of nothing counted so far no share tells anything.
    counted = np.where(is_pair, years.now["numerator"], years.now["value"]) != 0
    to_date = np.where(counted & np.isfinite(to_date), to_date, np.nan)
    value = np.where(is_level, years.now["value"] + moves, to_date)
    told = is_pair & ~is_level
    return Expected(
        value=np.clip(value, years.lowest[:, None], years.highest[:, None]),
        numerator=np.where(told, parts["numerator"], np.nan),
        denominator=np.where(told, parts["denominator"], np.nan),
        share=np.where(is_level, moves, np.where(is_pair, shares["numerator"], shares["value"])),
    )


def choice(years: Years, is_usable: Flags) -> tuple[Codes, Codes]:
    """The method for this year and why, by number; a caller's choice goes before the rule's."""
    count, is_last = is_usable.sum(axis=1), _just_before(is_usable.astype(float), is_usable)[:, -1] == 1
    enough, one = count >= YEARS_FOR_A_PROFILE, (count == 1) & is_last
    method = np.select([enough, one], [words.PROFILE, words.LAST_YEAR], default=words.STRAIGHT_LINE)
    why = np.select(
        [enough, one],
        [words.number("enough_years", words.WHY_METHOD), words.number("one_year", words.WHY_METHOD)],
        default=words.number("no_years", words.WHY_METHOD),
    )
    chosen = years.method > 0
    method = np.where(chosen, years.method - 1, method).astype(np.uint8)
    return method, np.where(chosen, words.number("chosen", words.WHY_METHOD), why)


def _both(years: Years, names: tuple[str, ...]) -> Flags:
    found = np.ones_like(years.known)
    for name in names:
        found &= np.isfinite(years.now[name]) & np.isfinite(years.end[name])
    return found


def _share(years: Years, name: str) -> Figures:
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Figures = years.now[name] / years.end[name]
    return share


def _mean_before(each: Figures, is_usable: Flags) -> Figures:
    """The mean over the usable years before each year, where there are enough for a profile."""
    count = _before(is_usable.astype(float))
    with np.errstate(invalid="ignore"):
        total = _before(np.where(is_usable, each, 0.0))
    enough = count >= YEARS_FOR_A_PROFILE
    return np.where(enough, total / np.maximum(count, 1), np.nan)


def _before(each: Figures) -> Figures:
    """Sums over the years before each."""
    sums = np.cumsum(each, axis=1)
    return np.concatenate([np.zeros((len(each), 1)), sums[:, :-1]], axis=1)


def _just_before(each: Figures, is_usable: Flags) -> Figures:
    """What the year just before each tells, where it is usable."""
    told = np.where(is_usable, each, np.nan)
    return np.concatenate([np.full((len(each), 1), np.nan), told[:, :-1]], axis=1)


def _straight(years: Years, is_usable: Flags) -> dict[str, Figures]:
    """The share of the year that has gone; a denominator that stands has been reached from the first."""
    gone = np.broadcast_to((years.month / years.last)[:, None], years.now["value"].shape)
    stands = (years.denominator == words.STANDS)[:, None]
    adds_up = (years.denominator == words.ADDS_UP)[:, None]
    # Not said: as it was in the latest year before that tells, nearer to standing or to growing evenly.
    latest = _latest_before(np.where(is_usable, _share(years, "denominator"), np.nan))
    with np.errstate(invalid="ignore"):
        as_before = np.where(latest >= (1 + gone) / 2, 1.0, gone)
    as_before = np.where(np.isnan(latest), np.nan, as_before)
    denominator = np.where(stands, 1.0, np.where(adds_up, gone, as_before))
    return {"value": gone, "numerator": gone, "denominator": denominator}


def _latest_before(each: Figures) -> Figures:
    """The latest number that stands before each year."""
    places = np.where(np.isfinite(each), np.arange(each.shape[1]), -1)
    latest = np.maximum.accumulate(places, axis=1)
    before = np.concatenate([np.full((len(each), 1), -1), latest[:, :-1]], axis=1)
    found = np.take_along_axis(each, np.maximum(before, 0), axis=1)
    return np.where(before >= 0, found, np.nan)
