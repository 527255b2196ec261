"""What a team abandoned and what that taught, for those who may see each cycle and idea."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.ledger.queries import abandoned
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import abandon, add_part
from aimwell.domain.access import Rung

LEARNED = "They read the card, then stop after one sentence."


def url(team):
    return reverse("ledger:abandoned", args=[team.pk])


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S1 R-34")
def test_abandoned_ideas_stand_there_with_what_they_taught(page, ana, team, idea, finished):
    finished(decision="adopt")
    done = finished({"idea": idea}, decision="abandon", decision_object="idea", decision_reason="It never held").cycle
    steps = finished({"try_what": "Cards in pairs"}, decision="abandon", decision_object="steps").cycle
    shown = words(page(ana, url(team)))
    assert shown.count(LEARNED) == 2
    assert "<strong>Starters on desk cards</strong>" in shown
    assert "<strong>Cards in pairs</strong>" in shown
    assert "It never held" in shown
    for cycle in (done, steps):
        assert reverse("cycles:cycle", args=[cycle.pk]) in shown
    assert url(team) in words(page(ana, reverse("cycles:list", args=[team.pk])))
    assert not any(word in shown.lower() for word in ("fail", "wrong", "error"))


@pytest.mark.ac("S1 R-34")
def test_an_idea_abandoned_on_the_map_stands_there_once(page, ana, team, inquiry, idea, finished):
    logs = add_part(by=ana, inquiry=inquiry, kind="idea", text="Weekly logs")
    abandon(by=ana, part=logs, version=None, reason="Four of 24 came back")
    finished({"idea": idea}, decision="abandon", decision_object="idea")
    assert [row.title for row in abandoned(ana, team)] == ["Starters on desk cards", "Weekly logs"]
    shown = words(page(ana, url(team)))
    assert "Four of 24 came back" in shown
    assert "on the map" in shown


@pytest.mark.parametrize(
    "fields", [{"practice": True}, {"ended_at": "2027-01-01T00:00Z"}, {"state": "studying"}, {"decision": "adapt"}]
)
def test_what_does_not_stand_there(ana, team, finished, fields):
    done = finished(decision="abandon", decision_object="steps").cycle
    assert len(abandoned(ana, team)) == 1
    Cycle.objects.filter(pk=done.pk).update(**fields)
    assert len(abandoned(ana, team)) == 0


def test_others_see_what_is_open_to_them(page, api, ana, team, readers, finished):
    done = finished(decision="abandon", decision_object="steps").cycle
    assert LEARNED not in words(page(readers["principal"], url(team)))
    share(by=ana, obj=done, rung=Rung.SCHOOL)
    assert LEARNED in words(page(readers["principal"], url(team)))
    assert api(readers["principal"], "GET", f"/teams/{team.pk}/abandoned").json()["count"] == 1
    assert api(readers["hub"], "GET", f"/teams/{team.pk}/abandoned").json()["count"] == 0


def test_the_api_lists_them_by_pages(api, ana, team, inquiry, finished):
    done = finished(decision="abandon", decision_object="steps", decision_reason="It never held").cycle
    logs = add_part(by=ana, inquiry=inquiry, kind="idea", text="Weekly logs")
    abandon(by=ana, part=logs, version=None, reason="Four came back")
    told = api(ana, "GET", f"/teams/{team.pk}/abandoned?limit=1").json()
    [first] = told["items"]
    assert (told["count"], first["cycle"], first["idea"], first["because"], first["learned"]) == (
        2, done.pk, None, "It never held", LEARNED,
    )  # fmt: skip
    [second] = api(ana, "GET", f"/teams/{team.pk}/abandoned?limit=1&offset=1").json()["items"]
    assert (second["cycle"], second["idea"], second["title"]) == (None, logs.pk, "Weekly logs")


@pytest.mark.parametrize("stored", [2, 200])
def test_the_cost_does_not_grow(ana, team, finished, django_assert_num_queries, stored):
    done = finished(decision="abandon", decision_object="steps").cycle
    copies = [Cycle.objects.get(pk=done.pk) for _ in range(stored - 1)]
    for number, copy in enumerate(copies, 50):
        copy.pk, copy.number, copy.client_key = None, number, None
    Cycle.objects.bulk_create(copies)
    with django_assert_num_queries(7):
        shown = abandoned(ana, team)
        assert all(row.title and row.learned and row.day for row in shown)
    assert (shown.paginator.count, len(shown)) == (stored, min(stored, 12))


def test_an_empty_page_teaches_with_an_example_in_both_languages(page, ana, team):
    assert "Weekly reading log" in words(page(ana, url(team)))
    assert "Registro semanal de lectura" in words(page(ana, url(team), headers={"accept-language": "es"}))
