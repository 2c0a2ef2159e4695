"""A table protected by a policy, from its folder or by name: the same rule protects, checks and attacks."""

import json

import pytest

from tests.doors.test_disclosure_protect import folder, read, rows

DIMENSIONS = {"area": ["district", "ward"], "band": ["band"]}
OWN = {"source": "Board, 2024", "threshold": 6, "zeros": "shown"}
ROUNDED = {"rounding": {"base": 5}, "percentages": "rounded_parts"}
WITH_ZEROS = [*rows()[:-1], ["East", "Fir", "11 to 17", 0]]


def under(place, policy, inner=WITH_ZEROS):
    """A folder whose `meta.json` names the policy."""
    return folder(place, inner, {"dims": DIMENSIONS, "policy": policy})


def counted(place):
    """The cells of x.csv as (count, status)."""
    return [(int(cell["count"]), cell["status"]) for cell in read(place / "x.csv")]


@pytest.fixture(scope="module")
def check(program):
    return lambda place, *more: program("disclosure", "check", "table", "x.csv", *more, cwd=place)


@pytest.fixture(scope="module")
def attack(program):
    return lambda place, name, *more: program("disclosure", "test", "table", name, *more, cwd=place)


@pytest.mark.parametrize(
    ("policy", "largest"),
    [
        ("dfe_children_in_need", 5),
        (OWN, 6),
        (OWN | {"inclusive": False}, 5),
        ({"from_preset": "dfe_children_in_need", "threshold": 3}, 3),
    ],
)
def test_what_the_policy_calls_small_is_small_and_zeros_stay(
    protect, check, attack, tmp_path, policy, largest
):
    done = protect(under(tmp_path / "table", policy), tmp_path, "--json", level="witness")

    assert (done.code, done.err) == (0, "")
    assert done.json["threshold"] == largest
    for count, status in counted(tmp_path):
        assert (status == "primary") == (1 <= count <= largest)
        assert status == "published" or count
    assert check(tmp_path).out == "x.csv holds at the level witness: proven at width 1.\n"
    assert attack(tmp_path, "x.csv", "--json").json["recovered"] == {}


def test_a_policy_by_name_is_the_same_as_one_in_the_folder(protect, check, tmp_path):
    under(tmp_path / "table", "dfe_children_in_need")
    assert protect("table", tmp_path, "--public", "y.csv", level="witness").code == 0
    files = ("x.csv", "y.csv", "x.proof.json")
    before = [(tmp_path / name).read_bytes() for name in files]
    (tmp_path / "table" / "meta.json").write_text(json.dumps({"dims": DIMENSIONS}))
    by_name = ("--policy", "dfe_children_in_need")
    assert protect("table", tmp_path, "--public", "y.csv", *by_name, level="witness").code == 0

    assert [(tmp_path / name).read_bytes() for name in files] == before
    assert check(tmp_path, *by_name).code == 0
    done = check(tmp_path)
    assert (done.code, "by another policy" in done.err) == (2, True)


def test_whoever_protects_is_told_that_complement_does_not_apply(protect, tmp_path):
    by_convention = under(tmp_path / "table", "dfe_children_in_need")

    assert "complement does not apply" in protect(by_convention, tmp_path, level="witness").out
    of_own = under(tmp_path / "other", OWN)
    assert "complement" not in protect(of_own, tmp_path, level="witness").out


@pytest.mark.parametrize("words", [("--policy", "nhs_hes"), ("--threshold", "5")])
@pytest.mark.parametrize("does", ["check", "test"])
def test_a_rule_for_tables_is_refused_beside_a_release(program, tmp_path, does, words):
    done = program("disclosure", does, "2023-24-Q2-93cefa83441b", *words, cwd=tmp_path)

    assert (done.code, f"{' '.join(words)}: a release has the policies" in done.err) == (2, True)


