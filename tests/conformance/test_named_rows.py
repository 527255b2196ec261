"""Rows that are named measures are matched by name."""

from aimwell.conformance.compare import compare

D, R, MLD = {"measure": "d", "estimate": 1}, {"measure": "r", "estimate": 2}, {"measure": "mld", "estimate": 3}


def test_the_order_of_measures_has_no_meaning():
    assert compare([D, R], [R, D]).differences == ()


def test_a_measure_too_few_or_too_many():
    assert [one.path for one in compare([D, R], [D]).differences] == ["[1].measure", "[1].estimate"]
    extra = compare([D, R], [MLD, R, D])
    assert [(one.path, one.ours) for one in extra.differences] == [("[2]", MLD)]
    assert (extra.values, extra.matched) == (6, 4)


def test_other_rows_keep_their_order():
    assert len(compare([D, D], [D, R]).differences) == 2
    assert len(compare([1, 2], [2, 1]).differences) == 2
    assert len(compare([{"group": "a"}, {"group": "b"}], [{"group": "b"}, {"group": "a"}]).differences) == 2
