"""Few: what the papers call a count of people that is hidden, by the policies of their indicators."""

from __future__ import annotations

from typing import Final

from goldenthread.reports.assemble.quarter import Quarter

BY_POLICY: Final = "a small count of people"


def few(q: Quarter) -> str:
    """The words "a count of 1 to 5 people" where all policies hide the same; else words for each of them.

    Policies that hide no count for its size say nothing of what is hidden, and are passed over.
    """
    in_use = q.material.now.passed.world.in_use(q.every.values())
    by_size = (rule for rule in in_use if rule.largest_hidden)
    ranges = {(0 if rule.zeros == "hidden" else 1, rule.largest_hidden) for rule in by_size}
    if len(ranges) != 1:
        return BY_POLICY
    least, most = ranges.pop()
    if least == most:
        return f"a count of {most} person"
    return f"a count of {least} to {most} people"
