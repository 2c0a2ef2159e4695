"""Free text: what in the words beside the figures could tell of a person, or of a figure that is hidden.

Every text of people is read before it leaves: comments, challenges, progress, forecasts, judgements, reasons,
the answers to a form. A phrase that is caught holds its text back until it is changed, or until the data
protection lead has approved it. Each table shows texts of which the left part is caught, and texts that pass.
The examples stand beside one hidden figure: 142 of 145 care leavers live in suitable accommodation, 97.9%, so
3 do not; 140 of 145 in June, 96.6%, are published.
"""

import re

import pytest

from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import HiddenFigure, Names, Reading
from tests.spec.worked import examples

HIDDEN = HiddenFigure(
    measure="CSC10",
    period="at2023-09-30",
    names=("Care leavers in suitable accommodation",),
    count=142,
    of=145,
    value=97.931,
    counts=(140,),
    values=(96.552,),
)
SMALL = HiddenFigure(
    measure="CSC01",
    period="2023-24-Q2",
    names=("Assessments in Gorse Hollow",),
    count=3,
    multiplier=1,
    wholes=(15,),
)


def caught(text: str, rule: str, **read_with) -> str | None:
    """The phrases that one rule catches in a text, joined; None where it catches none."""
    found = [one.words for one in words.found(text, Reading(**read_with)) if one.rule == rule]
    return "; ".join(found) or None


@examples("""
| text                                                    | caught_words              |
|---------------------------------------------------------|---------------------------|
| Foster carers retired, and two siblings moved twice.    | two siblings              |
| All but three of 145 care leavers.                      | three of 145 care leavers |
| It rose from three to five children.                    | five children             |
| Both children went home.                                | Both children             |
| The twins are now in one school.                        | twins                     |
| This year 2 pupils were excluded.                       | 2 pupils                  |
| Support was good for both children and adults.          |                           |
| 24 of 227 children moved three times or more.           |                           |
| Fewer than 6 children moved.                            |                           |
| One in five children lives in poverty.                  |                           |
| A count of 1 to 5 people is hidden.                     |                           |
| Two child protection plans and three family hubs.       |                           |
| Under section 3 of the Children Act, in Year 2 classes. |                           |
| Three new purchases complete on 3 December.             |                           |
| Fewer than 3 children moved.                            | 3 children                |
| Three or four residents complained.                     | four residents            |
| The works mean 4 fewer casualties a year.               |                           |
""")
def test_counts_of_very_few_people_are_caught(text, caught_words):
    """One to five people, in digits or words. The rule's own bound, rates and laws count nobody.

    A bound below the rule's ("fewer than 3" where 5 are hidden) tells more than the rule, and is caught.
    """
    assert caught(text, "few-people") == caught_words


@examples("""
| text                                | caught_words  |
|-------------------------------------|---------------|
| Two were assessed late.             | Two were      |
| The delay is down to three of them. | three of them |
| Forty-two were assessed late.       |               |
""")
def test_beside_a_measure_of_people_a_count_may_leave_the_noun_out(text, caught_words):
    """In a comment on a measure of people "two were late" counts people."""
    assert caught(text, "few-people", counts_people=True) == caught_words
    assert caught(text, "few-people") is None


@examples("""
| text                                                          | caught_words    |
|---------------------------------------------------------------|-----------------|
| The sole resident of Quarry End was moved.                    | sole resident   |
| The third child was placed in Kent.                           | third child     |
| A family moved out of the borough.                            | A family moved  |
| A mother of three waited longest.                             | mother of three |
| The oldest client has left.                                   | oldest client   |
| A family hub opened; the second child protection plan counts. |                 |
| If a child was moved, the carer is told.                      |                 |
| Each resident gets an answer.                                 |                 |
| The third hub will open at Foxmoor.                           |                 |
""")
def test_a_phrase_that_singles_one_person_out_is_caught(text, caught_words):
    """ "The only", "the third", "the oldest", and what happened to "a family"."""
    assert caught(text, "one-person") == caught_words


@examples("""
| text                                          | caught_words |
|-----------------------------------------------|--------------|
| A 14-year-old girl was hurt.                  | 14-year-old  |
| The boy, aged 9, is home.                     | boy, aged 9  |
| Children aged 14 and over take part.          |              |
| Residents aged 16 to 17, and 19-21 year olds. |              |
""")
def test_the_age_of_one_person_is_caught(text, caught_words):
    """An age group is no age of a person."""
    assert caught(text, "age-of-a-person") == caught_words


