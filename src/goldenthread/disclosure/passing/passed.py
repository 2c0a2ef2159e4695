"""Passed: all that one pack prints, after it was decided on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from goldenthread.disclosure.drafts import rounding
from goldenthread.disclosure.drafts.kept import Draft, naming
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure.protected import ProtectedTable


@dataclass(frozen=True, eq=False)
class Passed:
    """All that one pack prints, decided together: the table that may leave, and what it was made from."""

    table: ProtectedTable
    draft: Draft
    printed: Printed
    world: World

    @cached_property
    def rounded(self) -> rounding.Lines:
        """Lines with rounded figures in the place of exact ones."""
        return rounding.Lines(self.draft.as_printed, self.draft.safe_ratings, self.printed.area)

    @cached_property
    def code(self) -> str:
        """What the release is called, once it has left."""
        return naming.code(
            self.draft.as_printed, self.printed.now.period, inputs=self.draft.inputs, taken=self.world.names
        )

    @cached_property
    def seal(self) -> str:
        """The hash of what the release says in public; papers bear it, for the position's would tell more."""
        return naming.seal(self.draft.as_printed, self.printed.now.period)
