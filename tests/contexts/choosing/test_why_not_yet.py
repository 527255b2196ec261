"""A humble question, once, before a solution is chosen."""

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.choosing.models import WhyNotYet
from aimwell.contexts.theory.choosing.services import say_why_not_yet
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, StaleEdit

QUESTION = "If we know how to solve this, why have we not done it yet?"


def url(name, world):
    return reverse(f"choosing:{name}", args=[world.inquiry.pk])


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.ac("S1 R-24")
@pytest.mark.parametrize("where", ["ideas", "choose"])
def test_it_is_asked_once_where_one_chooses_and_the_answer_is_kept(page, ana, world, where):
    assert QUESTION in words(page(ana, url(where, world)))
    sent = {"said": "We never asked the bus office", "version": "0", "from": where}
    assert page(ana, url("why_not_yet", world), sent).url.startswith(url(where, world))
    told = words(page(ana, url(where, world)))
    assert QUESTION not in told
    assert "We never asked the bus office" in told
    page(ana, url("why_not_yet", world), {**sent, "said": "Nobody had the time", "version": "1"})
    assert WhyNotYet.objects.get().said == "Nobody had the time"


@pytest.mark.ac("S1 R-24")
def test_it_may_stay_without_an_answer_and_does_not_come_back(page, ana, world):
    page(ana, url("why_not_yet", world), {"version": "0"})
    assert WhyNotYet.objects.get().said == ""
    for where in ("ideas", "choose"):
        assert QUESTION not in words(page(ana, url(where, world)))


def test_it_is_for_the_team_alone_and_two_answers_meet(page, api, ana, world, coach):
    address = f"/inquiries/{world.inquiry.pk}/why-not-yet"
    assert api(ana, "GET", address).json() == {"version": 0, "said": ""}
    share(by=ana, obj=world.inquiry, rung=Rung.COACH)
    assert QUESTION not in words(page(coach, url("ideas", world)))
    assert api(coach, "GET", address).status_code == 404
    with pytest.raises(NotAllowed):
        say_why_not_yet(by=coach, inquiry=world.inquiry, version=0, said="x")
    assert api(ana, "PUT", address, {"version": 0, "said": "No time"}).json() == {"version": 1, "said": "No time"}
    say_why_not_yet(by=ana, inquiry=world.inquiry, version=1, said="No bus")
    with pytest.raises(StaleEdit):
        say_why_not_yet(by=ana, inquiry=world.inquiry, version=1, said="No fuel")
