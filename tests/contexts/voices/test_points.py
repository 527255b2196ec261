"""Those whom the problem touches take part at four points, and the report says so (S2 R-8)."""

import pytest
from django.urls import reverse

from aimwell.contexts.people.services import share
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import FourPoints
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit

pytestmark = pytest.mark.django_db
SAID = {"development": "Six fifth graders showed us where they stop", "adoption": "The student council has a vote"}
NAMES = ("When we looked for the problem", "When we designed the change", "When we try it", "When we decide to keep it")


def url(name, *args):
    return reverse(f"voices:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S2 R-8")
def test_four_cells_are_written_changed_and_kept_with_their_history(page, ana, devon, inquiry):
    first = words(page(ana, url("voices", inquiry.pk)))
    assert [first.count(f"<dt>{name}</dt>") for name in NAMES] == [1, 1, 1, 1]
    assert first.count("nobody yet") == 4
    sent = page(ana, url("points", inquiry.pk), {**SAID, "version": "0"})
    assert sent.url == f"{url('voices', inquiry.pk)}?saved=points#points"
    shown = words(page(devon, url("voices", inquiry.pk)))
    assert shown.count("nobody yet") == 2
    assert f"<dd><p>{SAID['development']}</p></dd>" in shown or f"<dd>{SAID['development']}</dd>" in shown
    page(devon, url("points", inquiry.pk), {**SAID, "design": "Two parents chose", "version": "1"})
    kept = FourPoints.objects.get()
    assert (kept.design, kept.implementation, kept.version) == ("Two parents chose", "", 2)
    told = Event.objects.filter(target_type="voices.fourpoints").order_by("id").values_list("verb", "actor_name")
    assert list(told) == [("created", "Ana Ruiz"), ("changed", "Devon Park")]


def test_two_people_meet_on_the_merge_page(page, ana, devon, inquiry):
    page(ana, url("points", inquiry.pk), {**SAID, "version": "0"})
    page(ana, url("points", inquiry.pk), {**SAID, "design": "Two parents chose", "version": "1"})
    answer = page(devon, url("points", inquiry.pk), {**SAID, "design": "A rider chose", "version": "1"})
    assert answer.status_code == 409
    assert {"Two parents chose", "A rider chose"} == {
        one for one in ("Two parents chose", "A rider chose") if one in words(answer)
    }
    with pytest.raises(StaleEdit):
        services.say_who_took_part(by=devon, inquiry=inquiry, version=1, design="A rider chose")
    with pytest.raises(StaleEdit):  # the form was opened when nothing was there yet
        services.say_who_took_part(by=devon, inquiry=inquiry, version=0, design="A rider chose")
    assert FourPoints.objects.get().design == "Two parents chose"


def test_a_name_from_the_team_is_asked_about_before_it_is_kept(page, ana, devon, inquiry):
    asked = page(ana, url("points", inquiry.pk), {"design": "Devon Park chose", "version": "0"})
    assert asked.status_code == 422
    assert "Devon Park chose" in words(asked)
    assert not FourPoints.objects.exists()
    with pytest.raises(Refused, match="names_inside"):
        services.say_who_took_part(by=ana, inquiry=inquiry, version=0, design="Devon Park chose")
    page(ana, url("points", inquiry.pk), {"design": "Devon Park chose", "version": "0", "keep_names": "1"})
    assert FourPoints.objects.get().design == "Devon Park chose"


@pytest.mark.ac("S2 R-8")
def test_the_report_of_the_work_holds_what_is_written(page, ana, stranger, team, inquiry):
    sheet = reverse("reports:sheet", args=[team.pk])
    assert "Who took part" not in words(page(ana, sheet))
    services.say_who_took_part(by=ana, inquiry=inquiry, version=0, **SAID)
    shown = words(page(ana, sheet))
    assert "Who took part" in shown
    assert f"{NAMES[0]}: {SAID['development']}" in shown
    assert f"{NAMES[3]}: {SAID['adoption']}" in shown
    assert NAMES[1] not in shown
    share(by=ana, obj=inquiry, rung=Rung.PUBLIC)
    assert SAID["adoption"] not in words(page(stranger, url("voices", inquiry.pk)))
    assert SAID["adoption"] not in words(page(stranger, sheet))


@pytest.mark.ac("S2 R-8")
def test_the_same_in_the_api(api, ana, stranger, inquiry):
    at = f"/inquiries/{inquiry.pk}"
    assert api(ana, "GET", f"{at}/voices").json()["four_points"] is None
    made = api(ana, "PUT", f"{at}/four-points", {**SAID, "version": 0}).json()
    assert (made["development"], made["design"], made["version"]) == (SAID["development"], "", 1)
    assert api(ana, "GET", f"{at}/voices").json()["four_points"]["adoption"] == SAID["adoption"]
    assert api(ana, "PUT", f"{at}/four-points", {"design": "Other", "version": 0}).status_code == 409
    assert api(stranger, "PUT", f"{at}/four-points", {**SAID, "version": 1}).status_code == 404
    share(by=ana, obj=inquiry, rung=Rung.PUBLIC)
    assert api(stranger, "GET", f"{at}/voices").json()["four_points"] is None
    assert api(stranger, "PUT", f"{at}/four-points", {**SAID, "version": 1}).status_code == 403
    with pytest.raises(NotAllowed):
        services.say_who_took_part(by=stranger, inquiry=inquiry, version=1, **SAID)
