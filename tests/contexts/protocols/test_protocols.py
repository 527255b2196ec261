"""A library of protocols, a talk that is led by one, and what was said, kept."""

import datetime as dt
import html

import pytest
import time_machine
from django.template import Context, Template
from django.urls import reverse

from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.models import Decision
from aimwell.contexts.meetings.protocols import queries, services
from aimwell.contexts.meetings.protocols.models import ProtocolRun, ProtocolStep, RunStep, TeamProtocol
from aimwell.contexts.people.models import Membership
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound, Refused, StaleEdit
from aimwell.domain.rhythm.protocols import BY_KEY, PROTOCOLS
from aimwell.domain.words.protocols import say

NOW = dt.datetime(2027, 2, 9, 15, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def url(name, *args):
    return reverse(f"protocols:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def meeting(ana, team):
    return meetings.add_meeting(by=ana, team=team, kind="huddle", on=NOW.date(), at=dt.time(9, 20))


@pytest.fixture
def run(ana, team, meeting):
    return services.start_run(by=ana, team=team, source=BY_KEY["lookback"], lang="en", meeting=meeting)


@pytest.fixture
def own(ana, team):
    return services.make_own(by=ana, team=team, seed="stuck", lang="en")


def steps(run):
    return list(run.steps.all())


def place(user):
    return Membership.objects.get(user=user)


# The library


@pytest.mark.ac("S2 R-57")
def test_the_library_has_seeded_protocols_with_steps_minutes_and_roles_in_both_languages(ana, team, page):
    told = html.unescape(words(page(ana, url("library", team.pk))))
    assert all(say(f"{one.key}.name", "en") in told for one in PROTOCOLS)
    assert "15 min" in told
    told = html.unescape(words(page(ana, url("library", team.pk), headers={"accept-language": "es"})))
    assert all(say(f"{one.key}.purpose", "es") in told for one in PROTOCOLS)
    told = words(page(ana, url("protocol", team.pk, "consult")))
    assert "30 minutes" in told
    for step in BY_KEY["consult"].steps:
        assert f"{step.minutes} min" in told
        assert say(f"consult.{step.key}.ask", "en") in told
    for role in ("Presenter", "Leader", "Timekeeper", "Note taker"):
        assert role in told
    assert page(ana, url("protocol", team.pk, "nothing-here")).status_code == 404


@pytest.mark.ac("S2 R-57")
def test_it_is_led_from_its_page_in_the_meeting_of_today_by_whoever_starts_it(ana, devon, team, meeting, page):
    form = words(page(ana, url("lead", team.pk, "lookback")))
    assert f'<option value="{meeting.pk}" selected>' in form
    assert f'<option value="{place(ana).pk}" selected>' in form
    sent = {"meeting": meeting.pk, "leader": place(ana).pk, "note_taker": place(devon).pk}
    answer = page(ana, url("lead", team.pk, "lookback"), sent)
    made = ProtocolRun.objects.get()
    assert answer.url == url("run", made.pk)
    assert (made.meeting, made.leader, made.note_taker) == (meeting, place(ana), place(devon))
    told = words(page(ana, answer.url))
    assert "What we expected" in told
    assert "4 minutes" in told
    assert 'data-left="240"' in told
    assert "Step 1 of 4" in told
    assert "Note taker: Devon Park" in told
    assert "What happened" in told


def test_the_same_key_starts_one_talk(ana, team):
    key = "3d9a1b1e-7b3e-4c53-9d7e-2f5f9f5a0001"
    first, second = (
        services.start_run(by=ana, team=team, source=BY_KEY["quiet"], lang="en", key=key) for _ in range(2)
    )
    assert first == second
    assert RunStep.objects.count() == 5


def test_a_talk_may_belong_to_no_meeting_and_names_nobody_of_another_team(ana, team, person, page):
    page(ana, url("lead", team.pk, "stuck"), {"meeting": ""})
    assert ProtocolRun.objects.get().meeting is None
    from integration.readers import make_team

    bo = person("Bo Other")
    other = make_team(bo)
    far = meetings.add_meeting(by=bo, team=other, kind="huddle", on=NOW.date())
    with pytest.raises(Refused, match="unknown_choice"):
        services.start_run(by=ana, team=team, source=BY_KEY["stuck"], lang="en", meeting=far)
    with pytest.raises(Refused, match="unknown_choice"):
        services.start_run(by=ana, team=team, source=BY_KEY["stuck"], lang="en", leader=place(bo))


# What is said


@pytest.mark.ac("S2 R-57")
def test_going_on_and_back_keeps_what_was_said_in_each_step(ana, run, page):
    first, second, *_ = steps(run)
    send = {"version": 1, "was": "", "said": "Twelve reasons", "to": second.pk}
    answer = page(ana, url("write", first.pk), send)
    assert answer.url == f"{url('run', run.pk)}#now"
    assert "What did each of you see or count?" in words(page(ana, url("run", run.pk)))
    page(ana, url("write", second.pk), {"version": 1, "was": "", "said": "Eight reasons", "to": first.pk})
    told = words(page(ana, url("run", run.pk)))
    assert "Twelve reasons</textarea>" in told
    assert '<p class="note">Eight reasons</p>' in told
    page(ana, url("write", first.pk), {"version": 2, "was": "Twelve reasons", "said": "Twelve of 24", "to": ""})
    assert [one.said for one in steps(run)][:2] == ["Twelve of 24", "Eight reasons"]


@pytest.mark.ac("S2 R-57")
def test_two_who_write_at_once_meet_on_a_page_and_whoever_typed_nothing_just_goes_on(ana, devon, run, page):
    first, second, *_ = steps(run)
    page(devon, url("write", first.pk), {"version": 1, "was": "", "said": "Devon: twelve", "to": ""})
    answer = page(ana, url("write", first.pk), {"version": 1, "was": "", "said": "Ana: ten", "to": second.pk})
    assert answer.status_code == 409
    told = words(answer)
    assert "Devon: twelve" in told
    assert "Ana: ten" in told
    assert f'name="to" value="{second.pk}"' in told
    assert steps(run)[0].said == "Devon: twelve"
    page(ana, url("write", first.pk), {"version": 1, "was": "", "said": "", "to": second.pk})
    assert steps(run)[0].said == "Devon: twelve"
    assert queries.run_view(ana, run.pk, "en").here.step == second
    with pytest.raises(StaleEdit):
        services.write(by=ana, step=first, version=1, said="Ana: ten")


def test_lines_of_a_browser_are_no_change(ana, run, page):
    first = steps(run)[0]
    services.write(by=ana, step=first, version=1, said="One\nTwo")
    page(ana, url("write", first.pk), {"version": 1, "was": "One\r\nTwo", "said": "One\r\nTwo", "to": ""})
    assert Event.objects.filter(verb="noted").count() == 1


def test_a_step_that_two_go_to_is_not_jumped_over_and_another_talks_step_is_not_there(ana, devon, run, team):
    _first, second, *_ = steps(run)
    for by in (ana, devon):
        services.go_to(by=by, run=run, step=second)
    assert queries.run_view(ana, run.pk, "en").here.step == second
    other = services.start_run(by=ana, team=team, source=BY_KEY["quiet"], lang="en")
    with pytest.raises(NotFound):
        services.go_to(by=ana, run=run, step=steps(other)[0])


@pytest.mark.ac("S2 R-57")
def test_a_talk_that_was_left_can_be_gone_on_with(ana, run, team, page):
    with time_machine.travel(NOW + dt.timedelta(days=2), tick=False):
        assert "not finished yet" in words(page(ana, url("library", team.pk)))
        told = words(page(ana, url("run", run.pk)))
        assert "data-left" not in told
        assert "4 minutes" in told
        page(ana, url("again", run.pk), {})
        assert queries.run_view(ana, run.pk, "en").left == 240


def test_all_screens_hear_of_a_new_step_and_of_new_words_and_of_no_word_itself(ana, devon, run, page):
    first, second, *_ = steps(run)
    stamps = [page(devon, url("now", run.pk)).json()["stamp"]]
    services.write(by=ana, step=first, version=1, said="Twelve")
    stamps.append(page(devon, url("now", run.pk)).json()["stamp"])
    services.go_to(by=ana, run=run, step=second)
    answer = page(devon, url("now", run.pk)).json()
    assert len({*stamps, answer["stamp"]}) == 3
    assert answer["left"] == 300


def test_too_many_words_are_asked_back_with_nothing_lost(ana, run, page):
    third = steps(run)[2]
    answer = page(ana, url("write", third.pk), {"version": 1, "was": "", "said": "x" * 5001, "to": ""})
    assert answer.status_code == 422
    assert "x" * 5001 in answer.content.decode()
    assert f'action="{url("write", third.pk)}"' in answer.content.decode()


# The record


@pytest.mark.ac("S2 R-57")
def test_the_end_keeps_a_record_that_the_meeting_links_to(ana, run, meeting, team, page):
    last = steps(run)[3]
    services.write(by=ana, step=steps(run)[0], version=1, said="Twelve of 24")
    page(ana, url("write", last.pk), {"version": 1, "was": "", "said": "Ask about the bell", "to": "end"})
    told = words(page(ana, url("run", run.pk)))
    assert "This talk is kept." in told
    for said in ("Twelve of 24", "Ask about the bell", "Nothing was written.", "for your team alone"):
        assert said in told
    here = words(page(ana, reverse("meetings:meeting", args=[meeting.pk])))
    assert f'href="{url("run", run.pk)}"' in here
    assert f'href="{url("library", team.pk)}?meeting={meeting.pk}"' in here
    page(ana, url("reopen", run.pk), {})
    assert "Keep and stay" in words(page(ana, url("run", run.pk)))
    run.refresh_from_db()
    assert run.finished_at is None


@pytest.mark.ac("S2 R-57")
@pytest.mark.ac("S2 R-58")
def test_a_next_step_becomes_a_decision_of_the_meeting(ana, run, meeting, page):
    services.finish(by=ana, run=run)
    page(ana, url("decide", run.pk), {"text": "Ask about the bell", "owner": ana.pk, "due_on": "2027-02-12"})
    made = Decision.objects.get()
    assert (made.meeting, made.owner, made.due_on) == (meeting, ana, dt.date(2027, 2, 12))
    asked = page(ana, url("decide", run.pk), {"text": ""})
    assert asked.status_code == 422
    services.change_run(by=ana, run=run, version=None, meeting=None)
    run.refresh_from_db()
    with pytest.raises(Refused, match="no_meeting_here"):
        services.decide(by=ana, run=run, text="Too late")


def test_meeting_and_roles_can_be_said_later(ana, team, meeting, page):
    run = services.start_run(by=ana, team=team, source=BY_KEY["tune"], lang="en")
    sent = {"version": 1, "meeting": meeting.pk, "presenter": place(ana).pk}
    page(ana, url("change_run", run.pk), sent)
    run.refresh_from_db()
    assert (run.meeting, run.presenter, run.leader) == (meeting, place(ana), None)
    assert "Presenter: Ana Ruiz" in words(page(ana, url("run", run.pk)))


def test_each_reader_reads_a_seeded_talk_in_his_or_her_language(ana, run):
    view = queries.run_view(ana, run.pk, "es")
    assert view.name == "Parar y mirar atrás"
    assert view.here.title == "Lo que esperábamos"
    assert view.here.step.title == "What we expected"


def test_what_was_set_aside_comes_back_with_its_words(ana, run, team, meeting, page):
    services.write(by=ana, step=steps(run)[0], version=1, said="Twelve of 24")
    page(ana, url("aside", "run", run.pk), {})
    assert page(ana, url("run", run.pk)).status_code == 404
    assert url("run", run.pk) not in words(page(ana, reverse("meetings:meeting", args=[meeting.pk])))
    page(ana, url("restore", "run", run.pk), {})
    assert "Twelve of 24</textarea>" in words(page(ana, url("run", run.pk)))


# Whose it is


@pytest.mark.ac("S2 R-57")
def test_what_was_said_is_the_teams_own_on_every_rung(readers, ana, team, page, run, meeting):
    services.write(by=ana, step=steps(run)[0], version=1, said="Twelve of 24")
    for rung in (Rung.TEAM, Rung.SCHOOL, Rung.PUBLIC):
        ProtocolRun.objects.filter(pk=run.pk).update(rung=int(rung))
        meeting.__class__.objects.filter(pk=meeting.pk).update(rung=int(rung))
        for name, reader in readers.items():
            if reader is None or not reader.is_authenticated or name == "member":
                continue
            assert page(reader, url("run", run.pk)).status_code == 404, (name, rung)
            about = page(reader, reverse("meetings:meeting", args=[meeting.pk]))
            assert url("run", run.pk) not in about.content.decode()


# A protocol of one's own


@pytest.mark.ac("S2 R-57")
def test_a_team_makes_its_own_from_a_seeded_one_and_changes_it(ana, team, page):
    answer = page(ana, url("copy", team.pk, "stuck"), {})
    own = TeamProtocol.objects.get()
    assert answer.url == url("change", own.pk)
    assert own.steps.count() == 5
    step = own.steps.first()
    sent = {"version": 1, "title": "Say it aloud", "minutes": 4, "prompt": "One each"}
    page(ana, url("step", step.pk), sent)
    told = words(page(ana, url("change", own.pk)))
    assert "Say it aloud" in told
    assert "16 minutes" in told
    page(ana, url("take_back", "step", step.pk), {})
    step.refresh_from_db()
    assert (step.title, step.minutes) == ("Name what is stuck", 3)
    page(ana, url("move_step", step.pk), {"to": "down"})
    assert [one.title for one in own.steps.all()][:2] == ["Choose one", "Name what is stuck"]
    page(ana, url("add_step", own.pk), {"title": "Thank each other", "minutes": 1})
    page(ana, url("change", own.pk), {"version": 1, "name": "Our stuck talk", "purpose": "Get going"})
    told = words(page(ana, url("library", team.pk)))
    assert "Our stuck talk" in told
    assert "What is stuck?" in told
    page(ana, url("lead_own", own.pk), {"meeting": ""})
    run = ProtocolRun.objects.get()
    assert [one.title for one in run.steps.all()][-1] == "Thank each other"


def test_a_talk_stays_as_it_was_when_its_protocol_changes(ana, team, own):
    run = services.start_run(by=ana, team=team, source=own, lang="en")
    services.change_step(by=ana, step=own.steps.first(), version=1, title="Something else")
    services.set_aside(by=ana, thing=own.steps.last())
    assert len(steps(run)) == 5
    assert steps(run)[0].title == "Name what is stuck"


def test_the_last_step_stays_and_minutes_have_bounds(ana, own, page):
    first, *others = own.steps.all()
    for one in others:
        services.set_aside(by=ana, thing=one)
    with pytest.raises(Refused, match="one_step_stays"):
        services.set_aside(by=ana, thing=first)
    for minutes in (0, 121):
        with pytest.raises(Refused, match="minutes"):
            services.change_step(by=ana, step=first, version=1, minutes=minutes)
        answer = page(ana, url("step", first.pk), {"version": 1, "title": "Now", "minutes": minutes})
        assert answer.status_code == 422
        assert 'value="Now"' in words(answer)
    services.restore(by=ana, thing=others[0])
    assert ProtocolStep.objects.filter(ended_at=None).count() == 2


def test_two_who_change_one_step_do_not_overwrite_each_other(ana, devon, own):
    step = own.steps.first()
    services.change_step(by=devon, step=step, version=1, title="Say it")
    with pytest.raises(StaleEdit):
        services.change_step(by=ana, step=step, version=1, title="Name it")


# For programs, and what it costs


@pytest.mark.ac("S2 R-57")
def test_programs_do_the_same(ana, team, meeting, api):
    found = api(ana, "GET", f"/teams/{team.pk}/protocols").json()["items"]
    assert {one["seed"] for one in found} == {*BY_KEY}
    sent = {"seed": "forces", "meeting": meeting.pk, "leader": place(ana).pk}
    run = api(ana, "POST", f"/teams/{team.pk}/protocol-runs", sent).json()
    look = api(ana, "GET", f"/protocol-runs/{run['id']}").json()
    first, second, *_ = look["steps"]
    said = api(ana, "PATCH", f"/protocol-run-steps/{first['id']}", {"version": 1, "said": "Rehearse first"})
    assert said.json()["said"] == "Rehearse first"
    api(ana, "POST", f"/protocol-runs/{run['id']}/move", {"step": second["id"]})
    assert api(ana, "GET", f"/protocol-runs/{run['id']}").json()["here"] == second["id"]
    api(ana, "POST", f"/protocol-runs/{run['id']}/finish")
    made = api(ana, "POST", f"/protocol-runs/{run['id']}/decisions", {"text": "Try it", "owner": place(ana).pk})
    assert made.status_code == 201
    assert Decision.objects.get().owner == ana
    own = api(ana, "POST", f"/teams/{team.pk}/protocols", {"seed": "work"}).json()
    step = api(ana, "GET", f"/protocols/{own['id']}").json()["steps"][0]
    changed = api(ana, "PATCH", f"/protocol-steps/{step['step']}", {"version": 1, "minutes": 6})
    assert changed.json()["minutes"] == 6
    assert api(ana, "POST", f"/protocol-steps/{step['step']}/take-back").json()["minutes"] == 3


def test_the_pages_cost_the_same_whatever_is_stored(ana, team, meeting, run, own, page, django_assert_num_queries):
    at = {"library": url("library", team.pk), "run": url("run", run.pk), "own": url("own", own.pk)}
    for address in at.values():
        page(ana, address)
    for _ in range(2):
        for name, address in at.items():
            with django_assert_num_queries(COST[name]):
                page(ana, address)
        for one in steps(run):
            services.write(by=ana, step=one, version=None, said="Said")
        for key in BY_KEY:
            services.make_own(by=ana, team=team, seed=key, lang="en")
            services.start_run(by=ana, team=team, source=BY_KEY[key], lang="en", meeting=meeting)


COST = {"library": 8, "run": 5, "own": 5}


def test_the_meeting_asks_once(ana, run, meeting, django_assert_num_queries):
    with django_assert_num_queries(1):
        Template("{% load protocols %}{% protocols_here meeting %}").render(Context({"meeting": meeting}))
