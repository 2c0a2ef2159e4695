"""Outside: whoever opens every file of a pack and looks everywhere finds what tells a hidden figure."""

import io

import pytest
import xlsxwriter
from docx import Document as Word

from goldenthread.disclosure.adversary import gathering
from goldenthread.disclosure.adversary.secrets import secrets
from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx, html, pdf, xlsx
from goldenthread.documents.renderers.html import Style
from goldenthread.publication.outside import telling
from goldenthread.publication.outside.words import FileNotUnderstood
from tests.rooms.disclosure import weak
from tests.rooms.disclosure.quarters import group, line, sealed

pytestmark = pytest.mark.django_db

NAME = "Care leavers in suitable accommodation"
RENDERED_BY = {"html": html.page, "pdf": pdf.render, "docx": docx.render, "xlsx": xlsx.render}


@pytest.fixture
def hidden():
    """142 of 145, which is 97.9%, and the ward in which 4 of 20 are: both hidden. 96.5% of June is out."""
    given = sealed(
        line("CSC10", "at2023-09-30", 142, 145, name=NAME, previous_period="at2023-06-30",
             previous_value=96.5, previous_numerator=165, previous_denominator=171),
        breakdown=(group("CSC10", "at2023-09-30", "sex=male", 4),),
    )  # fmt: skip
    code = weak.published(given, hidden=lambda row: row["period"] == "at2023-09-30")
    return secrets(gathering.everything(code))


def found(hidden, **files):
    names = {name.replace("_", "."): content for name, content in files.items()}
    return [(one.path, one.words) for one in telling.told(names, hidden, area="SMH")]


def paper(*blocks):
    return c.Document(
        name="paper",
        title="Paper",
        dates="Position at 30 September 2023. Figures as known on 10 November 2023.",
        council="London Borough of Smallham",
        blocks=(c.Section("one", "One", blocks),),
    )


def table(label, said):
    columns, row = (c.Column("What"), c.Column("Said", "note")), c.Row(c.line(label), (c.line(said),))
    return c.rows_table("table", "Table", columns, (row,))


def rendered(ending, *blocks):
    made = RENDERED_BY[ending](paper(*blocks), style=Style())
    return made.encode() if isinstance(made, str) else made


@pytest.mark.parametrize("ending", RENDERED_BY)
@pytest.mark.parametrize(
    "comment",
    [
        f"{NAME}: 142 of 145 at the end of September.",
        f"{NAME} stood at 97.9%.",
        "CSC10: three care leavers were not in suitable homes.",
    ],
)
def test_a_comment_that_tells_the_number_is_found_in_every_format(hidden, ending, comment):
    """The writer says in words what the table hides."""
    made = rendered(ending, table("Comment", comment))
    assert found(hidden, **{f"paper_{ending}": made})


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_a_chart_s_words_for_who_cannot_see_it_are_read(hidden, ending):
    """The bars are gone from the picture, its alternative text still says them."""
    chart = c.Doughnut((c.Slice(c.GREEN, 2), c.Slice(c.RED, 1)), "lines")
    drawing = c.Drawing("Care leavers", f"{NAME}: 96.5% in June, 97.9% in September.", chart)
    made = rendered(ending, c.Figure("figure", (drawing,), table("Green", "2")))
    assert any("97.9" in words for _, words in found(hidden, **{f"paper_{ending}": made}))


def test_a_row_of_data_that_should_be_empty(hidden):
    head = b"indicator,area,breakdown,rated_period,value,numerator\n"
    told = found(hidden, breakdowns_csv=head + b"CSC10,SMH,sex=male,at2023-09-30,,4\n")
    assert told == [("breakdowns.csv", "numerator 4")]
    assert found(hidden, breakdowns_csv=head + b"CSC10,SMH,sex=male,at2023-09-30,,\n") == []


def test_hidden_sheets_comments_and_properties_of_a_workbook(hidden):
    for hide in ("sheet", "comment", "property"):
        content = io.BytesIO()
        book = xlsxwriter.Workbook(content, {"in_memory": True})
        sheet, other = book.add_worksheet("Seen"), book.add_worksheet("Unseen")
        other.hide()
        if hide == "sheet":
            other.write_row(0, 0, ["CSC10", NAME, "142 of 145"])
        elif hide == "comment":
            sheet.write_comment("A1", "CSC10: 142 of 145")
        else:
            book.set_properties({"comments": f"{NAME} 142 of 145"})
        book.close()
        assert found(hidden, book_xlsx=content.getvalue()), hide


def test_properties_and_comments_of_a_page_and_a_word_file(hidden):
    page = f"<html><body><!-- CSC10: 142 of 145 --><p>{NAME}: [c] hidden</p></body></html>"
    assert [words for _, words in found(hidden, page_html=page.encode())] == ["CSC10: 142 of 145"]
    word, content = Word(), io.BytesIO()
    word.core_properties.comments = f"{NAME}: 142 of 145"
    word.save(content)
    assert found(hidden, word_docx=content.getvalue())


def test_what_is_published_of_the_measure_and_what_is_of_others_tells_nothing(hidden):
    """96.5% in June is out; 97.9% of another measure is its own; a count of indicators is of no people."""
    said = f"<p>{NAME}: 96.5% (165 of 171) in June.</p><p>CUS01 complaints: 97.9%, 142 of 145 rated.</p>"
    assert found(hidden, page_html=f"<html><body>{said}</body></html>".encode()) == []


@pytest.mark.parametrize("name", ["a_json", "a_docx", "a_xlsx", "a_pdf"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe broken", b"PK\x03\x04 cut short"])
def test_a_file_that_is_broken_is_named_and_never_passed_over(hidden, name, content):
    with pytest.raises(FileNotUnderstood, match=f"{name.replace('_', '.')} cannot be read"):
        found(hidden, **{name: content})
