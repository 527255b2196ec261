"""From any piece of work back to the problem and forward to what was learned; and the six principles."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.people.services import share
from aimwell.contexts.reports.threads.queries import principles_of_team, trace_of
from aimwell.contexts.theory.noticing.services import add_goal
from aimwell.contexts.theory.predicting.services import open_board, predict
from aimwell.contexts.theory.services import add_evidence, add_part
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.principles import Work

pytestmark = pytest.mark.django_db


def names(ana, kind, row):
    traced = trace_of(ana, kind, row.pk, lang="en")
    return {node.id for node in traced.web.thread(traced.node)}


@pytest.mark.ac("S0 R-7")
def test_the_thread_from_the_problem_and_from_the_cycle_name_the_same_work(ana, work):
    cycle = names(ana, "cycle", work.cycle)
    assert cycle == {
        f"problem-{work.inquiry.pk}", f"evidence-{work.evidence.pk}", f"cause-{work.cause.pk}", f"aim-{work.aim.pk}",
        f"part-{work.driver.pk}", f"part-{work.idea.pk}", f"measure-{work.measure.pk}", f"cycle-{work.cycle.pk}",
        f"learning-{work.cycle.pk}",
    }  # fmt: skip
    assert cycle <= names(ana, "problem", work.inquiry)
    for kind, row in (
        ("cause", work.cause),
        ("aim", work.aim),
        ("part", work.driver),
        ("part", work.idea),
        ("measure", work.measure),
        ("evidence", work.evidence),
    ):
        assert f"cycle-{work.cycle.pk}" in names(ana, kind, row)
        assert f"problem-{work.inquiry.pk}" in names(ana, kind, row)


@pytest.mark.ac("S0 R-7")
def test_the_thread_runs_through_what_lies_before_a_cause(ana, work, around):
    """From any of it forward to the cycle, and from the cycle back to all of it."""
    before = {
        f"goal-{around.goal.pk}", f"interview-{around.interview.pk}", f"theme-{around.theme.pk}",
        f"grouping-{around.grouping.pk}", f"process-{around.process.pk}", f"prediction-{around.prediction.pk}",
    }  # fmt: skip
    assert before <= names(ana, "cycle", work.cycle)
    for kind, row in vars(around).items():
        found = names(ana, kind, row)
        assert f"problem-{work.inquiry.pk}" in found
        assert (f"cycle-{work.cycle.pk}" in found) is (kind != "practice")  # a practice leads nowhere by itself
    assert f"practice-{around.practice.pk}" in names(ana, "problem", work.inquiry)


@pytest.mark.ac("S0 R-7")
def test_the_thread_names_each_kind_with_its_page(ana, client, around, work):
    client.force_login(ana)
    page = client.get(reverse("threads:trace", args=["interview", around.interview.pk])).content.decode()
    assert "What people said" in page
    assert f'href="{reverse("voices:interview", args=[around.interview.pk])}">Back to the work' in page
    assert f"#theme-{around.theme.pk}" in page
    for name, row in (("voices:interview", around.interview), ("processes:process", around.process)):
        shown = client.get(reverse(name, args=[row.pk])).content.decode()
        assert reverse("threads:trace", args=[name.partition(":")[2], row.pk]) in shown
    board = client.get(reverse("predicting:board", args=[around.prediction.board_id])).content.decode()
    assert reverse("threads:trace", args=["prediction", around.prediction.pk]) in board
    goals = client.get(reverse("noticing:goals", args=[work.inquiry.owner_team_id])).content.decode()
    assert reverse("threads:trace", args=["goal", around.goal.pk]) in goals


def test_what_is_for_the_team_has_no_thread_for_others(ana, person, work, around):
    """Wherever the page of a thing is not there for somebody, its thread is not either."""
    share(by=ana, obj=work.inquiry, rung=Rung.PUBLIC)
    sam = person("Sam Stranger")
    for kind in ("goal", "interview", "theme", "grouping", "prediction", "practice"):
        with pytest.raises(NotFound):
            trace_of(sam, kind, getattr(around, kind).pk, lang="en")
    seen = {node.partition("-")[0] for node in names(sam, "problem", work.inquiry)}
    assert seen == {"problem", "process", "cause", "aim", "part"}


def test_a_prediction_has_no_thread_before_its_board_is_closed(ana, work):
    board = open_board(by=ana, inquiry=work.inquiry, question="Which day is lowest?")
    covered = predict(by=ana, board=board, text="Monday is lowest", test="absences by day")
    with pytest.raises(NotFound):
        trace_of(ana, "prediction", covered.pk, lang="en")
    web = trace_of(ana, "problem", work.inquiry.pk, lang="en").web
    assert [node.label for node in web.nodes if "Monday" in node.label] == []


def test_a_goal_that_no_problem_serves_has_no_thread(ana, team):
    goal = add_goal(by=ana, team=team, text="Raise results", set_by="The district")
    with pytest.raises(NotFound):
        trace_of(ana, "goal", goal.pk, lang="en")


@pytest.mark.ac("S0 R-7")
@pytest.mark.ac("S4 R-21")
def test_broken_links_are_listed_in_words(ana, work, client):
    client.force_login(ana)
    page = client.get(reverse("threads:trace", args=["part", work.prizes.pk])).content.decode()
    assert "“Prizes” names no cause behind it." in page
    assert "“Prizes” does not lead to the aim yet." in page
    assert "“Prizes” was not tried yet." in page
    whole = client.get(reverse("threads:trace", args=["part", work.idea.pk])).content.decode()
    assert "No open places in this thread" in whole
    assert reverse("cycles:cycle", args=[work.cycle.pk]) in whole


def test_strangers_find_no_thread(work, person):
    with pytest.raises(NotFound):
        trace_of(person("Sam Stranger"), "cause", work.cause.pk, lang="en")


@pytest.mark.parametrize("kind", ["measure", "learning", "nothing"])
def test_what_has_no_thread_is_not_there(ana, team, work, kind):
    with pytest.raises(NotFound):
        trace_of(ana, kind, 999_999, lang="en")


def test_a_thread_costs_the_same_however_long_it_is(ana, work, client, django_assert_num_queries):
    client.force_login(ana)
    address = reverse("threads:trace", args=["cycle", work.cycle.pk])
    client.get(address)
    with django_assert_num_queries(22) as first:
        client.get(address)
    for number in range(10):
        add_part(by=ana, inquiry=work.inquiry, kind="idea", text=f"Idea {number}", parents=[work.driver])
        add_evidence(by=ana, inquiry=work.inquiry, text=f"Fact {number}", cause=work.cause)
    with django_assert_num_queries(len(first)):
        client.get(address)


@pytest.mark.ac("S0 R-6")
def test_principles_come_from_the_work_of_the_period(ana, team, work, client):
    day = datetime.date(2026, 11, 16)
    today = timezone.localdate(work.cycle.created_at)
    shown = {one.number: dict(one.shown) for one in principles_of_team(ana, team, min(day, today), max(day, today))}
    assert shown[1] == {Work.PROBLEM: 1, Work.FISHBONE: 1}
    assert shown[5] == {Work.CYCLES: 1, Work.LEARNING: 1}
    assert shown[4] == {Work.MEASURES: 1, Work.VALUES: 1}
    assert shown[6] == {}
    long_ago = datetime.date(2020, 1, 1)
    assert all(not one.shown for one in principles_of_team(ana, team, long_ago, long_ago))
    client.force_login(ana)
    page = client.get(reverse("threads:principles", args=[team.pk]) + "?from=2020-01-01&to=2020-02-01").content.decode()
    assert "No evidence of it yet. Plan one small test." in page
    assert "not a grade" in page
    odd = client.get(reverse("threads:principles", args=[team.pk]) + "?from=2020-02-31&to=x")
    assert odd.status_code == 200


def test_open_places_are_told_to_the_team_alone(ana, work, person, client):
    share(by=ana, obj=work.inquiry, rung=Rung.PUBLIC)
    client.force_login(person("Sam Stranger"))
    page = client.get(reverse("threads:trace", args=["part", work.idea.pk])).content.decode()
    assert "A quiet minute" in page
    assert "was not tried yet" not in page  # the cycle is there; it is not open to them
    assert "open places" not in page
