"""Somebody leaves: nothing is lost, nothing is forced, and whoever takes over gets one page."""

import datetime
import re

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import begin_study, draft_cycle, finish, start_do
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import create_measure, start_import
from aimwell.contexts.people.models import CoachAssignment, Membership, PartOfContent, TeamContent, TeamRole, User
from aimwell.contexts.people.services import add_member_without_login, leave_team
from aimwell.contexts.reports.handover.models import Keeping
from aimwell.contexts.reports.handover.queries import notes_of, work_of
from aimwell.contexts.reports.handover.queries.ties import TIES, Tie, tie_of
from aimwell.contexts.reports.handover.services import Choice, hand_on, hand_over
from aimwell.domain.errors import NotAllowed, Refused


def day(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def place_of(user, team):
    return Membership.objects.get(user=user, team=team, ended=None)


def at(name, team, *more):
    return reverse(f"handover:{name}", args=[team.pk, *more])


def titles(items):
    return [item.title for item in items]


@pytest.fixture
def work(ana, devon, team, theory):
    """Devon keeps three open things: a cycle, a measure and numbers on their way in. Ana keeps a cycle."""
    draft_cycle(by=devon, inquiry=theory, try_what="Desk cards", look_on=day(5))
    draft_cycle(by=ana, inquiry=theory, try_what="Quiet minute")
    talks = create_measure(by=ana, team=team, name="Talks", collector="devon park")
    start_import(by=devon, measure=talks, text="week\tvalue\n2026-01-12\t40\n")
    create_measure(by=ana, team=team, name="Counted by all of us", collector="All of us")
    return team


def test_every_tie_of_team_work_to_a_person_has_an_answer():
    ties = {
        f"{model._meta.label_lower}.{field.name}": tie_of(model._meta.label_lower, field.name)
        for model in apps.get_models()
        if issubclass(model, TeamContent | PartOfContent)
        for field in model._meta.concrete_fields
        if field.related_model is User
    }
    assert set(TIES) == {name for name in ties if not name.endswith(".ended_by")}
    assert {name for name, tie in ties.items() if tie is Tie.WORK} == {
        "cycles.cycle.created_by", "measures.measure.created_by", "measures.dataimport.created_by",
    }  # fmt: skip


def test_a_tie_that_nobody_thought_about_is_noticed():
    with pytest.raises(KeyError):
        tie_of("cycles.cycle", "witness")


def test_what_somebody_keeps(ana, devon, work):
    found = work_of(work)
    assert [(item.kind, item.title, item.on) for item in found.of(place_of(devon, work))] == [
        ("cycle", "Desk cards", day(5)), ("measure", "Talks", None), ("import", "Talks", None),
    ]  # fmt: skip
    assert titles(found.of(place_of(ana, work))) == ["Quiet minute"]
    assert found.without_owner == []


@pytest.mark.ac("S0 R-47")
def test_ending_a_place_with_open_work_opens_one_screen(page, ana, devon, work):
    place = place_of(devon, work)
    answer = page(ana, reverse("people:end_membership", args=[work.pk, place.pk]), {})
    assert answer["Location"] == at("leaving", work, place.pk)
    text = page(ana, answer["Location"]).content.decode()
    assert len(re.findall(r"<select", text)) == 3
    assert Membership.objects.get(pk=place.pk).ended is None


def test_a_place_without_open_work_ends_at_once(page, ana, devon, team):
    place = place_of(devon, team)
    page(ana, reverse("people:end_membership", args=[team.pk, place.pk]), {})
    assert Membership.objects.get(pk=place.pk).ended == timezone.localdate()


@pytest.mark.ac("S0 R-47")
def test_each_item_is_handed_on_or_parked_and_then_the_place_ends(page, ana, devon, work):
    place, mine = place_of(devon, work), place_of(ana, work)
    cycle, measure, numbers = (item.key for item in work_of(work).of(place))
    sent = {f"to-{cycle}": str(mine.pk), f"to-{measure}": str(mine.pk), f"to-{numbers}": "park",
            f"why-{numbers}": "After the tests"}  # fmt: skip
    answer = page(ana, at("leaving", work, place.pk), sent)
    assert answer["Location"] == at("summary", work, place.pk)
    assert Membership.objects.get(pk=place.pk).ended == timezone.localdate()
    found = work_of(work)
    assert sorted(titles(found.of(mine))) == ["Desk cards", "Quiet minute", "Talks"]
    assert [(item.title, item.parked) for item in found.items if item.parked] == [("Talks", "After the tests")]
    assert Measure.objects.get(name="Talks").collector == "Ana Ruiz"
    text = page(ana, answer["Location"]).content.decode()
    assert "to Ana Ruiz" in text
    assert "parked: After the tests" in text


@pytest.mark.ac("S0 R-47")
def test_nothing_is_forced_and_what_nobody_takes_is_listed(page, ana, devon, work):
    place = place_of(devon, work)
    page(ana, at("leaving", work, place.pk), {})
    assert titles(work_of(work).without_owner) == ["Desk cards", "Talks", "Talks"]
    today = page(ana, reverse("reports:today", args=[work.pk])).content.decode()
    assert "Without an owner" in today
    assert "Devon Park kept it." in today
    mine = place_of(ana, work)
    sent = {f"to-{item.key}": str(mine.pk) for item in work_of(work).without_owner}
    assert page(ana, at("without_owner", work), sent)["Location"] == at("without_owner", work)
    assert work_of(work).without_owner == []
    assert "Everything that is open has an owner." in page(ana, at("without_owner", work)).content.decode()


@pytest.mark.ac("S0 R-47")
def test_nothing_is_orphaned_however_the_place_ended(ana, devon, work):
    leave_team(by=ana, membership=place_of(devon, work))
    assert titles(work_of(work).without_owner) == ["Desk cards", "Talks", "Talks"]
    assert [item.before.name for item in work_of(work).without_owner] == ["Devon Park"] * 3


def test_what_was_handed_to_somebody_who_leaves_too_has_no_owner_again(ana, devon, person, work):
    from aimwell.contexts.people.services import invite, join_team

    third = person("Lucia Lopez")
    join_team(by=third, token=invite(by=ana, team=work).token)
    item = work_of(work).of(place_of(devon, work))[0]
    hand_over(by=ana, place=place_of(devon, work), choices=[Choice(item.key, place_of(third, work).pk)])
    assert titles(work_of(work).of(place_of(third, work))) == ["Desk cards"]
    leave_team(by=ana, membership=place_of(third, work))
    assert "Desk cards" in titles(work_of(work).without_owner)


def test_another_role_is_no_departure(ana, devon, work):
    from aimwell.contexts.people.services import change_place

    Membership.objects.filter(user=devon).update(started=day(-9))
    change_place(by=ana, place=place_of(devon, work), role=TeamRole.FACILITATOR, on_call=False)
    assert Membership.objects.filter(user=devon).count() == 2
    assert len(work_of(work).of(place_of(devon, work))) == 3
    assert notes_of(ana, work, day(0)).departed is None


def test_people_without_a_login_take_work_too(ana, devon, work):
    kim = add_member_without_login(by=ana, team=work, name="Kim")
    item = work_of(work).of(place_of(devon, work))[0]
    hand_on(by=ana, team=work, choices=[Choice(item.key, kim.pk)])
    assert titles(work_of(work).of(kim)) == ["Desk cards"]


def test_parked_work_is_taken_up_again(ana, devon, work):
    item = work_of(work).of(place_of(devon, work))[0]
    hand_on(by=ana, team=work, choices=[Choice(item.key, why="Testing weeks")])
    assert titles(work_of(work).of(place_of(devon, work))) == ["Talks", "Talks"]
    hand_on(by=ana, team=work, choices=[Choice(item.key, place_of(ana, work).pk)])
    assert Keeping.objects.filter(ended=None).get().holder == place_of(ana, work)


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (lambda key, place: Choice(key), "reason_needed"),
        (lambda key, place: Choice(key, why="  "), "reason_needed"),
        (lambda key, place: Choice(key, place + 999), "unknown_choice"),
        (lambda key, place: Choice("cycle-999999", place), "unknown_choice"),
    ],
)
def test_a_choice_that_does_not_fit_changes_nothing(ana, devon, work, choice, code):
    place = place_of(devon, work)
    key = work_of(work).of(place)[0].key
    with pytest.raises(Refused, match=code):
        hand_over(by=ana, place=place, choices=[choice(key, place_of(ana, work).pk)])
    assert (Keeping.objects.count(), place_of(devon, work)) == (0, place)


