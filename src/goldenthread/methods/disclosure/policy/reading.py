"""Reading: a policy from plain data, the way YAML holds it, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from goldenthread.methods.disclosure.level import Level
from goldenthread.methods.disclosure.policy.presets import PRESETS
from goldenthread.methods.disclosure.policy.rule import Policy, PolicyRefused
from goldenthread.methods.disclosure.policy.terms import (
    PERCENTAGES,
    ROUNDING_KINDS,
    ZEROS,
    Dominance,
    Rounding,
)

_TEXTS: Final = ("name", "source", "none_because", "note")
_COUNTS: Final = ("threshold", "minimum_base", "minimum_contributors", "width")
_FLAGS: Final = ("inclusive", "complement", "class_disclosure")


def from_dict(data: Mapping[str, Any]) -> Policy:
    """The policy that the data describes; `from_preset` names a preset, over which the rest is laid.

    A field set to null is taken back: `rounding: null` does away with the rounding of the preset. Raises
    PolicyRefused naming the place.
    """
    where = f"policy {data.get('code', '(no code)')}"
    _check_known(data, FIELDS, where)
    whole = {name: value for name, value in resolved(data).items() if value is not None}
    fields: dict[str, Any] = {"name": "", "source": ""}
    for name in whole.keys() - {"code", "from_preset"}:
        fields["is_inclusive" if name == "inclusive" else name] = _READ[name](whole[name], f"{where}, {name}")
    return Policy(code=str(data.get("code", "")), preset=str(data.get("from_preset") or ""), **fields)


def resolved(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data laid over the preset from which it starts; as it is where it starts from none.

    Raises PolicyRefused for a preset that nobody ships.
    """
    preset = data.get("from_preset")
    if not preset:
        return dict(data)
    _choice(preset, tuple(PRESETS), f"policy {data.get('code', '(no code)')}, from_preset")
    return {**PRESETS[preset], **data}


def preset(code: str) -> Policy:
    """A preset as a policy of the same code. Raises PolicyRefused for `NONE`."""
    return from_dict({"code": code, "from_preset": code})


def to_dict(policy: Policy) -> dict[str, Any]:
    """The plain data from which `from_dict` makes the policy again; what is as by default is left out."""
    data: dict[str, Any] = {"code": policy.code, "from_preset": policy.preset}
    data |= {name: getattr(policy, name) for name in (*_TEXTS, *_COUNTS, "zeros", "percentages", "p_percent")}
    data |= {"inclusive": policy.is_inclusive, "level": policy.level.value}
    data |= {"complement": policy.complement, "class_disclosure": policy.class_disclosure}
    data |= {"unprotected_for": list(policy.unprotected_for), "symbols": dict(policy.symbols)}
    data |= {"may_cross": [sorted(each) for each in policy.may_cross]}
    data |= {"never_cross": [sorted(each) for each in policy.never_cross]}
    if policy.dominance:
        data["dominance"] = {"n": policy.dominance.n, "k": policy.dominance.k}
    if policy.rounding:
        data["rounding"] = {"base": policy.rounding.base, "kind": policy.rounding.kind}
    # What a preset sets and the policy took back stays written as null.
    taken_back = PRESETS.get(policy.preset, {}).keys()
    said = {name: value for name, value in data.items() if value not in (None, "", [], {})}
    return said | {name: None for name in taken_back if name not in said}


def _dominance(data: Any, where: str) -> Dominance:
    _check_known(_fields(data, where), ("n", "k"), where)
    return Dominance(n=_count(data.get("n"), f"{where}, n"), k=_share(data.get("k"), f"{where}, k"))


def _rounding(data: Any, where: str) -> Rounding:
    _check_known(_fields(data, where), ("base", "kind"), where)
    kind = _choice(data.get("kind", "independent"), ROUNDING_KINDS, f"{where}, kind")
    return Rounding(base=_count(data.get("base"), f"{where}, base"), kind=kind)


def _crossings(data: Any, where: str) -> tuple[frozenset[str], ...]:
    if not isinstance(data, list | tuple) or not all(isinstance(each, list | tuple) for each in data):
        raise PolicyRefused(f"{where}: write a list of lists of dimensions, as [[age, sex]]")
    return tuple(frozenset(map(str, each)) for each in data)


def _words(data: Any, where: str) -> tuple[str, ...]:
    if not isinstance(data, list | tuple):
        raise PolicyRefused(f"{where}: write a list, as [data_protection_lead]")
    return tuple(map(str, data))


def _notes(data: Any, where: str) -> dict[str, str]:
    return {str(symbol): str(note) for symbol, note in _fields(data, where).items()}


def _share(data: Any, where: str) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise PolicyRefused(f"{where}: {data!r} is no number; write a share, as 0.1")
    return float(data)


def _fields(data: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise PolicyRefused(f"{where}: {data!r} has no fields; write them as {{name: value}}")
    return data


def _text(data: Any, where: str) -> str:
    if not isinstance(data, str):
        raise PolicyRefused(f"{where}: {data!r} is no text; put it in quotes")
    return data.strip()


def _count(data: Any, where: str) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise PolicyRefused(f"{where}: {data!r} is no whole number; write one, without quotes")
    return data


def _flag(data: Any, where: str) -> bool:
    if not isinstance(data, bool):
        raise PolicyRefused(f"{where}: {data!r} is neither; write true or false")
    return data


def _choice(given: Any, choices: tuple[str, ...], where: str) -> Any:
    if given not in choices:
        raise PolicyRefused(f"{where}: {given!r} is not a choice; write one of {', '.join(choices)}")
    return given


def _level(data: Any, where: str) -> Level:
    return Level(_choice(data, tuple(Level), where))


def _zeros(data: Any, where: str) -> Any:
    return _choice(data, ZEROS, where)


def _percentages(data: Any, where: str) -> Any:
    return _choice(data, PERCENTAGES, where)


def _check_known(data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for name in data.keys() - set(known):
        raise PolicyRefused(f"{where}: {name!r} is unknown; write one of {', '.join(sorted(known))}")


_READ: Final[Mapping[str, Callable[[Any, str], Any]]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_COUNTS, _count),
    **dict.fromkeys(_FLAGS, _flag),
    "zeros": _zeros,
    "percentages": _percentages,
    "level": _level,
    "dominance": _dominance,
    "rounding": _rounding,
    "p_percent": _share,
    "may_cross": _crossings,
    "never_cross": _crossings,
    "unprotected_for": _words,
    "symbols": _notes,
}
FIELDS: Final = ("code", "from_preset", *_READ)
"""Everything that may be written of a policy."""
