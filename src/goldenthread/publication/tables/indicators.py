"""The table of indicators: each figure of the period as frozen, with its target, rating and trends."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.publication.tables import cells
from goldenthread.reports.material import Line, Material

FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("indicator", "string", "Code of the indicator, the same in every period", is_required=True),
    Field("name", "string", "Its name as printed", is_required=True),
    Field("unit", "string", "Unit of measure", is_required=True),
    Field("polarity", "string", "Which way is better", values=("higher", "lower", "range", "neutral")),
    Field("is_corporate", "boolean", "Whether it stands on the corporate scorecard", is_required=True),
    Field("priority", "string", "Code of the plan's priority"),
    Field("portfolio", "string", "Code of the cabinet portfolio"),
    Field("directorate", "string", "Code of the directorate"),
    Field("service", "string", "Code of the service that answers for it"),
    Field("rated_period", "string", "Period that the figure is about"),
    Field("value", "number", "The figure, unrounded"),
    Field("numerator", "number", "What stands above the line"),
    Field("denominator", "number", "What stands below it"),
    Field("status", "string", "How final the figure is",
          values=("actual", "provisional", "estimated", "revised", "missing")),
    Field("coverage", "string", "What an incomplete period rests on"),
    Field("why_no_value", "string", "Why there is no figure: a reason of the codebook"),
    Field("target", "number", "What is asked for"),
    Field("target_lower", "number", "Lower end, where a range is asked for"),
    Field("target_upper", "number", "Upper end, where a range is asked for"),
    Field("amber_limit", "number", "How far amber reaches, where it is set as a limit"),
    Field("year_end_target", "number", "What is asked for at the end of the year"),
    Field("rating", "string", "Code of the band; see the codebook"),
    Field("why_not_rated", "string", "Why there is no rating: a reason of the codebook"),
    Field("is_in_arrears", "boolean", "Whether the figure is of an earlier period", is_required=True),
    Field("previous_period", "string", "Period of the figure in the report before"),
    Field("previous_value", "number", "The figure in the report before"),
    Field("trend_on_previous", "string", "Against the report before",
          values=("improving", "steady", "worsening")),
    Field("like_period", "string", "Period of the figure a year before"),
    Field("like_value", "number", "The figure a year before"),
    Field("trend_on_like", "string", "Against the year before", values=("improving", "steady", "worsening")),
)  # fmt: skip


def dataset(material: Material) -> Dataset:
    """One row an indicator; what is hidden to protect individuals has no value and says so."""
    sealed = material.now.sealed
    return Dataset(
        name="indicators",
        title="Indicators as frozen",
        about="Each indicator of the period with its figure, target, rating and trends, as frozen.",
        fields=FIELDS,
        rows=[_row(sealed.period, line) for line in sealed.of("indicator")],
        key=("period", "indicator"),
    )


def _row(period: str, line: Line) -> tuple[Value, ...]:
    return (
        period,
        line["indicator"],
        line["name"],
        line["unit"],
        cells.words(line["polarity"]),
        bool(line["corporate"]),
        *(cells.words(line.get(n)) for n in ("priority", "portfolio", "directorate", "unit_code", "period")),
        *(cells.number(line, name) for name in ("value", "numerator", "denominator")),
        None if line.get("hidden") else cells.words(line.get("status")),
        cells.words(line.get("coverage")),
        cells.why_not(line),
        *(cells.number(line, name) for name in ("target", "lower", "upper", "amber", "target_year_end")),
        cells.words(line.get("rating")),
        None if line.get("rating") else str(line.get("reason") or "awaited"),
        bool(line.get("in_arrears")),
        cells.words(line.get("previous_period")),
        cells.number(line, "previous_value"),
        cells.words(line.get("trend_previous")),
        cells.words(line.get("like_period")),
        cells.number(line, "like_value"),
        cells.words(line.get("trend_like")),
    )
