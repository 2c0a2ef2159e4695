"""A small council with a dozen indicators, for the tests of collection."""

from datetime import UTC, date, datetime

from goldenthread.indicators import actions as indicators
from goldenthread.organisation import actions as organisation

NOW = datetime(2024, 6, 1, tzinfo=UTC)
KNOWN = datetime(2023, 10, 20, 12, tzinfo=UTC)
STAMP = {
    "effective_from": date(2020, 4, 1),
    "known_from": datetime(2020, 3, 1, tzinfo=UTC),
    "reason": "Plan adopted",
    "approver": "Cabinet",
}
WARDS = {"X05900001": "Abbot's Wharf", "X05900002": "Chantry Hill", "X05900003": "Gorse Hollow"}
SHARE = {"unit": "%", "multiplier": "100", "aggregation": "ratio_of_sums", "decimals": 1}
INDICATORS = {
    "CUS01": {**SHARE, "basis": "quarter", "dimensions": ["ward", "sex", "age"], "plausible_low": "20"},
    "CUS07": {"unit": "seconds", "basis": "quarter"},
    "REV01": {**SHARE, "basis": "ytd", "frequency": "monthly"},
    "REV03": {"unit": "days", "basis": "quarter", "plausible_low": "2", "plausible_high": "60"},
    "HOU01": {"unit": "count", "basis": "snapshot", "aggregation": "latest"},
    "FIN01": {**SHARE, "basis": "forecast", "frequency": "quarterly", "aggregation": "latest"},
    "FIN02": {**SHARE, "basis": "ytd", "plausible_high": "200"},
    "PH01": {"unit": "per 1,000", "basis": "quarter", "frequency": "quarterly"},
    "HOU07": {"unit": "count", "basis": "annual", "frequency": "annual"},
    "EDU03": {
        "unit": "%",
        "multiplier": "100",
        "basis": "academic_year",
        "frequency": "termly",
        "calendar": "academic",
    },
    "ROAD2": {**SHARE, "basis": "years_2", "frequency": "annual"},
}


def load():
    """Put the council into the database."""
    rows = {
        "council": [{"code": "SMH", "name": "Smallham", "short_name": "Smallham", "area": "SMH"}],
        "areas": [
            {"code": "SMH", "name": "Smallham", "kind": "borough", "population": 100_200, "seats": 3},
            *({"code": code, "name": name, "kind": "ward"} for code, name in WARDS.items()),
        ],
        "dimensions": [
            {"code": "ward", "label": "Ward"},
            {"code": "sex", "label": "Sex", "values": [{"code": "female"}, {"code": "male"}]},
            {"code": "age", "label": "Age", "values": [{"code": "18-64"}, {"code": "65+"}]},
        ],
    }
    organisation.load({name: [row | STAMP for row in said] for name, said in rows.items()}, by="Test", at=NOW)
    indicators.load(
        {"indicators": [_indicator(code, said) for code, said in INDICATORS.items()]}, by="Test", at=NOW
    )


def _indicator(code, said):
    usual = {
        "name": code,
        "polarity": "higher",
        "frequency": "monthly",
        "aggregation": "sum",
        "scheme": "standard",
        "unit_code": "RES.customer",
    }
    return {"code": code} | usual | said | STAMP
