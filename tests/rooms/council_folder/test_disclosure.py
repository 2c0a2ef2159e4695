"""disclosure.yaml: every fault is named by file, line, field and what to write instead."""

import pytest

from goldenthread.council_folder import reading
from goldenthread.council_folder.problems import FolderRefused
from tests import small_council

LINES = """\
defaults: {effective_from: 2023-04-01, known_from: 2023-03-20, approver: DP Lead, reason: Policy 2023}
roles: [{code: analyst, posts: [hos_needs]}]
policies:
  - {code: people, default: true, from_preset: dfe_children_in_need, threshold: 9, unprotected_for: [owner]}
  - {code: survey, from_preset: dfe_children_in_need, minimum_base: 50}
links:
  - {code: complaints, counts: [CUS01/denominator, REV01/numerator]}
groupings:
  - {code: adults, dimension: age, parts: [18-64, 65+]}
exceptions:
  - {code: E1, indicator: CUS01, breakdown: {ward: X05990001}, keep: shown, until: 2023-12-31}
names:
  - {code: N1, name: Ada Fernhollow}
"""


def problems(folder, old="", new="", **changed):
    assert old in LINES
    small_council.write(folder, **changed)
    (folder / "disclosure.yaml").write_text(LINES.replace(old, new, 1), encoding="utf-8")
    try:
        reading.read(folder)
    except FolderRefused as refused:
        return [str(problem) for problem in refused.problems]
    return []


