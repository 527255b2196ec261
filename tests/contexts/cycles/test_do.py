import datetime
import uuid

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Entry
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotReady, Refused


@pytest.mark.ac("S1 R-28")
@pytest.mark.parametrize("kind", ["observation", "surprise", "trouble", "missed"])
def test_add_entry_keeps_what_was_seen(ana, doing, kind):
    entry = services.add_entry(by=ana, cycle=doing(), kind=kind, text="Two students argued in Spanish", place="Room 12")
    assert (entry.kind, entry.text, entry.place, entry.count) == (
        kind,
        "Two students argued in Spanish",
        "Room 12",
        None,
    )
    assert events_of(entry).get().verb == "created"


def test_add_entry_with_the_same_key_counts_once(ana, doing):
    cycle, key = doing(), uuid.uuid4()
    for _ in range(3):
        services.add_entry(by=ana, cycle=cycle, kind="count", count=8, out_of=24, key=key)
    assert cycle.entries.count() == 1
    assert Event.objects.filter(verb="created", target_type="cycles.entry").count() == 1


@pytest.mark.ac("S1 R-36")
def test_a_late_entry_keeps_both_dates(ana, doing):
    with time_machine.travel(datetime.datetime(2027, 1, 28, 17, tzinfo=datetime.UTC), tick=False):
        happened = datetime.date(2027, 1, 14)
        entry = services.add_entry(by=ana, cycle=doing(), text="Argued in Spanish", happened_on=happened)
    assert (entry.happened_on, timezone.localdate(entry.created_at)) == (happened, datetime.date(2027, 1, 28))


@pytest.mark.ac("S1 R-35")
def test_an_entry_written_for_somebody_else_keeps_both_names(ana, devon, doing):
    entry = services.add_entry(by=ana, cycle=doing(), text="Room 14 ran late", seen_by="Rosa Lima")
    assert (entry.created_by, entry.seen_by) == (ana, "Rosa Lima")
    claimed = services.claim_entry(by=devon, entry=entry, version=entry.version, seen_by="Devon Park")
    assert (claimed.created_by, claimed.seen_by) == (ana, "Devon Park")
    assert events_of(entry).first().before == {"seen_by": "Rosa Lima"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "count", "count": 25, "out_of": 24}, "numerator_above_denominator"),
        ({"kind": "count", "count": -1}, "negative_count"),
        ({"kind": "count"}, "not_ready"),
        ({"kind": "observation", "text": " "}, "not_ready"),
        ({"kind": "verdict", "text": "x"}, "unknown_choice"),
        ({"text": "x", "happened_on": datetime.date(2099, 1, 1)}, "future_date"),
    ],
)
def test_add_entry_refuses_what_does_not_fit(ana, doing, fields, code):
    cycle = doing()
    with pytest.raises((Refused, NotReady)) as refusal:
        services.add_entry(by=ana, cycle=cycle, **fields)
    assert refusal.value.code == code
    assert cycle.entries.count() == 0


def test_the_database_refuses_a_count_above_its_whole(ana, doing):
    cycle = doing()
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(cycle=cycle, kind="count", count=25, out_of=24, happened_on=datetime.date(2027, 1, 12))


def test_nothing_is_written_into_do_before_it_starts_or_after_the_end(ana, draft, finished):
    for cycle in (draft(), finished(decision="adopt").cycle):
        with pytest.raises(Refused) as refusal:
            services.add_entry(by=ana, cycle=cycle, text="x")
        assert refusal.value.code == "wrong_state"


def test_a_count_may_still_come_in_during_study(ana, studying):
    assert services.add_entry(by=ana, cycle=studying(), kind="count", count=8, out_of=24).count == 8


def test_an_entry_set_aside_comes_back(ana, doing):
    entry = services.add_entry(by=ana, cycle=doing(), text="Skipped again")
    assert services.set_entry_aside(by=ana, entry=entry, reason="wrong room").ended_reason == "wrong room"
    assert services.restore_entry(by=ana, entry=entry).ended_at is None
    assert [event.verb for event in events_of(entry)] == ["restored", "set_aside", "created"]


def test_a_stranger_writes_nothing(ana, stranger, doing):
    cycle = doing()
    entry = services.add_entry(by=ana, cycle=cycle, text="Skipped")
    acts = [
        lambda: services.add_entry(by=stranger, cycle=cycle, text="x"),
        lambda: services.set_entry_aside(by=stranger, entry=entry),
        lambda: services.claim_entry(by=stranger, entry=entry, version=1, seen_by="me"),
        lambda: services.start_tally(by=stranger, cycle=cycle, key=uuid.uuid4()),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert list(cycle.entries.values_list("text", "ended_at", "version")) == [("Skipped", None, 1)]
