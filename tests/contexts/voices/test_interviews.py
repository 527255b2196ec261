"""Interviews, themes and what they speak to."""

import datetime
import uuid

import pytest

from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Evidence
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services import add_perspective, change_cause
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import Ground, Interview, Quote, Theme
from aimwell.contexts.theory.voices.queries.interviews import VoicesView, own_interview
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit

DAY = datetime.date(2026, 11, 3)


def told(user, inquiry):
    return VoicesView(inquiry_view(user, inquiry.pk))


@pytest.mark.ac("S4 R-28")
def test_a_cause_is_supported_by_three_interviews_and_no_number(ana, inquiry, cause, listen):
    first, *others = [listen() for _time in range(3)]
    theme = services.add_quote(by=ana, interview=first, new_theme="I cannot start", text="I know it but").theme
    for one in others:
        services.add_quote(by=ana, interview=one, theme=theme)
    ground = services.link_theme(by=ana, theme=theme, cause=cause)
    change_cause(by=ana, cause=cause, version=1, text=cause.text, status="supported", how_known="")
    evidence = Evidence.objects.get()
    assert (evidence.cause, evidence.kind, evidence.text) == (cause, "interview", "I cannot start")
    assert evidence.source == "heard 3 times"
    assert ground.evidence == evidence
    assert not Evidence.objects.filter(kind="data").exists()
    cause.refresh_from_db()
    assert cause.status == "supported"


@pytest.mark.ac("S4 R-28")
def test_themes_count_interviews_not_quotes(ana, inquiry, cause, listen):
    one, other = listen(), listen()
    theme = services.add_quote(by=ana, interview=one, new_theme="No time", text="Too fast").theme
    services.add_quote(by=ana, interview=one, theme=theme, text="Much too fast")
    services.link_theme(by=ana, theme=theme, cause=cause)
    assert [(line.times, len(line.quotes)) for line in told(ana, inquiry).themes] == [(1, 2)]
    assert Evidence.objects.get().source == "heard 1 time"
    services.add_quote(by=ana, interview=other, theme=theme)
    assert Evidence.objects.get().source == "heard 2 times"
    services.set_aside(by=ana, thing=other)
    assert Evidence.objects.get().source == "heard 1 time"
    services.restore(by=ana, thing=other)
    assert Evidence.objects.get().source == "heard 2 times"


@pytest.mark.ac("S1 R-15")
def test_a_theme_reworded_or_taken_off_stays_in_step_with_its_evidence(ana, inquiry, cause, listen):
    theme = services.add_quote(by=ana, interview=listen(), new_theme="No time").theme
    ground = services.link_theme(by=ana, theme=theme, cause=cause)
    services.rename_theme(by=ana, theme=theme, version=1, text="No time to think")
    assert Evidence.objects.get().text == "No time to think"
    with pytest.raises(Refused) as refused:
        services.link_theme(by=ana, theme=theme, cause=cause)
    assert refused.value.code == "linked_already"
    services.unlink(by=ana, ground=ground)
    assert Evidence.objects.get().ended_at is not None
    assert told(ana, inquiry).themes[0].grounds == ()


def test_a_recount_in_spanish_leaves_what_is_right_already(ana, cause, listen):
    from django.utils import translation

    theme = services.add_quote(by=ana, interview=listen(), new_theme="No time").theme
    services.link_theme(by=ana, theme=theme, cause=cause)
    with translation.override("es"):
        services.recount(by=ana, inquiry=theme.inquiry)
        assert Evidence.objects.get().source == "heard 1 time"
        services.add_quote(by=ana, interview=listen(), theme=theme)
    assert Evidence.objects.get().source == "escuchado 2 veces"


@pytest.mark.ac("S3 R-58")
@pytest.mark.parametrize("field", ["notes", "role", "protocol"])
def test_a_name_from_the_roster_warns_the_writer_and_one_click_keeps_it(ana, devon, inquiry, field):
    facts = {"role": "teacher", "group": "teachers", "held_on": DAY, field: "As DEVON said to us"}
    before = Event.objects.count()
    with pytest.raises(Refused) as refused:
        services.add_interview(by=ana, inquiry=inquiry, **facts)
    assert (refused.value.code, refused.value.data) == ("names_inside", {"words": ["DEVON"]})
    assert (Interview.objects.count(), Event.objects.count()) == (0, before)
    kept = services.add_interview(by=ana, inquiry=inquiry, keep_names=True, **facts)
    assert getattr(kept, field) == "As DEVON said to us"
    assert "names" not in str(Event.objects.filter(target_type="voices.interview").values())


def test_only_new_words_are_looked_at_when_a_record_changes(ana, devon, inquiry):
    facts = {"role": "teacher", "group": "teachers", "held_on": DAY, "notes": "Devon was there"}
    one = services.add_interview(by=ana, inquiry=inquiry, keep_names=True, **facts)
    more = {"kind": "interview", "protocol": "", "consent": "given", "consent_why": ""}
    changed = services.change_interview(by=ana, interview=one, version=1, **{**facts, **more})
    assert changed.consent == "given"
    with pytest.raises(Refused):
        services.change_interview(by=ana, interview=changed, version=2, **{**facts, **more, "protocol": "Ask Devon"})


