"""Presets: the conventions of official statistics, as plain data with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

CHILDREN_IN_NEED: Final = "dfe_children_in_need"
"""What holds for figures on people where a council has written no policy of its own."""

NONE: Final = "none"
"""The preset that protects nothing: whoever starts from it says why in `none_because`."""

PRESETS: Final[Mapping[str, Mapping[str, Any]]] = {
    CHILDREN_IN_NEED: {
        "name": "Counts of 1 to 5 hidden, zeros shown",
        "source": "Department for Education, Children in need: counts of 1 to 5 are c, 0 is shown",
        "threshold": 5,
        "inclusive": True,
        "zeros": "shown",
        "complement": True,
    },
    "nhs_hes": {
        "name": "Counts of 1 to 7 hidden, zeros shown, others to the nearest 5",
        "source": "NHS Digital, Hospital Episode Statistics (2018): sub-national counts of 1 to 7 are *, "
        "0 stays, others are rounded to the nearest 5; percentages from rounded parts",
        "threshold": 7,
        "inclusive": True,
        "zeros": "shown",
        "rounding": {"base": 5, "kind": "independent"},
        "percentages": "rounded_parts",
    },
    "ons_10_5": {
        "name": "Counts below 10 hidden, others to the nearest 5",
        "source": "Office for National Statistics, post-tabular methods: the 10-5 rule",
        "threshold": 10,
        "inclusive": False,
        "zeros": "hidden",
        "rounding": {"base": 5, "kind": "independent"},
        "percentages": "rounded_parts",
    },
    "acro": {
        "name": "Counts below 10 hidden, zeros too; no total that one or two make up",
        "source": "ACRO, default parameters: threshold 10, (n,k) of 2 and 0.90, p-ratio 0.10, "
        "zeros disclosive",
        "threshold": 10,
        "inclusive": False,
        "zeros": "hidden",
        "dominance": {"n": 2, "k": 0.9},
        "p_percent": 0.1,
        "minimum_contributors": 10,
    },
    NONE: {
        "name": "Nothing is hidden",
        "source": "",
    },
}
"""By code what each convention says. All but `NONE` can be used as they stand."""
