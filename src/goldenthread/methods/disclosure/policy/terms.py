"""Terms: what a policy says, before anybody asks whether it can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from goldenthread.methods.disclosure.level import Level

Zeros = Literal["shown", "may_hide", "hidden"]
Percentages = Literal["safe_parts", "rounded_parts"]
RoundingKind = Literal["independent", "controlled"]

ZEROS: Final[tuple[str, ...]] = get_args(Zeros)
PERCENTAGES: Final[tuple[str, ...]] = get_args(Percentages)
ROUNDING_KINDS: Final[tuple[str, ...]] = get_args(RoundingKind)


@dataclass(frozen=True, slots=True)
class Dominance:
    """Unsafe if the `n` largest contributors make up more than the share `k` (0 to 1) of a total."""

    n: int
    k: float


@dataclass(frozen=True, slots=True)
class Rounding:
    """What is printed is rounded to multiples of `base`.

    `independent`: each count by itself, half up, so that totals need not add up. `controlled`: to a multiple
    nearby, so that they do.
    """

    base: int
    kind: RoundingKind = "independent"

    @property
    def statement(self) -> str:
        """What readers are told beside rounded figures."""
        apart = "Figures are rounded to the nearest {base}, each by itself: they may not add up to totals."
        together = "Figures are rounded to a multiple of {base} nearby, so that they add up to totals."
        return (together if self.kind == "controlled" else apart).format(base=self.base)


@dataclass(frozen=True, slots=True)
class Terms:
    """How figures are protected.

    A count above 0 is small at `threshold` too (`is_inclusive`) or only below it. `zeros`: always `shown`,
    not small but hidden to protect others (`may_hide`), or small themselves (`hidden`). `complement`: what
    is left of the denominator is judged as the numerator is. `class_disclosure`: a whole group in one cell is
    unsafe. `percentages` are printed where all their parts are safe, or worked out from rounded parts;
    of fewer than `minimum_base` none is. For totals of amounts: `dominance`, `p_percent` (a share, 0.1 for
    10%) and `minimum_contributors`. `width`: by how much what a hidden count may be differs at least.
    `may_cross` and `never_cross` are sets of dimensions; without being named, no more than one dimension is
    crossed with areas. `unprotected_for` names the roles that may see what is not protected. `none_because`:
    why nothing is protected at all.
    """

    code: str
    name: str
    source: str
    threshold: int | None = None
    is_inclusive: bool = True
    zeros: Zeros = "shown"
    complement: bool = False
    class_disclosure: bool = False
    percentages: Percentages = "safe_parts"
    minimum_base: int | None = None
    dominance: Dominance | None = None
    p_percent: float | None = None
    minimum_contributors: int | None = None
    rounding: Rounding | None = None
    width: int = 1
    level: Level = Level.WITNESS
    may_cross: tuple[frozenset[str], ...] = ()
    never_cross: tuple[frozenset[str], ...] = ()
    unprotected_for: tuple[str, ...] = ()
    none_because: str = ""
    symbols: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    preset: str = ""

    @property
    def largest_hidden(self) -> int:
        """The largest count that is small; 0 where no count above 0 is."""
        if self.threshold is None:
            return 0
        return self.threshold if self.is_inclusive else self.threshold - 1

    @property
    def hides_something(self) -> bool:
        """Whether any figure can be hidden for what it is itself."""
        rules = (self.dominance, self.p_percent, self.minimum_contributors, self.minimum_base)
        by_size = self.largest_hidden > 0 or self.zeros == "hidden" or self.class_disclosure
        return by_size or any(rule is not None for rule in rules)

    @property
    def protects(self) -> bool:
        """Whether anything is hidden or rounded."""
        return self.hides_something or self.rounding is not None

    @property
    def lower(self) -> int:
        """What an outsider who knows the rule holds least possible of a hidden count."""
        return 1 if self.zeros == "shown" else 0
