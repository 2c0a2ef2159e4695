"""Rating schemes as data: read, refused with the place, and written again."""

import copy
import json

import pytest
import yaml

from goldenthread.documents import marks
from goldenthread.indicators import scheme_presets
from goldenthread.methods.rating.reading import from_dict, to_dict
from goldenthread.methods.rating.scheme import SchemeRefused
from goldenthread.methods.reasons import REASONS

SCHEMES = scheme_presets.schemes()
PLAIN = to_dict(SCHEMES["standard"])


@pytest.mark.parametrize("code", SCHEMES)
def test_a_scheme_survives_the_way_there_and_back(code):
    assert from_dict(json.loads(json.dumps(to_dict(SCHEMES[code])))) == SCHEMES[code]


@pytest.mark.parametrize("code", SCHEMES)
def test_a_shipped_scheme_has_known_marks_and_reasons(code):
    scheme = SCHEMES[code]
    for shown in (*scheme.bands, *scheme.unrated):
        assert shown.shape in marks.SHAPES
        assert shown.token in marks.TOKENS
    assert all(reason in REASONS for shown in scheme.unrated for reason in shown.reasons)
    assert scheme.key
    assert not scheme.alongside or scheme.alongside in SCHEMES


def test_every_published_scheme_is_there():
    """32 keys were read; some hold more than one rule."""
    assert len([scheme for scheme in SCHEMES.values() if scheme.source]) >= 32


@pytest.mark.parametrize(
    ("path", "wrong", "message"),
    [
        (["colour"], "green", "scheme standard: 'colour' is unknown"),
        (["polarity"], "up", "scheme standard, polarity: 'up' is not a choice"),
        (["edges", 1, "at", 0, "base"], "aim", "'aim' is nothing an edge can start from"),
        (["edges", 0, "at", 0, "by"], -1, "a margin of -1.0 is negative"),
        (["edges", 0, "at", 0, "unit"], "pounds", "scheme standard, edge 1, unit: 'pounds' is not a choice"),
        (["edges", 0], {}, "an edge needs at, lower, upper or when"),
        (["edges", 0, "when"], {"column": "x", "values": [], "unknown": "?"}, "when, unknown"),
        (["bands", 0, "code"], "red", "each band needs a code of its own"),
        (["bands", 0, "group"], "fine", "a band counts as one of met, near, missed"),
        (["bands", 0, "group"], "missed", "bands stand best first"),
        (["bands", 0, "shape"], "", "a band needs a label and a shape"),
        (["bands", 0, "colour"], "green", "scheme standard, bands: "),
        (["bands"], [], "two to five bands"),
        (["edges"], [], "write either edges or a table"),
        (["edges"], [{"at": "target"}], "one edge between each two bands"),
    ],
)
def test_a_mistake_is_refused_by_its_place(path, wrong, message):
    data = copy.deepcopy(PLAIN)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    with pytest.raises(SchemeRefused, match=message.replace("?", r"\?")):
        from_dict(data)


def test_a_table_with_an_empty_cell_is_refused():
    data = to_dict(SCHEMES["nuneaton_ni196"])
    data["table"]["cells"].pop()
    with pytest.raises(SchemeRefused, match="a band for each combination"):
        from_dict(data)


def test_the_vocabularies_of_actions_have_known_marks():
    folder = scheme_presets.resources.files("goldenthread.indicators").joinpath("presets")
    found = yaml.safe_load(folder.joinpath("action_statuses.yaml").read_text(encoding="utf-8"))[
        "vocabularies"
    ]
    codes = [each["code"] for each in found]
    assert len(set(codes)) == len(codes) == 11
    for vocabulary in found:
        statuses = vocabulary["statuses"]
        assert len({status["code"] for status in statuses}) == len(statuses)
        for status in statuses:
            assert status["shape"] in marks.SHAPES
            assert status["token"] in marks.TOKENS
            assert status["group"] in ("done", "on_course", "at_risk", "off_course", "waiting")
