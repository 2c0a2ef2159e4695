"""Open data: the gated lines of the papers as tidy tables, by identifiers that last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from goldenthread.documents.datasets import About, Dataset
from goldenthread.documents.renderers import open_data
from goldenthread.publication import protection
from goldenthread.publication.tables import (
    actions,
    breakdowns,
    challenges,
    changes,
    codebook,
    counts,
    history,
    indicators,
    targets,
)
from goldenthread.reports.material import Material

FOLDER = "open-data"
# Each makes its table from the material; a reader meets them in this order.
TABLES = (
    indicators.dataset,
    history.dataset,
    breakdowns.dataset,
    actions.dataset,
    counts.dataset,
    challenges.dataset,
    challenges.covered,
    challenges.steps,
    changes.dataset,
    targets.dataset,
)


def files(material: Material) -> dict[str, bytes]:
    """Every file of the open data by its path in the pack; a table without rows is left out.

    Raises NotProtected where a table holds a figure that the gate has not let through.
    """
    found = datasets(material)
    protection.tables(material, found)
    made = open_data.files(found, _about(material))
    return {f"{FOLDER}/{name}": content for name, content in made.items()}


def titles(files: Mapping[str, bytes]) -> dict[str, str]:
    """The title of each table among these files, by its path, as their package gives it."""
    package = files.get(f"{FOLDER}/datapackage.json")
    resources = json.loads(package)["resources"] if package else []
    return {f"{FOLDER}/{each['path']}": each["title"] for each in resources}


def datasets(material: Material) -> list[Dataset]:
    """The tables that have rows, and the codebook that explains them."""
    found = [dataset for table in TABLES if (dataset := table(material)).rows]
    notice = str(material.now.sealed.one("council").get("notice") or "")
    return [
        replace(dataset, about=f"{dataset.about} {notice}".strip())
        for dataset in (*found, codebook.dataset(material, found))
    ]


def _about(material: Material) -> About:
    sealed = material.now.sealed
    council = sealed.one("council")
    notice = f" {council['notice']}" if council.get("notice") else ""
    return About(
        name=f"{council['code']}-{sealed.period}".lower(),
        title=f"{council['name']}: performance, {sealed.period}",
        about=(
            f"Position at {sealed.position_date.isoformat()}, figures as known on "
            f"{sealed.known_at.date().isoformat()}.{notice}"
        ),
        publisher=str(council["name"]),
    )
