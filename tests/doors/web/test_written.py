import json
import re

import pytest
from django.test import override_settings

from goldenthread.config import environment
from goldenthread.documents import content as c
from goldenthread.web import brand
from goldenthread.web.written import spans, tables
from tests.doors.web import parsed
from tests.house import PACKAGE

HOSTILE = "<script>alert('x')</script>\" onload=\"x"


def test_words_from_outside_are_escaped():
    line = c.line(HOSTILE, c.Strong(HOSTILE), c.Quiet(HOSTILE), c.Moved(HOSTILE), c.Link(HOSTILE, "#x"))
    mark = c.Mark("circle", "green", HOSTILE, HOSTILE)

    for written in (
        spans.line(line),
        spans.mark(mark, href="/x"),
        spans.line(c.line(c.Trend("up", HOSTILE))),
    ):
        assert "<script" not in written
        assert parsed.page(f"<p>{written}</p>").xpath("//*[@onload]") == []


def test_a_table_keeps_its_roles():
    table = c.rows_table(
        "t", "A table", (c.Column("A"), c.Column("B", "number")), (c.Row(c.line("a"), (c.line("1"),)),)
    )

    found = tables.of(table)

    assert [cell.label for cell in found.groups[0].rows[0].cells] == ["B"]
    assert found.groups[0].rows[0].cells[0].look == "gt-num"


@pytest.mark.parametrize(
    ("colour", "why"),
    [
        ("#9a9a9a", "#9a9a9a reaches 2.8 on white; links need 4.5"),
        ("#a01c2e", "too near the red"),
        ("purple", "is no colour; write it as #5c2860"),
    ],
)
def test_the_pages_do_not_start_with_a_brand_that_would_mislead(colour, why):
    with pytest.raises(environment.NotConfigured, match=f"GOLDENTHREAD_BRAND.*{why}"):
        environment.style({"GOLDENTHREAD_BRAND": colour})


def test_a_typeface_is_a_list_of_names_and_nothing_else():
    asked = environment.style({"GOLDENTHREAD_BRAND_FONT": '"Noto Sans",Arial'})

    assert '--gt-font:"Noto Sans",Arial,sans-serif;' in brand.variables(asked)
    with pytest.raises(environment.NotConfigured, match="is no list of typefaces"):
        environment.style({"GOLDENTHREAD_BRAND_FONT": "x;}body{display:none"})


def test_the_brand_of_the_settings_is_the_one_that_pages_take(rf):
    with override_settings(GOLDENTHREAD_STYLE=environment.style({"GOLDENTHREAD_BRAND": "#0b3c5d"})):
        assert "--gt-brand:#0b3c5d" in brand.sheet(rf.get("/brand.css")).content.decode()


def test_the_vendored_components_hold_nothing_that_is_reserved():
    folder = PACKAGE / "web/static/goldenthread/components"
    css = (folder / "components.css").read_text()

    assert set(re.findall(r"font-family:([^;}]+)", css)) == {"var(--gt-font)"}
    assert not re.search(r"GDS|crest|url\(|@font-face|govuk-(header|footer|logo)", css)
    told = json.loads((folder / "versions.json").read_text())["packages"]
    assert [(each["name"], each["version"]) for each in told] == [
        ("govuk-frontend", "6.6.0"),
        ("@ministryofjustice/frontend", "11.1.0"),
    ]


def test_the_typeface_is_the_one_of_the_papers():
    shipped, papers = (
        PACKAGE / "web/static/goldenthread/fonts",
        PACKAGE / "documents/renderers/assets/fonts",
    )
    for file in papers.iterdir():
        assert (shipped / file.name).read_bytes() == file.read_bytes()
