"""Figures to rate, drawn at random: decimals as councils write them, often standing just on a limit."""

from decimal import Decimal
from typing import Any

import polars as pl
from hypothesis import strategies as st

from goldenthread.indicators import scheme_presets
from goldenthread.methods import rating
from goldenthread.methods.rating.scheme import Limit, Scheme

SCHEMES = scheme_presets.schemes()

COLUMNS = pl.Schema(
    {
        **dict.fromkeys(("scheme", "polarity", "tolerance_kind", "trend_like", "judgement"), pl.String),
        **dict.fromkeys(
            (
                "value", "target", "amber", "lower", "upper", "amber_lower", "amber_upper", "floor",
                "tolerance", "benchmark", "forecast", "baseline", "like_value", "quartile",
                "incidents_change", "enforcement_change", "denominator",
            ),
            pl.Float64,
        ),
        "decimals": pl.Int64,
    }
)  # fmt: skip


def decimals(low: int = -300, high: int = 300, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.integers(low * 10**places, high * 10**places).map(lambda steps: Decimal(steps).scaleb(-places))


@st.composite
def figures(
    draw: st.DrawFn,
    schemes: list[str] | None = None,
    polarities: tuple[str, ...] = ("higher", "lower", "range"),
) -> dict[str, Any]:
    """A row with every column that any scheme looks at."""
    polarity = draw(st.sampled_from(polarities))
    target = draw(decimals(1))
    near, far = sorted(draw(st.tuples(decimals(0, 50), decimals(0, 50))))
    down = -1 if polarity == "higher" else 1
    value = draw(
        st.one_of(decimals(), st.sampled_from([target, target + down * near, target - near, target + far]))
    )
    kind = draw(st.sampled_from(["absolute", "relative"]))
    return {
        "scheme": draw(st.sampled_from(fitting(polarity, schemes))),
        "polarity": polarity,
        "value": value,
        "target": target,
        "amber": target + down * near,
        "lower": target - near,
        "upper": target + near,
        "amber_lower": target - far,
        "amber_upper": target + far,
        "floor": target + down * far,
        "tolerance": near,
        "tolerance_kind": kind,
        "benchmark": target,
        "forecast": target,
        "baseline": target + down * (far + 1),
        "like_value": draw(decimals(1)),
        "trend_like": draw(st.sampled_from(["improving", "steady", "worsening", None])),
        "judgement": draw(st.sampled_from(["capable", None])),
        "quartile": Decimal(draw(st.integers(1, 4))),
        "incidents_change": draw(decimals(-5, 5, 0)),
        "enforcement_change": draw(decimals(-5, 5, 0)),
        "decimals": draw(st.integers(0, 3)),
    }


def fitting(polarity: str, schemes: list[str] | None) -> list[str]:
    return [code for code in schemes or SCHEMES if SCHEMES[code].fits(polarity)]


def frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    plain = [
        {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in row.items()}
        for row in rows
    ]
    return pl.DataFrame(plain, schema=COLUMNS)


def rated(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return rating.rate(frame(rows), SCHEMES).to_dicts()


def limits(scheme: Scheme) -> list[Limit]:
    return [
        limit for edge in scheme.edges for limits in (edge.at, edge.lower, edge.upper) for limit in limits
    ]


def is_numeric(scheme: Scheme) -> bool:
    """Whether nothing but the value decides, beside its limits."""
    return not scheme.table and scheme.measured == "value" and not any(edge.when for edge in scheme.edges)


def has_units(scheme: Scheme) -> bool:
    """Whether some number in the scheme itself is meant in the unit of the value."""
    return any(not isinstance(each.base, str) or (each.by and _is_points(each)) for each in limits(scheme))


def _is_points(limit: Limit) -> bool:
    return limit.unit == "points" and not limit.to and not isinstance(limit.by, str)
