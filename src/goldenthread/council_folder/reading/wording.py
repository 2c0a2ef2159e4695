"""Wording: the schema's complaints, put as what is wrong and what to write instead."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from goldenthread.council_folder.problems import did_you_mean

INSTEAD: Mapping[str, str] = {
    "missing": "Add it",
    "string_type": "Write text; put quotes around a number that is meant as text",
    "string_too_short": "Write something",
    "string_too_long": "Shorten it to {max_length} characters",
    "int_type": "Write a whole number, without quotes",
    "int_parsing": "Write a whole number, without quotes or commas",
    "int_from_float": "Write a whole number",
    "decimal_type": "Write a number, without quotes, commas or signs such as % and £",
    "decimal_parsing": "Write a number, without quotes, commas or signs such as % and £",
    "decimal_max_digits": "Write at most {max_digits} digits",
    "bool_type": "Write true or false",
    "bool_parsing": "Write true or false",
    "date_type": "Write a date, as 2023-09-30",
    "date_parsing": "Write a date, as 2023-09-30",
    "date_from_datetime_parsing": "Write a date, as 2023-09-30",
    "date_from_datetime_inexact": "Write a date without a time, as 2023-09-30",
    "list_type": "Write a list: [one, two], or lines that begin with '- '",
    "dict_type": "Write fields with colons, as {{code: RES, name: Resources}}",
    "model_type": "Write fields with colons, as {{code: RES, name: Resources}}",
    "too_short": "Write at least {min_length}",
    "greater_than": "Write a number above {gt}",
    "greater_than_equal": "Write {ge} or more",
    "less_than_equal": "Write {le} or less",
    "string_pattern_mismatch": "Use letters, digits, '.', '-' and '_' only, no spaces",
}


def wrong_and_instead(error: ErrorDetails, model: type[BaseModel] | None) -> tuple[str, str]:
    """What is wrong with one field, and what to write instead of it."""
    kind, name = error["type"], str(error["loc"][-1]) if error["loc"] else ""
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        return f"{name} is not a field here", did_you_mean(name, _fields(model, error["loc"]))
    if kind == "missing":
        return f"{name} is missing", INSTEAD["missing"]
    if kind == "literal_error":
        return f"{_shown(error['input'])} is not one of its words", _choice(error)
    if kind == "value_error":
        message = str(context["error"])
        wrong, _, instead = message.partition(": ")
        return (wrong, _sentence(instead)) if instead else ("this does not hold together", _sentence(message))
    template = INSTEAD.get(kind, error["msg"])
    return f"{_shown(error['input'])} cannot stand here", template.format_map(_Blank(context))


class _Blank(dict[str, Any]):
    """A template's values, with nothing where one is not known."""

    def __missing__(self, key: str) -> str:
        return ""


def _choice(error: ErrorDetails) -> str:
    # The expected words come as "'month', 'quarter' or 'ytd'".
    expected = error.get("ctx", {}).get("expected", "")
    words = [word for word in expected.replace(" or ", ", ").replace("'", "").split(", ") if word]
    hint = did_you_mean(str(error["input"]), words)
    listed = f"Write one of: {', '.join(words)}"
    return listed if hint.startswith("Write") else f"{hint}? {listed}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shown(value: Any) -> str:
    text = "nothing" if value is None else repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _fields(model: type[BaseModel] | None, location: tuple[int | str, ...]) -> list[str]:
    """The fields of the model in which a location ends."""
    for step in location[:-1]:
        if model is None:
            return []
        if isinstance(step, str) and step in model.model_fields:
            model = _inner(model.model_fields[step].annotation)
    return list(model.model_fields) if model else []


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The model inside list[...], dict[str, ...] or ... | None, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = getattr(annotation, "__args__", ())
    found = [inner for inner in map(_inner, arguments) if inner]
    return found[0] if found else None
