"""The pool: figures waiting to be delivered, and who took which."""

from collections.abc import Iterable

from examples.larkhythe.make_returns.figure import BOROUGH, Figure

Key = tuple[str, str, str, tuple[tuple[str, str], ...]]


def key(figure: Figure) -> Key:
    """What a figure is about."""
    return figure.indicator, figure.period, figure.area, figure.cut


class Pool:
    """Figures by what they are about; a return takes its own, and what it took is written down."""

    def __init__(self, figures: Iterable[Figure]):
        self._figures = {key(figure): figure for figure in figures}
        self._taken: dict[Key, Figure] = {}

    def take(self, indicator: str, period: str, area: str = BOROUGH, **cut: str) -> Figure:
        """One figure, delivered now."""
        about = (indicator, period, area, tuple(cut.items()))
        self._taken[about] = self._figures[about]
        return self._figures[about]

    def look(self, indicator: str, period: str) -> Figure:
        """One headline, without delivering it."""
        return self._figures[indicator, period, BOROUGH, ()]

    def groups(self, indicator: str, period: str, dimension: str) -> list[tuple[str, Figure]]:
        """All figures of one dimension, with the group each is about."""
        names = [
            cut[0][1]
            for of, when, _, cut in self._figures
            if (of, when) == (indicator, period) and len(cut) == 1 and cut[0][0] == dimension
        ]
        return [(name, self.take(indicator, period, **{dimension: name})) for name in names]

    def delivered(self) -> tuple[Figure, ...]:
        """What was taken since the last time somebody asked."""
        taken = tuple(self._taken.values())
        for about in self._taken:
            del self._figures[about]
        self._taken = {}
        return taken

    def rest(self) -> list[Figure]:
        """What nobody took."""
        return list(self._figures.values())
