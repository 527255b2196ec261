"""What surprised a team: finished cycles outside their prediction or with a surprise, for those who may see each."""

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.ledger.queries import surprises
from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.domain.access import Rung


@pytest.fixture
def noted(ana, doing, answers):
    """A finished cycle as predicted, with a surprise in Do: `noted()`."""

    def make(text="They sang it.", **changes):
        cycle = doing()
        services.add_entry(by=ana, cycle=cycle, kind="surprise", text=text)
        started = services.begin_study(by=ana, cycle=cycle)
        done = services.finish(
            by=ana, cycle=started, version=started.version, **answers(result=12, decision="adopt", **changes)
        )
        return done.cycle

    return make


def found(user, team):
    return [row.row.cycle.pk for row in surprises(user, team)]


def test_outside_the_prediction_or_with_a_surprise_newest_first(ana, team, page, finished, noted):
    outside = finished(result=8).cycle
    finished(result=12, decision="adopt")
    sung = noted()
    told = finished({}, result=12, decision="adopt", surprised_by="Three asked for more.").cycle
    assert found(ana, team) == [told.pk, sung.pk, outside.pk]
    shown = page(ana, reverse("ledger:surprises", args=[team.pk])).content.decode()
    assert "Lower than predicted: 8 of 24" in shown
    assert "They sang it." in shown
    assert "Three asked for more." in shown
    assert "They read the card, then stop after one sentence." in shown
    assert (
        reverse("ledger:surprises", args=[team.pk])
        in page(ana, reverse("cycles:list", args=[team.pk])).content.decode()
    )


@pytest.mark.parametrize(
    "fields", [{"practice": True}, {"ended_at": "2027-01-01T00:00Z"}, {"state": "studying"}, {"origin": "imported"}]
)
def test_practice_and_what_is_set_aside_do_not_count(ana, team, finished, fields):
    done = finished(result=8).cycle
    assert found(ana, team) == [done.pk]
    Cycle.objects.filter(pk=done.pk).update(**fields)
    assert found(ana, team) == []


def test_a_surprise_set_aside_is_gone(ana, team, noted):
    noted()
    Entry.objects.update(ended_at=timezone.now())
    assert found(ana, team) == []


def test_no_count_is_no_surprise(ana, team, finished):
    finished(result=None, result_out_of=None, not_collected_because="Fire drill", decision="adopt")
    assert found(ana, team) == []


def test_others_see_what_each_cycle_shows_them(ana, team, readers, finished, noted):
    outside, sung = finished(result=8).cycle, noted()
    for rung in (Rung.TEAM, Rung.NETWORK, Rung.PUBLIC):
        Cycle.objects.update(rung=rung)
        assert found(ana, team) == [sung.pk, outside.pk]
        hub = [row.notes for row in surprises(readers["hub"], team)]
        assert hub == ([] if rung is Rung.TEAM else [()]), rung  # raw notes stay near the team
        assert found(readers["colleague"], team) == ([] if rung is Rung.TEAM else [sung.pk, outside.pk])


def test_a_result_of_few_students_tells_others_nothing(ana, team, readers, finished):
    finished({"low": 3, "out_of": 4}, result=1, result_out_of=4)
    Cycle.objects.update(rung=Rung.PUBLIC)
    assert len(found(ana, team)) == 1
    assert found(readers["stranger"], team) == []


def test_no_page_tells_a_rate_of_hits(ana, team, page, finished):
    finished(result=8)
    finished(result=12, decision="adopt")
    shown = page(ana, reverse("ledger:surprises", args=[team.pk])).content.decode()
    assert not any(word in shown for word in ("1 of 2", "50 %", "50%", "hit", "score"))


def test_the_api_lists_them_by_pages(ana, api, team, finished, noted):
    finished(result=8), noted()
    told = api(ana, "GET", f"/teams/{team.pk}/surprises?limit=1").json()
    assert (told["count"], told["items"][0]["surprises"], told["items"][0]["outside"]) == (2, ["They sang it."], "")


@pytest.mark.parametrize("stored", [2, 300])
def test_the_cost_does_not_grow(ana, team, inquiry, finished, django_assert_num_queries, stored):
    done = finished(result=8, decision="adopt").cycle
    copies = [Cycle.objects.get(pk=done.pk) for _ in range(stored - 1)]
    for number, copy in enumerate(copies, 50):
        copy.pk, copy.number, copy.client_key = None, number, None
    Cycle.objects.bulk_create(copies)
    with django_assert_num_queries(7):
        shown = surprises(ana, team)
        assert all(row.outside and row.row.url for row in shown)
    assert (shown.paginator.count, len(shown)) == (stored, min(stored, 12))


def test_an_empty_list_teaches_with_an_example(ana, team, page):
    assert "Nothing here yet" in page(ana, reverse("ledger:surprises", args=[team.pk])).content.decode()
