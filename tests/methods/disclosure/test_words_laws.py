"""Free text: laws that hold for every text, whatever it says besides."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import HiddenFigure, Names, Reading, Rule
from goldenthread.methods.disclosure.words.numbers import numbers, worded
from goldenthread.methods.disclosure.words.spelling import spelt

HIDDEN = HiddenFigure(
    "CSC10", "at2023-09-30", ("Care leavers in suitable accommodation",), 142, 145, 97.931, counts=(140,)
)
KNOWN = Names(never=frozenset({"Zebediah Quillfeather"}), public=frozenset({"Cllr P. Lanternby"}))
ON_IT = Reading(about=(HIDDEN,), counts_people=True, names=KNOWN)
ON_ANYTHING = Reading(others=(HIDDEN,), names=KNOWN)
readings = st.sampled_from([ON_IT, ON_ANYTHING])

CAUGHT = (
    "Two siblings moved twice in August.",
    "All but three of 145 care leavers are in suitable accommodation.",
    "CSC10 stands at 97.9%, two more than in June.",
    "A 14-year-old girl was moved.",
    "The only resident of Saltings left.",
    "Mrs Okonjo complained.",
    "Zebediah Quillfeather wrote in.",
    "One in forty-eight care leavers is in no suitable accommodation.",
)
HARMLESS = (
    "Rents rose again in the autumn.",
    "The new rounds began on 14 August 2023.",
    "See section 3 of the Act.",
    "The Head of Housing Needs will report to Cabinet.",
    "It cost £4.1m.",
)
caught = st.sampled_from(CAUGHT)
harmless = st.sampled_from(HARMLESS)
PEOPLE = (
    "children",
    "care leavers",
    "families",
    "residents",
    "pupils",
    "young people",
    "siblings",
    "clients",
)
letters = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80)


def rules(text, reading):
    return sorted((one.rule, one.words) for one in words.found(text, reading))


def spoken(count):
    """A number up to 99 in words."""
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    units = [*ones.split(), "sixteen", "seventeen", "eighteen", "nineteen"]
    tens = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    if count < 20:
        return units[count]
    ten, unit = divmod(count, 10)
    return tens[ten - 2] + (f"-{units[unit]}" if unit else "")


@given(caught, st.lists(harmless, max_size=3), st.lists(harmless, max_size=3), readings)
def test_a_harmless_sentence_before_or_behind_removes_no_finding(text, before, behind, reading):
    alone = rules(text, reading)
    assume(alone)
    told = rules(" ".join([*before, text, *behind]), reading)
    assert all(one in told for one in alone)


@given(caught, readings, st.data())
def test_spaces_hyphens_and_invisible_letters_decide_nothing(text, reading, data):
    spaces = st.sampled_from([" ", "  ", "\n", "\u00a0", " \u200b", "\t"])
    spaced = "".join(data.draw(spaces) if letter == " " else letter for letter in text)
    spaced = spaced.replace("-", data.draw(st.sampled_from(["-", "‑", "–"])))
    assert [one.rule for one in words.found(spaced, reading)] == [
        one.rule for one in words.found(text, reading)
    ]


@given(caught, readings, st.sampled_from([str.upper, str.title, str.capitalize]))
def test_capitals_free_no_text(text, reading, cased):
    """A name is told by its capital letter; whatever counts or tells a figure is so in any case."""
    assume(words.found(text, reading))
    assert words.found(cased(text), reading)


@given(st.sampled_from(CAUGHT[:5]), readings)
def test_small_letters_free_no_count_no_age_and_no_figure(text, reading):
    assume(words.found(text, reading))
    assert words.found(text.lower(), reading)


@given(
    letters,
    letters,
    st.integers(1, 99),
    st.sampled_from(PEOPLE),
    st.booleans(),
    st.sampled_from(["", "all ", "the ", "of the "]),
)
@settings(max_examples=200)
def test_the_hidden_count_beside_a_word_for_people_is_always_caught(
    before, behind, count, people, in_words, of
):
    """In a text on the measure, whatever stands before and behind it."""
    figure = HiddenFigure("X1", "2023-24-Q2", ("Moves",), count=count, multiplier=1)
    number = spoken(count) if in_words else str(count)
    text = f"{before}. So {number} {of}{people} were. {behind}"
    found = words.found(text, Reading(about=(figure,)))
    place = len(before) + 5
    assert any(one.start <= place and place + len(number) <= one.end for one in found), found


@given(letters, letters, st.integers(1, 5), st.sampled_from(PEOPLE), st.booleans())
@settings(max_examples=200)
def test_very_few_people_are_caught_in_any_text_on_anything(before, behind, count, people, in_words):
    number = spoken(count) if in_words else str(count)
    assume(count > 1)
    text = f"{before}. So {number} {people} moved. {behind}"
    found = words.found(text, Reading())
    assert any(one.rule == Rule.FEW_PEOPLE and people in one.words for one in found)


@given(st.text(max_size=200), readings)
@settings(max_examples=200)
def test_a_phrase_stands_where_it_is_said_to_stand(text, reading):
    for one in words.found(text, reading):
        assert text[one.start : one.end] == one.words
        assert one.words


@given(st.text(max_size=120))
def test_a_text_made_plain_keeps_its_places(text):
    read = spelt(text)
    assert len(read.places) == len(read.plain) + 1
    assert list(read.places) == sorted(read.places)


@given(st.integers(0, 99))
def test_numbers_in_words_are_worth_what_they_say(count):
    assert worded(spoken(count)) == count
    assert [one.worth for one in numbers(f"So {spoken(count)} came.")] == [count]


@given(st.integers(1, 9), st.integers(0, 99), st.integers(0, 20))
def test_hundreds_and_thousands_in_words(hundreds, rest, thousands):
    said = f"{spoken(hundreds)} hundred" + (f" and {spoken(rest)}" if rest else "")
    said = f"{spoken(thousands)} thousand {said}" if thousands else said
    assert worded(said) == 1000 * thousands + 100 * hundreds + rest


@given(caught, readings)
def test_an_approval_under_its_digest_is_of_one_phrase(text, reading):
    found = words.found(text, reading)
    assert len({words.digest(text, one) for one in found}) == len(found)
