import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.tables.dates import date_column, kind_of, read_date

FEB_3 = datetime.date(2027, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-03", "2027/2/3", "2027-02-03T00:00:00", "20270203", "2/3/2027", "02/03/27", "2-3-2027",
        "Feb 3, 2027", "February 3 2027", "3 Feb 2027", "3-Feb-27", "3 de febrero de 2027", "Wed, Feb 3, 2027",
    ],
)  # fmt: skip
def test_read_date_in_every_usual_form(text):
    assert read_date(text, date_column([text])) == FEB_3


def test_read_date_of_a_spreadsheet_number():
    assert read_date("46421", date_column(["46421"])) == FEB_3


@pytest.mark.parametrize(
    "text", ["", "soon", "2027-13-01", "2/30/2027", "20271340", "3", "91.62", "12/24", "Foo 3, 2027"]
)
def test_read_date_refuses_what_is_no_date(text):
    assert read_date(text, date_column([text])) is None


def test_date_column_is_month_first_while_it_can_be():
    column = date_column(["1/2/2027", "3/25/2027"])
    assert (column.order, column.forced) == ("month_first", "3/25/2027")
    assert read_date("1/2/2027", column) == datetime.date(2027, 1, 2)


def test_date_column_is_day_first_only_when_forced():
    column = date_column(["1/2/2027", "25/1/2027"])
    assert (column.order, column.forced) == ("day_first", "25/1/2027")
    assert read_date("1/2/2027", column) == datetime.date(2027, 2, 1)


def test_date_column_that_fits_neither_order_stays_month_first():
    column = date_column(["25/1/2027", "1/25/2027"])
    assert column.order == "month_first"
    assert read_date("25/1/2027", column) is None


def test_kind_of_tells_compact_from_a_plain_number():
    assert kind_of("20120119") == "compact"
    assert kind_of("99120119") is None


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2068, 12, 31)))
def test_read_date_gives_back_every_form_of_a_date(day):
    forms = [day.isoformat(), day.strftime("%Y%m%d"), day.strftime("%m/%d/%Y"), day.strftime("%b %d, %Y")]
    assert [read_date(text, date_column(["12/31/1999", text])) for text in forms] == [day] * 4