def test_it_has_no_faults_as_it_stands(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "threshold: 9",
            "zeros: hidden, class_disclosure: true, threshold: 0",
            "line 4, people > threshold: 0 cannot stand here. Write 1 or more.",
        ),
        (
            "threshold: 9",
            "class_disclosure: true",
            "line 4, people: a numerator of 0 puts the whole group among the others",
        ),
        (
            "[owner]",
            "[analysts]",
            "line 4, people > unprotected_for > 0: nobody holds the role analysts. Did you mean analyst, or "
            "add analysts to roles, with the posts that hold it",
        ),
        ("[hos_needs]", "[hos_need]", "line 2, analyst > posts > 0: hos_need is not among the posts"),
        ("threshold: 9", "treshold: 9", "line 4, people > treshold: treshold is not a field here"),
        (
            "from_preset: dfe_children_in_need, threshold: 9",
            "from_preset: dfe",
            "line 4, people > from_preset: 'dfe' is no convention. Write one of dfe_children_in_need",
        ),
        (
            "from_preset: dfe_children_in_need, threshold: 9",
            "from_preset: none",
            "line 4, people: it protects nothing. Write a threshold",
        ),
        (
            "threshold: 9",
            "never_cross: [[ward, sex]]",
            "line 4, people > never_cross > 0 > 1: sex is not among the dimensions. Write one of: age, ward",
        ),
        (
            "minimum_base: 50",
            "default: true",
            "line 4, people > default: survey is the default from the same day on",
        ),
        ("CUS01/denominator", "CUS01", "line 7, complaints > counts > 0: 'CUS01' is no count. Write the"),
        (
            "CUS01/denominator",
            "CUS91/denominator",
            "line 7, complaints > counts > 0: CUS91 is not among the indicators. Did you mean CUS01.",
        ),
        (
            "CUS01/denominator",
            "LOCAL1/denominator",
            "line 7, complaints > counts > 0: LOCAL1 is a plain count and has no denominator. "
            "Write LOCAL1/numerator.",
        ),
        (
            "CUS01/denominator",
            "REV01/numerator",
            "line 7, complaints > counts: a count stands here twice. Name each once.",
        ),
        ("dimension: age", "dimension: sex", "line 9, adults > dimension: sex is not among the dimensions"),
        (
            "parts: [18-64, 65+]",
            "parts: [18-64, 65-74]",
            "line 9, adults > parts > 1: age has no value 65-74",
        ),
        (
            "parts: [18-64, 65+]",
            "parts: [18-64, 65+], whole: 65+",
            "line 9, adults: 65+ is part of itself. Take it out of parts, or name another whole.",
        ),
        (
            "parts: [18-64, 65+]",
            "parts: [18-64, 65+], indicators: [CUS01]",
            "line 9, adults > indicators > 0: CUS01 is not broken down by age",
        ),
        (
            "ward: X05990001",
            "ward: X05990009",
            "line 11, E1 > breakdown > ward: ward has no value X05990009. Did you mean X05990001.",
        ),
        (
            "until: 2023-12-31",
            "until: 2023-03-31",
            "line 11, E1 > until: it ends on 2023-03-31, before it begins on 2023-04-01",
        ),
        (
            "until: 2023-12-31",
            "until: 2023-12-31, period: 2023-Q2",
            "line 11, E1 > period: '2023-Q2' is not a period",
        ),
        (", until: 2023-12-31", "", "line 11, E1 > until: until is missing. Add it."),
        ("keep: shown", "keep: open", "line 11, E1 > keep: 'open' is not one of its words"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_to_write_instead(tmp_path, old, new, told):
    found = problems(tmp_path, old, new)

    assert any(f"disclosure.yaml, {told}" in problem for problem in found), found


def naming(code):
    return small_council.text("indicators", "deadband: 0.5", f"deadband: 0.5\n    disclosure: {code}")


def test_an_indicator_names_a_policy_that_is_there_or_shipped(tmp_path):
    assert problems(tmp_path / "a", indicators=naming("ons_10_5")) == []
    assert problems(tmp_path / "b", indicators=naming("peoples")) == [
        "indicators.yaml, line 12, CUS01 > disclosure: peoples is not among the policies. "
        "Did you mean people."
    ]


ASKS_FOR_MORE = "threshold: 9, p_percent: 0.1, level: rank"


def test_a_policy_in_use_asks_for_nothing_that_no_release_can_keep(tmp_path):
    found = problems(tmp_path, "threshold: 9", ASKS_FOR_MORE)

    assert found == [
        "disclosure.yaml, line 4, people > level: no release leaves without a witness, so that less than "
        "that is never what holds. Write level: witness, or leave it out.",
        "disclosure.yaml, line 4, people > p_percent: it needs what each contributor adds to a total, and "
        "returns bring the total alone. Write p_percent: null, and hide totals that few make up by an "
        "exception.",
    ]


def test_a_policy_that_no_indicator_has_may_ask_for_anything(tmp_path):
    """Survey, as it stands, is for tables beside the packs until an indicator names it."""
    asks = "minimum_base: 50, minimum_contributors: 3"

    assert problems(tmp_path / "a", "minimum_base: 50", asks) == []
    (found,) = problems(tmp_path / "b", "minimum_base: 50", asks, indicators=naming("survey"))
    assert found.startswith("disclosure.yaml, line 5, survey > minimum_contributors: it needs how many")


def test_a_shipped_convention_with_rules_on_amounts_is_named_with_what_to_take_back(tmp_path):
    found = problems(tmp_path, indicators=naming("acro"))

    assert len(found) == 3
    assert found[0].startswith(
        "indicators.yaml, line 12, CUS01 > disclosure: acro has dominance, and it needs what each"
    )
    assert "Write a policy that starts from it (from_preset) with dominance: null" in found[0]


def test_an_exception_needs_a_reason_and_an_approver(tmp_path):
    found = problems(tmp_path, ", approver: DP Lead, reason: Policy 2023", "")

    assert any("E1 > reason: reason is missing" in problem for problem in found)
    assert any("E1 > approver: approver is missing" in problem for problem in found)


def test_a_change_of_convention_starts_from_it_anew(tmp_path):
    changed = (
        "code: survey, changes: [{effective_from: 2024-04-01, known_from: 2024-03-01, from_preset: acro}]"
    )
    problems(tmp_path, "code: survey", changed)

    first, then = [row for row in reading.read(tmp_path).section("policies") if row.code == "survey"]

    assert (first.get("threshold"), first.get("zeros")) == (5, "shown")
    assert (then.get("threshold"), then.get("zeros"), then.get("p_percent")) == (10, "hidden", 0.1)
