"""A team steps out and comes back: dates, one step, and the way back from that."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import change_plan, draft_cycle, start_do
from aimwell.contexts.orgs.models import Participation, Taking
from aimwell.contexts.people.services import share
from aimwell.contexts.reports.participation import queries, services
from aimwell.contexts.reports.queries import team_view
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused
from aimwell.domain.pdsa.next_step import MINUTES

AWAY_DAYS = 30


def today():
    return timezone.localdate()


def day(number):
    return today() + datetime.timedelta(days=number)


def made(cycle, number):
    """As if it had been begun on that day."""
    Cycle.objects.filter(pk=cycle.pk).update(created_at=timezone.now() + datetime.timedelta(days=number))
    return cycle


def look_days(team):
    return list(Cycle.objects.filter(owner_team=team).order_by("number").values_list("look_on", flat=True))


def title(answer):
    return answer.content.decode().split("<h1>")[1].split("</h1>")[0]


def url(name, team):
    return reverse(f"participation:{name}", args=[team.pk])


@pytest.fixture
def doing(ana, theory):
    """A running cycle of forty days ago whose look was to come in the middle of the pause."""
    plan = {"try_what": "One quiet minute", "kind": "at_least", "low": 12, "out_of": 24, "look_on": day(-20)}
    return made(start_do(by=ana, cycle=draft_cycle(by=ana, inquiry=theory, **plan)), -40)


@pytest.fixture
def paused(ana, team):
    """A pause that began thirty days ago."""
    row = services.step_out(by=ana, team=team, reason="Testing weeks")
    Participation.objects.filter(pk=row.pk).update(started=day(-AWAY_DAYS))
    return team


@pytest.mark.ac("S0 R-53")
@pytest.mark.ac("S3 R-37")
def test_a_pause_takes_one_step_and_stops_what_is_due_at_once(page, ana, team, doing):
    assert title(page(ana, reverse("reports:today", args=[team.pk]))) == "Next: look at cycle 1"
    answer = page(ana, url("pause", team), {"reason": "Testing weeks", "expected_return": day(20).isoformat()})
    assert answer["Location"] == reverse("reports:today", args=[team.pk])
    shown = page(ana, answer["Location"])
    assert title(shown).startswith("Paused since")
    assert "Next:" not in shown.content.decode()
    row = Participation.objects.get(team=team)
    assert (row.state, row.started, row.reason, row.expected_return) == ("paused", today(), "Testing weeks", day(20))


@pytest.mark.ac("S0 R-53")
def test_no_page_of_a_pause_speaks_of_penalty(page, ana, paused):
    text = page(ana, url("taking_part", paused)).content.decode().lower()
    assert [word for word in ("overdue", "failed", "penalty", "behind", "must") if f" {word} " in text] == []


def test_the_same_pause_again_changes_nothing(ana, team):
    first = services.step_out(by=ana, team=team)
    assert services.step_out(by=ana, team=team) == first
    assert Event.objects.filter(verb="paused").count() == 1


@pytest.mark.parametrize("number", [-1, 0])
def test_a_return_lies_ahead(page, ana, team, number):
    answer = page(ana, url("pause", team), {"expected_return": day(number).isoformat()})
    assert answer.status_code == 422
    assert "has to lie ahead" in answer.content.decode()
    assert Participation.objects.count() == 0


@pytest.mark.ac("S0 R-53")
def test_coming_back_moves_open_dates_by_the_length_of_the_pause(page, ana, theory, doing, paused):
    draft = made(draft_cycle(by=ana, inquiry=theory, try_what="Cards", look_on=day(5)), -40)
    answer = page(ana, url("resume", paused), {})
    assert answer["Location"] == url("welcome_back", paused)
    assert look_days(paused) == [day(-20 + AWAY_DAYS), day(5 + AWAY_DAYS)]
    event = Event.objects.get(target_type="cycles.cycle", target_id=draft.pk, verb="date_moved")
    assert (event.before, event.after) == (
        {"look_on": day(5).isoformat()}, {"look_on": day(5 + AWAY_DAYS).isoformat()},
    )  # fmt: skip
    assert list(Participation.objects.values_list("state", "ended")) == [("active", None), ("paused", today())]


@pytest.mark.ac("S0 R-53")
def test_the_page_shows_first_which_dates_move_and_only_those_chosen_move(page, ana, theory, doing, paused):
    draft = made(draft_cycle(by=ana, inquiry=theory, try_what="Cards", look_on=day(5)), -40)
    text = page(ana, url("taking_part", paused)).content.decode()
    assert text.count('name="cycle"') == 2
    page(ana, url("resume", paused), {"choose": "1", "cycle": [str(draft.pk), "x"]})
    assert look_days(paused) == [day(-20), day(5 + AWAY_DAYS)]


def test_dates_that_somebody_chose_during_the_pause_stay(ana, theory, doing, paused):
    changed = change_plan(by=ana, cycle=doing, version=None, look_on=day(3))
    new = draft_cycle(by=ana, inquiry=theory, try_what="Begun on the pause", look_on=day(4))
    services.resume(by=ana, team=paused)
    assert look_days(paused) == [changed.look_on, new.look_on] == [day(3), day(4)]


def test_a_date_before_the_pause_stays(ana, theory, paused):
    made(draft_cycle(by=ana, inquiry=theory, try_what="Long ago", look_on=day(-31)), -40)
    services.resume(by=ana, team=paused)
    assert look_days(paused) == [day(-31)]


@pytest.mark.ac("S0 R-53")
def test_coming_back_can_be_taken_back_with_its_dates(page, ana, doing, paused):
    page(ana, url("resume", paused), {})
    assert page(ana, url("take_back", paused), {})["Location"] == url("taking_part", paused)
    assert look_days(paused) == [day(-20)]
    row = Participation.objects.get()
    assert (row.state, row.ended, row.started) == ("paused", None, day(-AWAY_DAYS))
    services.resume(by=ana, team=paused)
    assert Participation.objects.filter(ended=None).get().state == Taking.ACTIVE


def test_taking_back_leaves_a_date_that_changed_since(ana, doing, paused):
    services.resume(by=ana, team=paused)
    change_plan(by=ana, cycle=Cycle.objects.get(), version=None, look_on=day(50))
    services.take_back_return(by=ana, team=paused)
    assert look_days(paused) == [day(50)]


def test_taking_back_is_for_two_weeks(ana, team, paused):
    services.resume(by=ana, team=paused)
    Participation.objects.filter(state="active").update(started=day(-15))
    with pytest.raises(Refused, match="too_late_to_take_back"):
        services.take_back_return(by=ana, team=paused)


@pytest.mark.parametrize(
    ("act", "code"),
    [(services.resume, "not_away"), (services.move_dates, "not_back"),
     (services.take_back_return, "too_late_to_take_back")],
)  # fmt: skip
def test_what_does_not_fit_is_refused(ana, team, act, code):
    with pytest.raises(Refused, match=code):
        act(by=ana, team=team)


@pytest.mark.parametrize("act", [services.step_out, services.resume, services.move_dates, services.take_back_return])
def test_others_neither_pause_nor_resume_a_team(readers, paused, act):
    for who in ("colleague", "coach", "district leader", "hub", "stranger", "former member"):
        with pytest.raises(NotAllowed):
            act(by=readers[who], team=paused)


@pytest.mark.ac("S0 R-54")
def test_the_page_of_a_return_has_exactly_one_step_and_the_rest_behind_a_link(page, ana, theory, doing, paused):
    for number in range(4):
        draft_cycle(by=ana, inquiry=theory, try_what=f"Draft {number}")
    page(ana, url("resume", paused), {})
    text = page(ana, url("welcome_back", paused)).content.decode()
    main = text.split("<main")[1].split("</main>")[0]
    assert main.count('class="button"') == 1
    assert "3 more" in main
    assert "Draft 3" not in main
    assert "Draft 3" in page(ana, url("welcome_back", paused) + "?all=1").content.decode()
    assert max(MINUTES.values()) <= 15


@pytest.mark.ac("S0 R-54")
def test_a_return_tells_what_others_learned_as_far_as_it_is_open(page, ana, readers, paused, person):
    from aimwell.contexts.cycles.services import begin_study, finish
    from aimwell.contexts.people.services import start_team
    from aimwell.contexts.theory.services import start_inquiry

    other = person("Olga Other")
    near = start_team(by=other, name="Next door")
    near.org = paused.org
    near.save(update_fields=["org"])
    for name, rung in (("Open to the school", Rung.SCHOOL), ("For the team only", Rung.TEAM)):
        work = start_inquiry(by=other, team=near, problem="Few read.")
        cycle = draft_cycle(by=other, inquiry=work, try_what=name, kind="at_least", low=1, out_of=24, look_on=day(1))
        running = begin_study(by=other, cycle=start_do(by=other, cycle=cycle))
        answers = {"result": 8, "result_out_of": 24, "learned": "They read.", "decision": "adopt"}
        done = finish(by=other, cycle=running, version=running.version, **answers, decision_reason="It held.").cycle
        share(by=other, obj=done, rung=rung)
    page(ana, url("resume", paused), {})
    text = page(ana, url("welcome_back", paused)).content.decode()
    assert "Open to the school" in text
    assert "For the team only" not in text


def test_a_return_of_a_team_that_never_was_away_says_nothing_of_dates(ana, team):
    found = queries.return_of(team_view(ana, team, lang="en"))
    assert (found.since, found.moved, found.moving, found.elsewhere, found.undoable) == (None, [], [], [], False)


def test_leaving_keeps_the_work_and_can_be_taken_up_again(page, ana, team, doing):
    page(ana, url("leave", team), {"reason": "Another year"})
    assert title(page(ana, reverse("reports:today", args=[team.pk]))).startswith("Not taking part since")
    assert Cycle.objects.get().ended_at is None
    page(ana, url("resume", team), {})
    assert [row.state for row in Participation.objects.all()] == ["active", "left"]


def test_a_pause_may_become_leaving(ana, paused):
    services.step_out(by=ana, team=paused, state=Taking.LEFT)
    assert [(row.state, row.ended) for row in Participation.objects.all()] == [("left", None), ("paused", today())]


def test_a_team_that_was_invited_takes_part_and_moves_nothing(page, ana, team, doing):
    Participation.objects.create(team=team, state=Taking.INVITED, started=day(-AWAY_DAYS))
    shown = page(ana, reverse("reports:today", args=[team.pk])).content.decode()
    assert "Invited on" in shown
    assert "Take part" in shown
    page(ana, url("resume", team), {})
    assert look_days(team) == [day(-20)]


def test_the_start_of_an_invited_team_is_not_taken_back(ana, team):
    Participation.objects.create(team=team, state=Taking.INVITED, started=day(-AWAY_DAYS))
    services.resume(by=ana, team=team)
    with pytest.raises(Refused):
        services.take_back_return(by=ana, team=team)


@pytest.mark.parametrize(("lang", "says"), [("en", "The team is taking a pause."), ("es", "El equipo está en pausa.")])
def test_readers_from_outside_read_that_a_team_is_paused(page, readers, ana, team, paused, lang, says):
    address = reverse("reports:today", args=[team.pk])
    assert says in page(readers["principal"], address, headers={"accept-language": lang}).content.decode()
    services.resume(by=ana, team=team)
    assert says not in page(readers["principal"], address, headers={"accept-language": lang}).content.decode()


@pytest.mark.ac("S0 R-53")
def test_a_principal_pauses_and_resumes_in_one_step_and_the_team_moves_its_dates(page, readers, ana, team, doing):
    principal, support = readers["principal"], reverse("participation:support")
    assert page(principal, support, {"team": team.pk, "act": "pause"}).status_code == 302
    Participation.objects.update(started=day(-AWAY_DAYS))
    page(principal, support, {"team": team.pk, "act": "resume"})
    assert look_days(team) == [day(-20)]
    assert Participation.objects.get(ended=None).state == Taking.ACTIVE
    assert "Move these dates" in page(ana, url("welcome_back", team)).content.decode()
    page(ana, url("dates", team), {"choose": "1", "cycle": [str(doing.pk)]})
    assert look_days(team) == [day(-20 + AWAY_DAYS)]
    page(ana, url("dates", team), {})
    assert look_days(team) == [day(-20 + AWAY_DAYS)]


@pytest.mark.parametrize("who", ["coach", "hub", "district leader", "colleague", "stranger"])
def test_nobody_else_pauses_a_team_from_outside(page, readers, team, who):
    answer = page(readers[who], reverse("participation:support"), {"team": team.pk, "act": "pause"})
    assert (answer.status_code, Participation.objects.count()) == (404, 0)


def test_history_tells_of_a_pause(page, ana, paused):
    services.resume(by=ana, team=paused)
    text = page(ana, reverse("reports:history", args=[paused.pk])).content.decode()
    assert "paused team" in text
    assert "took up again team" in text
