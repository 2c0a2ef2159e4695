"""docs/reference/council-folder.md is written from the schema, and an old page is noticed."""

from docs import build_council_folder
from goldenthread.council_folder.schema import FILES


def test_the_page_is_current():
    assert build_council_folder.PAGE.read_text(encoding="utf-8") == build_council_folder.page()


def test_every_file_and_list_is_on_it():
    page = build_council_folder.page()
    for name, sections in FILES.items():
        assert f"\n## {name} (" in page
        assert all(f"\n**`{section.name}`**: " in page for section in sections)


def test_a_field_is_described_with_what_may_stand_in_it():
    page = build_council_folder.page()
    assert (
        "| `polarity` | one of `higher`, `lower`, `range`, `neutral` | **needed.** Which way is better |"
        in page
    )
    assert "| `due` | date | A day, or a month as 2024-03 (its end) |" in page
    assert "| `indicators` | list of text | Codes of the indicators it answers for |" in page
    assert "| `parent` | text | Given by" not in page


def test_an_old_page_is_noticed_and_written_anew(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(build_council_folder, "PAGE", tmp_path / "reference" / "council-folder.md")
    assert build_council_folder.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    assert build_council_folder.main([]) == 0
    assert build_council_folder.main(["--check"]) == 0
