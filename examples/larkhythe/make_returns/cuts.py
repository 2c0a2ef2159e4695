"""Cuts: a headline split over groups so that the parts add up to it exactly."""

from collections.abc import Iterable, Mapping

from examples.larkhythe.make_returns import people
from examples.larkhythe.make_returns.chance import chance, wobble
from examples.larkhythe.make_returns.figure import Figure
from examples.larkhythe.make_returns.shares import spread, within

MONTHLY = {"CUL01", "HOU15", "HWY04"}


def cut(whole: Figure) -> list[Figure]:
    """Every cut kept of a headline: the parts of each dimension, one after the other."""
    found = []
    for dimension, groups in people.CUTS.get(whole.indicator, {}).items():
        found += _parts(whole, dimension, groups)
    for dimension, counted in people.COUNTED.get((whole.indicator, whole.period), {}).items():
        found += _counted(whole, dimension, counted)
    return found


def cut_all(wholes: Iterable[Figure]) -> list[Figure]:
    """The cuts of many headlines."""
    return [part for whole in wholes if not whole.is_missing for part in cut(whole)]


def _parts(whole: Figure, dimension: str, groups: people.Groups) -> list[Figure]:
    generator = chance(whole.indicator, dimension, whole.period)
    shares = [share * wobble(generator, 0.03) for _, share, _ in groups]
    leanings = [lean * wobble(generator, 0.02) for _, _, lean in groups]
    if whole.value:
        numbers = spread(
            int(whole.value), [share * lean for share, lean in zip(shares, leanings, strict=True)]
        )
        return [
            _part(whole, dimension, group, value=str(number))
            for (group, _, _), number in zip(groups, numbers, strict=True)
        ]
    bases = spread(int(whole.denominator), shares)
    tops = within(
        int(whole.numerator), bases, [base * lean for base, lean in zip(bases, leanings, strict=True)]
    )
    return [
        _part(whole, dimension, group, numerator=str(top), denominator=str(base))
        for (group, _, _), top, base in zip(groups, tops, bases, strict=True)
    ]


def _counted(whole: Figure, dimension: str, groups: Mapping[str, tuple[int, int]]) -> list[Figure]:
    return [
        _part(whole, dimension, group, numerator=str(above), denominator=str(below))
        for group, (above, below) in groups.items()
    ]


def _part(whole: Figure, dimension: str, group: str, **numbers: str) -> Figure:
    is_estimate = (whole.indicator, whole.period, group) == people.ESTIMATED
    # The whole is an estimate because one part of it is: the other parts were counted.
    status = "actual" if whole.status == "estimated" else whole.status
    return Figure(
        whole.indicator,
        whole.period,
        status="estimated" if is_estimate else status,
        why=whole.why,
        cut=((dimension, group),),
        **numbers,
    )