def test_a_refusal_is_said_on_the_page(page, ana, devon, work):
    place = place_of(devon, work)
    key = work_of(work).of(place)[0].key
    answer = page(ana, at("leaving", work, place.pk), {f"to-{key}": "park"})
    assert (answer.status_code, "One line on why" in answer.content.decode()) == (422, True)


def test_others_hand_nothing_on(readers, work, devon):
    key = work_of(work).items[0].key
    for who in ("colleague", "coach", "principal", "stranger"):
        with pytest.raises(NotAllowed):
            hand_on(by=readers[who], team=work, choices=[Choice(key, why="No")])


@pytest.mark.ac("S3 R-8")
def test_a_lead_leaves_all_work_stays_and_the_next_one_leads(page, ana, devon, work):
    place, before = place_of(ana, work), Cycle.objects.count()
    text = page(devon, at("leaving", work, place.pk)).content.decode()
    assert "Who leads from now on" in text
    page(devon, at("leaving", work, place.pk), {"lead": str(place_of(devon, work).pk)})
    assert (place_of(devon, work).role, Cycle.objects.count()) == (TeamRole.LEAD, before)
    assert notes_of(devon, work, day(0)).no_lead_since is None


@pytest.mark.ac("S3 R-8")
def test_a_lead_without_a_successor_leaves_the_place_open(page, ana, devon, work):
    page(devon, at("leaving", work, place_of(ana, work).pk), {})
    assert notes_of(devon, work, day(0)).no_lead_since == timezone.localdate()
    assert "Say who leads" in page(devon, reverse("reports:today", args=[work.pk])).content.decode()


