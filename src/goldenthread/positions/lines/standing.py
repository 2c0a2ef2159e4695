"""Standing: everything that was so on one day, as known at one moment, asked for once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl

from goldenthread.assessments import assess, material, progress
from goldenthread.assessments import queries as assessments
from goldenthread.assessments.models import Judgement
from goldenthread.methods.rating import Scheme, reading
from goldenthread.organisation import queries as organisation
from goldenthread.organisation.hierarchy import Hierarchy
from goldenthread.organisation.models import Post
from goldenthread.positions import queries
from goldenthread.positions.lines import plain


@dataclass(frozen=True)
class Standing:
    """A period's verdicts and the names that go with them."""

    period: str
    on: date
    known_at: datetime
    area: str
    verdicts: pl.DataFrame
    actions: list[dict[str, Any]]
    schemes: Mapping[str, Scheme]
    units: Hierarchy
    posts: Mapping[str, Post]
    judgements: Mapping[str, Judgement]
    areas: Mapping[str, str]
    said: Mapping[tuple[str, str], str | None]

    @property
    def schemes_as_data(self) -> Mapping[str, dict[str, Any]]:
        """The schemes as plain data, from which they can be made again."""
        return {code: reading.to_dict(scheme) for code, scheme in self.schemes.items()}

    def place(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Where an indicator or action belongs: its directorate, portfolio and owner's title."""
        return {
            "unit_code": row["unit_code"],
            "directorate": self.units.at(row["unit_code"], "directorate"),
            "portfolio": row["portfolio"],
            "owner": self.title(row.get("owner") or row.get("lead") or ""),
        }

    def title(self, post: str) -> str:
        """A post's title; where it is vacant, the deputy's that answers."""
        return organisation.answering(self.posts, post).title if post else ""

    def judgement(self, indicator: str) -> dict[str, Any] | None:
        """A person's rating beside the computed one."""
        found = self.judgements.get(indicator)
        if found is None:
            return None
        return {"rating": found.rating, "why": found.why, "author": self.title(found.author)}

    def status(self, verdict: Mapping[str, Any]) -> str:
        """The figure's status; "revised" only against what an earlier frozen quarter said of the same period.

        A figure put right before anybody was told it is simply the figure; the ledger keeps the trace.
        """
        key = (verdict["indicator"], verdict["period"])
        told_otherwise = self.said.get(key) not in (None, plain.text(verdict["value"]))
        return "actual" if verdict["status"] == "revised" and not told_otherwise else verdict["status"]

    def comparator(self, verdict: Mapping[str, Any]) -> dict[str, Any] | None:
        """What the peers reached together in the same period, where that is published as a figure of its own.

        The group then is an area too, by the same code.
        """
        label = self.areas.get(verdict["comparator"] or "")
        if not label:
            return None
        return {"label": label, "value": plain.number(verdict["benchmark"]), "period": verdict["period"]}


def of(*, period: str, on: date, known_at: datetime) -> Standing:
    """The standing of a report period on a day, as known at a moment."""
    area = organisation.council(on=on, known_at=known_at).area
    gathered = material.gather(report_period=period, position_date=on, known_at=known_at, area=area)
    verdicts = assess.of(gathered)
    return Standing(
        period=period,
        on=on,
        known_at=known_at,
        area=area,
        verdicts=verdicts,
        actions=progress.actions(
            on=on, known_at=known_at, verdicts=verdicts.iter_rows(named=True), schemes=gathered.schemes
        ),
        schemes=gathered.schemes,
        units=organisation.units(on=on, known_at=known_at),
        posts=organisation.posts(on=on, known_at=known_at),
        judgements=assessments.judgements(period=period, on=on, known_at=known_at),
        areas={area.code: area.name for area in organisation.areas(on=on, known_at=known_at)},
        said=queries.said_before(known_at),
    )
