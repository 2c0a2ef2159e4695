"""The law of the ledger: in whatever order deliveries come, it reads as a plain record of them would."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.audit import verify as audit_verify
from goldenthread.observations import verify
from goldenthread.observations.delivery import ObservationsDisagree
from tests.rooms.observations.figures import day, figure, record, values

START = day(1, 1, 2023)
DAYS = 6
KEYS = [("CUS01", "2023-07"), ("CUS01", "2023-08"), ("ENV02", "2023-07")]

said = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["1", "2", "3", None]), min_size=1)
deliveries = st.lists(st.tuples(st.integers(0, DAYS - 1), said), max_size=8)


class PlainRecord:
    """The simplest thing that could be right: for each key, what was said on which day."""

    def __init__(self):
        self.said = {}

    def contradicts(self, day_number, figures):
        return any(self.said.get((key, day_number), value) != value for key, value in figures.items())

    def take(self, day_number, figures):
        for key, value in figures.items():
            self.said[key, day_number] = value

    def known(self, day_number):
        known = {}
        for (key, said_on), value in sorted(self.said.items(), key=lambda item: item[0][1]):
            if said_on <= day_number:
                known[key] = value
        return known


def moment(day_number):
    return START + timedelta(days=day_number)


def deliver(day_number, figures, name):
    rows = [figure(value, indicator=key[0], period=key[1]) for key, value in figures.items()]
    return record(*rows, known_from=moment(day_number), name=name)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deliveries)
def test_any_deliveries_in_any_order_read_as_a_plain_record_would(deliveries):
    plain = PlainRecord()
    with transaction.atomic():
        for number, (day_number, figures) in enumerate(deliveries):
            if plain.contradicts(day_number, figures):
                with pytest.raises(ObservationsDisagree):
                    deliver(day_number, figures, f"file {number}")
                continue
            plain.take(day_number, figures)
            deliver(day_number, figures, f"file {number}")
        for day_number in range(-1, DAYS):
            assert values(moment(day_number)) == plain.known(day_number)
        assert list(verify.faults()) == list(audit_verify.faults()) == []
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deliveries.flatmap(lambda made: st.tuples(st.just(made), st.permutations(range(len(made))))))
def test_the_order_of_loading_makes_no_difference_to_what_was_known(made_and_order):
    made, order = made_and_order
    said_on = {}
    for day_number, figures in made:
        said_on.setdefault(day_number, {}).update(figures)

    def read_after(numbers):
        with transaction.atomic():
            for number in numbers:
                day_number = made[number][0]
                if day_number in (made[n][0] for n in numbers[: numbers.index(number)]):
                    continue
                deliver(day_number, said_on[day_number], f"file {number}")
            found = [values(moment(day_number)) for day_number in range(DAYS)]
            transaction.set_rollback(True)
        return found

    assert read_after(list(range(len(made)))) == read_after(list(order))
