"""While a pack is made the interpreter looks for no circles of objects; afterwards it does as before."""

import gc

import pytest

from goldenthread.publication.rendering import collection


def test_nothing_is_collected_meanwhile_and_it_goes_on_afterwards():
    with collection.paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure_too():
    with pytest.raises(ZeroDivisionError), collection.paused():
        assert 1 / 0
    assert gc.isenabled()


def test_what_was_off_stays_off():
    gc.disable()
    try:
        with collection.paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
