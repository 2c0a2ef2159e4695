"""HTML: pages that say what the content says, and nothing that the content did not mean."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goldenthread.documents import content as c
from goldenthread.documents import places
from goldenthread.documents.renderers import html
from goldenthread.documents.renderers.html_style import contrast
from tests.documents import sample, sample_parts

PLAIN = html.Style()
ATTACKS = (
    "&", "<b>bold</b>", "<script>alert(1)</script>", "#let x = 1", "{{ 7 * 7 }}", "{% raw %}", "=1+1",
    "\u202eltr", "🙂", "ŵŷ", "x" * 5000, "\"quoted\" and 'single'", "</style><script>", "\\", "-->",
)  # fmt: skip


class Outline(HTMLParser):
    """The tags, ids and words of a page, as a browser reads them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.words = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.words.append(data)

    def shape(self):
        """The tags in order, but for those that hold a year together."""
        return [tag for tag, attributes in self.tags if (tag, attributes) != ("span", {"class": "gt-w"})]

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def pages():
    return {path: body.decode() for path, body in sample.pages().items() if path.endswith(".html")}


def paper(*blocks, **more):
    made = c.Document("paper", "A paper", sample.DATES, sample.COUNCIL, blocks)
    return html.page(replace(made, **more), style=PLAIN)


def test_a_page_of_many_sections_lists_them_and_has_the_notice_at_its_head():
    many = tuple(c.Section(f"s{n}", f"Part {n}", (c.Paragraph(c.line("Said.")),)) for n in range(4))
    listed = paper(*many, notice="All invented.")
    assert [link["href"] for link in Outline(listed).all("a")] == ["#main", "#s0", "#s1", "#s2", "#s3"]
    assert "On this page" in listed
    assert listed.index("All invented.") < listed.index("<main")
    assert "On this page" not in paper(*many[:3])


def test_a_pack_is_its_papers_their_first_page_and_the_typeface():
    assert set(sample.pages()) == {
        "index.html",
        "appendix-1-strategic-performance-report.html",
        "appendix-2-corporate-scorecard.html",
        "assets/fonts/OFL.txt",
        "assets/fonts/source-sans-3-latin-400-normal.woff2",
        "assets/fonts/source-sans-3-latin-600-normal.woff2",
    }


def test_the_same_content_is_the_same_bytes():
    assert sample.pages() == sample.pages()


def test_headings_follow_each_other_without_a_leap(pages):
    for text in pages.values():
        levels = [int(tag[1]) for tag, _ in Outline(text).tags if re.fullmatch(r"h[1-6]", tag)]

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_header_of_a_table_has_a_scope(pages):
    for text in pages.values():
        assert all(th.get("scope") in ("col", "row", "rowgroup") for th in Outline(text).all("th"))
        assert len(Outline(text).all("caption")) == len(Outline(text).all("table"))


def test_no_id_stands_twice(pages):
    for text in pages.values():
        ids = Outline(text).ids
        assert len(ids) == len(set(ids))


def test_a_page_says_its_language_its_dates_and_that_it_is_invented(pages):
    for text in pages.values():
        assert '<html lang="en-GB">' in text
        assert sample.DATES in text
        assert sample.NOTICE in text
        assert "@bottom-left" in text


def test_a_page_needs_no_script_and_nothing_from_elsewhere(pages):
    for text in pages.values():
        outline = Outline(text)
        assert outline.all("script") == []
        assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_a_figure_carries_its_place(pages):
    assert '<span class="gt-n" data-figure="2023-24-Q2/CUS01/value">91.3%</span>' in "".join(pages.values())


def test_a_rating_is_a_shape_and_a_word(pages):
    scorecard = pages["appendix-2-corporate-scorecard.html"]
    used = set(re.findall(r'<use href="#(g-[\w-]+)"', scorecard))

    assert '<use href="#g-square-red"/></svg>Red</span>' in scorecard
    assert used == set(re.findall(r'<symbol id="(g-[\w-]+)"', scorecard))


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_what_people_write_is_text(attack):
    line = c.line(
        attack,
        c.Strong(attack),
        c.Quiet(attack),
        c.Number(attack, places.place(attack)),
        c.Link(attack, "#p"),
    )
    table = c.rows_table(
        "t", attack, (c.Column(attack), c.Column("b")), (c.Row(line, (line,)),), notes=(line,)
    )
    text = paper(
        c.Section("p", attack, (c.Paragraph(line), table)),
        notice=attack,
        running=attack,
        council=attack,
        title=attack,
    )
    harmless = Outline(paper(c.Section("p", "x", (c.Paragraph(c.line("x")),))))
    outline = Outline(text)

    assert outline.all("script") == harmless.all("script") == []
    assert outline.all("style") == harmless.all("style")
    assert attack in "".join(outline.words)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip))
