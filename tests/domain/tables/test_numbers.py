import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.tables.numbers import decimal_comma, read_number, read_pair


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("91.62", 91.62), ("1,234", 1234.0), ("1,234.5", 1234.5), ("34%", 34.0), ("34 %", 34.0), ("-3", -3.0),
        ("+4", 4.0), (".5", 0.5), ("0", 0.0), ("\u22125", -5.0), ("1e3", 1000.0),
    ],
)  # fmt: skip
def test_read_number(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["", "NS", "nan", "inf", "1e999", "1,23", "12/24", "=1", "4 of 5", "--", "1.2.3"])
def test_read_number_refuses_the_rest(text):
    assert read_number(text) is None


def test_decimal_comma_is_decided_by_a_value_that_can_be_nothing_else():
    assert decimal_comma(["91,62", "90"]) is True
    assert decimal_comma(["1,234", "2,500"]) is False
    assert (read_number("91,62", comma=True), read_number("1.234,5", comma=True)) == (91.62, 1234.5)


@pytest.mark.parametrize("text", ["12/24", "12 / 24", "12 of 24", "12 out of 24", "12 de 24"])
def test_read_pair(text):
    assert read_pair(text) == (12.0, 24.0)


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 3)))
def test_read_number_reads_what_python_writes(value):
    assert read_number(f"{value:,.3f}") == pytest.approx(value)


@given(st.text(max_size=20))
def test_read_number_and_pair_never_break(text):
    number = read_number(text)
    assert number is None or abs(number) < float("inf")
    read_pair(text)
