"""Native charts: the doughnuts of the page, as charts that Word can edit, in the same colours and order."""

from io import BytesIO

import docx as python_docx
import pytest
import python_calamine

from goldenthread.documents import content as c
from goldenthread.documents.charts import palette
from goldenthread.documents.charts.specs import Doughnut
from goldenthread.documents.renderers.docx.charts import labels
from tests.documents import sample
from tests.documents.docx.opened import NS, W, made

R_ID = f"{{{NS['r']}}}id"


@pytest.fixture(scope="module")
def appendix():
    return made(sample.appendix_1())


def drawings():
    for block, _ in c.walk(sample.appendix_1().blocks):
        if isinstance(block, c.Figure):
            yield from block.drawings


def charts(opened):
    """Each chart part in the order in which the paper shows them."""
    return [opened.xml(part) for part in chart_parts(opened)]


def chart_parts(opened):
    targets = {r.get("Id"): r.get("Target") for r in opened.relations()}
    found = opened.find(".//a:graphicData/c:chart")
    return [f"word/{targets[e.get(R_ID)]}" for e in found]


def cached(chart, kind):
    return [e.text for e in chart.findall(f".//c:ser/c:{kind}//c:pt/c:v", NS)]


def test_eight_doughnuts_are_eight_native_charts_with_the_same_counts_in_the_same_order(appendix):
    found = charts(appendix)

    assert len(found) == 8
    for chart, drawing in zip(found, drawings(), strict=True):
        assert cached(chart, "cat") == [s.mark.word for s in drawing.chart.slices]
        assert cached(chart, "val") == [str(s.count) for s in drawing.chart.slices]
        assert chart.find(".//c:doughnutChart/c:firstSliceAng", NS).get("val") == "0"
        assert "".join(chart.find(".//c:title", NS).itertext()) == drawing.title
        assert str(drawing.chart.total) in drawing.title


def test_each_segment_has_the_colour_of_the_drawn_one_and_a_pattern_or_an_edge_of_its_own(appendix):
    for chart, drawing in zip(charts(appendix), drawings(), strict=True):
        points = chart.findall(".//c:ser/c:dPt", NS)
        for point, piece in zip(points, drawing.chart.slices, strict=True):
            token = piece.mark.token
            look = point.find("c:spPr", NS)
            ground = look.find("a:pattFill/a:bgClr/a:srgbClr", NS)
            plain = look.find("a:solidFill/a:srgbClr", NS)
            shown = ground if ground is not None else plain
            assert f"#{shown.get('val')}".lower() == palette.FILL[token]
            assert f"#{look.find('a:ln/a:solidFill/a:srgbClr', NS).get('val')}".lower() == palette.EDGE[token]
        patterns = [p.find(".//a:pattFill", NS) for p in points]
        kinds = {p.get("prst") for p in patterns if p is not None}
        assert len(kinds) == sum(p is not None for p in patterns)


def test_what_is_not_rated_is_white_with_a_dashed_edge(appendix):
    chart = charts(appendix)[4]
    look = chart.findall(".//c:ser/c:dPt", NS)[-1].find("c:spPr", NS)

    assert cached(chart, "cat")[-1] == "Not rated"
    assert look.find("a:solidFill/a:srgbClr", NS).get("val") == "FFFFFF"
    assert look.find("a:ln/a:prstDash", NS).get("val") == "dash"


def test_labels_tell_word_and_count_and_nothing_stands_where_nothing_is_counted(appendix):
    for chart, drawing in zip(charts(appendix), drawings(), strict=True):
        said = chart.findall(".//c:dLbls/c:dLbl", NS)
        for label, piece in zip(said, drawing.chart.slices, strict=True):
            gone = label.find("c:delete", NS)
            assert (gone is not None) == (piece.count == 0)
            if piece.count:
                shown = {k: label.find(f"c:show{k}", NS).get("val") for k in ("Val", "CatName", "Percent")}
                assert shown == {"Val": "1", "CatName": "1", "Percent": "0"}


def test_the_workbook_behind_a_chart_holds_its_counts_as_numbers(appendix):
    for part, drawing in zip(chart_parts(appendix), drawings(), strict=True):
        (behind,) = appendix.relations(part)
        book = python_calamine.CalamineWorkbook.from_filelike(
            BytesIO(appendix.parts[f"word/{behind.get('Target').removeprefix('../')}"])
        )
        rows = book.get_sheet_by_index(0).to_python()
        assert rows[0] == ["Rating", drawing.chart.counted.capitalize()]
        assert rows[1:] == [[s.mark.word, s.count] for s in drawing.chart.slices]


def test_every_drawing_says_its_finding_or_is_marked_as_decoration(appendix):
    for opened in (appendix, made(sample.appendix_2())):
        said = opened.find(".//wp:docPr")
        assert said
        for properties in said:
            plain = "".join(properties.xpath(".//@val"))
            assert properties.get("descr") or plain == "1"
    findings = [p.get("descr") for p in appendix.find(".//wp:docPr") if p.get("title")]
    assert findings == [d.alt for d in drawings()]
    assert [p.get("title") for p in appendix.find(".//wp:docPr") if p.get("title")] == [
        d.title for d in drawings()
    ]


@pytest.mark.parametrize("size", [labels.LARGE, labels.SMALL], ids=["large", "small"])
@pytest.mark.parametrize(
    "counted", [(4, 14, 6, 3), (1, 1, 1, 60), (0, 0, 0, 5), (30, 1, 1, 1), (0, 0, 0, 0)], ids=str
)
def test_labels_of_one_side_never_stand_on_each_other_nor_leave_the_chart(size, counted):
    marks = (c.GREEN, c.AMBER, c.RED, c.NOT_RATED)
    chart = Doughnut(tuple(map(c.Slice, marks, counted)), "actions")
    moved = labels.shifts(chart, size)

    assert set(moved) == {i for i, n in enumerate(counted) if n}
    places = labels.centres(chart, size)
    for one in moved:
        x, y = places[one]
        assert abs(x) <= size.width / 2
        assert -size.height / 2 - size.top <= y <= size.height / 2
        for other in moved:
            if one < other and (places[other][0] > 0) == (x > 0):
                assert abs(places[other][1] - y) >= size.words


def faces(opened):
    return {e.get("typeface") for chart in charts(opened) for e in chart.iterfind(".//a:latin", NS)}


def test_the_words_of_charts_are_set_in_the_face_of_the_paper(appendix):
    own = python_docx.Document()
    own.styles["Normal"].font.name = "Gill Sans"
    plain = BytesIO()
    own.save(plain)
    del own.styles["Normal"].element.rPr.rFonts.attrib[f"{W}ascii"]
    themed = BytesIO()
    own.save(themed)

    assert faces(appendix) == {"Arial"}
    assert faces(made(sample.appendix_1(), template=plain.getvalue())) == {"Gill Sans"}
    assert faces(made(sample.appendix_1(), template=themed.getvalue())) == {"+mn-lt"}


def test_charts_side_by_side_fit_a_narrow_page():
    narrow = labels.fitting(labels.SMALL, 130)

    assert narrow.width == 130
    assert narrow.ring < labels.SMALL.ring
    assert narrow.words >= 9
    assert labels.fitting(labels.SMALL, 500) == labels.SMALL


def test_eight_charts_leave_a_third_of_their_page_to_the_words_before_them():
    page = (16838 - 1134 - 1757) / 20
    four_rows = 2 * labels.LARGE.height + 2 * labels.SMALL.height

    assert four_rows < 0.68 * page
