import datetime
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Tap
from aimwell.contexts.cycles.services import NewTap
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, Refused

AT = datetime.datetime(2027, 1, 12, 15, 0, tzinfo=datetime.UTC)


def taps(yes: int, no: int = 0) -> list[NewTap]:
    answers = [True] * yes + [False] * no
    return [NewTap(uuid.uuid4(), answer, AT + datetime.timedelta(seconds=at)) for at, answer in enumerate(answers)]


@pytest.fixture
def tally(ana, doing):
    return services.start_tally(by=ana, cycle=doing(), key=uuid.uuid4(), place="Room 14", expected=26)


def test_a_tally_counts_yes_out_of_heard(ana, tally):
    assert tally.count is None
    services.tap(by=ana, entry=tally, taps=taps(11, 8))
    done = services.finish_tally(by=ana, entry=tally)
    assert (done.count, done.out_of, done.expected) == (11, 19, 26)
    assert [event.verb for event in events_of(tally)] == ["counted", "created"]


@pytest.mark.ac("S3 R-51")
def test_the_same_taps_sent_again_count_once(ana, tally):
    batch = taps(11, 8)
    for _ in range(3):
        services.tap(by=ana, entry=tally, taps=batch)
    assert services.finish_tally(by=ana, entry=tally).out_of == 19
    assert Tap.objects.count() == 19


def test_start_tally_with_the_same_key_is_one_tally(ana, tally):
    again = services.start_tally(by=ana, cycle=tally.cycle, key=tally.client_key, place="Room 14")
    assert again == tally


def test_undo_takes_back_the_last_tap(ana, tally):
    services.tap(by=ana, entry=tally, taps=taps(2, 1))
    services.undo_tap(by=ana, entry=tally)
    assert services.finish_tally(by=ana, entry=tally).out_of == 2


def test_a_tap_taken_back_stays_taken_back_when_it_arrives_again(ana, tally):
    first, second = taps(2)
    services.tap(by=ana, entry=tally, taps=[first, second])
    services.tap(by=ana, entry=tally, taps=[NewTap(second.key, True, AT, undone=True)])
    services.tap(by=ana, entry=tally, taps=[first, second])
    assert services.finish_tally(by=ana, entry=tally).count == 1


def test_taps_that_arrive_after_the_end_still_go_in(ana, tally):
    services.tap(by=ana, entry=tally, taps=taps(3))
    services.finish_tally(by=ana, entry=tally)
    assert services.tap(by=ana, entry=tally, taps=taps(1, 1)).out_of == 5


def test_a_note_is_no_tally(ana, doing):
    note = services.add_entry(by=ana, cycle=doing(), text="Skipped")
    with pytest.raises(Refused):
        services.tap(by=ana, entry=note, taps=taps(1))
    assert Tap.objects.count() == 0


def test_a_stranger_taps_nothing(stranger, tally):
    for act in (services.finish_tally, services.undo_tap):
        with pytest.raises(NotAllowed):
            act(by=stranger, entry=tally)
    with pytest.raises(NotAllowed):
        services.tap(by=stranger, entry=tally, taps=taps(1))
    assert Tap.objects.count() == 0


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.booleans(), max_size=12), data=st.data())
def test_any_way_of_sending_gives_the_same_count(ana, doing, answers, data):
    batch = [NewTap(uuid.uuid4(), answer, AT) for answer in answers]
    undone = {tap.key for tap in batch if data.draw(st.booleans())}
    events = [*batch, *(NewTap(tap.key, tap.yes, AT, undone=True) for tap in batch if tap.key in undone)]
    entry = services.start_tally(by=ana, cycle=doing(), key=uuid.uuid4())
    sent = data.draw(st.permutations([*events, *events])) if events else []
    for event in sent:
        services.tap(by=ana, entry=entry, taps=[event])
    done = services.finish_tally(by=ana, entry=entry)
    standing = [tap for tap in batch if tap.key not in undone]
    assert (done.count, done.out_of) == (sum(tap.yes for tap in standing), len(standing))
