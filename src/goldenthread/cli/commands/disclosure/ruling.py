"""Ruling: by what rule the table of a folder is protected, checked and attacked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.cli.commands.disclosure import folder
from goldenthread.cli.commands.disclosure.numbers import one_or_more
from goldenthread.methods.disclosure import policy as policies
from goldenthread.methods.disclosure import trees
from goldenthread.methods.disclosure.level import Level
from goldenthread.methods.disclosure.policy import Policy, PolicyRefused
from goldenthread.methods.disclosure.trees import ruled

THRESHOLD = 4


class TwoRules(ValueError):
    """The command line and a policy, or two policies, say the same thing each in its own way."""


class OfTablesAlone(ValueError):
    """A rule for a table is named where there is none."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Counts of 1 to `largest` are small; the `policy` says so, where there is one."""

    largest: int
    policy: Policy | None = None

    @property
    def plain(self) -> dict[str, Any] | None:
        """The policy as it stands in a proof."""
        return policies.to_dict(self.policy) if self.policy else None

    @property
    def base(self) -> int | None:
        """The base to whose multiples what the public sees is rounded."""
        return self.policy.rounding.base if self.policy and self.policy.rounding else None

    def table(self, place: Path) -> trees.Table:
        """The table of the folder under this rule."""
        zeros = self.policy.zeros if self.policy else "shown"
        return folder.read(place, threshold=self.largest, zeros=zeros)


def arguments(parser: ArgumentParser) -> None:
    """`--policy` and `--threshold`."""
    parser.add_argument(
        "--policy",
        choices=[code for code in policies.PRESETS if code != policies.NONE],
        help="the convention that says what is small (default: the policy that meta.json names, if it does)",
    )
    parser.add_argument(
        "--threshold",
        type=one_or_more,
        metavar="N",
        help=f"1 to N is small, where there is no policy ({THRESHOLD})",
    )


def refuse_for_release(arguments: Namespace) -> None:
    """Raises OfTablesAlone where a rule is named beside a release."""
    for option, given in (("--policy", arguments.policy), ("--threshold", arguments.threshold)):
        if given is not None:
            raise OfTablesAlone(f"{option} {given}: a release has the policies of its council; leave it out")


def of(place: Path, arguments: Namespace) -> Ruling:
    """The rule for the table of a folder. Raises TwoRules, PolicyRefused, FolderNotUnderstood."""
    held = folder.policy(place)
    if arguments.policy and held not in (None, arguments.policy):
        raise TwoRules(f"--policy {arguments.policy}: {place / folder.META} has a policy; leave out one")
    given = arguments.policy or held
    if given is None:
        return Ruling(arguments.threshold or THRESHOLD)
    if arguments.threshold is not None:
        raise TwoRules(f"--threshold {arguments.threshold}: the policy says what is small; leave out one")
    try:
        read = _read(given)
        ruled.check(read)
    except PolicyRefused as error:
        if arguments.policy:
            raise
        raise folder.FolderNotUnderstood(f"{place / folder.META}: {error}") from error
    return Ruling(read.largest_hidden, read)


def is_lower(level: Level, asked: Level) -> bool:
    """Whether a level holds against less than another."""
    in_order = list(Level)
    return in_order.index(level) < in_order.index(asked)


def _read(given: Any) -> Policy:
    if isinstance(given, str):
        return policies.preset(given)
    if not isinstance(given, dict):
        raise PolicyRefused(f"policy: {given!r} is neither the code of a convention nor fields of a policy")
    return policies.from_dict({"code": "of the folder", **given})
