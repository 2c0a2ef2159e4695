"""Peers: where a scheme holds figures against those of peers, what the peers reached is the target."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from goldenthread.methods.rating import Scheme

BENCHMARK = "benchmark"


def as_targets(figures: pl.DataFrame, schemes: Mapping[str, Scheme]) -> pl.DataFrame:
    """The figures with `benchmark` as the `target` of those that a scheme rates by it.

    A target that somebody set stays; where neither way is better there is nothing to aim at.
    """
    by_peers = [code for code, scheme in schemes.items() if _starts_from_peers(scheme)]
    is_aim = pl.col("scheme").is_in(by_peers) & pl.col("polarity").is_in(["higher", "lower"])
    return figures.with_columns(
        target=pl.when(is_aim).then(pl.coalesce("target", BENCHMARK)).otherwise("target")
    )


def _starts_from_peers(scheme: Scheme) -> bool:
    return any(limit.base == BENCHMARK for edge in scheme.edges for limit in edge.at)
