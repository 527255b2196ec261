"""Sentences of the requirements that no other test shows, each on its page or at its door."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from aimwell.contexts.cycles.services import begin_study, draft_cycle, finish, start_cycle, start_do
from aimwell.contexts.measures.services import create_measure, put_value
from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_network, create_org, join_network
from aimwell.contexts.people.equity.services import define_equity
from aimwell.contexts.people.models import NetworkRole
from aimwell.contexts.theory import services
from aimwell.contexts.theory.choosing.queries import notice_of
from aimwell.contexts.theory.choosing.services import answer_proposal, change_facts, propose_idea, record_choice
from aimwell.contexts.theory.coherence.services import answer_question
from aimwell.contexts.theory.models import Cause, Escalation, Evidence, Indicator, Part
from aimwell.domain.theory.trace_notice import Gap

DAY = datetime.date(2027, 3, 1)
PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": DAY}


def url(name, *args):
    return reverse(f"theory:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def studying(ana, inquiry, tree):
    """A cycle of the idea, whose prediction is locked and whose numbers are in question now."""
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="A quiet minute", idea=tree.minute, **PLAN)
    return begin_study(by=ana, cycle=start_do(by=ana, cycle=cycle))


@pytest.mark.ac("S1 R-11")
@pytest.mark.parametrize("asked", ["because nobody waits", "and we should wait", "and they need to wait"])
def test_a_statement_that_is_asked_about_is_kept_all_the_same(page, ana, inquiry, asked):
    text = f"2 of 24 spoke, {asked}"
    page(ana, url("evidence_add", inquiry.pk), {"text": text, "kind": "data", "source": ""})
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "Is this a fact, a cause or a solution?" in shown
    assert Evidence.objects.get().text == text


@pytest.mark.ac("S1 R-11")
def test_a_statement_carries_its_source_or_is_asked_for_it(page, ana, inquiry):
    asks = "Where does it come from? Add the source."
    services.add_evidence(by=ana, inquiry=inquiry, text="2 of 24 spoke", kind="data", source="Room 12, Nov 2")
    shown = words(page(ana, url("problem", inquiry.pk)))
    assert "Room 12, Nov 2" in shown
    assert asks not in shown
    services.add_evidence(by=ana, inquiry=inquiry, text="3 of 24 spoke", kind="data")
    assert asks in words(page(ana, url("problem", inquiry.pk)))


@pytest.mark.ac("S4 R-9")
def test_a_struck_cause_says_filter_reason_day_and_who_decided(page, ana, devon, inquiry, cause):
    own = services.take_filter(by=ana, inquiry=inquiry, seed="impact")
    sift = services.start_pass(by=ana, inquiry=inquiry, filter=own)
    aside = sift.values[1]["name"]
    services.mark_cause(by=devon, sift=sift, cause=cause, value=aside, reason="it takes years")
    cause.refresh_from_db()
    day = date_format(localtime(cause.ended_at))
    shown = words(page(ana, url("fishbone", inquiry.pk) + f"?view=outline&cause={cause.pk}"))
    assert f"Set aside by Devon Park on {day}: Impact or influence: it takes years" in shown


@pytest.mark.ac("S4 R-9")
def test_a_filter_of_the_team_is_there_in_its_next_effort(page, ana, team, inquiry):
    sent = {"name": "Cost", "question": "Can we pay for it?", "keeps": "yes", "aside": "no"}
    page(ana, url("filters", inquiry.pk), sent)
    following = services.start_inquiry(by=ana, team=team, problem="Absences on Fridays")
    services.start_pass(by=ana, inquiry=following, filter=inquiry.filters.get())
    assert "A pass with “Cost” is open." in words(page(ana, url("filters", following.pk)))


@pytest.mark.ac("S4 R-7")
def test_causes_have_a_time_and_an_order_that_can_be_changed(page, ana, bone, cause):
    second = services.add_cause(by=ana, bone=bone, text="We hurry")
    assert second.created_at >= cause.created_at
    services.reorder(by=ana, thing=second, step=-1)
    assert list(Cause.objects.filter(bone=bone).values_list("text", flat=True)) == [second.text, cause.text]
    shown = words(page(ana, url("fishbone", bone.inquiry_id) + "?view=outline"))
    assert shown.index(f'id="cause-{second.pk}"') < shown.index(f'id="cause-{cause.pk}"')


@pytest.mark.ac("S4 R-1")
def test_the_meaning_of_equity_stands_where_a_cycle_is_decided(page, ana, team, studying):
    define_equity(by=ana, place=team, version=0, text="Each of them is heard")
    shown = words(page(ana, reverse("cycles:cycle", args=[studying.pk])))
    assert "Each of them is heard" in shown


@pytest.mark.ac("S3 R-21")
def test_an_assumed_cause_asks_to_check_first_and_the_idea_can_be_chosen(page, ana, tree, cause):
    services.connect_causes(by=ana, part=tree.minute, causes=[cause])
    assert notice_of(tree.minute).gap == Gap.ASSUMED
    assert "Check it first" in words(page(ana, reverse("choosing:idea", args=[tree.minute.pk])))
    proposal = propose_idea(by=ana, idea=tree.minute)
    answer_proposal(by=ana, proposal=proposal, stand="for_it")
    assert record_choice(by=ana, proposal=proposal, version=None, reason="Cheap to try").chosen_at is not None


@pytest.mark.ac("S1 R-18")
def test_a_choice_keeps_who_agreed_by_name_where_they_said_so(page, ana, devon, inquiry, tree):
    proposal = propose_idea(by=ana, idea=tree.minute)
    answer_proposal(by=ana, proposal=proposal, stand="for_it", named=True)
    answer_proposal(by=devon, proposal=proposal, stand="can_live")
    record_choice(by=ana, proposal=proposal, version=None, reason="Cheap to try")
    shown = words(page(devon, reverse("choosing:choose", args=[inquiry.pk])))
    assert "With their names: Ana Ruiz." in shown
    assert "Cheap to try" in shown


@pytest.mark.ac("S1 R-19")
def test_study_holds_both_predictions_and_what_is_counted(page, ana, tree, studying):
    change_facts(by=ana, idea=tree.minute, version=0, predicted="Two thirds of the school talk", amount=65.0)
    shown = words(page(ana, reverse("cycles:cycle", args=[studying.pk])))
    assert "Two thirds of the school talk" in shown
    assert "<strong>We predict 12 or more of 24</strong>" in shown
    assert "What came in?" in shown


@pytest.mark.ac("S1 R-20")
def test_a_sign_that_must_be_set_up_keeps_no_cycle_from_starting(page, ana, inquiry, tree):
    services.add_indicator(by=ana, inquiry=inquiry, name="Reasons unasked", expected_on=DAY, owner="Devon")
    cycle = draft_cycle(by=ana, inquiry=inquiry, try_what="A quiet minute", idea=tree.minute, **PLAN)
    assert start_cycle(by=ana, cycle=cycle, reason="One week, to see").state == "doing"
    assert Indicator.objects.get().measure is None
    assert "to be set up by Devon" in words(page(ana, url("indicators", inquiry.pk)))


@pytest.mark.ac("S1 R-21")
def test_the_day_of_the_talk_stands_on_the_page(page, ana, inquiry):
    answer_question(
        by=ana, inquiry=inquiry, question="cause", state="clear", discussed_with="our partners", discussed_on=DAY
    )
    shown = words(page(ana, reverse("coherence:check", args=[inquiry.pk])))
    assert "Talked over: our partners, March 1, 2027" in shown


@pytest.mark.ac("S4 R-8")
def test_a_cause_that_was_shown_has_no_door_to_delete_it_and_may_be_set_aside(page, api, ana, inquiry, bone):
    the_round = services.start_round(by=ana, inquiry=inquiry)
    services.write_line(by=ana, round=the_round, bone=bone, text="We hurry")
    services.show_round(by=ana, round=the_round)
    cause = Cause.objects.get()
    assert api(ana, "DELETE", f"/causes/{cause.pk}").status_code == 405
    shown = words(page(ana, url("fishbone", inquiry.pk) + f"?view=outline&cause={cause.pk}"))
    assert "Set aside with this reason" in shown
    assert "Delete" not in shown
    assert Cause.objects.get().ended_at is None


@pytest.mark.ac("S4 R-9")
def test_a_cause_that_is_not_decided_yet_is_marked_so_and_stays(page, ana, inquiry, cause):
    own = services.take_filter(by=ana, inquiry=inquiry, seed="impact")
    sift = services.start_pass(by=ana, inquiry=inquiry, filter=own)
    page(ana, url("pass_mark", sift.pk), {"cause": cause.pk, "value": sift.values[2]["name"]})
    cause.refresh_from_db()
    assert (sift.marks.get().value, cause.ended_at) == ("not decided yet", None)
    assert services.close_pass(by=ana, sift=sift).set_aside == 0


@pytest.mark.ac("S1 R-17")
def test_map_and_outline_hold_the_same_parts_each_with_its_measure_or_evidence(page, ana, team, inquiry, tree):
    waits = create_measure(by=ana, team=team, name="Waits three seconds")
    services.connect_measure(by=ana, part=tree.think, measure=waits)
    services.record_evidence(by=ana, idea=tree.minute, tests=1, held_settings=1)
    drawing = words(page(ana, url("drivers", inquiry.pk) + "?view=drawing"))
    outline = words(page(ana, url("drivers", inquiry.pk) + "?view=outline")).partition('id="outline"')[2]
    texts = set(Part.objects.filter(inquiry=inquiry).values_list("text", flat=True))
    assert set(re.findall(r'data-label="([^"]+)"', drawing)) == texts
    assert all(f'<span class="words">{text}<' in outline for text in texts)
    for note in ("Waits three seconds", "held in one setting"):
        assert note in drawing
        assert note in outline


@pytest.mark.ac("S1 R-19")
def test_a_finished_cycle_shows_both_predictions_against_what_came(page, ana, team, tree, studying):
    talks = create_measure(by=ana, team=team, name="Talks at school")
    put_value(by=ana, measure=talks, on=datetime.date(2026, 1, 7), numerator=88, denominator=100)
    change_facts(by=ana, idea=tree.minute, version=0, indicator=talks, predicted="The school talks", amount=65.0)
    finish(
        by=ana, cycle=studying, version=studying.version, result=8, result_out_of=24, learned="They stop after a line.",
        decision="adopt", decision_reason="It helps to begin.",
    )  # fmt: skip
    study = words(page(ana, reverse("cycles:cycle", args=[studying.pk]))).partition('id="study"')[2]
    assert "The school talks" in study
    assert "88 % (88 of 100)" in study
    assert "12 or more of 24" in study
    assert "8 of 24" in study.replace("88 of 100", "")


@pytest.mark.ac("S4 R-20")
def test_the_hub_of_a_network_answers_a_cause_and_the_team_reads_it(page, person, ana, team, inquiry, cause):
    team.org, hub = create_org(kind=OrgKind.DISTRICT, name="Sage"), person("Noor Hub")
    team.save(update_fields=["org"])
    network = create_network(name="Valley")
    join_network(network=network, org=team.org, since=datetime.date(2026, 1, 5))
    NetworkRole.objects.create(network=network, user=hub)
    page(ana, url("cause_send", cause.pk), {"sentence": "Is it so elsewhere?", "to": f"network-{network.pk}"})
    at = url("fishbone", inquiry.pk) + f"?view=outline&cause={cause.pk}"
    assert "Sent to Valley" in words(page(ana, at))
    assert "Is it so elsewhere?" in words(page(hub, url("sent")))
    sent = Escalation.objects.get()
    page(hub, url("sent_answer"), {"sent": sent.pk, "state": "accepted", "answer": "In six of eight districts"})
    assert "Their answer: In six of eight districts" in words(page(ana, at))


@pytest.mark.ac("S4 R-20")
def test_a_cause_that_was_sent_is_taken_back_while_nobody_has_answered(page, ana, team, cause):
    team.org = create_org(kind=OrgKind.DISTRICT, name="Sage")
    team.save(update_fields=["org"])
    sent = services.send_up(by=ana, cause=cause, sentence="Late bus?", org=team.org)
    services.take_back_sent(by=ana, sent=sent)
    sent.refresh_from_db()
    assert sent.ended_at is not None
    assert services.send_up(by=ana, cause=cause, sentence="Late bus on Wednesday?", org=team.org) != sent