def test_names_of_other_teams_in_the_same_school_and_of_the_staff_list_are_known_too(ana, team, inquiry):
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_org, create_team
    from aimwell.contexts.people.rosters.models import RosterBook, RosterImport, StaffPerson, StaffPlace
    from aimwell.contexts.theory.voices.queries.names import named

    school, elsewhere = (create_org(kind=OrgKind.SCHOOL, name=name) for name in ("Lantern Hill", "Far"))
    team.org = school
    team.save()
    for org, name in ((school, "Imani Okafor"), (elsewhere, "Soren Berg")):
        Membership.objects.create(team=create_team(name=name, org=org), name=name)
    book = RosterBook.objects.create(org=school)
    made = RosterImport.objects.create(book=book, file_name="staff.csv")
    person = StaffPerson.objects.create(book=book, name="Leticia Amaro", made_by=made)
    StaffPlace.objects.create(person=person, org=school, role="teacher", made_by=made)
    assert named(team, ["imani, soren, Leticia and I"]) == ("imani", "Leticia")


def test_consent_that_was_not_needed_says_why(ana, inquiry):
    facts = {"role": "parent", "group": "families", "held_on": DAY, "consent": "not_needed"}
    with pytest.raises(Refused) as refused:
        services.add_interview(by=ana, inquiry=inquiry, **facts)
    assert refused.value.code == "consent_why_needed"
    one = services.add_interview(by=ana, inquiry=inquiry, consent_why="public meeting", **facts)
    assert one.consent_why == "public meeting"


@pytest.mark.ac("S4 R-28")
def test_raw_notes_are_for_the_team_and_quotes_without_consent_too(ana, inquiry, cause, listen, stranger, team, person):
    from aimwell.contexts.people.models import CoachAssignment

    coach = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    kept, free = listen(consent="not_asked"), listen()
    quiet = services.add_quote(by=ana, interview=kept, new_theme="It is ours", text="Do not tell").theme
    services.add_quote(by=ana, interview=free, new_theme="May be told", text="Tell them")
    with pytest.raises(Refused) as refused:
        services.link_theme(by=ana, theme=quiet, cause=cause)
    assert refused.value.code == "nobody_may_be_told"
    share(by=ana, obj=inquiry, rung=Rung.PUBLIC)
    inquiry.refresh_from_db()
    assert [line.theme.text for line in told(coach, inquiry).themes] == ["May be told"]
    assert (told(coach, inquiry).interviews, told(stranger, inquiry).themes) == ([], [])
    for user in (coach, stranger):
        with pytest.raises(NotFound):
            own_interview(user, free.pk)


@pytest.mark.ac("S2 R-7", "S0 R-3")
def test_each_group_is_counted_over_interviews_and_what_stands_on_the_problem_page(ana, inquiry, listen):
    listen("students")
    listen("students")
    add_perspective(by=ana, inquiry=inquiry, role="parent", text="I hear nothing", group="families")
    add_perspective(by=ana, inquiry=inquiry, role="somebody", text="I hear nothing")
    assert told(ana, inquiry).check_words == (
        "Heard: students (2), families (1).",
        "Not heard yet: teachers, support staff, department and leaders, community.",
    )


def test_the_same_key_keeps_one_interview_and_one_quote(ana, inquiry):
    facts = {"role": "parent", "group": "families", "held_on": DAY}
    key = uuid.uuid4()
    one = services.add_interview(by=ana, inquiry=inquiry, key=key, **facts)
    assert services.add_interview(by=ana, inquiry=inquiry, key=key, **facts) == one
    quote = services.add_quote(by=ana, interview=one, new_theme="Time", key=key)
    assert services.add_quote(by=ana, interview=one, new_theme="time", key=key) == quote
    services.add_quote(by=ana, interview=one, new_theme="TIME")
    assert (Interview.objects.count(), Quote.objects.count(), Theme.objects.count()) == (1, 2, 1)


def test_a_theme_of_other_work_is_not_there(ana, team, inquiry, listen):
    from aimwell.contexts.theory.services import start_inquiry

    other = Theme.objects.create(inquiry=start_inquiry(by=ana, team=team), text="Elsewhere")
    one = listen()
    with pytest.raises(NotFound):
        services.add_quote(by=ana, interview=one, theme=other)
    with pytest.raises(Refused) as refused:
        services.add_quote(by=ana, interview=one, text="words alone")
    assert refused.value.code == "theme_needed"
    assert Quote.objects.count() == 0


def test_two_people_never_overwrite_each_other(ana, devon, listen):
    one = listen()
    facts = {"role": one.role, "group": "students", "held_on": DAY, "kind": "interview", "protocol": "",
             "consent": "given", "consent_why": ""}  # fmt: skip
    services.change_interview(by=devon, interview=one, version=1, notes="Mine", **facts)
    with pytest.raises(StaleEdit) as stale:
        services.change_interview(by=ana, interview=one, version=1, notes="Other", **facts)
    assert stale.value.theirs == {"notes": "Mine"}


def test_others_write_nothing(inquiry, cause, listen, stranger):
    one = listen()
    with pytest.raises(NotAllowed):
        services.add_interview(by=stranger, inquiry=inquiry, role="x", group="students", held_on=DAY)
    with pytest.raises(NotAllowed):
        services.add_quote(by=stranger, interview=one, new_theme="x")
    assert (Interview.objects.count(), Theme.objects.count(), Ground.objects.count()) == (1, 0, 0)
