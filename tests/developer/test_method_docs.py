"""docs/methods is written from the worked examples, and out of date pages are noticed."""

import pytest

from docs import build_methods
from tests.spec import worked

SPEC = '''"""Rating: hold a value against its target.

The rule is the council's own.
"""

SHARED = """
| ward | late |
|------|------|
| Ash  | 3    |
"""
FILE = "no table"

@examples("""
| value | rating |
|-------|--------|
| 92    | green  |
""")
def test_green_when_on_target(value, rating):
    """On the target is green."""

@pytest.mark.parametrize("days, is_late, note", [(Decimal("1.5"), True, None), pytest.param(1, False, "a|b")])
def test_late(days, is_late, note):
    pass
'''

PAGE = """# Rating: hold a value against its target

The rule is the council's own.

| ward | late |
|------|------|
| Ash  | 3    |

## Green when on target

On the target is green.

| value | rating |
|-------|--------|
| 92    | green  |

## Late

| days | is late | note |
| --- | --- | --- |
| 1.5 | yes |  |
| 1 | no | a\\|b |
"""


@pytest.fixture
def spec(tmp_path):
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "test_rating.py").write_text(SPEC)
    return tmp_path / "spec"


def test_a_page_shows_sentences_and_tables(spec):
    pages = build_methods.pages(spec)

    assert pages["rating.md"].removeprefix(build_methods.NOTICE).lstrip() == PAGE
    assert "- [Rating: hold a value against its target](rating.md)" in pages["README.md"]


def test_a_page_without_its_examples_is_out_of_date(spec, tmp_path):
    folder = tmp_path / "methods"
    build_methods.write(build_methods.pages(spec), folder)
    assert build_methods.out_of_date(build_methods.pages(spec), folder) == set()

    (folder / "forecast.md").write_text("an older rule")
    (folder / "rating.md").write_text("edited by hand")
    assert build_methods.out_of_date(build_methods.pages(spec), folder) == {"forecast.md", "rating.md"}


@worked.examples("""
| period     | due        | note |
|------------|------------|------|
| 2023-24-Q2 | 2023-10-20 |      |
| 2023-24-Q3 | 2024-01-19 | late |
""")
def test_each_row_of_a_table_is_a_case(period, due, note):
    assert (period, due, note) in {("2023-24-Q2", "2023-10-20", None), ("2023-24-Q3", "2024-01-19", "late")}


def test_a_row_with_a_cell_too_many_is_refused():
    with pytest.raises(worked.TableNotUnderstood, match="3 cells where the header has 2"):
        worked.cells("| a | b |\n|---|---|\n| 1 | 2 | 3 |")
