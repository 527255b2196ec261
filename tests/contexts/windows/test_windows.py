"""Days of the calendar, and what moves when school does not run as planned."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.quick.services import begin_practice
from aimwell.contexts.cycles.services import change_plan, draft_cycle, start_do
from aimwell.contexts.measures.models import Annotation
from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.meetings.models import Held, Meeting, MeetingKind
from aimwell.contexts.meetings.windows import queries, services
from aimwell.contexts.meetings.windows.models import Disruption
from aimwell.contexts.orgs.models import CalendarSpan, OrgKind, SpanKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.services import create_content
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.errors import NotAllowed, NotFound, NotReady, Refused

ON = {"kind": "at_least", "low": 12, "out_of": 24}


def today():
    return timezone.localdate()


def day(number):
    return today() + datetime.timedelta(days=number)


def monday():
    """The Monday of the week after next."""
    return day(14 - today().weekday())


def url(name, *args):
    return reverse(f"windows:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def school(team):
    district = create_org(kind=OrgKind.DISTRICT, name="Cedar District")
    school = create_org(kind=OrgKind.SCHOOL, name="Alder School", parent=district)
    team.org = school
    team.save()
    return school


@pytest.fixture
def cycle(ana, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few explain")
    plan = {"try_what": "One quiet minute", "look_on": monday(), **ON}
    return start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=inquiry, **plan))


def add(ana, place, kind="low", first=0, last=4, **more):
    return services.add_days(by=ana, place=place, kind=kind, starts_on=day(first), ends_on=day(last), **more)


@pytest.mark.ac("S0 R-56")
def test_days_are_put_in_and_taken_out_with_one_press(page, ana, team):
    assert "For example" in words(page(ana, url("team", team.pk)))
    sent = {"name": "Exams", "kind": "testing", "starts_on": day(3).isoformat(), "key": str(uuid.uuid4())}
    page(ana, url("team", team.pk), sent)
    page(ana, url("team", team.pk), sent)
    span = CalendarSpan.objects.get()
    assert (span.team, span.kind, span.starts_on, span.ends_on) == (team, "testing", day(3), day(3))
    page(ana, url("take_back", span.pk), {})
    assert "Exams" not in words(page(ana, url("team", team.pk))).split("flash")[-1]
    page(ana, url("bring_back", span.pk), {})
    assert queries.days_of_team(team).own == [span]


@pytest.mark.ac("S0 R-56")
def test_what_comes_from_above_says_where_from(page, ana, team, school):
    CalendarSpan.objects.create(
        org=school.parent, kind=SpanKind.LOW, name="State tests", starts_on=day(1), ends_on=day(5)
    )
    shown = words(page(ana, url("team", team.pk)))
    assert "State tests" in shown
    assert "Cedar District" in shown


@pytest.mark.ac("S0 R-56")
def test_nobody_is_reminded_in_a_week_with_little_room(ana, team, school, person):
    from integration.readers import make_team

    other = make_team(person("Far"))
    assert queries.quiet_teams([team, other], today()) == frozenset()
    add(ana, team, "high")
    assert queries.quiet_teams([team, other], today()) == frozenset()
    CalendarSpan.objects.create(org=school.parent, kind=SpanKind.LOW, starts_on=day(0), ends_on=day(2))
    assert queries.quiet_teams([team, other], today()) == frozenset({team.pk})
    assert queries.quiet_teams([team, other], day(3)) == frozenset()


def test_a_list_or_a_file_is_looked_at_before_it_goes_in(page, ana, team):
    typed = f"Winter break, {day(20)}, {day(30)}\nno day here"
    shown = words(page(ana, url("team_bring", team.pk), {"typed": typed, "kind": "no_school"}))
    assert "Winter break" in shown
    assert "no day here" in shown
    assert not CalendarSpan.objects.exists()
    file = SimpleUploadedFile("days.csv", typed.encode())
    assert "Winter break" in words(page(ana, url("team_bring", team.pk), {"file": file, "kind": "no_school"}))
    sent = {"typed": typed, "kind": "no_school", "sure": "on"}
    for _ in "ab":
        page(ana, url("team_bring", team.pk), sent)
    span = CalendarSpan.objects.get()
    assert (span.name, span.starts_on, span.ends_on) == ("Winter break", day(20), day(30))
    page(ana, url("take_many_back") + f"?days={span.pk}", {})
    assert queries.days_of_team(team).own == []
    assert page(ana, url("team_bring", team.pk), {"kind": "no_school"}).status_code == 422


@pytest.mark.ac("S0 R-57")
def test_a_disruption_moves_open_dates_marks_the_charts_and_is_taken_back(page, ana, team, cycle):
    measure = create_measure(by=ana, team=team, name="Reasons")
    kept = {"owner_team": team, "kind": MeetingKind.HUDDLE, "minutes": 15}
    inside = create_content(by=ana, model=Meeting, on=monday() + datetime.timedelta(days=1), **kept)
    later = create_content(by=ana, model=Meeting, on=monday() + datetime.timedelta(days=8), **kept)
    sent = {"name": "Snow days", "starts_on": monday().isoformat(), "days": "3", "key": str(uuid.uuid4())}
    shown = words(page(ana, url("disruption", team.pk), sent))
    assert "One quiet minute" in shown
    cycle.refresh_from_db()
    assert cycle.look_on == monday()
    for _ in "ab":
        page(ana, url("disruption", team.pk), {**sent, "sure": "on"})
    for thing in (cycle, inside, later):
        thing.refresh_from_db()
    assert cycle.look_on == monday() + datetime.timedelta(days=3)
    assert inside.on == monday() + datetime.timedelta(days=4)
    assert later.on == monday() + datetime.timedelta(days=8)
    mark = Annotation.objects.get()
    assert (mark.measure, mark.label, mark.starts_on) == (measure, "Snow days", monday())
    assert mark.ends_on == monday() + datetime.timedelta(days=2)
    page(ana, url("disruption_back", Disruption.objects.get().pk), {})
    for thing in (cycle, inside, mark):
        thing.refresh_from_db()
    assert (cycle.look_on, inside.on) == (monday(), monday() + datetime.timedelta(days=1))
    assert mark.ended_at is not None
    assert queries.days_of_team(team).own == []


@pytest.mark.ac("S0 R-57")
def test_a_date_that_somebody_chose_since_stays(ana, team, cycle):
    made = services.log_disruption(by=ana, team=team, name="Snow days", starts_on=monday(), days=3)
    cycle.refresh_from_db()
    change_plan(by=ana, cycle=cycle, version=cycle.version, look_on=monday() + datetime.timedelta(days=9))
    services.take_disruption_back(by=ana, disruption=made)
    cycle.refresh_from_db()
    assert cycle.look_on == monday() + datetime.timedelta(days=9)


@pytest.mark.ac("S0 R-57")
def test_the_reduced_plan_is_one_cycle_in_four_fields(page, ana, team):
    shown = words(page(ana, url("smallest", team.pk)))
    assert sum(shown.count(f'name="{name}"') for name in ("try_what", "event", "count_what", "look_on")) == 4
    sent = {"try_what": "One call", "event": "Two answer", "count_what": "answers", "look_on": day(3).isoformat()}
    page(ana, url("smallest", team.pk), sent)
    cycle = Cycle.objects.get()
    assert (cycle.try_what, cycle.kind, cycle.event, cycle.look_on) == ("One call", "event", "Two answer", day(3))
    assert page(ana, url("smallest", team.pk), {"try_what": "One call"}).status_code == 422
    with pytest.raises(NotReady):
        services.plan_smallest(by=ana, team=team, try_what="x", event=" ", look_on=day(1))


def test_what_is_asked_for_and_who_may(page, ana, stranger, team, school):
    for asked, code in (({"kind": "party"}, "unknown_choice"), ({"last": -1}, "days_out_of_order")):
        with pytest.raises(Refused) as refused:
            add(ana, team, **asked)
        assert refused.value.code == code
    with pytest.raises(Refused, match="disruption_length"):
        services.log_disruption(by=ana, team=team, name="Snow", starts_on=day(0), days=61)
    for place in (team, school):
        with pytest.raises(NotAllowed):
            add(stranger, place)
    span = add(ana, team)
    with pytest.raises(NotFound):
        queries.span_of(stranger, span.pk)
    with pytest.raises(NotAllowed):
        services.log_disruption(by=stranger, team=team, name="Snow", starts_on=day(0), days=2)
    assert page(ana, url("org", school.pk)).status_code == 404


def test_the_page_stays_flat(page, ana, team, school, django_assert_num_queries):
    add(ana, team)
    page(ana, url("team", team.pk))
    with CaptureQueriesContext(connection) as few:
        page(ana, url("team", team.pk))
    for number in range(5):
        add(ana, team, "high", 10 * number, 10 * number + 3)
        CalendarSpan.objects.create(org=school, kind=SpanKind.LOW, starts_on=day(number), ends_on=day(number))
    with django_assert_num_queries(len(few)):
        page(ana, url("team", team.pk))


def test_held_meetings_do_not_move(ana, team):
    kept = {"owner_team": team, "kind": MeetingKind.HUDDLE, "minutes": 15, "on": monday(), "status": Held.HELD}
    create_content(by=ana, model=Meeting, **kept)
    assert queries.moves_for(ana, team, monday(), 2) == []


def test_what_two_people_log_moves_dates_once(ana, devon, team, cycle):
    logged = {"team": team, "name": "Snow days", "starts_on": monday(), "days": 3}
    first = services.log_disruption(by=ana, **logged, key=uuid.uuid4())
    assert services.log_disruption(by=devon, **logged, key=uuid.uuid4()) == first
    cycle.refresh_from_db()
    assert cycle.look_on == monday() + datetime.timedelta(days=3)
    services.take_disruption_back(by=ana, disruption=first)
    assert services.log_disruption(by=devon, **logged) != first


def test_days_out_of_reach_are_asked_for_again(page, ana, team):
    for far in ("9999-12-31", "0001-01-01"):
        sent = {"name": "Snow days", "starts_on": far, "days": "60"}
        asked = page(ana, url("disruption", team.pk), sent)
        assert asked.status_code == 422
        assert f'value="{far}"' in asked.content.decode()
        assert page(ana, url("team", team.pk), {**sent, "kind": "low"}).status_code == 422


def test_a_preview_sends_what_was_typed_even_without_a_key(page, ana, team):
    sent = {"name": 'Snow "days"', "starts_on": monday().isoformat(), "days": "2"}
    shown = page(ana, url("disruption", team.pk), sent).content.decode()
    assert 'value="None"' not in shown
    assert 'value="Snow &quot;days&quot;"' in shown


def test_a_key_belongs_to_days_of_one_place(ana, team, school, person):
    from integration.readers import make_team

    far, key = person("Far"), uuid.uuid4()
    span = add(ana, team, key=key)
    assert add(ana, team, "high", key=key) == span
    with pytest.raises(Refused, match="key_used"):
        add(far, make_team(far), key=key)


def test_practice_does_not_move(ana, team):
    begin_practice(by=ana, team=team)
    assert queries.moves_for(ana, team, today(), 3) == []
