import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.services import draft_cycle, start_do
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.access import Rung


def url(team):
    return reverse("reports:today", args=[team.pk])


def title(answer):
    return answer.content.decode().split("<h1>")[1].split("</h1>")[0]


@pytest.mark.ac("S2 R-56")
def test_today_of_a_new_team_asks_for_the_problem_only(page, client, ana, team):
    answer = page(ana, url(team))
    assert title(answer) == "Say what gets in the way of your students"
    answer = client.post(reverse("reports:begin", args=[team.pk]), {"sentence": "Few say why."})
    assert answer["Location"] == reverse("theory:problem", args=[Inquiry.objects.get().pk])
    assert Inquiry.objects.get().problem == "Few say why."


def test_today_walks_through_what_is_lacking(page, ana, team, inquiry):
    assert title(page(ana, url(team))) == "Next: say for whom, and how you know"
    assert title(page(ana, url(team) + "?after=1")) == "Next: hear one person who lives with it"


def test_today_with_all_in_place_asks_for_one_small_test(page, ana, team, theory):
    text = page(ana, url(team)).content.decode()
    assert "Next: plan one small test" in text
    assert "our fifth graders explain their reasoning" in text
    assert "Everyone has a way in" in text
    assert "A quiet minute" in text
    assert 'class="c-chart' in text


def test_today_puts_an_open_cycle_that_is_due_first(page, ana, team, theory):
    cycle = draft_cycle(
        by=ana, inquiry=theory, try_what="One quiet minute", kind="at_least", low=12, out_of=24,
        look_on=datetime.date(2026, 1, 9),
    )  # fmt: skip
    assert title(page(ana, url(team))) == "Next: start cycle 1"
    start_do(by=ana, cycle=cycle, version=cycle.version)
    assert title(page(ana, url(team))) == "Next: look at cycle 1"


def test_today_shows_a_coach_only_what_is_opened(page, readers, ana, team, theory):
    assert "our fifth graders" not in page(readers["coach"], url(team)).content.decode()
    share(by=ana, obj=theory, rung=Rung.COACH)
    text = page(readers["coach"], url(team)).content.decode()
    assert "our fifth graders" in text
    assert "Next:" not in text
    assert "What changed" not in text
    assert page(readers["stranger"], url(team)).status_code == 404


def test_today_query_count_does_not_grow_with_work(page, ana, team, theory, measure, django_assert_num_queries):
    from aimwell.contexts.theory.services import add_part

    draft_cycle(by=ana, inquiry=theory, try_what="The first test")
    page(ana, url(team))
    with django_assert_num_queries(QUERIES):
        page(ana, url(team))
    for number in range(5):
        add_part(by=ana, inquiry=theory, kind="primary", text=f"Driver {number}", parents=[None])
        draft_cycle(by=ana, inquiry=theory, try_what=f"Test {number}", key=None)
    with django_assert_num_queries(QUERIES):
        page(ana, url(team))


QUERIES = 20  # session, person, where the reader stands, the team, and what the page shows
