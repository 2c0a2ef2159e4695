"""Hidden: which figures of a release are hidden and why, in words; never how many they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from goldenthread.disclosure.looks.named import Names
from goldenthread.disclosure.models import Why

WORDS: Final = {why.value: str(why.label) for why in Why}
NOT_SMALL: Final = (Why.PROTECTS.value, Why.SAME_AS_BEFORE.value)
"""Hidden only so that others cannot be worked out, now or from an earlier release."""
IN_ORDER: Final = [why.value for why in Why]

Key = tuple[str, str, str, str, str]
Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Figures of one indicator that are hidden for one reason, in each of some periods.

    `why` is a code of `models.Why`, `words` says it. `parts` are the codes (area, breakdown), `named` what
    they are called.
    """

    indicator: str
    name: str
    periods: tuple[str, ...]
    why: str
    words: str
    parts: tuple[Part, ...]
    named: tuple[str, ...]


def told(figures: Iterable[Key], names: Names) -> tuple[Hidden, ...]:
    """What is hidden, by indicator and reason. `figures`: indicator, area, breakdown, period, why."""
    parts_of: dict[tuple[str, int, str], dict[Part, None]] = {}
    for indicator, area, breakdown, period, why in figures:
        parts_of.setdefault((indicator, IN_ORDER.index(why), period), {})[(area, breakdown)] = None
    periods_of: dict[tuple[str, int, tuple[Part, ...]], list[str]] = {}
    for (indicator, place, period), parts in sorted(parts_of.items()):
        periods_of.setdefault((indicator, place, tuple(parts)), []).append(period)
    return tuple(
        Hidden(
            indicator=indicator,
            name=names.indicator(indicator),
            periods=tuple(periods),
            why=IN_ORDER[place],
            words=WORDS[IN_ORDER[place]],
            parts=parts,
            named=tuple(names.part(*part) for part in parts),
        )
        for (indicator, place, parts), periods in periods_of.items()
    )
