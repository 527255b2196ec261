"""Another cycle from what a finished one taught: a branch, or what follows an end. The link asks for a sentence."""

import re
import uuid

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.domain.errors import NotReady

WHY = "They argue in Spanish before they write."


def text(response):
    return " ".join(response.content.decode().split())


def url(name, *args, after=None):
    return reverse(f"cycles:{name}", args=args) + (f"?after={after.pk}" if after else "")


@pytest.mark.ac("S1 R-33")
def test_a_branch_begins_on_the_page_of_a_finished_cycle(page, ana, inquiry, idea, finished):
    """Two cycles follow from one; the ramp shows both, the second as a branch, with the sentence and the decision."""
    first = finished({"idea": idea, "count_what": "Reasons"}, decision="adapt")
    way = url("new", inquiry.pk, after=first.cycle)
    assert way in text(page(ana, url("cycle", first.cycle.pk)))
    form = text(page(ana, way))
    assert "It follows from cycle 1: Starters on desk cards." in form
    assert re.search(r"<textarea[^>]*name=\"why_follows\"[^>]*required[^>]*>\s*They read the card, then stop", form)
    assert 'value="Reasons"' in form
    sent = {"try_what": "In Spanish first", "why_follows": WHY, "idea": idea.pk, "key": str(uuid.uuid4())}
    for _ in "ab":
        assert page(ana, way, sent).status_code == 302
    branch = Cycle.objects.get(try_what="In Spanish first")
    assert (branch.predecessor, branch.why_follows, branch.idea, branch.state) == (first.cycle, WHY, idea, "draft")
    ramp = text(page(ana, url("ramp", inquiry.pk)))
    assert ramp.count('<li class="branch draft">') == 1
    assert "and one branch" in ramp
    assert "because: The card helps them begin." in ramp
    assert WHY in text(page(ana, url("cycle", branch.pk)))
    assert "Start another cycle from here" in text(page(ana, url("cycle", first.cycle.pk)))


@pytest.mark.ac("S1 R-33")
def test_a_link_needs_the_sentence_that_leads_here(page, api, ana, inquiry, finished):
    first = finished(decision="adapt")
    answer = page(ana, url("new", inquiry.pk, after=first.cycle), {"try_what": "In Spanish first", "why_follows": " "})
    assert answer.status_code == 422
    assert 'value="In Spanish first"' in text(answer)
    told = api(ana, "POST", f"/inquiries/{inquiry.pk}/cycles", {"try_what": "x", "predecessor": first.cycle.pk})
    assert (told.status_code, told.json()["data"]["missing"]) == (422, ["why_follows"])
    with pytest.raises(NotReady) as refusal:
        services.change_plan(by=ana, cycle=first.successor, version=None, why_follows=" ")
    assert refusal.value.missing == ("why_follows",)
    kept = page(ana, url("plan", first.successor.pk), {"try_what": "x", "why_follows": "", "version": "1"})
    assert "Still missing: what you learned that leads here." in text(kept)
    assert Cycle.objects.count() == 2


def test_only_a_cycle_of_the_same_effort_is_followed(page, ana, stranger, team, inquiry, finished):
    from aimwell.contexts.theory.services import start_inquiry

    done = finished(decision="adopt").cycle
    other = start_inquiry(by=ana, team=team, problem="Homework")
    assert page(ana, url("new", other.pk, after=done)).status_code == 404
    assert page(stranger, url("new", inquiry.pk, after=done)).status_code == 404
    assert page(ana, f"{url('new', inquiry.pk)}?after=x").status_code == 200


def test_a_cycle_that_is_not_done_offers_no_branch(page, ana, inquiry, studying):
    assert "?after=" not in text(page(ana, url("cycle", studying().pk)))


def test_the_way_on_speaks_spanish(page, ana, inquiry, finished):
    done = finished(decision="abandon").cycle
    shown = text(page(ana, url("cycle", done.pk), headers={"accept-language": "es"}))
    assert "Empezar un ciclo a partir de lo que esto enseñó" in shown
    assert "Sigue al ciclo 1" in text(page(ana, url("new", inquiry.pk, after=done), headers={"accept-language": "es"}))
