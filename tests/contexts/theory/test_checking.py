"""Is it so? Baseline, verification, earlier wordings, gates that ask for one sentence, and how an effort ends."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.services import draft_cycle, start_cycle
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.contexts.theory.queries import (
    current_inquiry,
    earlier_wordings,
    inquiry_view,
    measured,
    open_before_test,
)
from aimwell.contexts.theory.services import (
    add_evidence,
    add_part,
    add_perspective,
    change_problem,
    close_inquiry,
    describe_problem,
    reopen_inquiry,
    reword_problem,
    set_baseline,
    start_inquiry,
    verify_problem,
)
from aimwell.contexts.theory.voices.services import add_interview
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit
from contexts.theory.asking import refused

DAY = datetime.date(2026, 11, 2)


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def measure(ana, team):
    made = create_measure(by=ana, team=team, name="Gives a reason")
    put_value(by=ana, measure=made, on=DAY, numerator=8, denominator=24)
    return made


@pytest.fixture
def fact(ana, inquiry):
    return add_evidence(by=ana, inquiry=inquiry, text="8 of 24 gave a reason", kind="data", source="Room 12")


@pytest.fixture
def ready(ana, inquiry):
    return draft_cycle(
        by=ana, inquiry=inquiry, try_what="A quiet minute", look_on=DAY, kind="at_least", low=12, out_of=24
    )  # fmt: skip


@pytest.mark.ac("S1 R-10")
def test_the_baseline_is_read_from_the_stored_count_with_its_denominator(page, ana, inquiry, measure):
    assert (
        page(ana, url("problem_baseline", inquiry.pk), {"baseline": f"{measure.pk}:{DAY}", "version": 1}).status_code
        == 302
    )
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "<strong>33 % on November 2, 2026 (8 of 24)</strong>" in shown
    put_value(by=ana, measure=measure, on=DAY, numerator=12, denominator=24)
    assert "<strong>50 % on November 2, 2026 (12 of 24)</strong>" in words(page(ana, url("problem", inquiry.pk)))


@pytest.mark.ac("S1 R-10")
def test_a_baseline_is_stored_or_to_be_collected_and_nothing_else(ana, inquiry, measure):
    with pytest.raises(Refused) as refused:
        set_baseline(by=ana, inquiry=inquiry, version=1, measure=measure, on=datetime.date(2026, 11, 3))
    assert refused.value.code == "baseline_not_stored"
    inquiry.refresh_from_db()
    assert (inquiry.baseline_measure, inquiry.version) == (None, 1)
    waiting = set_baseline(by=ana, inquiry=inquiry, version=1, to_collect=True)
    assert (waiting.baseline_to_collect, waiting.baseline_on) == (True, None)
    told = set_baseline(by=ana, inquiry=inquiry, version=2, measure=measure, on=DAY, to_collect=True)
    assert (told.baseline_measure, told.baseline_on, told.baseline_to_collect) == (measure, DAY, False)


@pytest.mark.ac("S1 R-10")
def test_the_baseline_is_named_until_it_is_tied_or_promised(page, ana, inquiry):
    asks = "add the number now and its date, or mark “baseline to be collected”"
    assert asks in words(page(ana, url("problem", inquiry.pk)))
    set_baseline(by=ana, inquiry=inquiry, version=1, to_collect=True)
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert asks not in shown
    assert "Baseline to be collected" in shown


def test_the_measure_of_another_team_is_not_there(ana, inquiry, person):
    from integration.readers import make_team

    sam = person("Sam Other")
    foreign = create_measure(by=sam, team=make_team(sam), name="Theirs")
    for act in (
        lambda: set_baseline(by=ana, inquiry=inquiry, version=1, measure=foreign, on=DAY),
        lambda: verify_problem(by=ana, inquiry=inquiry, version=1, verification="verified", measure=foreign),
    ):
        with pytest.raises(NotFound):
            act()


def test_counts_of_single_days_stay_with_the_team(ana, inquiry, measure, outsiders):
    from aimwell.contexts.people.services import share
    from aimwell.domain.access import Rung

    set_baseline(by=ana, inquiry=inquiry, version=1, measure=measure, on=DAY)
    inquiry.refresh_from_db()
    share(by=ana, obj=inquiry, rung=Rung.COACH)
    share(by=ana, obj=measure, rung=Rung.COACH)
    coach = outsiders[1]
    assert measured(coach, inquiry_view(coach, inquiry.pk)).chosen is None
    assert measured(ana, inquiry_view(ana, inquiry.pk)).chosen.words.startswith("33")


@pytest.mark.ac("S4 R-4")
@pytest.mark.ac("S2 R-2")
def test_an_answer_rests_on_evidence_or_a_measure(ana, inquiry, fact, measure):
    with pytest.raises(Refused) as refused:
        verify_problem(by=ana, inquiry=inquiry, version=1, verification="verified", because="We all see it")
    assert (refused.value.code, refused.value.data) == ("evidence_needed", {"field": "evidence"})
    told = verify_problem(by=ana, inquiry=inquiry, version=1, verification="verified", because="1 in 3", evidence=fact)
    assert (told.verification, told.verified_evidence, told.verified_by) == ("verified", fact, ana)
    assert told.verified_at is not None
    mixed = verify_problem(by=ana, inquiry=inquiry, version=2, verification="mixed", measure=measure)
    assert (mixed.verified_evidence, mixed.verified_measure) == (None, measure)
    open_again = verify_problem(by=ana, inquiry=inquiry, version=3, verification="unverified")
    assert (open_again.verified_by, open_again.verified_measure) == (None, None)


@pytest.mark.ac("S4 R-4")
def test_the_page_says_what_it_rests_on_who_and_when(page, ana, inquiry, fact):
    sent = {"verification": "refuted", "because": "Most do", "rests_on": f"evidence:{fact.pk}", "version": 1}
    assert page(ana, url("problem_verify", inquiry.pk), sent).status_code == 302
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "<strong>Not borne out</strong>: Most do" in shown
    assert f'<a href="#evidence-{fact.pk}">8 of 24 gave a reason</a>. Ana Ruiz,' in shown


@pytest.mark.ac("S2 R-2")
def test_without_anything_to_rest_on_the_form_asks_again_and_keeps_the_words(page, ana, inquiry, fact):
    asked = page(ana, url("problem_verify", inquiry.pk), {"verification": "verified", "because": "We all see it"})
    assert asked.status_code == 422
    assert "Choose a statement of fact or a measure." in words(asked)
    assert "We all see it" in words(asked)


@pytest.mark.ac("S2 R-2")
def test_the_api_names_the_missing_field(api, ana, inquiry):
    answer = api(ana, "PUT", f"/inquiries/{inquiry.pk}/verification", {"version": 1, "verification": "verified"})
    assert (answer.status_code, answer.json()["data"]) == (422, {"field": "evidence"})
    assert "evidence" in api(ana, "GET", f"/inquiries/{inquiry.pk}").json()["problem_missing"]


@pytest.mark.ac("S4 R-4")
def test_an_unchecked_problem_asks_before_a_cycle_starts_and_keeps_the_reason(page, ana, inquiry, ready):
    asked = words(page(ana, reverse("cycles:cycle", args=[ready.pk])))
    assert "The problem is not checked with data yet." in asked
    page(ana, reverse("cycles:start", args=[ready.pk]), {"version": "1"})
    ready.refresh_from_db()
    assert (ready.state, Inquiry.objects.get().skipped) == ("draft", {})
    sent = {"version": "1", "reason": "We count on Friday"}
    page(ana, reverse("cycles:start", args=[ready.pk]), sent)
    ready.refresh_from_db()
    inquiry.refresh_from_db()
    assert (ready.state, inquiry.skipped) == ("doing", {"check": "We count on Friday"})
    event = events_of(inquiry)[0]
    assert (event.verb, event.reason, event.actor_name) == ("went_on", "We count on Friday", "Ana Ruiz")
    assert "<em>We count on Friday</em>" in words(page(ana, url("problem", inquiry.pk)))


@pytest.mark.ac("S4 R-4")
@pytest.mark.ac("S0 R-1")
def test_a_checked_problem_with_a_cause_and_a_voice_asks_nothing(page, ana, inquiry, fact, cause, ready):
    verify_problem(by=ana, inquiry=inquiry, version=1, verification="verified", evidence=fact)
    add_perspective(by=ana, inquiry=inquiry, role="Student, grade 5", text="I wait for someone else")
    shown = words(page(ana, reverse("cycles:cycle", args=[ready.pk])))
    assert 'name="reason"' not in shown
    assert start_cycle(by=ana, cycle=ready).state == "doing"


@pytest.mark.ac("S0 R-1")
def test_a_test_before_the_problem_is_saved_and_flagged_and_starts_only_with_a_reason(page, ana, inquiry, fact, ready):
    verify_problem(by=ana, inquiry=inquiry, version=1, verification="verified", evidence=fact)
    at = reverse("cycles:cycle", args=[ready.pk])
    shown = words(page(ana, at))
    assert "No cause is written yet, so this may be an answer before the question." in shown
    assert "Nobody who lives with this problem was heard yet." in shown
    assert "The problem is not checked with data yet." not in shown
    refused("problem_unseen", lambda: start_cycle(by=ana, cycle=ready))
    told = words(page(ana, reverse("cycles:start", args=[ready.pk]), {"version": "1"}, follow=True))
    assert "Or go on with one sentence that says why." in told
    ready.refresh_from_db()
    assert ready.state == "draft"
    sent = {"version": "1", "reason": "The district chose it"}
    page(ana, reverse("cycles:start", args=[ready.pk]), sent)
    ready.refresh_from_db()
    inquiry.refresh_from_db()
    assert (ready.state, inquiry.skipped) == ("doing", {"check": "The district chose it"})
    assert "The district chose it" in words(page(ana, reverse("reports:timeline", args=["theory.inquiry", inquiry.pk])))


@pytest.mark.ac("S0 R-1")
def test_an_interview_is_a_voice_too_and_each_open_part_is_named(page, api, ana, team):
    effort = start_inquiry(by=ana, team=team)
    cycle = draft_cycle(by=ana, inquiry=effort, try_what="Cards", kind="event", event="Two speak", look_on=DAY)
    at = reverse("cycles:cycle", args=[cycle.pk])
    assert "There is no problem written yet." in words(page(ana, at))
    add_interview(by=ana, inquiry=effort, role="Parent", group="families", held_on=DAY, notes="It is noisy")
    assert open_before_test(effort) == ("problem", "cause", "check")
    assert "was heard yet" not in words(page(ana, at))
    answer = api(ana, "POST", f"/cycles/{cycle.pk}/start", {"version": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "problem_unchecked")


@pytest.mark.ac("S4 R-4")
def test_a_program_is_told_the_same(api, ana, ready):
    answer = api(ana, "POST", f"/cycles/{ready.pk}/start", {"version": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "problem_unchecked")
    started = api(ana, "POST", f"/cycles/{ready.pk}/start", {"version": 1, "reason": "We count on Friday"})
    assert started.json()["state"] == "doing"


@pytest.mark.ac("S2 R-1")
def test_an_idea_before_the_problem_shows_a_hint_and_keeps_one_sentence(page, ana, team):
    inquiry = start_inquiry(by=ana, team=team)
    sent = {"kind": "idea", "text": "Desk cards"}
    asked = page(ana, url("part_add", inquiry.pk), sent)
    assert asked.status_code == 422
    assert "There is no problem written yet." in words(asked)
    assert 'value="Desk cards"' in words(asked)
    assert Part.objects.count() == 0
    page(ana, url("part_add", inquiry.pk), {**sent, "reason": "The district chose it"})
    assert Part.objects.get().text == "Desk cards"
    inquiry.refresh_from_db()
    assert inquiry.skipped == {"problem": "The district chose it"}
    assert Event.objects.get(verb="went_on").actor_name == "Ana Ruiz"
    assert page(ana, url("part_add", inquiry.pk), {**sent, "text": "A timer"}).status_code == 302


@pytest.mark.ac("S2 R-1")
def test_with_a_problem_nothing_is_asked_and_a_driver_never_asks(ana, team, inquiry):
    assert add_part(by=ana, inquiry=inquiry, kind="idea", text="Desk cards").pk
    bare = start_inquiry(by=ana, team=team)
    assert add_part(by=ana, inquiry=bare, kind="primary", text="Time to think").pk
    with pytest.raises(Refused) as refused:
        add_part(by=ana, inquiry=bare, kind="idea", text="Desk cards")
    assert refused.value.code == "problem_empty"


@pytest.mark.ac("S4 R-5")
def test_a_sentence_about_students_offers_to_be_said_again_and_both_stay(page, ana, inquiry):
    sent = {"problem": "Students are quiet", "for_whom": "x", "how_known": "34 %", "subject": "students", "version": 1}
    there = page(ana, url("problem", inquiry.pk), sent)
    assert there.url.endswith("?saved=reframe#reframe")
    assert "What do adults here do or set up?" in words(page(ana, url("problem", inquiry.pk)))
    page(ana, url("problem_reword", inquiry.pk), {"problem": "We ask before they have thought", "version": 2})
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "<h1>We ask before they have thought</h1>" in shown
    assert "2 earlier wordings" in shown
    assert "Students are quiet" in shown
    assert "What do adults here do or set up?" not in shown
    view = inquiry_view(ana, inquiry.pk)
    assert [one.text for one in earlier_wordings(view)] == [
        "Students are quiet", "Most students wait for someone else to give a reason",
    ]  # fmt: skip


@pytest.mark.ac("S4 R-5")
def test_an_empty_rewording_changes_nothing_and_two_people_meet(ana, devon, inquiry):
    with pytest.raises(Refused):
        reword_problem(by=ana, inquiry=inquiry, version=1, problem=" ")
    change_problem(by=devon, inquiry=inquiry, version=1, problem="Few speak", for_whom="", how_known="")
    with pytest.raises(StaleEdit):
        reword_problem(by=ana, inquiry=inquiry, version=1, problem="We hurry")
    inquiry.refresh_from_db()
    assert inquiry.problem == "Few speak"


@pytest.mark.ac("S4 R-6")
def test_the_guiding_principle_is_in_view_and_goes_on_to_the_next_effort(page, ana, team, inquiry):
    describe_problem(by=ana, inquiry=inquiry, version=1, principle="Every student has an idea worth hearing.")
    assert "Every student has an idea worth hearing." in words(page(ana, url("problem", inquiry.pk)))
    following = start_inquiry(by=ana, team=team, problem="Absences on Fridays")
    assert following.principle == "Every student has an idea worth hearing."


def test_asking_again_carries_every_value_that_was_chosen(page, ana, inquiry):
    answer = page(ana, url("problem_more", inquiry.pk), {"why": "x" * 301, "areas": ["math", "reading"]})
    assert answer.status_code == 422
    told = words(answer)
    for area in ("math", "reading"):
        assert f'<input type="hidden" name="areas" value="{area}">' in told


def test_more_about_a_problem_is_kept_and_own_areas_are_offered_again(page, ana, team, inquiry):
    sent = {
        "why": "It decides who is heard", "scale": "team", "assets": "They argue at home",
        "areas": ["math", "attendance"], "own_areas": "recess, recess", "version": 1,
    }  # fmt: skip
    page(ana, url("problem_more", inquiry.pk), sent)
    inquiry.refresh_from_db()
    assert inquiry.areas == ["math", "attendance", "recess"]
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "<dd>Math outcomes, Attendance, recess</dd>" in shown
    assert '<p class="lead">It decides who is heard</p>' in shown
    other = start_inquiry(by=ana, team=team, problem="Absences")
    assert 'name="areas" value="recess"' in words(page(ana, url("problem", other.pk)))


@pytest.mark.ac("S2 R-6")
def test_a_deficit_phrase_asks_for_strengths(page, ana, inquiry):
    sent = {"problem": "Families do not care", "for_whom": "x", "how_known": "34 %", "version": 1}
    page(ana, url("problem", inquiry.pk), sent)
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "What do students and families bring already?" in shown
    assert 'name="assets"' in shown


@pytest.mark.ac("S2 R-3")
def test_no_change_needed_closes_as_finished_and_can_be_undone(page, ana, team, inquiry):
    page(ana, url("problem_close", inquiry.pk), {"reason": "The bell was the cause; it rings now"})
    inquiry.refresh_from_db()
    assert (inquiry.outcome, inquiry.is_closed, inquiry.ended_at) == ("no_change", True, None)
    listed = words(page(ana, url("overview", team.pk)))
    assert "Understood, and no change needed" in listed
    assert "problem understood, no change needed" in words(page(ana, url("problem", inquiry.pk)))
    page(ana, url("problem_reopen", inquiry.pk), {})
    inquiry.refresh_from_db()
    assert (inquiry.outcome, inquiry.is_closed) == ("", False)


def test_the_open_effort_comes_first_even_where_a_newer_one_is_closed(ana, team, inquiry):
    newer = start_inquiry(by=ana, team=team, problem="Absences")
    close_inquiry(by=ana, inquiry=newer, because="The data were wrong")
    assert current_inquiry(ana, team) == inquiry
    close_inquiry(by=ana, inquiry=inquiry, because="Understood")
    assert current_inquiry(ana, team) in (inquiry, newer)


def test_a_team_with_two_efforts_gets_a_list_and_may_start_another(page, ana, team, inquiry):
    assert page(ana, url("overview", team.pk)).url == url("drivers", inquiry.pk)
    start_inquiry(by=ana, team=team, problem="Absences on Fridays")
    shown = words(page(ana, url("overview", team.pk)))
    assert "Absences on Fridays" in shown
    assert "Most students wait" in shown
    assert page(ana, url("new", team.pk)).status_code == 200


def test_only_members_may_say_any_of_it(inquiry, outsiders):
    acts = [
        lambda by: set_baseline(by=by, inquiry=inquiry, version=1, to_collect=True),
        lambda by: verify_problem(by=by, inquiry=inquiry, version=1, verification="unverified"),
        lambda by: reword_problem(by=by, inquiry=inquiry, version=1, problem="x"),
        lambda by: describe_problem(by=by, inquiry=inquiry, version=1, why="x"),
        lambda by: close_inquiry(by=by, inquiry=inquiry, because="x"),
        lambda by: reopen_inquiry(by=by, inquiry=inquiry),
    ]
    for by in outsiders:
        for act in acts:
            with pytest.raises(NotAllowed):
                act(by)
    inquiry.refresh_from_db()
    assert inquiry.version == 1
