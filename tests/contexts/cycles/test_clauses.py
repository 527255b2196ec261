"""Clause by clause what the sources ask of a cycle, where other tests show one part only."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Amendment, Cycle
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.contexts.theory.services import add_part
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.render.marks import mark_svg

COUNT = {"kind": "count", "count": 8, "out_of": 24}


def shown(page, reader, cycle):
    return " ".join(page(reader, reverse("cycles:cycle", args=[cycle.pk])).content.decode().split())


@pytest.mark.ac("S3 R-43")
def test_the_first_count_finds_a_prediction_that_is_locked_with_its_time(page, ana, draft):
    cycle = draft()
    with pytest.raises(Refused, match="wrong_state"):
        services.add_entry(by=ana, cycle=cycle, **COUNT)
    started = services.start_do(by=ana, cycle=cycle)
    first = services.add_entry(by=ana, cycle=started, **COUNT)
    assert started.locked_at <= first.created_at
    with pytest.raises(Refused, match="prediction_locked"):
        services.change_plan(by=ana, cycle=started, version=None, low=8)
    later = {"kind": "at_least", "low": 8, "out_of": 24, "unit_name": "students give a reason"}
    services.amend_prediction(by=ana, cycle=started, reason="Two moved away", **later)
    assert (Cycle.objects.get().low, Amendment.objects.get().low) == (12, 8)
    told = shown(page, ana, started)
    assert "We predict 12 or more of 24" in told
    assert "8 or more of 24 students give a reason" in told
    assert "because: Two moved away" in told


@pytest.mark.ac("S3 R-43")
def test_study_ends_only_with_the_result_beside_the_stored_prediction(page, ana, studying, answers):
    cycle = studying()
    with pytest.raises(NotReady) as refusal:
        services.finish(by=ana, cycle=cycle, version=None, **answers(result=None, result_out_of=None))
    assert "result" in refusal.value.missing
    assert Cycle.objects.get().state == "studying"
    done = services.finish(by=ana, cycle=cycle, version=None, **answers()).cycle
    assert "Lower than predicted: 8 of 24; you predicted 12 or more." in shown(page, ana, done)


@pytest.mark.ac("S3 R-43")
@pytest.mark.ac("S2 R-27")
def test_a_cycle_leads_to_the_one_before_with_its_decision_and_to_the_one_after(page, ana, idea, finished):
    done = finished({"idea": idea}, decision="adapt")
    before, after = shown(page, ana, done.successor), shown(page, ana, done.cycle)
    assert f'href="{reverse("cycles:cycle", args=[done.cycle.pk])}"' in before
    assert re.search(r"Cycle 1.{0,400}?Adapt\b", re.sub(r"<[^>]+>", " ", before))
    assert f'href="{reverse("cycles:cycle", args=[done.successor.pk])}"' in after


@pytest.mark.ac("S2 R-27")
def test_cycles_are_numbered_within_their_idea_too(page, api, ana, inquiry, idea, draft):
    """One number for the effort, by which a cycle is called, and its place among the tests of its idea."""
    other = add_part(by=ana, inquiry=inquiry, kind="idea", text="A quiet minute")
    cycles = [draft(idea=one) for one in (idea, other, other, None, idea)]
    assert [cycle.number for cycle in cycles] == [1, 2, 3, 4, 5]
    told = [api(ana, "GET", f"/cycles/{cycle.pk}").json()["test_of_idea"] for cycle in cycles]
    assert told == [1, 1, 2, 0, 2]
    assert 'A quiet minute</a><br><span class="quiet">test 2 of this idea</span>' in shown(page, ana, cycles[2])
    assert "of this idea" not in shown(page, ana, cycles[3])


@pytest.mark.ac("S2 R-29")
def test_giving_an_idea_up_asks_what_it_taught(ana, idea, studying, answers):
    cycle = studying(idea=idea)
    with pytest.raises(NotReady) as refusal:
        services.finish(by=ana, cycle=cycle, version=None, **answers(decision="abandon", learned=" "))
    assert refusal.value.missing == ("learning",)


@pytest.mark.ac("S3 R-44")
def test_a_result_other_than_predicted_is_drawn_without_red(ana, finished):
    """Red: much more red than green and blue. The marks take their colours from the page or name them themselves."""
    assert cycle_view(ana, finished(result=8).cycle.pk).mark == "below"
    css = "".join(path.read_text() for path in Path("src/aimwell").rglob("static/**/*.css"))
    found = re.findall(r"#([0-9A-Fa-f]{6})\b", css + mark_svg("below", "") + mark_svg("above", ""))
    assert found
    reds = [color for color in found if _red(*(int(color[at : at + 2], 16) for at in (0, 2, 4)))]
    assert reds == []
    assert not re.search(r"(?i)\b(?:color|fill|stroke)\s*:\s*(?:dark|indian)?red\b", css)


def _red(red, green, blue):
    return red > 120 and green < red * 0.4 and blue < red * 0.6