@pytest.mark.parametrize("level", ["rank", "rule-aware", "witness"])
@pytest.mark.parametrize("zeros", ["may_hide", "hidden"])
def test_zeros_that_may_be_hidden_or_are_small_themselves(protect, check, attack, tmp_path, zeros, level):
    policy = OWN | {"zeros": zeros, "threshold": 4, "level": level}
    done = protect(under(tmp_path / "table", policy), tmp_path, "--public", "y.csv", level=level)

    assert (done.code, done.err) == (0, "")
    of_zeros = {status for count, status in counted(tmp_path) if not count}
    assert of_zeros == {"primary"} if zeros == "hidden" else "primary" not in of_zeros
    assert check(tmp_path).code == 0
    if level != "rank":
        assert attack(tmp_path, "y.csv", "--json").json["recovered"] == {}


def test_what_is_printed_is_rounded_and_the_true_counts_are_not(protect, check, attack, tmp_path):
    done = protect(under(tmp_path / "table", "nhs_hes"), tmp_path, "--public", "y.csv", level="witness")

    assert (done.code, done.err) == (0, "")
    assert "rounded to the nearest 5" in done.out
    for cell, seen in zip(read(tmp_path / "x.csv"), read(tmp_path / "y.csv"), strict=True):
        count = int(cell["count"])
        shown = str((count + 2) // 5 * 5)
        assert seen["count"] == (shown if cell["status"] == "published" else "[c]")
        assert (cell["status"] == "primary") == (1 <= count <= 7)
    assert check(tmp_path).code == 0
    assert "0 of " in attack(tmp_path, "y.csv").out


def test_the_width_of_the_policy_holds_and_a_proof_of_less_does_not(protect, check, tmp_path):
    place = under(tmp_path / "table", OWN | {"width": 2})
    assert protect(place, tmp_path, level="witness").code == 0
    assert check(tmp_path).out == "x.csv holds at the level witness: proven at width 2.\n"
    proof = json.loads((tmp_path / "x.proof.json").read_text())
    (tmp_path / "x.proof.json").write_text(json.dumps(proof | {"width": 1}))
    done = check(tmp_path)

    assert done.code == 1
    assert "the policy asks for a width of 2, and this is 1" in done.out


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("acro", "policy acro, dominance: it is of totals of amounts"),
        ("none", "policy none: it protects nothing"),
        ("nobody", "'nobody' is not a choice; write one of dfe_children_in_need"),
        (5, "5 is neither the code of a convention nor fields of a policy"),
        (OWN | {"treshold": 5}, "'treshold' is unknown"),
        (OWN | {"threshold": "5"}, "'5' is no whole number"),
        (OWN | {"p_percent": 0.1}, "p_percent: it is of totals of amounts"),
        (OWN | {"minimum_contributors": 10}, "minimum_contributors: it is of totals of amounts"),
        (OWN | {"minimum_base": 20}, "minimum_base: it is of shares, and a table of counts prints none"),
        (OWN | {"class_disclosure": True}, "class_disclosure: whole groups are not looked for here"),
        (OWN | ROUNDED | {"rounding": {"base": 4, "kind": "controlled"}}, "rounding: each figure is rounded"),
        (OWN | {"may_cross": [["area", "band"]]}, "may_cross: what a table crosses"),
        (OWN | {"never_cross": [["area", "band"]]}, "never_cross: what a table crosses"),
        ({"none_because": "public already"}, "threshold: it hides no count"),
        (ROUNDED | {"source": "Board"}, "threshold: it hides no count"),
    ],
)
def test_a_policy_that_a_table_of_counts_cannot_keep_is_refused_by_field(protect, tmp_path, policy, said):
    done = protect(under(tmp_path / "table", policy), tmp_path, level="witness")

    assert done.code == 2
    assert "table/meta.json: " in done.err
    assert said in " ".join(done.err.split())
    assert not list(tmp_path.glob("x.*"))


@pytest.mark.parametrize(
    ("words", "level", "said"),
    [
        (("--threshold", "5"), "witness", "the policy says what is small"),
        (("--width", "2"), "witness", "the policy says the width"),
        (("--policy", "nhs_hes"), "witness", "has a policy; leave out one"),
        ((), "rank", "policy dfe_children_in_need asks for the level witness"),
    ],
)
def test_nothing_is_said_beside_the_policy_that_it_says_itself(protect, tmp_path, words, level, said):
    done = protect(under(tmp_path / "table", "dfe_children_in_need"), tmp_path, *words, level=level)

    assert (done.code, said in " ".join(done.err.split())) == (2, True)
    assert not list(tmp_path.glob("x.*"))
