"""Seven questions: facts from the work, answers by the team, asked again when the aim changes."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.theory.coherence.models import CoherenceAnswer, Connection
from aimwell.contexts.theory.coherence.queries import check_of
from aimwell.contexts.theory.coherence.services import answer_question, say_connection
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services import add_bone, add_cause, change_cause, connect_causes, set_aim
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

pytestmark = pytest.mark.django_db


def asked(ana, inquiry):
    return {str(one.key): one for one in check_of(inquiry_view(ana, inquiry.pk))}


@pytest.mark.ac("S1 R-21")
def test_seven_questions_wait_for_an_answer_and_none_has_a_score(ana, inquiry, client):
    client.force_login(ana)
    page = client.get(reverse("coherence:check", args=[inquiry.pk])).content.decode()
    assert page.count("<h2>") == 7
    assert "Nothing is added up." in page
    assert [one.answer for one in asked(ana, inquiry).values()] == [None] * 7


@pytest.mark.ac("S1 R-21")
def test_an_answer_holds_state_words_comments_and_who_talked_it_over_when(ana, inquiry, client):
    client.force_login(ana)
    sent = {"state": "to_discuss", "text": "We think so.", "comments": "Ask two more teachers",
            "discussed_with": "our supervisor", "discussed_on": "2026-11-20"}  # fmt: skip
    client.post(reverse("coherence:answer", args=[inquiry.pk, "cause"]), sent)
    kept = CoherenceAnswer.objects.get()
    assert (kept.question, kept.state, kept.discussed_on) == ("cause", "to_discuss", datetime.date(2026, 11, 20))
    page = client.get(reverse("coherence:check", args=[inquiry.pk])).content.decode()
    assert all(words in page for words in ("to discuss", "We think so.", "Ask two more teachers", "our supervisor"))


@pytest.mark.ac("S1 R-21")
def test_a_changed_aim_asks_again(ana, inquiry):
    set_aim(by=ana, inquiry=inquiry, what="explain their reasoning", target=65)
    answer = answer_question(by=ana, inquiry=inquiry, question="aim", state="clear")
    assert not asked(ana, inquiry)["aim"].again
    set_aim(by=ana, inquiry=inquiry, version=1, what="explain their reasoning", target=70)
    assert asked(ana, inquiry)["aim"].again
    answer_question(by=ana, inquiry=inquiry, question="aim", state="clear", version=answer.version)
    assert not asked(ana, inquiry)["aim"].again


@pytest.mark.ac("S1 R-21")
def test_a_changed_aim_asks_again_for_each_answer_there_is(ana, inquiry, client):
    client.force_login(ana)
    set_aim(by=ana, inquiry=inquiry, what="explain their reasoning", target=65)
    for question in ("cause", "viable"):
        answer_question(by=ana, inquiry=inquiry, question=question, state="clear")
    set_aim(by=ana, inquiry=inquiry, version=1, what="explain their reasoning", target=70)
    page = client.get(reverse("coherence:check", args=[inquiry.pk])).content.decode()
    assert page.count("The aim has changed since you answered. Is it still so?") == 2


@pytest.mark.ac("S1 R-22")
def test_facts_are_computed_and_leave_the_answer_alone(ana, inquiry, tree):
    bone = add_bone(by=ana, inquiry=inquiry, name="Time")
    cause = add_cause(by=ana, bone=bone, text="We ask for talk before time to think")
    answer_question(by=ana, inquiry=inquiry, question="cause", state="needs_work", text="Not yet")
    before = asked(ana, inquiry)["cause"]
    connect_causes(by=ana, part=tree.minute, causes=[cause])
    change_cause(by=ana, cause=cause, version=None, text=cause.text, status="supported", how_known="5 lessons")
    after = asked(ana, inquiry)["cause"]
    assert [fact.words for fact in before.facts][:2] == [
        "0 of 1 ideas name the cause they work on.", "0 of 1 ideas work on a cause that evidence supports.",
    ]  # fmt: skip
    assert [fact.words for fact in after.facts][:2] == [
        "1 of 1 ideas name the cause they work on.", "1 of 1 ideas work on a cause that evidence supports.",
    ]  # fmt: skip
    assert (after.answer.state, after.answer.text) == ("needs_work", "Not yet")


def test_two_people_never_answer_over_each_other(ana, inquiry):
    answer_question(by=ana, inquiry=inquiry, question="viable", state="clear", text="Yes")
    with pytest.raises(StaleEdit):
        answer_question(by=ana, inquiry=inquiry, question="viable", state="needs_work", text="No")
    assert CoherenceAnswer.objects.get().text == "Yes"


@pytest.mark.parametrize(("question", "state"), [("mood", "clear"), ("aim", "ten of ten")])
def test_no_other_question_and_no_other_state(ana, inquiry, question, state):
    with pytest.raises(Refused, match="unknown_choice"):
        answer_question(by=ana, inquiry=inquiry, question=question, state=state)


def test_answers_stay_with_the_team_and_its_near_ones(ana, inquiry, person):
    stranger = person("Sam Stranger")
    with pytest.raises(NotAllowed):
        answer_question(by=stranger, inquiry=inquiry, question="aim", state="clear")


@pytest.mark.ac("S0 R-5")
def test_a_tool_says_what_it_is_for_and_keeps_one_sentence_or_that_it_was_left_open(ana, inquiry, tree, client):
    client.force_login(ana)
    add_bone(by=ana, inquiry=inquiry, name="Time")
    fishbone = client.get(reverse("theory:fishbone", args=[inquiry.pk])).content.decode()
    assert "Principle 1: Start from the problem and the people in it" in fishbone
    assert "Principle 3: See the system" in fishbone
    client.post(reverse("coherence:connect", args=[inquiry.pk, "fishbone"]), {"skip": "1"})
    assert Connection.objects.get().skipped
    said = {"text": "It shows where the waiting comes from.", "version": "1"}
    client.post(reverse("coherence:connect", args=[inquiry.pk, "fishbone"]), said)
    page = client.get(reverse("theory:fishbone", args=[inquiry.pk])).content.decode()
    assert "It shows where the waiting comes from." in page
    with pytest.raises(Refused, match="sentence_needed"):
        say_connection(by=ana, inquiry=inquiry, tool="drivers", text=" ")


def test_the_page_costs_the_same_with_many_ideas(ana, inquiry, tree, client, django_assert_num_queries):
    from aimwell.contexts.theory.services import add_part

    client.force_login(ana)
    address = reverse("coherence:check", args=[inquiry.pk])
    client.get(address)
    with django_assert_num_queries(16) as first:
        client.get(address)
    for number in range(10):
        add_part(by=ana, inquiry=inquiry, kind="idea", text=f"Idea {number}", parents=[tree.think])
    with django_assert_num_queries(len(first)):
        client.get(address)
