import datetime
import uuid

import pytest
import time_machine

from aimwell.contexts.measures.models import DataImport, ImportState, Observation, Series
from aimwell.contexts.measures.services import (
    apply_import,
    choose_columns,
    discard_import,
    put_value,
    start_from_paste,
    start_import,
    take_back_value,
    undo_import,
)
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, Refused
from contexts.measures.conftest import upload

TWO = "date,n\n2026-01-05,12/24\n2026-01-12,13/26\n"


def live(measure):
    rows = Observation.objects.filter(series__measure=measure, ended_at=None)
    return list(rows.order_by("observed_on").values_list("series__name", "observed_on", "numerator", "denominator"))


def test_apply_import_puts_all_rows_in_with_one_line_of_history(ana, measure, put):
    done = put(TWO)
    assert done.state == ImportState.APPLIED
    assert live(measure) == [
        ("", datetime.date(2026, 1, 5), 12.0, 24.0), ("", datetime.date(2026, 1, 12), 13.0, 26.0)
    ]  # fmt: skip
    event = events_of(measure).first()
    assert (event.verb, event.actor_id) == ("numbers_put_in", ana.pk)
    assert event.after == {
        "import": done.pk, "file": "", "new": 2, "replaced": 0, "same": 0, "left_out": 0
    }  # fmt: skip


def test_apply_import_twice_puts_the_rows_in_once(ana, measure, put):
    done = put(TWO)
    apply_import(by=ana, data_import=done)
    assert len(live(measure)) == 2
    assert events_of(measure).filter(verb="numbers_put_in").count() == 1


def test_start_import_twice_with_one_key_is_one_import(ana, measure):
    key = uuid.uuid4()
    first = start_import(by=ana, measure=measure, text=TWO, key=key)
    assert start_import(by=ana, measure=measure, text=TWO, key=key) == first
    assert DataImport.objects.count() == 1


def test_apply_import_replaces_and_undo_restores_exactly(ana, measure, put):
    put(TWO)
    before = live(measure)
    second = put("date,n\n2026-01-12,20/26\n2026-01-19,1/2\n")
    assert second.preview["done"] == {"new": 2, "replaced": 1, "same": 0, "left_out": 0}
    assert [row[2] for row in live(measure)] == [12.0, 20.0, 1.0]
    undo_import(by=ana, data_import=second)
    undo_import(by=ana, data_import=second)
    assert live(measure) == before
    assert events_of(measure).filter(verb="numbers_taken_back").count() == 1


def test_apply_import_counts_rows_that_are_here_already(measure, put):
    put(TWO)
    assert put(TWO).preview["done"] == {"new": 0, "replaced": 0, "same": 2, "left_out": 0}
    assert len(live(measure)) == 2


def test_undo_import_of_an_earlier_file_keeps_the_later_one(ana, measure, put):
    put(TWO)
    second = put("date,n\n2026-01-12,20/26\n")
    third = put("date,n\n2026-01-12,21/26\n")
    undo_import(by=ana, data_import=second)
    assert [row[2] for row in live(measure)] == [12.0, 21.0]
    undo_import(by=ana, data_import=third)
    assert [row[2] for row in live(measure)] == [12.0, 13.0]


def test_undo_import_leaves_later_counts_by_hand(ana, measure, put):
    first = put(TWO)
    second = put("date,n\n2026-01-12,20/26\n")
    by_hand = put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 12), numerator=5, denominator=6)
    undo_import(by=ana, data_import=second)
    assert [row[2] for row in live(measure)] == [12.0, 5.0]
    take_back_value(by=ana, observation=by_hand)
    assert [row[2] for row in live(measure)] == [12.0, 13.0]
    undo_import(by=ana, data_import=first)
    assert live(measure) == []


def test_undone_import_can_go_in_again(ana, measure, put):
    done = put(TWO)
    undo_import(by=ana, data_import=done)
    done.refresh_from_db()
    assert apply_import(by=ana, data_import=done).state == ImportState.APPLIED
    assert len(live(measure)) == 2


def test_undo_import_after_90_days_says_no(ana, measure, put):
    done = put(TWO)
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=91)
    with time_machine.travel(later), pytest.raises(Refused) as refusal:
        undo_import(by=ana, data_import=done)
    assert refusal.value.code == "undo_window"
    assert len(live(measure)) == 2


def test_choose_columns_is_remembered_for_the_same_headings(ana, measure):
    text = "when,who,a,b\n2026-01-05,R1,1,2\n2026-01-05,R2,2,3\n"
    first = start_import(by=ana, measure=measure, upload=upload(text))
    chosen = choose_columns(by=ana, data_import=first, mapping={"roles": ["date", "series", "out", "value"]})
    apply_import(by=ana, data_import=chosen)
    again = start_import(by=ana, measure=measure, upload=upload(text.replace("2026-01-05", "2026-01-06")))
    assert again.mapping["roles"] == ["date", "series", "out", "value"]
    assert again.mapping["remembered"] is True
    assert set(Series.objects.values_list("name", flat=True)) == {"R1", "R2"}


@pytest.mark.parametrize(
    ("roles", "code"),
    [(["date", "date"], "column_twice"), (["date"], "unknown_choice"), (["x", "y"], "unknown_choice")],
)
def test_choose_columns_refuses_what_does_not_add_up(ana, measure, roles, code):
    read = start_import(by=ana, measure=measure, text=TWO)
    with pytest.raises(Refused) as refusal:
        choose_columns(by=ana, data_import=read, mapping={"roles": roles})
    assert refusal.value.code == code


def test_discard_import_keeps_nothing(ana, measure, put):
    from django.core.files.storage import default_storage

    read = start_import(by=ana, measure=measure, text=TWO)
    assert default_storage.exists(read.stored_as)
    ended = discard_import(by=ana, data_import=read)
    assert ended.ended_at is not None
    assert live(measure) == []
    with pytest.raises(Refused):
        discard_import(by=ana, data_import=put(TWO))


def test_strangers_can_do_nothing(ana, stranger, measure, put):
    done = put(TWO)
    read = start_import(by=ana, measure=measure, text=TWO)
    for act in (
        lambda: start_import(by=stranger, measure=measure, text=TWO),
        lambda: choose_columns(by=stranger, data_import=read, mapping={}),
        lambda: apply_import(by=stranger, data_import=read),
        lambda: undo_import(by=stranger, data_import=done),
        lambda: discard_import(by=stranger, data_import=read),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert len(live(measure)) == 2


@pytest.mark.ac("S1 R-44")
def test_start_from_paste_dates_twelve_numbers_up_to_this_week(ana, team):
    numbers = "\n".join(str(number) for number in range(20, 32))
    read = start_from_paste(by=ana, team=team, name="Share who explain", text=numbers, key=uuid.uuid4())
    apply_import(by=ana, data_import=read)
    rows = live(read.measure)
    today = datetime.date.today()
    assert len(rows) == 12
    assert rows[-1][1] == today - datetime.timedelta(days=today.weekday())
    assert (rows[-1][1] - rows[0][1]).days == 77
    assert read.measure.unit == "percent"


def test_start_from_paste_twice_with_one_key_makes_one_measure(ana, team):
    key = uuid.uuid4()
    first = start_from_paste(by=ana, team=team, name="Late buses", text="3\n4", key=key)
    again = start_from_paste(by=ana, team=team, name="Late buses", text="3\n4", key=key)
    assert again == first
    assert (first.measure.unit, DataImport.objects.count()) == ("count", 1)
