"""Scheme presets: the rating schemes that are shipped, for any council to use."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import yaml

from goldenthread.methods.rating import Scheme, reading


@lru_cache(maxsize=1)
def schemes() -> Mapping[str, Scheme]:
    """Every shipped scheme by its code."""
    file = resources.files("goldenthread.indicators").joinpath("presets", "schemes.yaml")
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {entry["code"]: reading.from_dict(entry) for entry in content["schemes"]}
