import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.tables.check import check
from aimwell.domain.tables.choices import Choices
from aimwell.domain.words.files import TABLE, row_sentence
from aimwell.domain.words.tables import gaps

TODAY = datetime.date(2027, 2, 9)
PAIR = ("date", "numerator", "denominator")


def looked(rows, roles=("date", "value"), **choices):
    return check(rows, Choices(roles=roles, **choices), first=0, today=TODAY)


def codes(checked):
    return [(one.row, one.code) for one in checked.rejected]


def test_check_names_the_row_in_the_file():
    checked = check(
        [["Date", "Value"], [], ["2027-01-04", "3"], ["soon", "4"]], Choices(("date", "value")), first=1, today=TODAY
    )
    assert [one.row for one in checked.accepted] == [3]
    assert codes(checked) == [(4, "bad_date")]
    assert checked.rows == 2


def test_check_bad_cells_have_their_own_reasons():
    checked = looked(
        [
            ["2027-03-01", "3"], ["", "3"], ["2027-01-04", "many"], ["2027-01-05", ""], ["2027-01-06", "-2"],
            ["2027-01-07", "=1+1"], ["=HYPERLINK(1)", "3"], ["2027-01-08", "<script>alert(1)</script>"],
        ]
    )  # fmt: skip
    assert codes(checked) == [
        (1, "future_date"), (2, "no_date"), (3, "bad_number"), (4, "no_number"), (5, "negative_count"),
        (6, "formula_cell"), (7, "formula_cell"), (8, "bad_number"),
    ]  # fmt: skip
    assert checked.accepted == []


def test_check_below_zero_is_fine_for_signed_numbers():
    assert looked([["2027-01-04", "-2"]], signed=True).accepted[0].value == -2.0


def test_check_shares():
    checked = looked(
        [["2027-01-04", "12", "24"], ["2027-01-05", "5", "0"], ["2027-01-06", "16", "12"], ["2027-01-07", "4", ""]],
        PAIR,
    )
    assert checked.accepted[0][3:] == (50.0, 12.0, 24.0, "")
    assert codes(checked) == [(2, "zero_denominator"), (3, "numerator_above_denominator"), (4, "missing_denominator")]


def test_check_swaps_when_asked():
    checked = looked([["2027-01-04", "16", "12"], ["2027-01-05", "16", "12"]], PAIR, swap=True)
    assert [one[4:6] for one in checked.accepted] == [(12.0, 16.0), (12.0, 16.0)]
    assert checked.swapped == 2


def test_check_pairs_in_one_cell():
    assert looked([["2027-01-04", "12 of 24"]]).accepted[0][3:] == (50.0, 12.0, 24.0, "")


def test_check_words_become_missing_when_chosen():
    rows = [["2027-01-04", "NS"], ["2027-01-05", "90"]]
    assert looked(rows).words == {"NS": 1}
    assert codes(looked(rows)) == [(1, "bad_number")]
    assert looked(rows, missing={"NS": "not_submitted"}).accepted[0][3:] == (None, None, None, "not_submitted")


def test_check_parts_of_one_become_per_cent():
    assert looked([["2027-01-04", "0.34"]], ("date", "share")).accepted[0].value == 34.0


@pytest.mark.parametrize(
    ("choice", "kept", "left"), [("out", [], 2), ("first", [3.0], 0), ("last", [4.0], 0), ("add", [7.0], 0)]
)
def test_check_the_same_date_twice(choice, kept, left):
    checked = looked([["2027-01-04", "3"], ["1/4/2027", "4"]], duplicates=choice)
    assert [one.value for one in checked.accepted] == kept
    assert codes(checked) == [(1, "duplicate_date"), (2, "duplicate_date")][: left or None] * bool(left)


def test_check_the_same_date_for_two_rooms_is_no_duplicate():
    rows = [["2027-01-04", "3", "12"], ["2027-01-04", "4", "14"]]
    assert len(looked(rows, ("date", "value", "series")).accepted) == 2


def test_check_long_names_and_formulas_in_names():
    rows = [["2027-01-04", "3", "x" * 121], ["2027-01-05", "3", "@cmd"], ["2027-01-06", "3", "A \x1a B"]]
    checked = looked(rows, ("date", "value", "series"))
    assert codes(checked) == [(1, "long_name"), (2, "formula_cell")]
    assert checked.accepted[0].series == "A B"


def test_check_dates_a_table_without_dates():
    weekly = looked([["3"], ["4"], ["5"]], ("value",), starts=datetime.date(2027, 1, 25))
    assert [one.on.isoformat() for one in weekly.accepted] == ["2027-01-25", "2027-02-01", "2027-02-08"]
    daily = looked([["3"], ["4"]], ("value",), starts=datetime.date(2027, 2, 5), step="day")
    assert [one.on.isoformat() for one in daily.accepted] == ["2027-02-05", "2027-02-08"]
    monthly = looked([["3"], ["4"], ["5"]], ("value",), starts=datetime.date(2026, 11, 30), step="month")
    assert [one.on.isoformat() for one in monthly.accepted] == ["2026-11-30", "2026-12-30", "2027-01-30"]


def test_check_every_reason_has_a_sentence_in_both_languages():
    rows = [["2027-03-01", "3"], ["", "3"], ["x", "y"], ["2027-01-05", ""], ["2027-01-06", "-2"], ["2027-01-07", "=1"]]
    for one in looked(rows).rejected:
        english, spanish = (row_sentence(one.code, one.data, lang) for lang in ("en", "es"))
        assert english
        assert spanish != english
    assert gaps(TABLE) == []


cells = st.sampled_from(["2027-01-04", "1/5/2027", "3", "-1", "NS", "", "=1", "12/24", "0/0", "x", "99999999"])


@given(st.lists(st.lists(cells, max_size=4), max_size=30), st.sampled_from(["out", "first", "last", "add"]))
def test_check_every_row_is_either_taken_or_named(rows, duplicates):
    checked = looked(rows, ("date", "value", "series"), duplicates=duplicates)
    named = {one.row for one in checked.accepted} | {one.row for one in checked.rejected}
    filled = {number for number, row in enumerate(rows, start=1) if any(row)}
    assert named <= filled
    if duplicates == "out":
        assert named == filled
    keys = [(one.series, one.on) for one in checked.accepted]
    assert len(keys) == len(set(keys))