def test_who_leaves_goes_home(page, ana, devon, work):
    answer = page(devon, at("leaving", work, place_of(devon, work).pk), {})
    assert answer["Location"] == reverse("people:home")


def test_a_place_that_ended_leads_to_its_summary(page, ana, devon, work):
    place = place_of(devon, work)
    leave_team(by=ana, membership=place)
    assert page(ana, at("leaving", work, place.pk))["Location"] == at("summary", work, place.pk)


def test_places_of_other_teams_are_not_there(page, ana, person, work):
    from aimwell.contexts.people.services import start_team

    other = start_team(by=person("Olga"), name="Other").memberships.get()
    for name in ("leaving", "summary"):
        assert page(ana, at(name, work, other.pk)).status_code == 404


@pytest.mark.ac("S3 R-8")
@pytest.mark.ac("S0 R-47")
def test_the_summary_is_under_700_words_and_each_line_leads_to_its_thing(page, ana, devon, readers, work, theory):
    words = "a very long title of a thing that goes on and on far beyond what anybody reads in one breath today"
    for number in range(12):
        draft_cycle(by=devon, inquiry=theory, try_what=f"{number} {words}", look_on=day(number))
        create_measure(by=ana, team=work, name=f"{number} {words}", collector="Devon Park")
        cycle = draft_cycle(
            by=ana, inquiry=theory, try_what=f"Done {number} {words}", kind="at_least", low=1, out_of=24, look_on=day(1)
        )
        running = begin_study(by=ana, cycle=start_do(by=ana, cycle=cycle))
        answers = {"result": 8, "result_out_of": 24, "learned": words, "decision": "adopt", "decision_reason": words}
        finish(by=ana, cycle=running, version=running.version, **answers)
        add_member_without_login(by=ana, team=work, name=f"Person {number}")
    CoachAssignment.objects.get_or_create(team=work, user=readers["coach"], ended=None)
    place = place_of(devon, work)
    page(ana, at("leaving", work, place.pk), {})
    text = page(ana, at("summary", work, place.pk)).content.decode()
    main = text.split("<main")[1].split("</main>")[0]
    plain = re.sub(r"<[^>]+>", " ", main)
    assert len(plain.split()) < 700
    for part in ("Our aim", "Open cycles", "Newest reading", "Latest decisions", "Who to ask", "Coach"):
        assert part in plain
    lines = re.findall(r'<li class="full">.*?</li>', main, flags=re.DOTALL)
    assert (len(lines) > 20, [line for line in lines if "<a " not in line]) == (True, [])


def test_the_page_names_who_left_for_a_month(ana, devon, work):
    leave_team(by=ana, membership=place_of(devon, work))
    assert notes_of(ana, work, day(30)).departed.name == "Devon Park"
    assert notes_of(ana, work, day(31)).departed is None


def test_a_sponsor_takes_nothing(ana, devon, person, work):
    grace = Membership.objects.create(team=work, user=person("Grace"), name="Grace", role=TeamRole.SPONSOR)
    assert grace not in work_of(work).others(place_of(devon, work))
    with pytest.raises(Refused, match="unknown_choice"):
        hand_on(by=ana, team=work, choices=[Choice(work_of(work).items[0].key, grace.pk)])
    Membership.objects.filter(user=devon).update(role=TeamRole.SPONSOR)
    assert titles(work_of(work).without_owner) == ["Desk cards", "Talks", "Talks"]


def test_history_tells_the_team_what_was_handed_on_and_the_organization_nothing_of_it(page, ana, devon, person, work):
    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.people.models import OrgRole, OrgRoleKind

    school, admin = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill"), person("Admin")
    OrgRole.objects.create(org=school, user=admin, kind=OrgRoleKind.ORG_ADMIN)
    work.org = school
    work.save(update_fields=["org"])
    item = work_of(work).of(place_of(devon, work))[0]
    hand_on(by=ana, team=work, choices=[Choice(item.key, why="Testing weeks")])
    told = page(ana, reverse("reports:history", args=[work.pk])).content.decode()
    assert "parked open work" in told
    assert "Testing weeks" in told
    audit = page(admin, reverse("reports:audit", args=[school.pk])).content.decode()
    assert [word for word in ("Desk cards", "Testing weeks") if word in audit] == []
