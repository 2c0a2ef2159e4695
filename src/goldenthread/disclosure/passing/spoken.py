"""Spoken: of which indicators it may be said in public what a chart says of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts.world import World

Line = Mapping[str, Any]

HIDDEN: Final = ("hidden", "previous_hidden", "like_hidden", "rounded")


def may_be_said(line: Line, truth: Line, charted: Collection[str], world: World) -> bool:
    """Whether a sentence that was worked out of the figures of some periods may stand beside a line.

    `line` is the indicator's as it leaves, `truth` the same before the gate, `charted` the periods of the
    figures on which the sentence rests. Nothing is said of a measure of which the line hides or rounds a
    figure, an earlier one or the rating. Of a measure that a disclosure policy protects, that is linked to
    another or has an exception, only what anybody could work out of figures that are printed: each charted
    one stands in the line's history as it is. So a month that is small, or not printed at all, withholds the
    sentence, and that it is withheld tells nothing that the history does not.
    """
    if any(line.get(name) for name in HIDDEN) or line["rating"] != truth["rating"]:
        return False
    told = {point["period"]: point["value"] for point in line["history"] if point["value"] is not None}
    known = {point["period"]: point["value"] for point in truth["history"] if point["value"] is not None}
    if told != known:
        return False
    return not _is_guarded(truth, world) or set(charted) <= set(told)


def _is_guarded(truth: Line, world: World) -> bool:
    code = truth["indicator"]
    named = (
        world.exceptions.filter(pl.col("indicator") == code),
        world.links.filter((pl.col("indicator") == code) | (pl.col("other_indicator") == code)),
    )
    counts = truth["counts_people"] is not False or code in world.policies
    return (counts and world.policy(code).protects) or any(frame.height for frame in named)
