"""The table of indicators: each figure of the period as frozen, with its target, rating and trends."""

from __future__ import annotations

from goldenthread.documents.datasets import Dataset, Field, Value
from goldenthread.publication.tables import cells, rounded, shorthand
from goldenthread.reports.material import Line, Material

TARGETS = ("target", "lower", "upper", "amber", "amber_lower", "amber_upper",
           "target_year_end", "year_end_lower", "year_end_upper")  # fmt: skip
TRENDS = ("improving", "steady", "worsening")
FIELDS = (
    Field("period", "string", "Period of the report", is_required=True),
    Field("indicator", "string", "Code of the indicator, the same in every period", is_required=True),
    Field("name", "string", "Name of the indicator as printed", is_required=True),
    Field("unit", "string", "Unit of measure", is_required=True),
    Field("decimals", "integer", "How many decimals are printed; the figures here are not rounded"),
    Field("polarity", "string", "Which way is better", values=("higher", "lower", "range", "neutral")),
    Field("basis", "string", "What kind of period one figure is about"),
    Field("frequency", "string", "How often it is measured"),
    Field("is_corporate", "boolean", "Whether it stands on the corporate scorecard", is_required=True),
    Field("priority", "string", "Code of the plan's priority"),
    Field("objective", "string", "Code of the plan's objective"),
    Field("portfolio", "string", "Code of the cabinet portfolio"),
    Field("directorate", "string", "Code of the directorate"),
    Field("service", "string", "Code of the service that answers for it"),
    Field("owner", "string", "The post that answers for it"),
    Field("rated_period", "string", "Period that the figure is about"),
    Field("value", "number", "The figure, unrounded"),
    Field("numerator", "number", "Numerator: what is counted, such as complaints answered in time"),
    Field("denominator", "number", "Denominator: what it is a share or a rate of, such as all complaints"),
    Field("status", "string", "How final the figure is",
          values=("actual", "provisional", "estimated", "revised", "missing")),
    Field("shorthand", "string", "Letter that stands beside or instead of the figure, as in [p]",
          values=tuple(shorthand.LETTERS)),
    Field("coverage", "string", "What the figure of an incomplete period rests on, such as 2 of 3 months"),
    Field("why_no_value", "string", "Why there is no figure: a reason of the codebook"),
    Field("expected", "date", "When a figure that is awaited is expected"),
    Field("target", "number", "Target: the figure asked for"),
    Field("target_lower", "number", "Lower end of the target, where that is a range"),
    Field("target_upper", "number", "Upper end of the target, where that is a range"),
    Field("amber_limit", "number", "The furthest figure that is still amber, where one limit is set"),
    Field("amber_lower", "number", "Lower end of amber, where the target is a range"),
    Field("amber_upper", "number", "Upper end of amber, where the target is a range"),
    Field("year_end_target", "number", "What is asked for at the end of the year"),
    Field("year_end_target_lower", "number", "Lower end, where a range is asked for at the end of the year"),
    Field("year_end_target_upper", "number", "Upper end, where a range is asked for at the end of the year"),
    Field("year_end_period", "string", "Period to which the year-end target and the forecast belong"),
    Field("why_no_year_end_target", "string", "Why nothing is asked for at the end of the year"),
    Field("forecast", "number", "What its owner expects at the end of the year"),
    Field("forecast_rating", "string", "Code of the band that the forecast would have"),
    Field("forecast_basis", "string", "How the forecast was arrived at"),
    Field("why_no_forecast", "string", "Why there is no forecast"),
    Field("scheme", "string", "Code of the rule by which it is rated"),
    Field("rating", "string", "Rating of the figure as frozen: code of the band"),
    Field("why_not_rated", "string", "Why there is no rating: a reason of the codebook"),
    Field("is_in_arrears", "boolean", "Whether the figure is of an earlier period", is_required=True),
    Field("previous_period", "string", "Period of the figure in the report before"),
    Field("previous_value", "number", "The figure in the report before"),
    Field("previous_rating", "string", "Code of the band in the report before"),
    Field("trend_on_previous", "string", "Against the report before", values=TRENDS),
    Field("why_no_trend_on_previous", "string", "Why it is not held against the report before"),
    Field("like_period", "string", "Period of the figure a year before"),
    Field("like_value", "number", "The figure a year before"),
    Field("trend_on_like", "string", "Against the year before", values=TRENDS),
    Field("why_no_trend_on_like", "string", "Why it is not held against the year before"),
)  # fmt: skip


def dataset(material: Material) -> Dataset:
    """One row an indicator; what is hidden to protect individuals has no value and says so."""
    sealed = material.now.sealed
    columns = rounded.fields(FIELDS, material)
    return Dataset(
        name="indicators",
        title="Indicators as frozen",
        about="Each indicator of the period with its figure, target, rating and trends, as frozen.",
        fields=columns,
        rows=[(*_row(sealed.period, x), *rounded.cells(x, columns)) for x in sealed.of("indicator")],
        key=("period", "indicator"),
    )


def _row(period: str, line: Line) -> tuple[Value, ...]:
    is_hidden = bool(line.get("hidden"))
    return (
        period,
        *(line[name] for name in ("indicator", "name", "unit", "decimals")),
        *(cells.words(line.get(name)) for name in ("polarity", "basis", "frequency")),
        bool(line["corporate"]),
        *(cells.words(line.get(n)) for n in ("priority", "outcome", "portfolio", "directorate", "unit_code")),
        *(cells.words(line.get(name)) for name in ("owner", "period")),
        *(cells.number(line, name) for name in ("value", "numerator", "denominator")),
        None if is_hidden else cells.words(line.get("status")),
        shorthand.letter(line),
        cells.words(line.get("coverage")),
        cells.why_not(line),
        cells.day(line.get("expected")) if line.get("value") is None and not is_hidden else None,
        *(cells.number(line, name) for name in TARGETS),
        *_at_year_end(line),
        cells.words(line.get("scheme")),
        cells.words(line.get("rating")),
        None if line.get("rating") else str(line.get("reason") or "awaited"),
        bool(line.get("in_arrears")),
        *_before(line, "previous"),
        *_before(line, "like"),
    )


def _at_year_end(line: Line) -> tuple[Value, ...]:
    """The period that ends the year, why nothing is asked of it, and what is expected or why nothing."""
    is_asked = any(line.get(name) is not None for name in ("target_year_end", "year_end_lower"))
    is_hidden = bool(line.get("hidden") or line.get("forecast_hidden"))
    expected = cells.number(line, "forecast")
    return (
        cells.words(line.get("year_end_period")),
        None if is_asked else str(line.get("year_end_reason") or "target_not_set"),
        expected,
        *(cells.words(line.get(name)) for name in ("forecast_rating", "forecast_basis")),
        None if expected is not None else "hidden" if is_hidden else "none_made",
    )


def _before(line: Line, when: str) -> tuple[Value, ...]:
    """The figure that this one is held against, and the trend or why there is none."""
    rating = (cells.words(line.get("previous_rating")),) if when == "previous" else ()
    trend = cells.words(line.get(f"trend_{when}"))
    return (
        cells.words(line.get(f"{when}_period")),
        cells.number(line, f"{when}_value"),
        *rating,
        trend,
        None if trend else str(line.get(f"why_{when}") or "missing"),
    )
