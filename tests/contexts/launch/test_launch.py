"""How a team begins: a kit in any order, norms proposed in silence, the primer, what is in place, what it builds on."""

import datetime
import json

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.cycles.support.services import answer_support
from aimwell.contexts.meetings.launch import queries, services
from aimwell.contexts.meetings.launch.models import BuildsOn, Norms, PrimerRead
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import Membership, OrgRole
from aimwell.contexts.people.services import add_member_without_login
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit
from aimwell.domain.rhythm.launch import FULL_DAY, HALF_DAY, Stands, Step, minutes, out_of_date, stands
from aimwell.domain.words.launch import TABLE, say


def url(name, *args):
    return reverse(f"launch:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def stand(ana, team):
    return {row.step: row.stands for row in queries.kit_of(ana, team, "en")}


@pytest.mark.ac("S3 R-25")
def test_every_team_has_the_kit_and_takes_its_steps_in_any_order(ana, team, page):
    assert set(stand(ana, team).values()) == {Stands.NOT_YET}
    assert "How we begin" in words(page(ana, url("kit", team.pk)))
    page(ana, url("step", team.pk, "time"), {"stands": "done"})
    page(ana, url("step", team.pk, "roles"), {"stands": "not_needed", "reason": "There are two of us"})
    now = stand(ana, team)
    assert (now[Step.TIME], now[Step.ROLES], now[Step.PRIMER]) == (Stands.DONE, Stands.NOT_NEEDED, Stands.NOT_YET)
    assert "Not needed, because: There are two of us" in words(page(ana, url("kit", team.pk)))
    with pytest.raises(Refused):
        services.say_step(by=ana, team=team, step="norms", stands="not_needed", reason=" ")


@pytest.mark.ac("S3 R-25")
def test_what_the_work_shows_is_done_by_itself_until_the_team_says_otherwise(ana, team):
    services.say_ground(by=ana, team=team, host="plc", text="Our Thursday hour")
    assert stand(ana, team)[Step.BUILDS_ON] is Stands.DONE
    services.say_step(by=ana, team=team, step="builds_on", stands="not_yet")
    assert stand(ana, team)[Step.BUILDS_ON] is Stands.NOT_YET


def test_two_who_say_a_step_at_once_do_not_overwrite_each_other(ana, team):
    said = services.say_step(by=ana, team=team, step="time", stands="done")
    services.say_step(by=ana, team=team, step="time", stands="not_yet", version=said.version)
    with pytest.raises(StaleEdit):
        services.say_step(by=ana, team=team, step="time", stands="not_needed", reason="x", version=said.version)


@pytest.mark.ac("S3 R-25")
@pytest.mark.parametrize(("length", "whole"), [("half", 210), ("full", 435)])
def test_an_agenda_to_print_adds_up(ana, team, page, length, whole):
    agenda = HALF_DAY if length == "half" else FULL_DAY
    assert minutes(agenda) == whole
    shown = words(page(ana, url("agenda", team.pk, length)))
    assert f"{whole} minutes in all" in shown
    assert all(say(f"agenda.{item.key}", "en") in shown for item in agenda)
    assert page(ana, url("agenda", team.pk, "week")).status_code == 404


@pytest.mark.ac("S3 R-26")
def test_a_proposal_is_hidden_from_all_others_until_it_is_shown(ana, devon, team, page, api):
    services.propose_norms(by=devon, team=team, text="We never joke about a count")
    for reader in (ana, devon):
        told = json.loads(api(reader, "GET", f"/teams/{team.pk}/norms").content)
        seen = told["mine"] + " ".join(told["proposals"]) + words(page(reader, url("norms", team.pk)))
        assert ("We never joke" in seen) == (reader == devon)
        assert (told["proposed"], told["shown"]) == (1, False)
    assert not Event.objects.filter(after__icontains="never joke").exists()
    services.propose_norms(by=ana, team=team, text="We begin on time\nWe bring one surprise")
    services.show_norms(by=ana, team=team)
    told = json.loads(api(ana, "GET", f"/teams/{team.pk}/norms").content)
    assert told["proposals"] == ["We begin on time", "We bring one surprise", "We never joke about a count"]
    with pytest.raises(Refused):
        services.propose_norms(by=devon, team=team, text="One more")


@pytest.mark.ac("S3 R-26")
def test_agreed_norms_are_dated_and_every_version_stays(ana, team, page):
    first = services.agree_norms(by=ana, team=team, text=" We begin on time \n\n", number=0)
    assert (first.number, first.text, first.agreed_on) == (1, "We begin on time", datetime.date.today())
    page(ana, url("agree", team.pk), {"text": "We begin on time\nPhones away", "number": "1"})
    assert list(Norms.objects.values_list("number", flat=True)) == [1, 2]
    with pytest.raises(Refused):
        services.agree_norms(by=ana, team=team, text="Mine", number=1)
    page(ana, url("agree", team.pk), {"text": "We begin on time\nPhones away", "number": "1"})  # pressed twice
    assert Norms.objects.count() == 2
    shown = words(page(ana, url("norms", team.pk)))
    assert "Phones away" in shown
    assert "Agreed before" in shown


def test_only_the_facilitator_or_the_lead_puts_proposals_on_the_table(ana, devon, team):
    with pytest.raises(Refused):
        services.show_norms(by=ana, team=team)
    services.propose_norms(by=ana, team=team, text="One")
    with pytest.raises(Refused):
        services.show_norms(by=devon, team=team)
    assert services.show_norms(by=ana, team=team).shown_at is not None


@pytest.mark.ac("S3 R-27")
def test_the_primer_tells_only_done_or_not(ana, devon, stranger, team, page, api):
    assert api(ana, "POST", f"/teams/{team.pk}/primer").status_code == 204
    page(ana, url("primer", team.pk), {})
    look = queries.primer_of(devon, team)
    assert {place.user: read for place, read in look.rows} == {ana: True, devon: False}
    assert look.waits
    assert not any(field.get_internal_type().startswith("Date") for field in PrimerRead._meta.fields)
    with pytest.raises(NotAllowed):
        services.read_primer(by=stranger, team=team)
    assert page(ana, url("primer", team.pk)).status_code == 200


@pytest.mark.ac("S3 R-28")
def test_what_is_missing_stops_nobody_and_an_old_look_says_so(ana, team, page):
    with time_machine.travel("2026-09-01T12:00:00Z", tick=False):
        page(ana, url("conditions", team.pk), {"time-stands": "missing", "time-wanted": "Cover on Thursdays"})
        look = queries.conditions_of(ana, team, "en")
        assert [row.condition for row in look.missing] == ["time"]
        assert not look.old
    with time_machine.travel("2026-11-02T12:00:00Z", tick=False):
        assert queries.conditions_of(ana, team, "en").old
        later = Client()  # the session of September is over
        later.force_login(ana)
        assert "More than 60 days ago" in words(later.get(url("conditions", team.pk)))
        assert stand(ana, team)[Step.CONDITIONS] is Stands.NOT_YET
        assert later.post(url("conditions", team.pk), {"time-wanted": "More"}).status_code == 422


@pytest.mark.ac("S3 R-28")
def test_one_press_asks_for_what_is_missing_with_the_words_filled_in(ana, devon, team, page, api, person):
    district = create_org(kind="district", name="Fern Valley")
    school = create_org(kind="school", name="Lantern Hill", parent=district)
    OrgRole.objects.create(org=school, user=person("Victor Head"), kind="principal")
    Team.objects.filter(pk=team.pk).update(org=school)
    team.refresh_from_db()
    lead = person("Dana District")
    OrgRole.objects.create(org=district, user=lead, kind="district_team")
    said = {"time-stands": "missing", "time-wanted": "Cover on Thursdays", "data-stands": "yes"}
    page(ana, url("conditions", team.pk), said)
    shown = words(page(ana, url("conditions", team.pk)))
    asked = "We need a regular time without interruption. What would help: Cover on Thursdays"
    assert f"“{asked}”" in shown
    assert "Ask Fern Valley for it" in shown
    for person_ in (ana, devon):
        assert page(person_, url("ask", team.pk, "time"), {}).status_code == 302
    made = SupportRequest.objects.get()
    assert (made.text, made.help_kind, made.asked_org, made.created_by) == (asked, "release_time", district, ana)
    assert asked in words(page(lead, reverse("support:inbox")))
    assert "Asked on" in words(page(ana, url("conditions", team.pk)))
    answer_support(by=lead, request=made, said="partly", words="Every other week")
    told = words(page(devon, url("conditions", team.pk)))
    assert "The answer: partly. Every other week" in told
    assert "Ask Fern Valley for it" not in told
    with pytest.raises(Refused, match="nothing_missing"):
        services.ask_for_condition(by=ana, team=team, condition="data", lang="en")
    page(ana, url("conditions", team.pk), {"time-stands": "partly"})
    row = api(ana, "GET", f"/teams/{team.pk}/conditions").json()["answers"][0]
    assert (row["request"], row["asked"]) == ("We need a regular time without interruption.", made.pk)
    again = api(ana, "POST", f"/teams/{team.pk}/conditions/time/ask").json()
    assert (again["id"] != made.pk, again["org"], SupportRequest.objects.count()) == (True, district.pk, 2)


def test_what_nobody_can_answer_stays_on_the_own_list_and_taken_back_is_asked_again(ana, stranger, team, page):
    page(ana, url("conditions", team.pk), {"coach-stands": "missing"})
    assert "Put it on our list" in words(page(ana, url("conditions", team.pk)))
    made = services.ask_for_condition(by=ana, team=team, condition="coach", lang="en")
    assert made.asked_org is None
    page(ana, reverse("support:back", args=[made.pk]), {})
    assert "Put it on our list" in words(page(ana, url("conditions", team.pk)))
    assert services.ask_for_condition(by=ana, team=team, condition="coach", lang="en").pk == made.pk
    assert SupportRequest.objects.get().ended_at is None
    assert page(stranger, url("ask", team.pk, "coach"), {}).status_code == 404
    with pytest.raises(NotAllowed):
        services.ask_for_condition(by=stranger, team=team, condition="coach", lang="en")


def test_sixty_days_are_not_old_and_sixty_one_are():
    day = datetime.date(2026, 9, 1)
    assert not out_of_date(day, day + datetime.timedelta(days=60))
    assert out_of_date(day, day + datetime.timedelta(days=61))
    assert stands("", True) is Stands.DONE


@pytest.mark.ac("S3 R-29")
def test_an_office_above_reads_how_many_teams_build_on_work_that_goes_on_anyway(ana, team, page, person):
    school = create_org(kind="school", name="Lantern Hill")
    Team.objects.filter(pk=team.pk).update(org=school)
    Team.objects.create(name="Another", org=school)
    team.refresh_from_db()
    services.say_ground(by=ana, team=team, host="plc", text="Our Thursday hour")
    head = person("Victor Head")
    OrgRole.objects.create(org=school, user=head, kind="principal")
    found = queries.grounds_in(school)
    assert (found.attached, found.alone, found.unsaid) == (1, 0, 1)
    shown = words(page(head, url("grounds", school.pk)))
    assert "team builds on work that goes on anyway" in shown
    assert "Our Thursday hour" not in shown
    services.say_ground(by=ana, team=team, host="alone", version=BuildsOn.objects.get().version)
    assert queries.grounds_in(school).alone == 1


def test_the_kit_costs_the_same_whatever_is_stored(ana, team, page, django_assert_num_queries):
    services.say_ground(by=ana, team=team, host="plc")
    services.agree_norms(by=ana, team=team, text="One", number=0)
    page(ana, url("kit", team.pk))
    with django_assert_num_queries(12):
        page(ana, url("kit", team.pk))


def test_every_step_agenda_and_condition_has_words_in_both_languages():
    keys = {item.key for item in (*HALF_DAY, *FULL_DAY)}
    assert all({"en", "es"} <= set(TABLE.entries[f"agenda.{key}"]) for key in keys)


def test_a_sponsor_is_not_waited_for(ana, devon, team, person, page):
    """They read what the team opened to its school, neither the primer nor its norms."""
    Membership.objects.create(team=team, user=person("Paz Sponsor"), name="Paz", role="sponsor")
    add_member_without_login(by=ana, team=team, name="Mrs. Vega")
    for reader in (ana, devon):
        services.read_primer(by=reader, team=team)
    assert stand(ana, team)[Step.PRIMER] is Stands.DONE
    assert len(queries.primer_of(ana, team).rows) == 2
    services.propose_norms(by=ana, team=team, text="One")
    assert "1 of 2 have proposed." in words(page(ana, url("norms", team.pk)))


def test_norms_written_while_somebody_else_agreed_come_back_whole(ana, devon, team, page):
    services.propose_norms(by=ana, team=team, text="We begin on time")
    services.show_norms(by=ana, team=team)
    services.agree_norms(by=devon, team=team, text="We begin on time", number=0)
    answer = page(ana, url("agree", team.pk), {"text": "We begin on time\nPhones away", "number": "0"})
    assert answer.status_code == 422
    assert "Phones away" in answer.content.decode()
    assert "Somebody agreed on other norms meanwhile." in words(answer)
    assert 'name="number" value="1"' in words(answer)
    assert Norms.objects.count() == 1


def test_a_proposal_that_comes_after_the_showing_goes_into_what_is_agreed_on(ana, devon, team, page):
    services.propose_norms(by=ana, team=team, text="We begin on time")
    services.show_norms(by=ana, team=team)
    answer = page(devon, url("norms", team.pk), {"text": "We never joke about a count"})
    assert answer.status_code == 422
    assert "We begin on time\nWe never joke about a count" in answer.content.decode().replace("\r", "")
    assert "All proposals are on the table already." in words(answer)


def test_what_would_help_is_not_lost_where_nobody_said_how_it_stands(ana, team, page):
    answer = page(ana, url("conditions", team.pk), {"data-stands": "yes", "time-wanted": "Cover on Thursdays"})
    assert answer.status_code == 422
    assert "Cover on Thursdays" in words(answer)
    assert "Say where it stands, too." in words(answer)
    nothing = page(ana, url("conditions", team.pk), {"key": ""})
    assert nothing.status_code == 422
    assert "Mark at least one of the six." in words(nothing)


def test_a_form_that_comes_back_keeps_the_version_it_started_from(ana, team, page):
    services.say_ground(by=ana, team=team, host="plc", text="Our Thursday hour")
    answer = page(ana, url("ground", team.pk), {"host": "", "text": "Mine", "version": "0"})
    assert answer.status_code == 422
    assert 'name="version" value="0"' in words(answer)
