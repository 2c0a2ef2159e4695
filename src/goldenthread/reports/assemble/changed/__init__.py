"""What has changed: since the period before, since the freeze, in the targets, and of what was promised."""

from __future__ import annotations

from goldenthread.documents import content as c
from goldenthread.reports.assemble.changed import goalposts, latest, moved, promised, since
from goldenthread.reports.assemble.quarter import Quarter


def section(q: Quarter) -> c.Section:
    """Five parts, the three views kept apart and each labelled."""
    parts = (
        moved.section(q),
        since.section(q),
        *latest.section(q),
        goalposts.section(q),
        promised.section(q),
    )
    return c.Section("changed", "What has changed", parts)
