"""Ratings in silence, preferences, consent, the choice, and who does what by when."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.people.models import TeamRole
from aimwell.contexts.people.services import add_member_without_login, share
from aimwell.contexts.theory.choosing.models import Answer, Commitment, Proposal, Rating
from aimwell.contexts.theory.choosing.queries import consent_view, find_answer, rating_view
from aimwell.contexts.theory.choosing.queries.large import large_prediction_of
from aimwell.contexts.theory.choosing.services import (
    add_commitment,
    answer_proposal,
    change_facts,
    handle_concern,
    mark_done,
    open_ratings,
    prefer_idea,
    propose_idea,
    rate_ideas,
    rate_ideas_again,
    record_choice,
)
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit


def url(name, *args):
    return reverse(f"choosing:{name}", args=args)


@pytest.fixture
def rated(ana, devon, world):
    rate_ideas(by=ana, inquiry=world.inquiry, ratings={world.later: (5, 2), world.prizes: (1, 5)})
    rate_ideas(by=devon, inquiry=world.inquiry, ratings={world.later: (4, 4)})
    return world.inquiry


@pytest.mark.ac("S1 R-18")
def test_nobody_sees_the_ratings_of_others_before_they_are_shown(page, ana, devon, rated, board):
    mine = rating_view(devon, board(devon))
    assert (mine.people, mine.team, mine.rated, list(mine.mine.values())) == (2, 2, (), [(4, 4)])
    shown = page(devon, url("rate", rated.pk)).content.decode()
    assert "2 of 2 people rated so far." in shown
    assert "<svg" not in shown.split("<main", 1)[1].split('class="effort"')[-1] or 'class="effort"' not in shown
    assert "Show all ratings to the team" not in shown  # Ana leads, Devon is a member
    assert "Show all ratings to the team" in page(ana, url("rate", rated.pk)).content.decode()


@pytest.mark.ac("S1 R-18")
def test_shown_ratings_keep_their_spread_and_no_name(page, ana, devon, rated, board):
    with pytest.raises(Refused, match="facilitator_opens"):
        open_ratings(by=devon, inquiry=rated)
    open_ratings(by=ana, inquiry=rated)
    first, second = rating_view(devon, board(devon)).rated
    assert (first.name, first.effect.values, first.ability.values) == ("Move staff learning to Monday", (4, 5), (2, 4))
    assert (second.quarter, second.effect.counts) == ("small", ((1, 1),))
    shown = page(devon, url("rate", rated.pk)).content.decode()
    assert "1, Move staff learning to Monday: effect 4 to 5, ability 2 to 4; prepare it." in shown
    assert "4, 5</td>" in shown
    assert "Ana Ruiz" not in shown.split("<main", 1)[1]


def test_no_history_holds_a_rating_or_an_answer(ana, devon, rated, world):
    proposal = propose_idea(by=ana, idea=world.later)
    answer_proposal(by=devon, proposal=proposal, stand="concern", concern="Buses")
    told = Event.objects.filter(verb__in=["rated", "answered"])
    assert [(event.before, event.after, event.reason) for event in told] == [({}, {}, "")] * 3


def test_shown_ratings_stand_until_a_new_round(ana, devon, rated, world):
    open_ratings(by=ana, inquiry=rated)
    with pytest.raises(Refused, match="ratings_open"):
        rate_ideas(by=devon, inquiry=rated, ratings={world.later: (1, 1)})
    rate_ideas_again(by=ana, inquiry=rated)
    rate_ideas(by=devon, inquiry=rated, ratings={world.later: (1, 1)})
    assert Rating.objects.get(user=devon).effect == 1


def test_a_rating_is_one_to_five_and_all_or_nothing(ana, world):
    with pytest.raises(Refused, match="rating_range"):
        rate_ideas(by=ana, inquiry=world.inquiry, ratings={world.later: (3, 3), world.prizes: (6, 1)})
    assert Rating.objects.count() == 0
    with pytest.raises(Refused, match="nobody_rated"):
        open_ratings(by=ana, inquiry=world.inquiry)


def test_the_page_keeps_whole_pairs_only(page, ana, world):
    later, prizes = world.later.pk, world.prizes.pk
    sent = {f"effect-{later}": "4", f"ability-{later}": "2", f"effect-{prizes}": "1", f"ability-{prizes}": ""}
    assert page(ana, url("rate", world.inquiry.pk), sent).status_code == 302
    assert list(Rating.objects.values_list("idea", "effect", "ability")) == [(later, 4, 2)]


def test_ratings_and_consent_are_for_the_team_alone(page, ana, world, coach):
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    for name in ("rate", "choose", "lot"):
        assert page(coach, url(name, world.inquiry.pk)).status_code == 404
        assert page(ana, url(name, world.inquiry.pk)).status_code == 200


@pytest.mark.ac("S1 R-40")
def test_preferences_count_each_member_once_and_show_after_a_proposal(page, ana, devon, world, board):
    prefer_idea(by=ana, idea=world.prizes)
    prefer_idea(by=ana, idea=world.later)
    prefer_idea(by=devon, idea=world.later)
    before = consent_view(ana, board(ana))
    assert (before.people, before.preferred, before.my_preference) == (2, [], world.later.pk)
    propose_idea(by=devon, idea=world.later)
    after = consent_view(ana, board(ana))
    assert [(row.idea.text, n) for row, n in after.preferred] == [("Move staff learning to Monday", 2)]
    assert "2 people would try it first" in page(ana, url("choose", world.inquiry.pk)).content.decode()


@pytest.mark.ac("S1 R-40")
def test_the_menu_is_what_was_offered_or_else_all(ana, world, board):
    assert [row.idea for row in board(ana).menu] == [world.later, world.prizes]
    change_facts(by=ana, idea=world.prizes, version=0, offered=True, source="the board", how_to="Buy ten")
    assert [row.idea for row in board(ana).menu] == [world.prizes]


@pytest.mark.ac("S3 R-29")
def test_an_idea_says_which_work_it_builds_on(page, api, ana, world):
    answer = page(ana, url("facts", world.later.pk, "option"), {"version": "0", "builds_on": "Our Thursday hour"})
    assert answer.status_code == 302
    shown = page(ana, url("idea", world.later.pk)).content.decode()
    assert "<strong>It builds on</strong> Our Thursday hour" in shown
    listed = api(ana, "GET", f"/inquiries/{world.inquiry.pk}/ideas").json()["ideas"]
    told = next(one for one in listed if one["id"] == world.later.pk)
    assert told["builds_on"] == "Our Thursday hour"
    changed = api(ana, "PATCH", f"/ideas/{world.later.pk}", {"version": told["version"], "builds_on": "PLC"})
    assert changed.json()["builds_on"] == "PLC"


@pytest.mark.ac("S1 R-41")
def test_consent_keeps_a_concern_until_it_is_dealt_with(page, ana, devon, world):
    proposal = propose_idea(by=ana, idea=world.later)
    assert propose_idea(by=devon, idea=world.later) == proposal
    answer_proposal(by=ana, proposal=proposal, stand="for_it", named=True)
    with pytest.raises(Refused, match="concern_needed"):
        answer_proposal(by=devon, proposal=proposal, stand="concern", concern=" ")
    answer_proposal(by=devon, proposal=proposal, stand="concern", concern="The bus plan is fixed", named=True)
    with pytest.raises(Refused, match="concern_waits"):
        record_choice(by=ana, proposal=proposal, version=proposal.version, reason="It meets the cause")
    concern = Answer.objects.get(user=devon)
    assert (concern.named, str(concern)) == (False, "Move staff learning to Monday")
    handle_concern(by=ana, answer=concern, version=1, handled="We ask the bus office first")
    done = record_choice(by=ana, proposal=proposal, version=proposal.version, reason="It meets the cause")
    assert done.chosen_at is not None
    shown = page(devon, url("choose", world.inquiry.pk)).content.decode()
    assert "With their names: Ana Ruiz." in shown
    assert "1 is for it, 1 has a concern." in shown
    assert "We ask the bus office first" in shown
    assert "It meets the cause" in page(devon, url("idea", world.later.pk)).content.decode()
    with pytest.raises(Refused, match="already_chosen"):
        answer_proposal(by=devon, proposal=proposal, stand="for_it")


@pytest.mark.ac("S1 R-41")
def test_a_team_can_ask_itself_again(ana, world):
    first = propose_idea(by=ana, idea=world.later)
    answer_proposal(by=ana, proposal=first, stand="can_live")
    record_choice(by=ana, proposal=first, version=None, reason="We try it")
    assert propose_idea(by=ana, idea=world.later) != first
    assert Proposal.objects.count() == 2


def test_an_answer_to_a_changed_concern_is_asked_for_again(ana, world):
    proposal = propose_idea(by=ana, idea=world.later)
    concern = answer_proposal(by=ana, proposal=proposal, stand="concern", concern="Buses")
    handle_concern(by=ana, answer=concern, version=None, handled="Asked")
    assert answer_proposal(by=ana, proposal=proposal, stand="concern", concern="Buses").handled == "Asked"
    assert answer_proposal(by=ana, proposal=proposal, stand="concern", concern="Fees").handled == ""


def test_what_was_done_about_a_concern_never_lands_on_another_one(ana, devon, world):
    proposal = propose_idea(by=ana, idea=world.later)
    seen = answer_proposal(by=devon, proposal=proposal, stand="concern", concern="Buses")
    answer_proposal(by=devon, proposal=proposal, stand="concern", concern="Fees")
    with pytest.raises(StaleEdit):
        handle_concern(by=ana, answer=seen, version=seen.version, handled="We ask the bus office")
    assert Answer.objects.get().handled == ""


def test_nothing_tells_who_had_a_concern_by_the_order_of_answers(ana, devon, world, board):
    proposal = propose_idea(by=ana, idea=world.later)
    first = answer_proposal(by=ana, proposal=proposal, stand="concern", concern="Time")
    second = answer_proposal(by=devon, proposal=proposal, stand="concern", concern="Buses")
    assert [one.concern for one in consent_view(ana, board(ana)).rounds[0].concerns] == ["Buses", "Time"]
    assert second.pk != first.pk + 1
    answer_proposal(by=devon, proposal=proposal, stand="for_it")
    with pytest.raises(NotFound):
        find_answer(ana, second.pk)


def test_a_concern_is_found_by_members_only(ana, coach, world):
    proposal = propose_idea(by=ana, idea=world.later)
    concern = answer_proposal(by=ana, proposal=proposal, stand="concern", concern="Buses")
    assert find_answer(ana, concern.pk) == concern
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    with pytest.raises(NotFound):
        find_answer(coach, concern.pk)
    with pytest.raises(NotAllowed):
        handle_concern(by=coach, answer=concern, version=None, handled="x")


@pytest.mark.ac("S1 R-18")
def test_actions_and_milestones_have_an_owner_with_or_without_a_login(page, ana, team, world):
    jo = add_member_without_login(by=ana, team=team, name="Jo Lindqvist", role=TeamRole.MEMBER)
    sent = {"what": "Ask the bus office", "owner": jo.pk, "by_when": "2027-03-01", "kind": "milestone", "key": ""}
    assert page(ana, url("commitment_add", world.later.pk), sent).status_code == 302
    row = Commitment.objects.get()
    assert (row.owner, row.by_when, row.kind) == (jo, datetime.date(2027, 3, 1), "milestone")
    shown = page(ana, url("idea", world.later.pk)).content.decode()
    assert "Jo Lindqvist" in shown
    assert "Milestone" in shown
    page(ana, url("commitment_done", row.pk), {})
    assert mark_done(by=ana, commitment=Commitment.objects.get()).done_on is not None
    page(ana, url("commitment_done", row.pk), {"open": "1"})
    assert Commitment.objects.get().done_on is None
    page(ana, url("commitment_aside", row.pk), {})
    assert "Ask the bus office" not in page(ana, url("idea", world.later.pk)).content.decode().split('id="work"')[1]
    page(ana, url("commitment_restore", row.pk), {})
    assert Commitment.objects.get().ended_at is None


def test_an_owner_of_another_team_is_not_there(ana, stranger, world):
    from aimwell.contexts.people.services import start_team

    place = start_team(by=stranger, name="Others").memberships.get()
    with pytest.raises(NotFound):
        add_commitment(by=ana, idea=world.later, what="x", owner=place)
    assert Commitment.objects.count() == 0


@pytest.mark.ac("S1 R-19")
def test_a_prediction_at_large_stands_beside_that_of_the_cycle_in_study(page, ana, team, world):
    from aimwell.contexts.cycles.services import begin_study, draft_cycle, start_do
    from aimwell.contexts.measures.services import create_measure, put_value

    measure = create_measure(by=ana, team=team, name="Here on Wednesday")
    put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 7), numerator=88, denominator=100)
    assert large_prediction_of(world.later, "en") is None
    change_facts(
        by=ana, idea=world.later, version=0, indicator=measure, predicted="Wednesday is like Tuesday", amount=94.0,
        by_when=datetime.date(2027, 6, 1),
    )  # fmt: skip
    large = large_prediction_of(world.later, "en")
    assert (large.amount, large.now) == ("94\xa0%", "Week of Jan 5: 88\xa0% (88 of 100).")
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": datetime.date(2027, 3, 1)}
    cycle = draft_cycle(by=ana, inquiry=world.inquiry, try_what="One Wednesday", idea=world.later, **plan)
    cycle = begin_study(by=ana, cycle=start_do(by=ana, cycle=cycle))
    study = page(ana, reverse("cycles:cycle", args=[cycle.pk])).content.decode()
    assert "Wednesday is like Tuesday" in study
    assert "88\xa0% (88 of 100)" in study
    assert (cycle.low, cycle.out_of) == (12, 24)


@pytest.mark.ac("S1 R-19")
def test_an_indicator_that_is_not_shared_has_no_name_outside_the_team(page, ana, team, stranger, world):
    from aimwell.contexts.measures.services import create_measure, put_value

    measure = create_measure(by=ana, team=team, name="Here on Wednesday")
    put_value(by=ana, measure=measure, on=datetime.date(2026, 1, 7), numerator=88, denominator=100)
    change_facts(by=ana, idea=world.later, version=0, indicator=measure, predicted="Like Tuesday", amount=94.0)
    share(by=ana, obj=world.inquiry, rung=Rung.PUBLIC)
    on_paper = f"{reverse('paper:form', args=[world.inquiry.pk, 'idea'])}?as=filled"
    for address in (url("idea", world.later.pk), on_paper):
        assert "Here on Wednesday" in page(ana, address).content.decode()
        shown = page(stranger, address).content.decode()
        assert ("Like Tuesday" in shown, "Here on Wednesday" in shown, "88\xa0%" in shown) == (True, False, False)
    share(by=ana, obj=measure, rung=Rung.PUBLIC)
    assert "88\xa0% (88 of 100)" in page(stranger, url("idea", world.later.pk)).content.decode()
    world.inquiry.refresh_from_db()
    share(by=ana, obj=world.inquiry, rung=Rung.TEAM)
    assert large_prediction_of(world.later, "en", user=ana).now == "Week of Jan 5: 88\xa0% (88 of 100)."
    assert large_prediction_of(type(world.later).objects.get(pk=world.later.pk), "en", user=stranger) is None


def test_the_cost_of_the_list_does_not_grow(ana, world, page, django_assert_num_queries):
    from aimwell.contexts.theory.choosing.services import offer_idea

    def asked(n):
        for number in range(n):
            offer_idea(by=ana, inquiry=world.inquiry, text=f"Idea {number}", source="a book")

    page(ana, url("ideas", world.inquiry.pk))
    asked(2)
    with django_assert_num_queries(LIST):
        page(ana, url("ideas", world.inquiry.pk))
    asked(6)
    with django_assert_num_queries(LIST):
        page(ana, url("ideas", world.inquiry.pk))


LIST = 14
