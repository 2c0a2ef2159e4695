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


@dataclass(frozen=True, slots=True)
class Hidden:
    """Figures of one indicator and period that are hidden for one reason.

    `why` is a code of `models.Why`, `words` says it. `parts` are the codes (area, breakdown), `named` what
    they are called.
    """

    indicator: str
    name: str
    period: str
    why: str
    words: str
    parts: tuple[tuple[str, str], ...]
    named: tuple[str, ...]


def told(figures: Iterable[Key], names: Names) -> tuple[Hidden, ...]:
    """What is hidden, by indicator, reason and period. `figures`: indicator, area, breakdown, period, why."""
    found: dict[tuple[str, int, str], dict[tuple[str, str], None]] = {}
    for indicator, area, breakdown, period, why in figures:
        found.setdefault((indicator, IN_ORDER.index(why), period), {})[(area, breakdown)] = None
    return tuple(
        Hidden(
            indicator=indicator,
            name=names.indicator(indicator),
            period=period,
            why=IN_ORDER[place],
            words=WORDS[IN_ORDER[place]],
            parts=tuple(parts),
            named=tuple(names.part(*part) for part in parts),
        )
        for (indicator, place, period), parts in sorted(found.items())
    )
