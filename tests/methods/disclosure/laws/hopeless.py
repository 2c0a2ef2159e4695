"""Hopeless: the primary cells that nothing can protect, by counting every possible table."""

import numpy as np

from goldenthread.methods.disclosure.system import Role
from tests.methods.disclosure import oracle


def hopeless(one, width=1):
    """The primary cells whose possible counts differ by less than `width`, whatever is hidden."""
    everything = ~one.is_(Role.SHOWN)
    if width == 1:
        return oracle.fixed(one, everything)
    cells = np.flatnonzero(one.is_(Role.PRIMARY))
    least, most = oracle.ranges(one, everything, cells)
    return cells[most - least < width].tolist()


def counted(systems, width=1):
    """Those systems of which the tables can be counted, each with its hopeless cells."""
    for one in systems:
        try:
            yield one, hopeless(one, width)
        except oracle.TooManyTables:
            continue


def protectable(systems, width=1):
    """Those of them in which every primary cell can be protected."""
    return [one for one, lost in counted(systems, width) if not lost]