@examples("""
| text                                           | rule         | caught_words              |
|------------------------------------------------|--------------|---------------------------|
| 142 of 145 live somewhere suitable.            | hidden-count | 142 of 145                |
| Some one hundred and forty-two.                | hidden-count | one hundred and forty-two |
| All but three live somewhere suitable.         | hidden-count | three                     |
| The remaining 3 have an offer.                 | hidden-count | 3                         |
| 97.9%, better than in June.                    | hidden-rate  | 97.9%                     |
| Some ninety-eight per cent.                    | hidden-rate  | ninety-eight per cent     |
| Only 2% are not suitable.                      | hidden-rate  | 2%                        |
| One in forty-eight is not suitable.            | hidden-rate  | One in forty-eight        |
| The target of 95% is met.                      | hidden-rate  |                           |
| £142 on 3 October 2023, page 3; 142 Mill Road. | hidden-count |                           |
| Offers take three weeks.                       | hidden-count |                           |
""")
def test_what_equals_a_hidden_figure_is_caught(text, rule, caught_words):
    """The count, what it leaves out, the rate to any decimals, the rest of its hundred, one in so many."""
    assert caught(text, rule, about=(HIDDEN,)) == caught_words


@examples("""
| text                                 | caught_words          |
|--------------------------------------|-----------------------|
| Two more than in June.               | Two                   |
| Up 1.4 percentage points since June. | 1.4 percentage points |
| Five more than in June.              |                       |
""")
def test_a_difference_from_a_published_figure_is_caught(text, caught_words):
    """Two more than the published 140 are 142."""
    assert caught(text, "hidden-by-difference", about=(HIDDEN,)) == caught_words


@examples("""
| text                                              | caught_words |
|---------------------------------------------------|--------------|
| The other five wards together had 12 assessments. | 12           |
| The other five wards together had 11 assessments. |              |
""")
def test_a_sum_that_leaves_the_hidden_count_is_caught(text, caught_words):
    """Gorse Hollow's 3 are hidden, the total of 15 is published: 12 for all others is 3 for Gorse Hollow."""
    assert caught(text, "hidden-by-sum", about=(SMALL,)) == caught_words


@examples("""
| text                                                                  | caught_words |
|-----------------------------------------------------------------------|--------------|
| Accommodation is suitable for care leavers. All but 3 have a tenancy. | 3            |
| For CSC10 the number was 142.                                         | 142          |
| Elsewhere 142 of 145 were happy.                                      | 142 of 145   |
| The hub saw 142 visitors; all but 3 came back.                        |              |
""")
def test_a_text_on_something_else_may_not_tell_it_either(text, caught_words):
    """Where a sentence speaks of the measure, by code or name; the pair of numbers wherever it stands."""
    assert caught(text, "hidden-count", others=(HIDDEN,)) == caught_words


@examples("""
| text                                                     | caught_words |
|----------------------------------------------------------|--------------|
| Half were visited twice.                                 | Half; twice  |
| A target of 95 was set.                                  | 95           |
| Better than in June 2023. See S7, section 24 of the Act. |              |
| Fewer than 6 are not; nearly all are.                    |              |
| Fewer than 4 are not.                                    | 4            |
""")
def test_a_text_on_a_hidden_figure_may_hold_no_number(text, caught_words):
    """Any number may be the figure, or the way to it. Dates, codes, laws, addresses and money are not.

    Nor is the rule's own bound, which is what a writer is asked to say instead.
    """
    assert caught(text, "number-beside-a-hidden-figure", about=(HIDDEN,)) == caught_words


GORSE_HOLLOW = HiddenFigure(
    measure="CSC01",
    period="2023-24-Q2",
    names=("Assessments within 45 days",),
    count=2,
    of=3,
    value=66.667,
    wholes=(486,),
    group=(words.groups.pattern("Gorse Hollow"),),
)


@examples("""
| text                                           | caught_words      |
|------------------------------------------------|-------------------|
| 3 of them were in Gorse Hollow.                | 3; 3 of them      |
| In Gorse Hollow two thirds were in time.       | two               |
| All but one in gorse hollow were in time.      | one               |
| The other 21 wards had 484.                    | 484               |
| Gorse Hollow had ten assessments.              | ten               |
| Fewer than 6 were in Gorse Hollow.             |                   |
| 486 of 585 were in time; Saltings had 30 of 40.|                   |
""")
def test_a_hidden_group_may_not_be_told_in_a_text_on_its_measure(text, caught_words):
    """Of Gorse Hollow's 3 assessments 2 were in time, of all 585 were 486, which is published.

    In a sentence that names the ward any number is caught; elsewhere only what is left of the total.
    """
    reading = Reading(about=(GORSE_HOLLOW,), counts_people=True)
    assert "; ".join(one.words for one in words.found(text, reading)) == (caught_words or "")


