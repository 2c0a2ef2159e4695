"""A rating scheme as plain data, the way YAML holds it, in both directions."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from goldenthread.methods.rating.scheme import (
    Band,
    Condition,
    Edge,
    Exceptional,
    Input,
    Limit,
    Scheme,
    SchemeRefused,
    Table,
    Unrated,
)

_LIMIT: Final = {"base", "by", "unit", "towards", "otherwise", "to", "open"}
_UNITS: Final = ("points", "percent", "as_set")
_TOWARDS: Final = ("worse", "better")
_UNKNOWN: Final = ("worse", "not_rated")
_SMALL: Final = ("not_rated", "with_care")
_POLARITIES: Final = ("as_defined", "higher", "lower", "range")
_IN_ORDER: Final = (
    "code", "name", "version", "key", "polarity", "measured", "min_denominator", "small_numbers",
)  # fmt: skip
_PLAIN: Final = set(_IN_ORDER)
_SCHEME: Final = _PLAIN | {"bands", "edges", "table", "unrated", "source", "alongside", "exception"}


def from_dict(data: Mapping[str, Any]) -> Scheme:
    """The scheme that the data describes, the inverse of `to_dict`. Raises SchemeRefused naming the place."""
    where = f"scheme {data.get('code', '(no code)')}"
    _check_keys(data, _SCHEME, where)
    plain = {name: data[name] for name in _PLAIN & data.keys()}
    for name, choices in (("polarity", _POLARITIES), ("small_numbers", _SMALL)):
        _check_choice(plain.get(name), choices, f"{where}, {name}")
    return Scheme(
        **{**plain, "version": str(plain.get("version", "1"))},
        bands=tuple(_build(Band, each, f"{where}, bands") for each in _list(data, "bands")),
        edges=tuple(_edge(each, f"{where}, edge {n}") for n, each in enumerate(_list(data, "edges"), 1)),
        table=_table(data["table"], f"{where}, table") if data.get("table") else None,
        unrated=tuple(_unrated(each, f"{where}, unrated") for each in _list(data, "unrated")),
        source=data.get("source", ""),
        alongside=data.get("alongside", ""),
        exception=_exception(data["exception"], f"{where}, exception") if data.get("exception") else None,
    )


def to_dict(scheme: Scheme) -> dict[str, Any]:
    """The plain data from which `from_dict` makes the scheme again; what is as by default is left out."""
    data = {name: getattr(scheme, name) for name in (*_IN_ORDER, "source", "alongside")}
    data |= {"bands": [asdict(band) for band in scheme.bands]}
    data |= {"edges": [_edge_data(edge) for edge in scheme.edges]}
    data |= {"unrated": [{**asdict(each), "reasons": list(each.reasons)} for each in scheme.unrated]}
    if scheme.table:
        data["table"] = {
            "inputs": [
                {"column": each.column, "cuts": list(each.cuts), "inclusive": each.is_inclusive}
                for each in scheme.table.inputs
            ],
            "cells": [{"classes": list(classes), "band": band} for classes, band in scheme.table.cells],
        }
    if scheme.exception:
        data["exception"] = {"bands": list(scheme.exception.bands), "periods": scheme.exception.periods}
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def _edge_data(edge: Edge) -> dict[str, Any]:
    sides = {"at": edge.at, "lower": edge.lower, "upper": edge.upper}
    data: dict[str, Any] = {
        side: [_limit_data(limit) for limit in limits] for side, limits in sides.items() if limits
    }
    if edge.when:
        data["when"] = {**asdict(edge.when), "values": list(edge.when.values)}
    return data if edge.is_inclusive else {**data, "inclusive": False}


def _limit_data(limit: Limit) -> dict[str, Any]:
    data = {"open" if name == "is_open" else name: value for name, value in asdict(limit).items()}
    return {name: value for name, value in data.items() if value not in (None, "", False) or name == "base"}


def _edge(data: Mapping[str, Any], where: str) -> Edge:
    _check_keys(data, {"at", "lower", "upper", "inclusive", "when"}, where)
    return Edge(
        at=_limits(data.get("at"), where),
        lower=_limits(data.get("lower"), where),
        upper=_limits(data.get("upper"), where),
        is_inclusive=data.get("inclusive", True),
        when=_condition(data["when"], where) if data.get("when") else None,
    )


def _limits(data: Any, where: str) -> tuple[Limit, ...]:
    """One limit or several; a bare name or number is a limit without margin."""
    several = data if isinstance(data, list) else [data]
    return tuple(_limit(each, where) for each in several if each is not None)


def _limit(data: Any, where: str) -> Limit:
    if not isinstance(data, Mapping):
        return Limit(base=_number_or_name(data))
    _check_keys(data, _LIMIT, where)
    _check_choice(data.get("unit"), _UNITS, f"{where}, unit")
    _check_choice(data.get("towards"), _TOWARDS, f"{where}, towards")
    fields: dict[str, Any] = {name: data[name] for name in _LIMIT - {"open"} & data.keys()}
    fields["base"] = _number_or_name(fields.get("base", "target"))
    fields["by"] = _number_or_name(fields.get("by", 0))
    return Limit(**fields, is_open=data.get("open", False))


def _condition(data: Mapping[str, Any], where: str) -> Condition:
    _check_keys(data, {"column", "values", "unknown"}, f"{where}, when")
    _check_choice(data.get("unknown"), _UNKNOWN, f"{where}, when, unknown")
    return Condition(data["column"], tuple(data["values"]), data.get("unknown", "not_rated"))


def _table(data: Mapping[str, Any], where: str) -> Table:
    _check_keys(data, {"inputs", "cells"}, where)
    inputs = tuple(
        Input(each["column"], tuple(float(cut) for cut in each["cuts"]), each.get("inclusive", True))
        for each in data["inputs"]
    )
    cells = tuple((tuple(int(n) for n in cell["classes"]), str(cell["band"])) for cell in data["cells"])
    return Table(inputs, cells)


def _unrated(data: Mapping[str, Any], where: str) -> Unrated:
    shown: Unrated = _build(Unrated, {**data, "reasons": tuple(data.get("reasons", ()))}, where)
    return shown


def _exception(data: Mapping[str, Any], where: str) -> Exceptional:
    run: Exceptional = _build(Exceptional, {**data, "bands": tuple(data.get("bands", ()))}, where)
    return run


def _build(kind: Callable[..., Any], data: Mapping[str, Any], where: str) -> Any:
    try:
        return kind(**data)
    except TypeError as fault:
        raise SchemeRefused(f"{where}: {fault}") from fault


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    return data.get(name) or []


def _number_or_name(given: Any) -> str | float:
    return given if isinstance(given, str) else float(given)


def _check_keys(data: Mapping[str, Any], known: set[str], where: str) -> None:
    for name in data.keys() - known:
        raise SchemeRefused(f"{where}: {name!r} is unknown; write one of {', '.join(sorted(known))}")


def _check_choice(given: object, choices: tuple[str, ...], where: str) -> None:
    if given is not None and given not in choices:
        raise SchemeRefused(f"{where}: {given!r} is not a choice; write one of {', '.join(choices)}")
