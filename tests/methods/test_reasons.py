"""Reasons for no rating: one closed list."""

import polars as pl
import pytest

from goldenthread.methods import rating, reasons


def test_words_as_people_write_them():
    assert reasons.get("Not due").code == "not_due"
    written = pl.DataFrame({"reason": ["Not applicable", "", None, "carried-over"]})
    assert written.select(reasons.code_of(pl.col("reason")))["reason"].to_list() == [
        "not_applicable", None, None, "carried_over",
    ]  # fmt: skip


def test_another_word_is_refused():
    with pytest.raises(
        reasons.NotAReason, match="'because' is no reason for a missing rating; use one of not_due"
    ):
        reasons.get("because")
    frame = pl.DataFrame({"value": [None], "scheme": [""], "polarity": [""], "reason": ["because"]})
    with pytest.raises(reasons.NotAReason):
        rating.rate(frame, {})


def test_counts_are_printed_in_one_order():
    assert reasons.ordered(["hidden", "no_target", "not_due", "awaited", "hidden"]) == [
        "not_due", "awaited", "no_target", "hidden",
    ]  # fmt: skip


def test_only_what_is_awaited_leaves_a_figure_rated():
    assert [code for code, reason in reasons.REASONS.items() if not reason.blocks_a_value] == ["awaited"]
