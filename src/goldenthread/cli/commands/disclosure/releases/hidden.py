"""Hidden figures as lines of text: by indicator, the reason, the periods, and the parts that are hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from goldenthread.disclosure.looks import Hidden

FOR_STAFF = "For staff, not to leave the council."


def lines(found: Iterable[Hidden]) -> Iterator[str]:
    """A line for each indicator, and under it one for each reason."""
    for (code, name), of_one in groupby(found, key=lambda each: (each.indicator, each.name)):
        yield f"{code}  {name}"
        for each in of_one:
            yield f"  {each.words}, {', '.join(each.periods)}: {'; '.join(each.named)}"


def plain(found: Iterable[Hidden]) -> list[dict[str, object]]:
    """The same for JSON: a row a figure."""
    return [
        {
            "indicator": each.indicator,
            "area": area,
            "breakdown": breakdown,
            "period": period,
            "named": named,
            "why": each.why,
            "words": each.words,
        }
        for each in found
        for period in each.periods
        for (area, breakdown), named in zip(each.parts, each.named, strict=True)
    ]


def proof(level: str, width: int) -> str:
    """What a level of proof means, in a sentence."""
    if level != "witness":
        return f"Protected at the level {level}: there is no witness."
    return (
        f"Proven at the level witness, width {width}: for each small count there are two tables of whole "
        f"numbers that agree with everything published and differ in it by {width} or more."
    )
