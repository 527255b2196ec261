"""Notes that one person writes down for others."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.quick import services
from aimwell.contexts.cycles.quick.models import Contributor
from aimwell.contexts.cycles.services import add_entry
from aimwell.contexts.people.services import share
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


def url(name, *args):
    return reverse(f"quick:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def entry(ana, doing):
    return add_entry(by=ana, cycle=doing(), text="Two students argued in Spanish")


@pytest.mark.ac("S1 R-35")
def test_author_and_contributors_stand_apart_and_nobody_needs_an_account(page, ana, entry):
    page(ana, url("people", entry.pk), {"names": "Ms. Ruiz\n Devon \n\nMs. Ruiz"})
    entry.refresh_from_db()
    assert entry.created_by == ana
    assert [(one.name, one.person) for one in entry.contributors.all()] == [("Ms. Ruiz", None), ("Devon", None)]
    shown = words(page(ana, reverse("cycles:cycle", args=[entry.cycle_id])))
    assert "Seen by Ms. Ruiz, Devon, written by Ana" in shown


@pytest.mark.ac("S1 R-35")
def test_a_contributor_says_that_was_me_and_corrects_the_words(page, ana, devon, entry):
    [_ruiz, own] = services.name_people(by=ana, entry=entry, names=["Ms. Ruiz", "Devon"])
    page(devon, url("claim", own.pk), {})
    own.refresh_from_db()
    assert own.person == devon
    assert "that was you" in words(page(devon, url("people", entry.pk)))
    entry.refresh_from_db()
    page(devon, url("note", entry.pk), {"text": "Three students argued", "version": str(entry.version)})
    entry.refresh_from_db()
    assert (entry.text, entry.created_by) == ("Three students argued", ana)
    assert events_of(entry).filter(verb="reworded").get().before["text"] == "Two students argued in Spanish"
    with pytest.raises(Refused, match="in_the_way"):
        services.claim(by=ana, contributor=own)
    page(devon, url("unclaim", own.pk), {})
    own.refresh_from_db()
    assert own.person is None


def test_a_name_that_is_no_longer_there_is_taken_off(ana, entry):
    services.name_people(by=ana, entry=entry, names=["Ms. Ruiz", "Devon"])
    services.name_people(by=ana, entry=entry, names=["Devon"])
    assert list(Contributor.objects.filter(ended_at=None).values_list("name", flat=True)) == ["Devon"]


def test_two_never_overwrite_each_other_and_empty_words_are_asked_for(page, ana, entry):
    with pytest.raises(StaleEdit):
        services.correct_note(by=ana, entry=entry, version=entry.version - 1, text="x")
    assert page(ana, url("note", entry.pk), {"text": " ", "version": "1"}).status_code == 422


def test_names_stay_with_the_team(page, api, ana, stranger, entry):
    [one] = services.name_people(by=ana, entry=entry, names=["Ms. Ruiz"])
    share(by=ana, obj=entry.cycle, rung=Rung.PUBLIC)
    assert "Ruiz" not in words(page(stranger, reverse("cycles:cycle", args=[entry.cycle_id])))
    assert page(stranger, url("people", entry.pk)).status_code == 404
    assert api(stranger, "GET", f"/entries/{entry.pk}/contributors").status_code == 404
    with pytest.raises(NotAllowed):
        services.claim(by=stranger, contributor=one)


def test_what_does_not_fit_comes_back_as_it_was_sent(page, ana, entry):
    long = "Ms. Ruiz " * 200
    answer = page(ana, url("people", entry.pk), {"names": long})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()
    services.correct_note(by=ana, entry=entry, version=entry.version, text="Three students argued")
    answer = page(ana, url("note", entry.pk), {"text": " ", "version": str(entry.version)})
    assert f'name="version" value="{entry.version}"' in answer.content.decode()