@examples("""
| text                                   | caught_words |
|----------------------------------------|--------------|
| CSC01: 2 in time in Gorse Hollow.      | 2            |
| Gorse Hollow has 2 new bins.           |              |
| Three hubs opened in Gorse Hollow.     |              |
""")
def test_a_text_on_something_else_tells_of_a_group_only_where_it_speaks_of_its_measure(text, caught_words):
    """A number beside the name of a ward is mostly about something else."""
    assert caught(text, "hidden-count", others=(GORSE_HOLLOW,)) == caught_words


@examples("""
| label                           | beside        | text                            | named         |
| ------------------------------- | ------------- | ------------------------------- | ------------- |
| 65 to 74                        | 75 to 84      | Those aged 65-74                | 65-74         |
| 85 and over                     | 75 to 84      | Over-85s, or 85+                | Over-85s; 85+ |
| Under 5                         | 5 to 9        | The under-5s, not under 50      | under-5s      |
| Female                          | Male          | Girls and women, not men        | Girls; women  |
| Asian or Asian British          | White British | Asian clients; asian food       | Asian         |
| White, other                    | White British | White British clients           |               |
| Mixed or multiple ethnic groups | White British | A mixed picture; Mixed families | Mixed         |
""")
def test_a_group_is_known_by_the_ways_in_which_people_write_it(label, beside, text, named):
    """Bands of age, sexes, and labels with "or" have several; a word that means two groups means neither."""
    pattern = re.compile(words.groups.pattern(label, [label, beside]), re.IGNORECASE)
    assert "; ".join(match[0] for match in pattern.finditer(text)) == (named or "")


KNOWN = Names(
    never=frozenset({"Zebediah Quillfeather"}),
    public=frozenset({"Cllr P. Lanternby", "V. Ledgerly"}),
    places=frozenset({"Alice Holt", "Dr Barnaby Surgery"}),
)


@examples("""
| text                                                    | rule               | caught_words             |
|---------------------------------------------------------|--------------------|--------------------------|
| Mrs Okonjo and Dr. A. Smith complained.                 | person-named       | Mrs Okonjo; Dr. A. Smith |
| Cllr Brown asked for it.                                | person-named       | Cllr Brown               |
| J. Smith and A. K. Patel were told.                     | person-named       | J. Smith; A. K. Patel    |
| Fatima Begum moved in.                                  | person-named       | Fatima Begum             |
| zebediah  quillfeather wrote in.                        | name-never-printed | zebediah  quillfeather   |
| Cllr Lanternby and Councillor P Lanternby; V. Ledgerly. | person-named       |                          |
| Our Head of Care opened Alice Holt, Mary Seacole House. | person-named       |                          |
| See option B. Residents agreed. James Street is closed. | person-named       |                          |
""")
def test_a_name_of_a_person_is_caught(text, rule, caught_words):
    """A title or initials with a surname, a common first name with one, and names that must never be printed.

    Councillors in their role, officers whom a form prints, wards, streets and firms come from the council's
    own data and pass.
    """
    assert caught(text, rule, names=KNOWN) == caught_words


def test_a_finding_says_why_and_what_would_be_right():
    """Where the phrase stands, the rule, the reason in plain words and the remedy."""
    (one,) = words.found("Then two siblings moved.", Reading())
    assert (one.start, one.end, one.rule) == (5, 17, "few-people")
    assert one.why == "its words count very few people"
    assert one.instead == "say “fewer than 6”, or leave it out"


def test_an_approval_holds_for_one_text_alone():
    """A word changed anywhere asks the data protection lead anew."""
    first, second = "Two siblings moved.", "Two siblings moved again."
    digests = {words.digest(text, words.found(text, Reading())[0]) for text in (first, second)}
    assert len(digests) == 2


@pytest.mark.parametrize("few", [4, 5, 7, 9])
def test_what_is_few_is_the_policys_word(few: int):
    """Where a policy hides counts up to 7, seven siblings are few, and eight are not."""
    assert words.found(f"{few} siblings moved.", Reading(few=few))
    assert not words.found(f"{few + 1} siblings moved.", Reading(few=few))
