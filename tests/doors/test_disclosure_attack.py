"""`goldenthread disclosure test RELEASE`: the outsider opens nothing of ours, and all of a weak release."""

import pytest


@pytest.fixture(scope="module")
def codes(door):
    """Both quarters' packs, one after the other; the later one first."""
    for period in ("2023-24-Q1", "2023-24-Q2"):
        assert door("report", period, "--to", f"pack-{period}", "--by", "Head of Performance").code in (0, 1)
    return [listed["code"] for listed in door("disclosure", "list", "--json").json]


def test_of_both_quarters_together_nothing_is_opened(door, codes):
    """Some 200 small counts stand behind them; none comes out, none is in print."""
    done = door("disclosure", "test", codes[0])
    assert (done.code, done.err) == (0, "")
    assert f"{codes[0]}, with 1 release before it: of " in done.out
    assert "an outsider works out 0, and reads 0 in print." in done.out
    found = door("disclosure", "test", codes[0], "--json").json
    assert found["small"] > 150
    assert (found["recovered"], found["printed"], found["groups"]) == ([], [], [])
    assert found["widths"]["50"] >= 10
    assert found["surely small"] < found["small"] / 20


def test_no_file_of_the_pack_tells_what_its_release_hides(door, codes):
    """Pages, PDF, Word, Excel and data of quarter 2; then with a comment and a row more than were let out."""
    pack = door.database.parent / "pack-2023-24-Q2"
    done = door("disclosure", "test", codes[0], "--pack", pack)
    assert (done.code, done.err) == (0, "")
    assert "Its files tell a hidden figure in 0 places." in done.out
    (pack / "note.html").write_text("<p>CSC10: 142 of 145 care leavers in suitable accommodation</p>")
    (pack / "open-data" / "more.csv").write_text("indicator,rated_period,value\nCSC10,at2023-09-30,97.9\n")
    done = door("disclosure", "test", codes[0], "--pack", pack, "--json")
    assert done.code == 1
    assert done.json["told"] == ["note.html: CSC10 at2023-09-30", "open-data/more.csv: CSC10 at2023-09-30"]


def test_the_first_quarter_is_attacked_by_itself(door, codes):
    done = door("disclosure", "test", codes[1], "--json")
    assert (done.code, done.json["releases"]) == (0, [codes[1]])


def test_what_is_no_release_or_no_pack_is_refused(door, codes, tmp_path):
    done = door("disclosure", "test", "2023-24-Q2-000")
    assert (done.code, "there is no release 2023-24-Q2-000" in done.err) == (2, True)
    done = door("disclosure", "test", codes[0], "--pack", tmp_path / "none")
    assert (done.code, "give that of a pack" in done.err) == (2, True)
    done = door("disclosure", "test", tmp_path)
    assert (done.code, "name the protected table too" in done.err) == (2, True)
