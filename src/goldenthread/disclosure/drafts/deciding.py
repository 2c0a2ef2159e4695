"""Deciding: from all that a pack prints to what is hidden of it, why, and the proof."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl
from scipy import sparse

from goldenthread.audit import canonical
from goldenthread.disclosure.drafts import joining, kept, ratings, refusals, rounding
from goldenthread.disclosure.drafts import printed as printed_
from goldenthread.disclosure.drafts.judged import small, whole
from goldenthread.disclosure.drafts.kept import STATED, Draft, packed
from goldenthread.disclosure.drafts.printed import KEY, Printed
from goldenthread.disclosure.drafts.world import SPAN, World
from goldenthread.disclosure.models import Why
from goldenthread.methods.disclosure import linked, policy
from goldenthread.methods.disclosure.protection import Level, NotProtected, Protection, Witness
from goldenthread.methods.disclosure.system import Role

ENGINE: Final = "1"
"""Another number when the same figures may be protected otherwise."""
WITH_SUMS: Final = "1, multiples that add up are bound"
"""Where a policy rounds so that sums hold: what was made by the first engine is not taken as it was."""

WHOLE: Final = policy.Reason.CLASS_DISCLOSURE.value


class CannotBeProtected(ValueError):
    """No choice of hidden figures protects these, so nothing may leave; `ways` are what `repair` tries."""

    def __init__(self, words: str, ways: refusals.Ways | None = None) -> None:
        super().__init__(words)
        self.ways = ways


def draft(printed: Printed, world: World) -> Draft:
    """What may leave of a pack. A release that was made from the very same is taken as it was."""
    said = printed_.figures(printed)
    inputs = _digest(printed, said, world)
    if stored := world.stored(inputs):
        return kept.read(stored)
    whole.check(printed, world)
    return _decided(inputs, said, printed, world)


def _digest(printed: Printed, said: pl.DataFrame, world: World) -> str:
    """Of everything that decides, but of what is out already: what is out once may be said again."""
    frames = {"said": said, "rated": ratings.rated(printed), **world.frames()}
    codes = said["indicator"].unique().sort()
    rules = (world.policy(code).rounding for code in codes)
    is_additive = any(rule.kind == "controlled" for rule in rules if rule)
    return canonical.digest(
        {
            "engine": WITH_SUMS if is_additive else ENGINE,
            "policies": world.plain_policies(codes),
            "schemes": list(printed.now.of("scheme")),
            "forecasts": sorted(ratings.small_forecasts(printed, world)),
            **{name: packed.columns(frame) for name, frame in frames.items()},
        }
    )


def tried(said: pl.DataFrame, world: World) -> pl.DataFrame:
    """Other figures in place of those that are printed (`PRINTED`), decided as these would be (`STATED`)."""
    judged = joining.in_series(_judged(said.filter("counts_people"), world), "")
    told, rounded = _told(judged, ratings.KEPT.to_frame(), world)
    return _stated(said, judged, rounded, *_protection(told, judged, world))


def of(said: pl.DataFrame, printed: Printed, world: World) -> Draft:
    """Some of the figures that a pack prints, decided by themselves. Raises CannotBeProtected."""
    return _decided("", said, printed, world)


def _decided(inputs: str, said: pl.DataFrame, printed: Printed, world: World) -> Draft:
    people = said.filter(pl.col("counts_people") | pl.col("indicator").is_in(list(world.policies)))
    judged = joining.in_series(_judged(people, world), printed.area)
    of_hidden = ratings.kept(judged, printed)
    told, rounded = _told(judged, of_hidden, world)
    told, protection = _protection(told, judged, world)
    of_rounded = rounding.kept(judged, rounded, ratings.rated(printed), ratings.schemes(printed))
    return Draft(
        inputs=inputs,
        stated=_stated(said, judged, rounded, told, protection),
        rounded=rounded,
        labels=told.built.labels,
        system=told.built.system,
        protection=protection,
        safe_ratings=frozenset(of_hidden["line"]) | of_rounded,
        small_forecasts=ratings.small_forecasts(printed, world),
        notes=told.built.notes,
    )


def _told(judged: pl.DataFrame, of_hidden: pl.DataFrame, world: World) -> tuple[rounding.Told, pl.DataFrame]:
    """All that is told as one system, and which figures are told rounded."""
    built = joining.built(judged, of_hidden, world)
    known = rounding.known(world, built)
    rounded = rounding.rounded(judged, built, known, world)
    return rounding.told(built, rounded, known), rounded


def _judged(people: pl.DataFrame, world: World) -> pl.DataFrame:
    """The figures on people with what the policies say of them, and `row`, their place."""
    counts = people.rename({"count": "numerator", "of": "denominator"})
    plain = pl.col("indicator").str.replace(small.VERSION, "")
    out = (
        world.earlier.filter(pl.col("part") == "numerator")
        .with_columns(plain)
        .group_by(SPAN)
        .agg(was_hidden=~pl.col("is_shown").any())
    )
    beside = counts.join(out, on=SPAN, how="left", maintain_order="left")
    judged = small.excepted(small.judged(small.in_groups(beside, world), world), world).with_row_index("row")
    return judged.with_columns(
        was_hidden=pl.col("was_hidden").fill_null(value=False) & ~pl.col("keep"),
        count="numerator",
        of="denominator",
        is_small=pl.col("primary_numerator") | pl.col("primary_remainder"),
        is_few="primary_numerator",
        leaves_few="primary_remainder",
        # Too many to be few, or nobody counted and the whole group among the others.
        is_whole_group=(pl.col("primary_numerator") & (pl.col("why_numerator") == WHOLE))
        | (~pl.col("primary_numerator") & (pl.col("why_remainder") == WHOLE)),
    )


def _protection(told: rounding.Told, judged: pl.DataFrame, world: World) -> tuple[rounding.Told, Protection]:
    system = told.built.system
    if not system.is_(Role.PRIMARY).any():
        return told, _nothing_to_protect(len(system))
    width = max((policy.width for policy in (world.otherwise, *world.policies.values())), default=1)
    # Compiled code and a solver take a second to come in: not where a release is taken as it was.
    from goldenthread.methods.disclosure import protect

    try:
        found = protect.protect(system, level=Level.WITNESS, width=width)
    except NotProtected as error:
        ways = refusals.ways(error, told.built, judged)
        raise CannotBeProtected(refusals.words(error, told.built), ways) from error
    return rounding.relaxed(told, found)


def _nothing_to_protect(cells: int) -> Protection:
    none = np.empty(0, np.int64)
    witness = Witness(sparse.csr_array((0, cells), dtype=np.int64), none, none, none)
    return Protection(np.zeros(cells, bool), Level.WITNESS, 1, witness)


def _stated(
    said: pl.DataFrame,
    judged: pl.DataFrame,
    rounded: pl.DataFrame,
    told: rounding.Told,
    protection: Protection,
) -> pl.DataFrame:
    """The figures with what was decided; one that is hidden in one version is so in every one."""
    shown = linked.shown(told.shown, protection).head(judged.height)
    places = told.built.rows.head(judged.height)
    cannot_be_rounded = judged["row"].is_in(rounded.filter(~pl.col("may_print"))["row"].implode())
    decided = judged.select(
        *KEY,
        "version",
        "series",
        "is_small",
        is_of_few="primary_denominator",
        is_few="primary_numerator",
        is_whole_group=pl.col("is_small") & pl.col("is_whole_group").fill_null(value=False),
        was_hidden="was_hidden",
        must_hide="must_hide",
        suppressed="suppressed",
        primary_value="primary_value",
        **{f"cell_{part}": places[part] for part in ("numerator", "denominator", "remainder")},
        hidden=~shown["value_shown"] | judged["primary_value"] | cannot_be_rounded,
    )
    everywhere = decided.with_columns(pl.col("hidden").any().over(KEY))
    why = (
        pl.when("is_whole_group").then(pl.lit(Why.WHOLE_GROUP.value))
        .when("is_few").then(pl.lit(Why.FEW.value))
        .when("is_small").then(pl.lit(Why.FEW_LEFT_OUT.value))
        .when("suppressed").then(pl.lit(Why.SOURCE.value))
        .when("must_hide").then(pl.lit(Why.EXCEPTION.value))
        .when("primary_value").then(pl.lit(Why.SMALL_BASE.value))
        .when("was_hidden").then(pl.lit(Why.SAME_AS_BEFORE.value))
        .otherwise(pl.lit(Why.PROTECTS.value))
    )  # fmt: skip
    worded = everywhere.with_columns(why=pl.when("hidden").then(why))
    joined = said.join(worded, on=[*KEY, "version"], how="left", maintain_order="left", nulls_equal=True)
    return joined.with_columns(
        pl.col("hidden", "is_small", "is_of_few").fill_null(value=False),
        pl.col("^cell_.*$").fill_null(-1),
        pl.col("series").fill_null(pl.col("version")),
    ).select(pl.col(name).cast(kind) for name, kind in STATED.items())
