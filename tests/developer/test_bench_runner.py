"""The benchmark runner keeps the figures of every benchmark in one shape."""

import json

import pytest

from bench import run

ROW = {"case": "10m", "measure": "times a group-by", "value": 9.5, "unit": "x", "limit": 12, "ok": True}


def test_results_are_kept_a_row_a_line(tmp_path):
    run.keep([ROW, ROW | {"case": "40m"}], tmp_path / "bench" / "assess.json")

    text = (tmp_path / "bench" / "assess.json").read_text()
    assert json.loads(text) == [ROW, ROW | {"case": "40m"}]
    assert len(text.splitlines()) == 4


def test_a_row_without_its_limit_is_refused():
    with pytest.raises(run.RowNotUnderstood, match=r"bench/assess\.py"):
        run.checked([{"case": "10m"}], "assess")


def test_a_missed_limit_is_seen_in_the_table(capsys):
    run.show([ROW | {"ok": False}], "assess")

    assert "NO" in capsys.readouterr().out
