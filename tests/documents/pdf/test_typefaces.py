"""The shipped typefaces: whole, licensed, and known character by character."""

import pytest

from goldenthread.documents.renderers.pdf import glyphs
from tests.documents.pdf import covered, marks_font, papers


def test_the_list_of_characters_is_that_of_the_typefaces():
    assert (covered.FONTS / "covered.txt").read_text("ascii") == covered.listed()
    assert glyphs.covered() == covered.characters()


def test_the_usual_letters_need_no_looking_up():
    usual = {code for code in range(0x20, 0x114) if glyphs._PLAIN.fullmatch(chr(code))}

    assert usual <= glyphs.covered()


def test_our_own_typeface_is_the_one_that_is_drawn():
    shipped = (covered.FONTS / "GoldenthreadMarks-Regular.ttf").read_bytes()

    assert shipped == marks_font.built()


@pytest.mark.parametrize("face", ["SourceSans3", "NotoSansHebrew", "NotoSansArabic", "NotoEmoji"])
def test_each_typeface_stands_beside_its_licence(face):
    assert "SIL OPEN FONT LICENSE" in (covered.FONTS / f"{face}-OFL.txt").read_text("utf-8").upper()


@pytest.mark.parametrize("name", papers.NAMES)
def test_every_typeface_of_a_file_is_embedded(name):
    with papers.opened(papers.rendered(name)) as file:
        fonts = {str(font.BaseFont): font for page in file.pages for font in page.Resources.Font.values()}
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts.values()]

        assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in descriptors)
    assert {name.partition("+")[2] for name in fonts} == {"SourceSans3-Regular", "SourceSans3-Semibold"}
