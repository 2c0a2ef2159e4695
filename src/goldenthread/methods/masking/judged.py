"""Judged: the verdict on each area, and what is to be said of each set."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words
from goldenthread.methods.closed_words import NO_WORD
from goldenthread.methods.masking import chance, discovery, spread, words
from goldenthread.methods.masking.reading import Areas, Codes, Figures, Flags
from goldenthread.methods.masking.spread import FEWEST_AREAS
from goldenthread.methods.masking.words import MEAN, NUMBER, RATE, SHARE
from goldenthread.methods.rounding import NUDGE

COLUMNS: Final = (
    "expected",
    "lower_95",
    "upper_95",
    "lower_998",
    "upper_998",
    "chance",
    "false_discoveries",
    "verdict",
    "why",
    "is_masked",
)
FEWEST: Final = 5.0
"""Of fewer cases nothing is said, nor of fewer events where fewer are expected."""
POSSIBLE: Final = 0.05
"""An area is too small where its most extreme result would be no rarer than that."""


@dataclass(frozen=True)
class Found:
    """Row by row, but for `spread`, which is by set."""

    whole: Figures
    limits: list[Figures]
    chance: Figures
    rate: Figures
    """The rate of false discoveries at which the area would be named."""
    distance: Figures
    """From the whole, in standard deviations."""
    is_tested: Flags
    why: Codes
    verdict: Codes
    masked: NDArray[np.int8]
    """1 masked, 0 not, -1 that cannot be said."""
    spread: spread.Spread


def judge(areas: Areas, discovery_rate: float) -> Found:
    """The verdicts on all areas of all sets."""
    whole = _wholes(areas)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        why = np.where((areas.why == 0) & ~_is_whole(areas, whole), NUMBER["no_whole"], areas.why)
        of_case = spread.of_cases(areas, whole, (why == 0) & (areas.kind == MEAN) & (areas.of >= FEWEST))
        why = _unknown_spread(areas, of_case, why)
        far, limits, distance = _chances(areas, whole, of_case, why)
        is_in_family = (why == 0) & ~_is_powerless(areas, whole)
        rate = discovery.adjusted(np.where(is_in_family, far, np.nan), areas.set)
        is_few = (why == 0) & (~is_in_family | _has_few_events(areas, whole))
        why = np.where(is_few, NUMBER["too_few"], why).astype(np.uint8)
        verdict = _verdicts(areas, whole, rate <= discovery_rate, why)
        masked = _masked(areas, whole, verdict)
    return Found(whole, limits, far, rate, distance, is_in_family, why, verdict, masked, of_case)


def _wholes(areas: Areas) -> Figures:
    """The figure of the whole; where it is not given, of all areas together."""
    is_mean = areas.kind == MEAN
    is_in = areas.why == 0
    counted = np.where(is_mean, areas.value * areas.of, areas.count * areas.multiplier)
    of = areas.total(np.where(is_in, areas.of, 0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        pooled = areas.total(np.where(is_in, counted, 0.0)) / of
    return np.where(np.isnan(areas.whole), pooled[areas.set], areas.whole)


def _is_whole(areas: Areas, whole: Figures) -> Flags:
    """Whether the whole is a figure of its kind: no share beyond 0 and 1, no rate below none."""
    share = whole / areas.multiplier
    is_one: Flags = np.select(
        [areas.kind == SHARE, areas.kind == RATE], [(share >= 0) & (share <= 1), share >= 0], ~np.isnan(whole)
    ).astype(np.bool_)
    return is_one


def _unknown_spread(areas: Areas, of_case: spread.Spread, why: Codes) -> Codes:
    deviation = of_case.deviation[areas.set]
    is_mean = (why == 0) & (areas.kind == MEAN)
    reasons = [
        (is_mean & (areas.of < FEWEST), "too_few"),
        (is_mean & ~of_case.is_of_cases[areas.set] & np.isnan(deviation), "too_few_areas"),
        (is_mean & ~(deviation > 0), "no_spread"),
    ]
    return np.select([which for which, _ in reasons], [NUMBER[word] for _, word in reasons], why)


def _chances(
    areas: Areas, whole: Figures, of_case: spread.Spread, why: Codes
) -> tuple[Figures, list[Figures], Figures]:
    """Chance, limits and distance of each area; not-a-number where it has none."""
    size = len(why)
    far, distance = np.full(size, np.nan), np.full(size, np.nan)
    limits = [np.full(size, np.nan) for _ in range(2 * len(chance.TAILS))]
    for kind, ask in ((SHARE, _share), (RATE, _rate), (MEAN, _mean)):
        rows = np.flatnonzero((why == 0) & (areas.kind == kind))
        found = ask(areas, whole, of_case, rows)
        far[rows], distance[rows] = found[0], found[2]
        for limit, part in zip(limits, found[1], strict=True):
            limit[rows] = part
    return far, limits, distance


Answer = tuple[Figures, list[Figures], Figures]


def _share(areas: Areas, whole: Figures, _: spread.Spread, rows: NDArray[np.int64]) -> Answer:
    count, of, scale = areas.count[rows], areas.of[rows], areas.multiplier[rows]
    share = whole[rows] / scale
    limits = [limit / of * scale for limit in chance.binomial_limits(of, share)]
    distance = (count - of * share) / np.sqrt(of * share * (1 - share))
    return chance.binomial(count, of, share), limits, distance


def _rate(areas: Areas, whole: Figures, _: spread.Spread, rows: NDArray[np.int64]) -> Answer:
    count, of, scale = areas.count[rows], areas.of[rows], areas.multiplier[rows]
    expected = of * whole[rows] / scale
    limits = [limit / of * scale for limit in chance.poisson_limits(expected)]
    return chance.poisson(count, expected), limits, (count - expected) / np.sqrt(expected)


def _mean(areas: Areas, whole: Figures, of_case: spread.Spread, rows: NDArray[np.int64]) -> Answer:
    set_ = areas.set[rows]
    deviation, freedom = of_case.deviation[set_] / np.sqrt(areas.of[rows]), of_case.freedom[set_]
    distance = (areas.value[rows] - whole[rows]) / deviation
    limits = [whole[rows] + reach * deviation for reach in spread.limits(freedom)]
    return spread.chance(distance, freedom), limits, distance


def _is_powerless(areas: Areas, whole: Figures) -> Flags:
    """Shares of so few that neither none nor all of them would be beyond chance."""
    share = np.clip(whole / areas.multiplier, 0.0, 1.0)
    rarest = 2 * np.minimum((1 - share) ** areas.of, share**areas.of)
    is_powerless: Flags = (areas.kind == SHARE) & ((areas.of < FEWEST) | (rarest > POSSIBLE))
    return is_powerless


def _has_few_events(areas: Areas, whole: Figures) -> Flags:
    """Rates of fewer than five events where fewer are expected; among the tested they count nonetheless."""
    expected = areas.of * whole / areas.multiplier
    has_few: Flags = (areas.kind == RATE) & (areas.count < FEWEST) & (expected < FEWEST)
    return has_few


def _verdicts(areas: Areas, whole: Figures, is_beyond: Flags, why: Codes) -> Codes:
    is_above = areas.value > whole
    higher, lower = (areas.polarity == way for way in (words.HIGHER_IS_BETTER, words.LOWER_IS_BETTER))
    is_better = np.where(is_above, higher, lower)
    sided = np.where(is_better, words.BETTER, words.WORSE)
    plain = np.where(is_above, words.HIGHER, words.LOWER)
    beyond = np.where(higher | lower, sided, plain)
    return np.where(why > 0, NO_WORD, np.where(is_beyond, beyond, words.WITHIN)).astype(np.uint8)


def _masked(areas: Areas, whole: Figures, verdict: Codes) -> NDArray[np.int8]:
    sign = np.select(
        [areas.polarity == words.HIGHER_IS_BETTER, areas.polarity == words.LOWER_IS_BETTER], [1.0, -1.0], 0.0
    )
    slack = NUDGE * np.maximum(np.abs(areas.target), 1.0)
    meets = sign * (whole - areas.target) >= -slack
    misses = sign * (areas.value - areas.target) < -slack
    unknown = (verdict == NO_WORD) | (sign == 0) | np.isnan(areas.target)
    return np.where(unknown, -1, (verdict == words.WORSE) & meets & misses).astype(np.int8)


def by_area(areas: Areas, found: Found) -> dict[str, pl.Expr]:
    """The columns of COLUMNS."""
    figures = [found.whole, *found.limits, found.chance, found.rate]
    numbers = {
        name: pl.lit(pl.Series(np.where(areas.why > 0, np.nan, figure), nan_to_null=True))
        for name, figure in zip(COLUMNS, figures, strict=False)
    }
    masked = pl.Series(found.masked)
    return {
        **numbers,
        "verdict": closed_words.words(pl.lit(pl.Series(found.verdict)), words.VERDICTS),
        "why": closed_words.words(pl.lit(pl.Series(found.why)), words.WHY),
        "is_masked": pl.when(pl.lit(masked) >= 0).then(pl.lit(masked) == 1),
    }


def by_set(areas: Areas, found: Found) -> dict[str, pl.Series]:
    """What is said of each set."""
    distinct = np.unique(areas.set, return_index=True)[1]
    kind, of_cases = areas.kind[distinct], found.spread.is_of_cases
    is_mean = kind == MEAN
    method = np.select(
        [kind == SHARE, kind == RATE, is_mean & of_cases, is_mean],
        [words.BINOMIAL, words.POISSON, words.CASES, words.ROBUST],
        np.uint8(NO_WORD),
    ).astype(np.uint8)
    is_in = found.is_tested & np.isfinite(found.distance) & (method != words.ROBUST)[areas.set]
    times, counted = discovery.overdispersion(found.distance, is_in, areas.set, areas.sets)
    times = np.where(counted >= FEWEST_AREAS, times, np.nan)
    has_verdict = found.verdict != NO_WORD
    with np.errstate(divide="ignore", invalid="ignore"):
        by_chance = 1 + 2 * np.sqrt(2 / counted)
    return {
        "method": pl.select(closed_words.words(pl.lit(pl.Series(method)), words.METHODS)).to_series(),
        "expected": pl.Series(found.whole[distinct], nan_to_null=True),
        "areas": pl.Series(np.bincount(areas.set, minlength=areas.sets)),
        "tested": pl.Series(areas.total(has_verdict)).cast(pl.Int64),
        "beyond": pl.Series(areas.total(has_verdict & (found.verdict != words.WITHIN))).cast(pl.Int64),
        "masked": pl.Series(areas.total(found.masked == 1)).cast(pl.Int64),
        "case_spread": pl.Series(np.where(is_mean, found.spread.deviation, np.nan), nan_to_null=True),
        "overdispersion": pl.Series(times, nan_to_null=True),
        "is_overdispersed": pl.Series(times > by_chance),
    }
