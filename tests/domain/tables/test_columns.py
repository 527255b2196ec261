import pytest

from aimwell.domain.errors import Refused
from aimwell.domain.tables.cells import clean, delimiter_of, harmless, is_formula, rows_of
from aimwell.domain.tables.columns import layout_of
from aimwell.domain.tables.encoding import encoding_of
from aimwell.domain.tables.kinds import unit_of


def table(text):
    lines = text.splitlines(keepends=True)
    return list(rows_of(lines, delimiter_of(lines)))


def roles(text, **options):
    return layout_of(table(text), **options).roles


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiter_of_finds_what_stands_between_the_cells(sign):
    assert delimiter_of([f"Date{sign}n\n", f"2027-01-04{sign}3\n"]) == sign


def test_delimiter_of_prefers_semicolons_over_decimal_commas():
    assert delimiter_of(["Date;Score\n", "2027-01-04;91,62\n", "2027-01-05;90,10\n"]) == ";"


def test_layout_of_a_tally_leaves_student_names_out():
    layout = layout_of(table("Date\troom\tgave reason\tn\tName\n1/11/2027\t12\t16\t24\tMaria Lopez\n"
                             "1/11/2027\t14\t11\t26\tJo Smith\n1/19/2027\t12\t15\t24\tAna Li\n"))  # fmt: skip
    assert layout.roles == ("date", "series", "numerator", "denominator", "out")
    assert [column.students for column in layout.columns] == [False, False, False, False, True]
    assert layout.columns[4].looks == ()
    assert layout.first == 1


def test_layout_of_one_column_of_numbers_has_no_heading():
    for text in ("31\n34\n36\n", "6 of 24\n7 of 24\n", "31 %\n32 %\n"):
        layout = layout_of(table(text))
        assert (layout.first, layout.roles) == (0, ("value",))


def test_layout_of_skips_titles_above_the_headings():
    layout = layout_of(table("Attendance 9th grade\n\nDate,Rate\n2027-01-04,91\n"))
    assert (layout.first, layout.roles) == (3, ("date", "value"))


def test_layout_of_parts_of_one():
    assert roles("Date,Rate\n2027-01-04,0.91\n2027-01-05,0.9\n") == ("date", "share")
    assert roles("Date,Rate\n2027-01-04,0.91\n2027-01-05,0.9\n", shares=False) == ("date", "value")


def test_layout_of_teachers_is_not_taken_for_students():
    rows = [f"2027-01-{day:02},{teacher},{day}\n" for day in range(4, 9) for teacher in ("Ms. Ortiz", "Mr. Hall")]
    assert roles("Date,Teacher,Score\n" + "".join(rows)) == ("date", "series", "value")


def test_encoding_of_utf8_utf16_and_windows():
    assert encoding_of(["é".encode()]).name == "utf-8-sig"
    assert encoding_of(["é".encode("utf-16")]).name == "utf-16"
    assert (encoding_of(["é".encode("cp1252")]).name, encoding_of(["é".encode("cp1252")]).guessed) == ("cp1252", True)


def test_encoding_of_a_letter_cut_between_chunks():
    raw = "é".encode()
    assert encoding_of([raw[:1], raw[1:]]).name == "utf-8-sig"


@pytest.mark.parametrize(("raw", "code"), [(b"", "empty_file"), (b"ab\x00c", "not_text"), (b"%PDF-1.7", "not_text")])
def test_encoding_of_refuses_what_is_no_text(raw, code):
    with pytest.raises(Refused) as refusal:
        encoding_of([raw] if raw else [])
    assert refusal.value.code == code


def test_clean_removes_control_characters():
    assert clean("THE STAR \x1a P.S.63") == "THE STAR P.S.63"


def test_harmless_cells_are_run_by_no_spreadsheet():
    assert [harmless(text) for text in ("=1+1", "+1", "-1", "@a", "a")] == ["'=1+1", "'+1", "'-1", "'@a", "a"]
    assert (is_formula("=1"), is_formula("-"), is_formula("a")) == (True, False, False)


def test_unit_of_pasted_numbers():
    assert unit_of("late buses", [""], table("3\n4\n"), 0) == "count"
    assert unit_of("minutes", [""], table("3.5\n4\n"), 0) == "number"
    assert unit_of("share on time", [""], table("3\n4\n"), 0) == "percent"
    assert unit_of("on time", [""], table("3/4\n4/5\n"), 0) == "percent"
    assert unit_of("on time", [""], table("75%\n80%\n"), 0) == "percent"
