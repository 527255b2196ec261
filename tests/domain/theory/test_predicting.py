"""Cuts by one attribute and by two, what stays hidden in them, and where a loss sits."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.equity.presets import PRESETS
from aimwell.domain.errors import Refused
from aimwell.domain.tables.columns import layout_of
from aimwell.domain.theory.count_tables import WEEKDAY, count_table, rows_to_cut
from aimwell.domain.theory.predicting import CountRow, cut_by, ends_of, where_lost
from domain.theory import sage

DAY, DISTANCE, SPED = 0, 1, 2


def read(text):
    rows = list(csv.reader(text.splitlines()))
    layout = layout_of(rows)
    return count_table(layout.columns, rows[layout.first :])


def test_the_joint_table_has_exactly_the_sums_of_the_source():
    for day in sage.DAYS:
        mine = [row for row in sage.rows() if row[0] == day]
        assert sum(row[3] for row in mine) == sage.ALL[day]
        for place, group, known in (
            (1, "near", sage.NEAR), (1, "far", sage.FAR), (2, "yes", sage.SPED), (2, "no", sage.OTHER)
        ):  # fmt: skip
            part = [row for row in mine if row[place] == group]
            assert (sum(row[3] for row in part), sum(row[4] for row in part)) == (known[day], sage.POSSIBLE[group])
        assert all(0 <= row[3] <= row[4] for row in mine)


@pytest.mark.ac("S4 R-24")
def test_the_table_of_sage_is_read_without_being_told_what_its_columns_are():
    table = read(sage.text())
    assert table.attributes == ("day", "distance", "special education")
    assert (table.numbers[table.count], table.numbers[table.whole], table.lost) == ("present", "possible", False)
    assert len(rows_to_cut(table)) == 20


@pytest.mark.ac("S4 R-23")
@pytest.mark.ac("S4 R-24")
@pytest.mark.ac("S4 R-25")
def test_sage_no_prediction_is_borne_out_and_the_pair_shows_where_the_loss_sits():
    rows = rows_to_cut(read(sage.text()))
    days = cut_by(rows, DAY, times=50)
    by_day = {name: days.rate(k, 0) for k, name in enumerate(days.rows)}
    assert {name: round(100 * rate, 1) for name, rate in by_day.items()} == {
        "Mon": 94.0, "Tue": 94.5, "Wed": 88.1, "Thu": 94.3, "Fri": 93.6
    }  # fmt: skip
    ends = ends_of(days)
    assert (days.rows[ends.lowest], days.rows[ends.highest]) == ("Wed", "Tue")  # 2: no long weekends

    pair = cut_by(rows, DAY, SPED, times=50)
    gaps = [abs(pair.rate(k, 0) - pair.rate(k, 1)) for k in range(5)]
    assert max(gaps) < 0.01  # 1: special education makes under one point on every day

    pair = cut_by(rows, DAY, DISTANCE, times=50)
    assert pair.columns == ("near", "far")
    assert all(pair.rate(k, 0) > pair.rate(k, 1) for k in range(5))  # 3: near is above far on every day
    loss = where_lost(pair)
    assert (pair.rows[loss.row], pair.columns[loss.most]) == ("Wed", "far")
    assert (round(loss.parts[1]), round(loss.total), round(100 * loss.share)) == (299, 361, 83)


@pytest.mark.ac("S4 R-25")
def test_race_by_lunch_is_a_table_of_two_by_two_with_small_cells_hidden_and_named():
    rows = [
        CountRow(("White", "FRL"), 62, 100), CountRow(("White", "not FRL"), 180, 240),
        CountRow(("Black", "FRL"), 40, 90), CountRow(("Black", "not FRL"), 4, 8),
    ]  # fmt: skip
    cut = cut_by(rows, 0, 1)
    assert (cut.rows, cut.columns) == (("White", "Black"), ("FRL", "not FRL"))
    assert not cut.shown[1, 1]
    assert cut.hidden >= 1
    assert "Black" in cut.hidden_names
    wide = cut_by([CountRow(row.values, row.count * 10, row.whole * 10) for row in rows], 0, 1)
    assert wide.hidden == 0
    assert wide.rate(1, 1) == 0.5
    assert cut_by([CountRow(row.values, row.count * 10, row.whole * 10) for row in rows], 0, 1, times=10).hidden >= 1


@pytest.mark.ac("S4 R-24")
def test_a_row_for_each_student_and_day_gives_tables_by_each_and_by_any_pair():
    lines = ["date,school,distance band,sped,race,FRL,present"]
    for k in range(400):
        day = 1 + k % 28
        lines.append(
            f"2026-09-{day:02},{'North' if k % 2 else 'South'},{'far' if k % 3 else 'near'},{'yes' if k % 5 else 'no'},"
            f"{'A' if k % 7 < 4 else 'B'},{'yes' if k % 4 < 2 else 'no'},{int(k % 11 > 0)}"
        )
    table = read("\n".join(lines))
    assert table.attributes == ("date", "school", "distance band", "sped", "race", "FRL")
    assert table.whole is None
    assert table.numbers[table.count] == "present"
    rows = rows_to_cut(table)
    assert sum(row.whole for row in rows) == 400
    assert set(cut_by(rows, 0).rows) == {f"{WEEKDAY}{k}" for k in range(1, 8)}
    for first in range(6):
        for second in range(6):
            if first != second:
                assert cut_by(rows, first, second).wholes.sum() == 400


def test_what_is_lost_can_be_counted_instead():
    table = read("day,absent,enrolled\nMon,20,200\nWed,50,200\n")
    assert table.lost
    loss = where_lost(cut_by(rows_to_cut(table), 0, lost=True))
    assert (loss.row, round(loss.total)) == (1, 30)


@pytest.mark.parametrize(
    ("text", "code"),
    [("day,band\nMon,far\n", "no_counts"), ("present,possible\n20,30\n40,50\n", "no_groups"), ("", "empty_file")],
)
def test_a_table_that_cannot_be_cut_says_what_it_lacks(text, code):
    with pytest.raises(Refused) as refusal:
        read(text)
    assert refusal.value.code == code


def test_rows_without_a_number_are_counted_and_left_out_and_names_are_never_kept():
    table = read("student,day,present,possible\nAna Ruiz,Mon,3,4\nBo Li,Tue,,4\nCy Day,Tue,2,4\n")
    assert (table.skipped, table.attributes, table.left_out) == (1, ("day",), ("student",))


def test_too_many_combinations_are_refused():
    lines = ["a,b,c,present,possible"]
    lines += [f"a{i},b{j},c{k},12,13" for i in range(20) for j in range(20) for k in range(13)]
    with pytest.raises(Refused) as refusal:
        read("\n".join(lines))
    assert refusal.value.code == "too_many_groups"


groups = st.sampled_from(("a", "b", "c", "d"))
counted = st.tuples(groups, groups, st.integers(0, 60), st.integers(0, 60)).map(
    lambda row: CountRow(row[:2], float(row[2]), float(row[2] + row[3]))
)


@given(st.lists(counted, min_size=1, max_size=30), st.integers(1, 5))
def test_small_cells_are_never_shown_and_never_alone(rows, times):
    rule = PRESETS["usual"]
    cut = cut_by(rows, 0, 1, times=times, rule=rule)
    small = (cut.wholes > 0) & (cut.wholes / times < rule.minimum)
    assert not (small & cut.shown).any()
    for column in range(len(cut.columns)):
        hidden = (~cut.shown[:, column]).sum()
        assert hidden != 1 or not cut.totals[column] or not small[:, column].any()


@given(st.lists(counted, min_size=1, max_size=30))
def test_the_parts_of_a_loss_add_up_and_the_table_keeps_every_count(rows):
    cut = cut_by(rows, 0, 1)
    assert cut.counts.sum() == sum(row.count for row in rows)
    assert cut.wholes.sum() == sum(row.whole for row in rows)
    loss = where_lost(cut)
    if loss is not None:
        assert loss.total > 0
        assert 0 < loss.share <= 1
        assert sum(loss.parts) == pytest.approx(loss.total)


def test_columns_are_told_apart_by_name_where_their_numbers_do_not():
    heads = "grade,task,frl,gave a reason,students heard"
    table = read(f"{heads}\n4,one,0,3,20\n4,two,1,11,20\n5,one,1,4,21\n5,two,0,12,20\n")
    assert table.attributes == ("grade", "task", "frl")
    assert (table.numbers[table.count], table.numbers[table.whole]) == ("gave a reason", "students heard")