@example("0000-00")
def test_any_text_makes_a_page_of_the_same_shape(words):
    plain, wild = (Outline(paper(c.Paragraph(c.line(text)), notice=text)) for text in ("x", words))

    assert wild.shape() == plain.shape()


def test_characters_that_no_page_may_hold_become_visible():
    assert "a\ufffdb" in paper(c.Paragraph(c.line("a\x00b")))


def test_a_year_is_never_broken_at_its_hyphen():
    columns = (c.Column("Ref"), c.Column("Against Q2 2022-23", "number"))
    row = c.Row(c.line("A1"), (c.line("<b>Q4 2021-22\x01", c.Quiet("2020-21 and 2021-22")),))
    text = paper(c.rows_table("years", "Years", columns, (row,)))

    assert "Against Q2 2022-23" in "".join(Outline(text).words)
    assert re.findall(r'<span class="gt-w">(.*?)</span>', text) == [
        "2022-23",
        "2021-22",
        "2020-21",
        "2021-22",
    ]
    assert "&lt;b&gt;Q4" in text
    assert "\x01" not in text


def test_a_link_to_nowhere_is_refused():
    for href in ("#nowhere", "paper.html#nowhere", "other.html", "data/lines.csv"):
        made = c.Document(
            "paper", "Title", sample.DATES, sample.COUNCIL, (c.Paragraph(c.line(c.Link("x", href))),)
        )
        with pytest.raises(html.LinkLeadsNowhere, match=re.escape(href)):
            html.pages((made,), style=PLAIN)


def test_two_papers_do_not_share_a_name():
    with pytest.raises(c.ContentRefused, match="same name"):
        html.pages((sample.appendix_1(), sample.appendix_1()), style=PLAIN)


def test_a_paper_on_its_side_is_printed_on_its_side(pages):
    assert "@page{size:A4 landscape;margin:20mm 15mm" in pages["appendix-2-corporate-scorecard.html"]
    assert "@page{size:A4 portrait;margin:20mm 18mm" in pages["appendix-1-strategic-performance-report.html"]


@pytest.mark.parametrize("brand", ["#5c2860", "#003366", "#0b5351", "#6b3a00", "#222222"])
def test_a_council_may_have_its_own_colour(brand):
    assert f"--gt-brand:{brand};" in html.page(sample.appendix_2(), style=html.Style(brand))
    assert contrast(brand, "#ffffff") >= 4.5


@pytest.mark.parametrize(
    ("brand", "why"),
    [
        ("#ffdd00", "on white"),
        ("#7d8492", "on white"),
        ("#1a7f4f", "green of the ratings"),
        ("#b01c2e", "red of the ratings"),
        ("#1d5ba0", "blue of the ratings"),
        ("#8a5300", "amber of the ratings"),
        ("purple", "write it as #5c2860"),
        ("#5c2860;}", "write it as #5c2860"),
    ],
)
def test_a_colour_that_misleads_is_refused(brand, why):
    with pytest.raises(html.BrandRefused, match=why):
        html.Style(brand)


def test_a_typeface_is_a_list_of_names():
    assert '--gt-font:"Noto Sans", Arial,sans-serif;' in html.page(
        sample.appendix_2(), style=html.Style(font='"Noto Sans", Arial')
    )
    with pytest.raises(html.BrandRefused):
        html.Style(font="x;} body{display:none")


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#5c2860", "#ffffff") == pytest.approx(10.9, abs=0.1)
    assert contrast("#474d59", "#ffffff") == pytest.approx(8.5, abs=0.1)


def test_a_hidden_figure_has_no_chart_and_no_path(pages):
    row = re.search(r"<tr[^>]*>(?:(?!</tr>).)*CSC10.*?</tr>", pages["appendix-2-corporate-scorecard.html"])[0]

    assert '<svg class="gt-spark' not in row
    assert "CSC10/" not in row


def test_every_block_of_the_sample_is_on_its_page(pages):
    text = pages[f"{sample_parts.APPENDIX_1}.html"]
    for block, _ in c.walk(sample.appendix_1().blocks):
        if hasattr(block, "id"):
            assert f'id="{block.id}"' in text
