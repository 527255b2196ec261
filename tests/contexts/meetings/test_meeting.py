"""One meeting: its agenda, its decisions, how it ended, who was there."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.models import AgendaItem, Attendance, Decision, Meeting
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import Membership, OrgRole
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

NEXT = dt.date(2027, 2, 18)


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items.filter(ended_at=None)]


@pytest.mark.ac("S2 R-58")
def test_one_click_makes_the_agenda_from_the_open_work(ana: Any, planned: Callable[..., Meeting], cycle: Any) -> None:
    meeting = planned()
    added = services.fill_agenda(by=ana, meeting=meeting)
    assert [(item.minutes, item.title) for item in added] == [
        (2, "What surprised us"), (6, "Cycle 1: keep, change or drop?"), (5, "Smallest next test"),
        (2, "Who does what"),
    ]  # fmt: skip
    assert added[1].cycle == cycle
    assert services.fill_agenda(by=ana, meeting=meeting) == []


@pytest.mark.ac("S2 R-58")
def test_surprises_since_the_last_meeting_are_counted_and_resting_cycles_are_left_out(
    ana: Any, team: Any, planned: Callable[..., Meeting], cycle: Any
) -> None:
    cycles.add_entry(by=ana, cycle=cycle, kind="surprise", text="They argued in Spanish first")
    assert queries.meeting_view(ana, planned().pk).suggested[0].title == "What surprised us: 1 in the notes"
    type(cycle).objects.filter(pk=cycle.pk).update(paused_on=dt.date(2027, 2, 8))
    assert [line.title for line in queries.suggested_lines(ana, planned())][1] == "What is stuck"


@pytest.mark.ac("S3 R-38")
def test_two_people_change_different_items_at_once_without_loss(
    ana: Any, devon: Any, planned: Callable[..., Meeting]
) -> None:
    meeting = planned()
    first = services.add_item(by=ana, meeting=meeting, title="Look at slips", purpose="data", minutes=6, owner=ana)
    second = services.add_item(by=ana, meeting=meeting, title="Room for the family night")
    services.change_item(by=ana, item=first, version=first.version, minutes=8)
    services.change_item(by=devon, item=second, version=second.version, owner=devon, title="Family night")
    assert titles(meeting) == ["Look at slips", "Family night"]
    with pytest.raises(StaleEdit):
        services.change_item(by=devon, item=first, version=first.version, minutes=3)
    first.refresh_from_db()
    assert first.minutes == 8


@pytest.mark.ac("S3 R-38")
def test_a_coach_with_a_place_in_the_team_plans_the_agenda_too(
    person: Any, ana: Any, team: Any, planned: Callable[..., Meeting]
) -> None:
    coach, meeting = person("Imani"), planned()
    with pytest.raises(NotAllowed):
        services.add_item(by=coach, meeting=meeting, title="Look at slips")
    Membership.objects.create(team=team, user=coach, name="Imani", role="facilitator")
    assert services.add_item(by=coach, meeting=meeting, title="Look at slips").created_by == coach


@pytest.mark.ac("S3 R-38")
def test_what_was_not_reached_goes_over_once_with_where_it_came_from(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting, later = planned(), planned(on=NEXT)
    reached = services.add_item(by=ana, meeting=meeting, title="Reached")
    left = services.add_item(by=ana, meeting=meeting, title="Family night", minutes=7, owner=ana)
    services.mark_not_reached(by=ana, item=left)
    services.close_meeting(by=ana, meeting=meeting, version=meeting.version)
    over = later.items.get()
    assert (over.title, over.minutes, over.owner, over.came_from) == ("Family night", 7, ana, left)
    assert reached.title not in titles(later)
    services.fill_agenda(by=ana, meeting=later)
    assert titles(later).count("Family night") == 1
    assert sum(item.minutes for item in later.items.all()) == later.minutes


def test_what_somebody_added_goes_over_from_a_meeting_called_off(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting, later = planned(), planned(on=NEXT)
    services.fill_agenda(by=ana, meeting=meeting)
    services.add_item(by=ana, meeting=meeting, title="Family night")
    services.call_off(by=ana, meeting=meeting, why="emergency")
    services.fill_agenda(by=ana, meeting=later)
    assert titles(later).count("Family night") == 1
    assert titles(later).count("What surprised us") == 1


def test_items_move_by_one_place_and_stay_at_the_ends(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned()
    first, second, third = (services.add_item(by=ana, meeting=meeting, title=title) for title in "ABC")
    services.move_item(by=ana, item=third, up=True)
    assert titles(meeting) == ["A", "C", "B"]
    services.move_item(by=ana, item=first, up=True)
    services.move_item(by=ana, item=second, up=False)
    assert titles(meeting) == ["A", "C", "B"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"title": " "}, "words_needed"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"purpose": "x"}, "unknown_choice"),
    ],
)
def test_an_item_needs_words_and_minutes(ana: Any, planned: Callable[..., Meeting], facts: Any, code: str) -> None:
    with pytest.raises(Refused) as error:
        services.add_item(by=ana, meeting=planned(), **{"title": "Slips", **facts})
    assert error.value.code == code
    assert not AgendaItem.objects.exists()


@pytest.mark.ac("S3 R-39")
def test_a_topic_suggests_members_on_call_who_bring_it_and_no_one_else(
    ana: Any, team: Any, planned: Callable[..., Meeting]
) -> None:
    for name, covers, on_call in (
        ("Rosa", ["research"], True), ("Kai", ["content"], True), ("Lee", ["research"], False), ("May", [], True),
    ):  # fmt: skip
        Membership.objects.create(team=team, name=name, covers=covers, on_call=on_call)
    meeting = planned()
    item = services.add_item(by=ana, meeting=meeting, title="What the data say", topic="research")
    services.add_item(by=ana, meeting=meeting, title="Something else")
    assert queries.meeting_view(ana, meeting.pk).on_call == [(item, ["Rosa"])]


# decisions


@pytest.mark.ac("S0 R-51")
def test_a_decision_has_an_owner_and_a_day(ana: Any, devon: Any, planned: Callable[..., Meeting], cycle: Any) -> None:
    meeting, key = planned(), uuid.uuid4()
    item = services.add_item(by=ana, meeting=meeting, title="Cycle 1", cycle=cycle)
    for _ in range(2):
        made = services.decide(
            by=ana, meeting=meeting, text="Cards with two starters", owner=devon, due_on=NEXT, item=item, key=key
        )
    assert (made.owner, made.due_on, made.cycle) == (devon, NEXT, cycle)
    assert Decision.objects.count() == 1


def test_only_people_items_and_cycles_of_the_team_are_named(
    ana: Any, stranger: Any, planned: Callable[..., Meeting]
) -> None:
    other = services.add_item(by=ana, meeting=planned(), title="Elsewhere")
    for wrong in ({"owner": stranger}, {"item": other}):
        with pytest.raises(Refused) as error:
            services.decide(by=ana, meeting=planned(), text="Cards", **wrong)
        assert error.value.code == "unknown_choice"
    assert services.decide(by=ana, meeting=planned(), text="Cards", owner_name="Ms. Lopez").owner_name == "Ms. Lopez"


@pytest.mark.ac("S1 R-56")
@pytest.mark.ac("S2 R-58")
def test_what_is_open_comes_up_again_with_its_first_date_until_it_is_done(
    ana: Any, devon: Any, planned: Callable[..., Meeting]
) -> None:
    meeting, later = planned(on=dt.date(2027, 2, 4)), planned(on=NEXT)
    slips = services.decide(by=ana, meeting=meeting, text="Devon brings the slips", owner=devon, due_on=NEXT)
    cards = services.decide(by=ana, meeting=meeting, text="Print cards", owner=ana)
    before = queries.meeting_view(ana, later.pk).open_before
    assert [(one.decision.text, one.who, one.since_day) for one in before] == [
        ("Devon brings the slips", "Devon Park", "Feb 4"), ("Print cards", "Ana Ruiz", "Feb 4"),
    ]  # fmt: skip
    services.mark_done(by=devon, decision=slips)
    services.let_go(by=ana, decision=cards, reason="The printer is gone")
    assert queries.meeting_view(ana, later.pk).open_before == []
    again = services.reopen(by=ana, decision=cards)
    assert [one.since_day for one in queries.meeting_view(ana, later.pk).open_before] == ["Feb 4"]
    assert (again.let_go, again.done_on) == ("", None)


def test_letting_go_asks_for_a_reason(ana: Any, planned: Callable[..., Meeting]) -> None:
    decision = services.decide(by=ana, meeting=planned(), text="Print cards")
    with pytest.raises(Refused) as error:
        services.let_go(by=ana, decision=decision, reason="  ")
    assert error.value.code == "reason_needed"


def test_what_i_took_on_is_mine_until_done(ana: Any, devon: Any, team: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned()
    services.decide(by=ana, meeting=meeting, text="No day", owner=ana)
    services.decide(by=ana, meeting=meeting, text="With a day", owner=ana, due_on=NEXT)
    services.decide(by=ana, meeting=meeting, text="Devon's", owner=devon)
    services.mark_done(by=ana, decision=services.decide(by=ana, meeting=meeting, text="Done", owner=ana))
    assert [one.decision.text for one in queries.mine(ana, team, "en")] == ["With a day", "No day"]


# how it ends


def test_starting_fills_an_empty_agenda_and_twice_is_once(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = services.start_meeting(by=ana, meeting=planned())
    assert len(titles(meeting)) == 4
    again = services.start_meeting(by=ana, meeting=meeting)
    assert (again.started_at, len(titles(meeting))) == (meeting.started_at, 4)


@pytest.mark.ac("S0 R-51")
def test_closing_asks_for_the_next_date_or_one_sentence(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned()
    with pytest.raises(Refused) as error:
        services.close_meeting(by=ana, meeting=meeting, version=meeting.version)
    assert error.value.code == "next_date_needed"
    closed = services.close_meeting(by=ana, meeting=meeting, version=meeting.version, next_on=NEXT)
    assert closed.closed_at is not None
    following = Meeting.objects.get(on=NEXT)
    assert (following.at, following.minutes, following.kind) == (meeting.at, 15, "huddle")
    assert (
        services.close_meeting(by=ana, meeting=following, version=following.version, without_next="Summer").status
        == "held"
    )


def test_the_next_date_comes_after_this_one(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned()
    with pytest.raises(Refused) as error:
        services.close_meeting(by=ana, meeting=meeting, version=meeting.version, next_on=meeting.on)
    assert error.value.code == "next_before_this"


@pytest.mark.ac("S3 R-35")
@pytest.mark.parametrize("status", ["held", "shortened", "interrupted"])
def test_how_a_meeting_went_is_kept_with_a_coarse_reason(
    ana: Any, planned: Callable[..., Meeting], status: str
) -> None:
    meeting = planned()
    planned(on=NEXT)
    closed = services.close_meeting(by=ana, meeting=meeting, version=meeting.version, status=status, why="emergency")
    assert (closed.status, closed.why) == (status, "" if status == "held" else "emergency")


@pytest.mark.ac("S3 R-35")
def test_calling_off_is_one_act_and_can_be_taken_back(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = services.call_off(by=ana, meeting=planned(), why="leadership")
    assert (meeting.status, meeting.why) == ("cancelled", "leadership")
    back = services.hold_after_all(by=ana, meeting=meeting)
    assert (back.status, back.why) == ("planned", "")


def test_a_meeting_that_is_over_is_not_called_off(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned()
    services.close_meeting(by=ana, meeting=meeting, version=meeting.version, next_on=NEXT)
    with pytest.raises(Refused) as error:
        services.call_off(by=ana, meeting=meeting)
    assert error.value.code == "meeting_over"


@pytest.mark.ac("S3 R-35")
def test_the_last_eight_weeks_in_words_for_those_who_may_help(
    ana: Any, person: Any, team: Any, planned: Callable[..., Meeting]
) -> None:
    for weeks, status in (
        (1, "cancelled"),
        (2, "held"),
        (3, "shortened"),
        (4, "cancelled"),
        (9, "held"),
        (5, "planned"),
    ):
        Meeting.objects.filter(pk=planned(on=dt.date(2027, 2, 8) - dt.timedelta(weeks=weeks - 1)).pk).update(
            status=status
        )
    told = queries.held_lately(team, "en")
    assert (told.planned, told.held, told.cut, told.unsaid) == (5, 2, 1, 1)
    assert told.words == (
        "2 of the 5 meetings planned in the last 8 weeks took place. 1 of them was cut short. Of 1 we do not know yet."
    )
    assert queries.may_hear(ana, team)
    assert not queries.may_hear(person("Nobody"), team)


@pytest.mark.ac("S3 R-35")
def test_the_signal_goes_to_helpers_and_not_up_the_line(readers: dict[str, Any], team: Any) -> None:
    heard = {name for name, user in readers.items() if queries.may_hear(user, team)}
    above = set(OrgRole.objects.exclude(kind="district_team").values_list("user", flat=True))
    assert {readers[name].pk for name in heard}.isdisjoint(above)
    assert "coach" in heard


def test_few_meetings_ask_what_would_protect_the_time(team: Any, planned: Callable[..., Meeting]) -> None:
    for weeks in (1, 2, 3):
        meeting = planned(on=dt.date(2027, 2, 8) - dt.timedelta(weeks=weeks))
        Meeting.objects.filter(pk=meeting.pk).update(status="cancelled")
    assert "protect the time" in queries.held_lately(team, "en").support


# who sees what


def test_who_was_there_is_kept_once_for_the_team_alone(
    ana: Any, devon: Any, stranger: Any, planned: Callable[..., Meeting]
) -> None:
    meeting = planned()
    services.attend(by=ana, meeting=meeting, person=devon)
    services.attend(by=ana, meeting=meeting, person=devon, present=False)
    services.attend(by=ana, meeting=meeting, name="Ms. Lopez")
    assert Attendance.objects.count() == 2
    seats = {seat.name: seat.present for seat in queries.meeting_view(ana, meeting.pk).seats}
    assert seats == {"Ana Ruiz": None, "Devon Park": False, "Ms. Lopez": True}
    share(by=ana, obj=meeting, rung=Rung.PUBLIC)
    assert queries.meeting_view(stranger, meeting.pk).seats == []
    with pytest.raises(Refused):
        services.attend(by=ana, meeting=meeting, person=stranger)


def test_of_an_open_meeting_strangers_read_no_notes_names_or_places(
    ana: Any, stranger: Any, planned: Callable[..., Meeting]
) -> None:
    meeting = planned(place="Room 12", facilitator=ana)
    services.write_notes(by=ana, meeting=meeting, version=meeting.version, notes="Rosa cried")
    services.decide(by=ana, meeting=meeting, text="Cards", owner=ana)
    with pytest.raises(NotFound):
        queries.meeting_view(stranger, meeting.pk)
    share(by=ana, obj=Meeting.objects.get(pk=meeting.pk), rung=Rung.PUBLIC)
    seen = queries.meeting_view(stranger, meeting.pk)
    assert (seen.meeting.notes, seen.meeting.place, seen.meeting.facilitator) == ("", "", None)
    assert [(one.decision.text, one.who) for one in seen.decisions] == [("Cards", "")]
    assert not seen.may_edit


def test_notes_of_two_people_meet(ana: Any, devon: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned()
    services.write_notes(by=devon, meeting=meeting, version=meeting.version, notes="Devon's")
    with pytest.raises(StaleEdit):
        services.write_notes(by=ana, meeting=meeting, version=meeting.version, notes="Ana's")


def test_the_next_meeting_is_the_first_one_planned_from_today_on(
    ana: Any, team: Any, planned: Callable[..., Meeting]
) -> None:
    assert queries.next_meeting(ana, team) is None
    planned(on=dt.date(2027, 2, 8))
    services.call_off(by=ana, meeting=planned(on=dt.date(2027, 2, 9)))
    later, first = planned(on=NEXT), planned()
    assert queries.next_meeting(ana, team) == first
    people.set_aside(by=ana, obj=first)
    assert queries.next_meeting(ana, team) == later


def test_a_closing_taken_back_plans_a_meeting_again_that_never_ran(ana: Any, planned: Callable[..., Meeting]) -> None:
    meeting = planned(on=dt.date(2027, 2, 9))
    services.close_meeting(by=ana, meeting=meeting, version=meeting.version, without_next="Summer")
    services.hold_after_all(by=ana, meeting=meeting)
    view = queries.meeting_view(ana, meeting.pk)
    assert (view.planned, view.running) == (True, False)


def test_what_came_over_leaves_room_for_the_suggested_agenda(
    ana: Any, planned: Callable[..., Meeting], cycle: Any
) -> None:
    meeting, later = planned(), planned(on=NEXT)
    left = services.add_item(by=ana, meeting=meeting, title="Family night", minutes=7)
    services.mark_not_reached(by=ana, item=left)
    services.close_meeting(by=ana, meeting=meeting, version=meeting.version)
    shown = queries.meeting_view(ana, later.pk)
    assert (len(shown.items), sum(line.minutes for line in shown.suggested)) == (1, 8)
    services.fill_agenda(by=ana, meeting=later)
    filled = queries.meeting_view(ana, later.pk)
    assert ([item.title for item in filled.items][1:], filled.suggested) == (
        [line.title for line in shown.suggested],
        [],
    )


def test_a_decision_has_one_owner(ana: Any, devon: Any, planned: Callable[..., Meeting]) -> None:
    decision = services.decide(by=ana, meeting=planned(), text="Cards", owner_name="Ms. Lopez")
    changed = services.change_decision(by=ana, decision=decision, version=decision.version, owner=devon)
    assert (changed.owner, changed.owner_name) == (devon, "")
