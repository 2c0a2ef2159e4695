"""Whatever is written into the form, the covering report has every heading, and each word as written."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.documents import content as c
from goldenthread.documents.renderers import html
from goldenthread.documents.renderers.html import Style
from goldenthread.reports import despatch
from goldenthread.reports.assemble import covering, quarter
from goldenthread.reports.form import HEADINGS, Answer, Clearance, Officer, Risk, Standing
from tests.rooms.reports import reading, smallham
from tests.rooms.reports.covering_form import form
from tests.rooms.reports.test_covering import HEADINGS as PRINTED

SMALLHAM = smallham.material()

text = st.text(max_size=40)
answer = st.none() | st.builds(Answer, st.booleans(), text)
officer = st.builds(Officer, text, text, text, text)
clearance = st.builds(Clearance, text, text, text, text, st.booleans(), st.none() | st.dates())
standing = st.builds(Standing, st.sampled_from(HEADINGS), st.lists(text, max_size=2).map(tuple))
risk = st.builds(Risk, text, st.just(("frozen",)), st.sampled_from(["green", "amber", "red"]))
forms = st.builds(
    form,
    report_for=text,
    subject=text,
    holder=text,
    portfolio=text,
    wards=text,
    summary=text,
    reason=text,
    register_attached=text,
    exempt=answer,
    call_in=answer,
    holder_consulted=answer,
    eqia=answer,
    responsible=officer,
    contact=officer,
    recommendations=st.lists(text, max_size=3).map(tuple),
    clearances=st.lists(clearance, max_size=2).map(tuple),
    standing=st.lists(standing, max_size=3).map(tuple),
    risks=st.lists(risk, max_size=2).map(tuple),
)

HOSTILE = ("&", "<b>bold</b>", "#let x = 1", "{{ 7 * 7 }}", "=1+1", "שלום", "🏛️", "ŵ ŷ", "x" * 5000)


def papers(answered):
    return covering.document(quarter.of(replace(SMALLHAM, form=answered)))


@given(forms)
@settings(max_examples=25)
def test_any_answers_give_every_heading_in_order(answered):
    assert reading.headings(papers(answered)) == PRINTED


@given(forms)
@settings(max_examples=25)
def test_any_answers_can_be_looked_at_before_despatch(answered):
    codes = {finding.code for finding in despatch.findings(replace(SMALLHAM, form=answered))}
    is_awaited = not answered.clearances or any(each.day is None for each in answered.clearances)
    assert (despatch.AWAITED in codes) == is_awaited


def test_hostile_words_stand_on_the_page_as_they_were_written():
    for words in HOSTILE:
        document = papers(form(summary=words, standing=(Standing("legal", (words,)),)))
        assert sum(c.words(c.line(span)) == words for span in reading.spans(document)) == 2, words
        page = html.page(document, style=Style())
        assert "<b>bold" not in page
