"""After a change is adopted: spread it, the next idea, or the next aim; the choice is kept (S2 R-33)."""

import pytest

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused

CHOICES = ("next_spread", "next_idea", "next_aim")


def said():
    return list(Event.objects.filter(verb__in=CHOICES).order_by("pk").values_list("verb", flat=True))


@pytest.mark.ac("S2 R-33")
def test_an_adopted_change_asks_what_comes_next_and_keeps_the_choice(page, ana, finished):
    cycle = finished(decision="adopt").cycle
    url = f"/cycles/{cycle.pk}/"
    shown = page(ana, url).content.decode()
    for words in ("What do you take on next?", "Spread it: the same in more places", "The next aim"):
        assert words in shown
    gone = page(ana, f"{url}onward/", {"choice": "idea"})
    assert gone["location"] == f"/i/{cycle.inquiry_id}/drivers/"
    page(ana, f"{url}onward/", {"choice": "idea"})
    assert "chosen" in page(ana, url).content.decode()
    assert page(ana, f"{url}onward/", {"choice": "aim"})["location"] == f"/t/{cycle.owner_team_id}/theory/"
    assert said() == ["next_idea", "next_aim"]
    assert Cycle.objects.count() == 1


@pytest.mark.ac("S2 R-33")
def test_spreading_drafts_the_next_cycle_one_step_larger_and_only_once(page, api, ana, finished):
    cycle = finished(decision="adopt").cycle
    made = api(ana, "POST", f"/cycles/{cycle.pk}/onward", {"choice": "spread"}).json()["next"]
    drafted = Cycle.objects.get(pk=made["id"])
    assert (drafted.predecessor, drafted.size, drafted.who_where, drafted.state) == (cycle, "few", "", "draft")
    again = page(ana, f"/cycles/{cycle.pk}/onward/", {"choice": "spread"})
    assert again["location"] == f"/cycles/{drafted.pk}/"
    assert (Cycle.objects.count(), said()) == (2, ["next_spread"])


def test_only_members_choose_and_only_after_adopting(page, ana, stranger, finished):
    cycle, other = finished(decision="adopt").cycle, finished(decision="abandon").cycle
    assert "What do you take on next?" not in page(ana, f"/cycles/{other.pk}/").content.decode()
    with pytest.raises(Refused, match="wrong_state"):
        services.choose_onward(by=ana, cycle=other, choice="aim")
    with pytest.raises(Refused, match="unknown_choice"):
        services.choose_onward(by=ana, cycle=cycle, choice="rest")
    with pytest.raises(NotAllowed):
        services.choose_onward(by=stranger, cycle=cycle, choice="aim")
    assert said() == []


def test_what_was_chosen_costs_the_page_no_query(page, ana, finished, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    adopted = finished(decision="adopt").cycle
    page(ana, f"/cycles/{adopted.pk}/")
    with CaptureQueriesContext(connection) as usual:
        page(ana, f"/cycles/{adopted.pk}/")
    services.choose_onward(by=ana, cycle=adopted, choice="aim")
    with django_assert_num_queries(len(usual)):
        page(ana, f"/cycles/{adopted.pk}/")
