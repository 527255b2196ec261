"""The theory on another day, kept versions, and what changed between."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.theory.diagram.models import KeptVersion
from aimwell.contexts.theory.diagram.queries import Past, moment_of
from aimwell.contexts.theory.diagram.services import keep_version
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.services import (
    add_part,
    change_part,
    move_part,
    record_evidence,
    set_aim,
    set_aside,
    start_inquiry,
)
from aimwell.demo.clock import as_if
from aimwell.domain.errors import Refused

pytestmark = pytest.mark.django_db
TALK = "Everyone has a way into the talk"


def day(text):
    return datetime.datetime.fromisoformat(f"{text}T16:00+00:00")


@pytest.fixture
def grown(ana, team):
    """A theory of September, changed in October and in November."""
    with as_if(day("2026-09-10")):
        inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
        way = add_part(by=ana, inquiry=inquiry, kind="primary", text="Everyone has a way in")
        safe = add_part(by=ana, inquiry=inquiry, kind="primary", text="It is safe to be unsure")
        think = add_part(by=ana, inquiry=inquiry, kind="secondary", text="Time to think", parents=[way])
    with as_if(day("2026-10-05")):
        change_part(by=ana, part=way, version=None, text=TALK)
        set_aim(by=ana, inquiry=inquiry, what="explain their reasoning", for_whom="fifth graders")
    with as_if(day("2026-11-03")):
        move_part(by=ana, child=think, old=way, new=safe)
        set_aside(by=ana, thing=way, reason="Said twice")
    return inquiry


def labels(moment):
    return sorted(part.label for part in moment.theory.parts if part.id != "aim")


@pytest.mark.ac("S3 R-17")
@pytest.mark.ac("S2 R-23")
def test_each_day_is_shown_as_it_was(ana, grown):
    past = Past(inquiry_view(ana, grown.pk))
    assert [one.isoformat() for one in past.days] == ["2026-09-10", "2026-10-05", "2026-11-03"]
    september, october, now = (past.on(one) for one in past.days)
    assert labels(september) == ["Everyone has a way in", "It is safe to be unsure", "Time to think"]
    assert "aim" not in september.theory.by_id
    assert labels(october) == [TALK, "It is safe to be unsure", "Time to think"]
    assert "fifth graders" in october.theory.by_id["aim"].label
    assert labels(now) == ["It is safe to be unsure", "Time to think"]
    think = next(part.id for part in now.theory.parts if part.label == "Time to think")
    assert [now.theory.by_id[one].label for one in now.theory.parents(think)] == ["It is safe to be unsure"]
    assert [september.theory.by_id[one].label for one in september.theory.parents(think)] == ["Everyone has a way in"]
    assert labels(past.on(datetime.date(2026, 9, 1))) == []
    assert labels(past.on(datetime.date(2026, 10, 4))) == labels(september)


@pytest.mark.ac("S3 R-17")
def test_edits_of_the_next_year_leave_a_kept_version_as_it_is(ana, inquiry, tree):
    kept = keep_version(by=ana, inquiry=inquiry, name="2026-27", note="Before the summer")
    set_aside(by=ana, thing=tree.way)
    change_part(by=ana, part=tree.think, version=None, text="Thinking time")
    theory = moment_of(KeptVersion.objects.get(pk=kept.pk)).theory
    assert sorted(part.label for part in theory.parts) == [
        "A quiet minute", "Everyone has a way in", "It is safe to be unsure", "Time to think",
    ]  # fmt: skip
    assert theory.parents(str(tree.think.pk)) == (str(tree.way.pk), str(tree.safe.pk))


def test_an_earlier_day_can_be_kept_too(ana, grown):
    kept = keep_version(by=ana, inquiry=grown, name="First guess", day=datetime.date(2026, 9, 30))
    assert labels(moment_of(kept)) == ["Everyone has a way in", "It is safe to be unsure", "Time to think"]


def test_there_must_be_something_to_keep(ana, inquiry):
    with pytest.raises(Refused, match="no_theory"):
        keep_version(by=ana, inquiry=inquiry, name="2026-27")


@pytest.mark.ac("N-7")
def test_the_page_tells_what_changed_and_why(ana, grown, client):
    client.force_login(ana)
    page = client.get(reverse("diagram:then", args=[grown.pk]) + "?from=2026-09-10&to=2026-11-03").content.decode()
    assert "Set aside: “Everyone has a way in”" in page
    assert "Said twice" in page
    assert "“Time to think” now serves “It is safe to be unsure”" in page
    backwards = client.get(reverse("diagram:then", args=[grown.pk]) + "?from=2026-11-03&to=2026-09-10").content.decode()
    assert "Set aside: “Everyone has a way in”" in backwards  # the earlier day is always the first
    odd = client.get(reverse("diagram:then", args=[grown.pk]) + "?from=2026-02-31&to=rubbish")
    assert odd.status_code == 200


def test_the_page_costs_the_same_however_much_has_changed(ana, grown, client, django_assert_num_queries):
    client.force_login(ana)
    address = reverse("diagram:then", args=[grown.pk])
    client.get(address)
    with django_assert_num_queries(9) as first:
        client.get(address)
    for number in range(12):
        add_part(by=ana, inquiry=grown, kind="primary", text=f"Driver {number}")
    with django_assert_num_queries(len(first)):
        client.get(address)


def test_a_version_is_kept_put_away_and_brought_back(ana, inquiry, tree, client):
    client.force_login(ana)
    today = timezone.localdate()
    client.post(
        reverse("diagram:keep", args=[inquiry.pk]),
        {"name": "2026-27", "day": today + datetime.timedelta(days=40), "note": "Before the summer"},
    )
    kept = KeptVersion.objects.get()
    assert kept.day == today  # no version holds a day that is still to come
    address = reverse("diagram:then", args=[inquiry.pk])
    assert "2026-27, compared with now" in client.get(address).content.decode()
    page = client.post(reverse("diagram:put_away", args=[kept.pk]), follow=True).content.decode()
    assert "2026-27, compared with now" not in page
    client.post(reverse("diagram:put_away", args=[kept.pk]) + "?back=1")
    assert "2026-27, compared with now" in client.get(address + f"?from=v{kept.pk}").content.decode()


@pytest.mark.ac("S2 R-23")
def test_circles_are_as_full_as_they_were_on_that_day_also_in_a_kept_version(ana, team):
    with as_if(day("2026-09-10")):
        inquiry = start_inquiry(by=ana, team=team, problem="Few say why")
        way = add_part(by=ana, inquiry=inquiry, kind="primary", text="A way in")
        idea = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute", parents=[way])
    with as_if(day("2026-10-05")):
        record_evidence(by=ana, idea=idea, tests=2, held_settings=1)
    past = Past(inquiry_view(ana, inquiry.pk))
    assert [past.on(one).quarters[str(way.pk)] for one in past.days] == [0, 2]
    early = keep_version(by=ana, inquiry=inquiry, name="Before", day=past.days[0])
    late = keep_version(by=ana, inquiry=inquiry, name="After", day=past.days[1])
    assert [moment_of(one).quarters[str(idea.pk)] for one in (early, late)] == [0, 2]
