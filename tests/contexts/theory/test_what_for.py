"""What an effort is for, causes that become drivers, and an aim with all its parts."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.people.services import share
from aimwell.contexts.theory import services
from aimwell.contexts.theory.models import Cause, Evidence, Inquiry
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.demo.clock import as_if
from aimwell.domain.access import Rung
from contexts.theory.asking import url, words

ASKS = "What it is for is not all said yet:"
WHY = "Who explains, learns. Most never get the chance."


@pytest.mark.ac("S0 R-78")
@pytest.mark.ac("S2 R-12")
def test_the_theory_says_for_whom_which_chance_and_why_or_asks_for_what_is_open(page, ana, team, outsiders):
    inquiry = services.start_inquiry(by=ana, team=team, problem="Few explain")
    at = url("drivers", inquiry.pk)
    shown = words(page(ana, at))
    assert ASKS in shown
    assert all(f">{part}</a>" in shown for part in ("for which students", "which gap or chance", "why it matters"))
    sent = {"why": WHY, "version": inquiry.version}
    assert page(ana, url("problem_more", inquiry.pk), sent).status_code == 302
    shown = words(page(ana, at))
    assert f"What it is for</span> {WHY}" in shown
    assert ">why it matters</a>" not in shown
    assert ">for which students</a>" in shown
    services.change_problem(
        by=ana, inquiry=inquiry, version=None, problem="Few explain", for_whom="72 fifth graders", how_known=""
    )
    services.set_aim(by=ana, inquiry=inquiry, what="explain")
    services.choose_equity(
        by=ana, inquiry=Inquiry.objects.get(), version=None, equity="groups", equity_words="multilingual learners"
    )
    shown = words(page(ana, at))
    assert ASKS not in shown
    assert f"What it is for</span> 72 fifth graders<br>multilingual learners<br>{WHY}" in shown
    share(by=ana, obj=Inquiry.objects.get(), rung=Rung.SCHOOL)
    assert WHY in words(page(outsiders[2], at))
    Inquiry.objects.update(why="")
    assert ASKS not in words(page(outsiders[2], at))  # what is open is for the team


@pytest.mark.ac("S2 R-12")
def test_the_report_says_why_or_tells_the_team_that_it_does_not(page, ana, team, inquiry):
    at = reverse("reports:sheet", args=[team.pk])
    assert "This page does not say why it matters." in words(page(ana, at))
    services.describe_problem(by=ana, inquiry=inquiry, version=None, why=WHY)
    shown = words(page(ana, at))
    assert f"Why: {WHY}" in shown
    assert "This page does not say why it matters." not in shown


@pytest.mark.ac("S0 R-2")
def test_six_causes_on_two_bones_one_supported_become_a_driver_that_leads_back(page, ana, inquiry):
    time, belief = (services.add_bone(by=ana, inquiry=inquiry, name=name) for name in ("Time", "What we believe"))
    said = [f"Cause {number}" for number in range(1, 7)]
    for number, text in enumerate(said):
        page(ana, url("cause_add", (time, belief)[number % 2].pk), {"text": text, "kind": "contributing"})
    assert list(Cause.objects.order_by("pk").values_list("text", flat=True)) == said
    first, second = Cause.objects.order_by("pk")[:2]
    assert first.status == "assumed"  # what nobody checked is suspected
    services.change_facts(by=ana, cause=first, version=first.version, kind="root")
    evidence = {"text": "5 lessons timed: 8 seconds of wait", "kind": "data", "cause": first}
    services.add_evidence(by=ana, inquiry=inquiry, **evidence)
    services.change_cause(by=ana, cause=first, version=None, text=first.text, status="supported", how_known="Timed")
    services.change_cause(by=ana, cause=second, version=None, text=second.text, status="contradicted", how_known="")
    shown = words(page(ana, url("fishbone", inquiry.pk) + f"?view=outline&cause={first.pk}"))
    assert all(text in shown for text in said)
    assert "8 seconds of wait" in shown
    assert {cause.status for cause in Cause.objects.all()} == {"assumed", "supported", "contradicted"}
    assert (Cause.objects.get(pk=first.pk).kind, Evidence.objects.get().cause) == ("root", first)
    driver = services.add_part(by=ana, inquiry=inquiry, kind="primary", text="Time to think")
    services.connect_causes(by=ana, part=driver, causes=[first])
    panel = words(page(ana, url("drivers", inquiry.pk) + f"?part={driver.pk}")).partition('id="panel"')[2]
    assert first.text in panel
    assert list(driver.causes.all()) == [first]


@pytest.mark.ac("S2 R-14")
@as_if(datetime.datetime(2026, 11, 20, 16, tzinfo=datetime.UTC))
def test_an_aim_names_each_part_that_is_missing_and_whole_it_is_a_sentence(page, ana, team, inquiry):
    at = url("aim", inquiry.pk)
    page(ana, at, {"what": "explain", "unit": "percent", "direction": "up", "version": "0"})
    shown = words(page(ana, at))
    for part in ("for whom: missing", "how much: missing", "by when: missing", "baseline: missing"):
        assert part in shown
    assert set(inquiry_view(ana, inquiry.pk).aim_missing) == {"for_whom", "baseline", "target", "by_when"}
    whole = {
        "what": "explain their reasoning", "for_whom": "our fifth graders", "baseline": 34, "target": 65,
        "by_when": datetime.date(2027, 5, 28), "direction": "up",
    }  # fmt: skip
    services.set_aim(by=ana, inquiry=inquiry, version=None, **whole)
    measure = create_measure(by=ana, team=team, name="Gives a reason")
    assert page(ana, url("aim_measure", inquiry.pk), {"measure": measure.pk}).status_code == 302
    shown = words(page(ana, at)).replace("\u00a0", " ")
    assert "missing" not in shown.partition('id="aim-sentence"')[2].partition("</section>")[0]
    assert "Our aim says how much, for whom and by when" in shown
    sentence = shown.partition('id="aim-sentence"')[2].partition("</p>")[0].replace("<strong>", "")
    assert "From 34 % to 65 % of our fifth graders explain their reasoning by May 28." in sentence.replace(
        "</strong>", ""
    )
    inquiry.refresh_from_db()
    assert (inquiry.aim.measure, inquiry.aim.direction) == (measure, "up")
