"""What really happened in each room: told in words, split in Study, and nowhere else."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.models import RoomTry
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


def url(name, *args):
    return reverse(f"collecting:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def told(ana, cycle, counts):
    counts("Room 12", 12, 16, 24)
    counts("Room 14", 12, 11, 26)
    services.tell_try(by=ana, cycle=cycle, who="Room 12", how="planned")
    return services.tell_try(
        by=ana, cycle=cycle, who="room 14", how="adapted", different="No quiet minute.", why="Math began late."
    )


@pytest.mark.ac("S1 R-42")
@pytest.mark.ac("S0 R-16")
def test_study_splits_results_by_what_was_done(page, ana, cycle, told):
    cycles.begin_study(by=ana, cycle=cycle)
    shown = words(page(ana, reverse("cycles:cycle", args=[cycle.pk])))
    assert "<dt>Tried as planned</dt><dd><strong>16 of 24</strong>" in shown
    assert "<dt>Adapted</dt><dd><strong>11 of 26</strong>" in shown
    assert "No quiet minute. Why: Math began late." in shown
    part = shown[shown.index("What really happened") : shown.index("Only your team sees this part")]
    assert "%" not in part


@pytest.mark.ac("S1 R-42")
def test_nobody_outside_the_team_reads_of_it(page, api, readers, stranger, ana, cycle, told, near):
    near()
    cycles.begin_study(by=ana, cycle=cycle)
    for reader in (readers["principal"], stranger):
        assert page(reader, url("tries", cycle.pk)).status_code == 404
        assert api(reader, "GET", f"/cycles/{cycle.pk}/room-tries").status_code == 404
    seen = words(page(readers["principal"], reverse("cycles:cycle", args=[cycle.pk])))
    assert "quiet minute" not in seen
    assert "really happened" not in seen
    with pytest.raises(NotAllowed):
        services.tell_try(by=stranger, cycle=cycle, who="Room 9", how="planned")


def test_the_page_asks_for_rooms_nobody_told_of_yet(page, ana, cycle, told, counts):
    counts("Room 9", 12, 3, 22)
    assert "Nothing told yet of: Room 9." in words(page(ana, url("tries", cycle.pk)))
    sent = {"who": "Room 9", "how": "not_yet", "why": "A new teacher"}
    assert page(ana, url("tries", cycle.pk), sent).status_code == 302
    assert RoomTry.objects.get(who="Room 9").why == "A new teacher"


@pytest.mark.ac("S0 R-16")
def test_adapted_says_what_was_different(page, ana, cycle, told):
    answer = page(ana, url("tries", cycle.pk), {"who": "Room 9", "how": "adapted", "why": "No time"})
    assert (answer.status_code, "No time" in words(answer)) == (422, True)
    with pytest.raises(Refused):
        services.change_try(by=ana, room=told, version=1, who="Room 14", how="adapted")
    again = page(ana, url("tries", cycle.pk), {"who": "ROOM 12", "how": "planned"})
    assert "already" in words(again)
    assert RoomTry.objects.count() == 2


def test_a_line_is_changed_set_aside_and_brought_back(page, ana, devon, cycle, told):
    sent = {"who": "Room 14", "how": "planned", "version": 1}
    assert page(ana, url("try_change", told.pk), sent).status_code == 302
    with pytest.raises(StaleEdit):
        services.change_try(by=devon, room=told, version=1, who="Room 14", how="not_yet")
    page(ana, url("aside", "try", told.pk), {})
    assert "Room 14" not in words(page(ana, url("tries", cycle.pk))).split("Told so far")[1]
    page(ana, url("restore", "try", told.pk), {})
    told.refresh_from_db()
    assert (told.ended_at, told.how, told.different) == (None, "planned", "")


def test_an_empty_page_teaches_with_an_example(page, ana, cycle):
    assert "Adapted: no quiet minute on 6 of 10 days." in words(page(ana, url("tries", cycle.pk)))


@pytest.mark.parametrize("many", [1, 9])
def test_the_page_costs_the_same_however_much_is_stored(page, ana, cycle, counts, django_assert_num_queries, many):
    for n in range(many):
        counts(f"Room {n}", 12, 5, 20)
        services.tell_try(by=ana, cycle=cycle, who=f"Room {n}", how="planned")
    page(ana, url("tries", cycle.pk))
    with django_assert_num_queries(7):
        page(ana, url("tries", cycle.pk))


def test_rooms_in_the_api(api, ana, cycle, counts):
    counts("Room 12", 12, 16, 24)
    made = api(ana, "POST", f"/cycles/{cycle.pk}/room-tries", {"who": "Room 12"}).json()
    changed = api(ana, "PATCH", f"/room-tries/{made['id']}", {"version": 1, "how": "adapted", "different": "Shorter"})
    assert changed.json()["who"] == "Room 12"
    told = api(ana, "GET", f"/cycles/{cycle.pk}/room-tries").json()
    assert told["split"] == [{"how": "adapted", "rooms": ["Room 12"], "count": 16, "out_of": 24}]
