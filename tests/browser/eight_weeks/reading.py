"""What the eight weeks come to: the rubric and its gate, forecasts, the chart, the dropped idea, and the typing."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import expect

from aimwell.contexts.cycles.ledger.queries import mine
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung
from aimwell.domain.pdsa.rubric import CODES
from browser.eight_weeks.before_snow import SAM, numbered
from browser.eight_weeks.crew import Crew, Typist
from browser.eight_weeks.script import (
    ANA_BRIER,
    ANA_SHOWN,
    ANA_SUM,
    COACH,
    DEVON_BRIER,
    LEAD,
    LEARNED,
    NEXT_LEAD,
    PARTNER,
    STRIPS,
    THURSDAYS,
    WHY,
)  # fmt: skip

CHAIN = (1, 2, 4)
NOT_YET = {1: ("P4",), 2: ("P4",), 4: ()}
"""The points that are not in each record: 9, 9 and 10 of 10."""


def read_by_the_rubric(crew: Crew) -> None:
    """The team first, each cycle of the chain; then the coach reads one, and both agree (S1 R-47, R-50)."""
    crew.at(THURSDAYS[7], "15:30")
    sam = crew(SAM)
    for number in CHAIN:
        sam.page.goto(f"/cycles/{numbered(crew, number).pk}/")
        sam.follow("Read this cycle by the rubric")
        sam.follow("Read it ourselves")
        answer(sam, number)
        sam.press("Keep our reading")
        sam.reads(f"{10 - len(NOT_YET[number])} of 10 points are in the record.")
    share(by=crew.users[SAM], obj=numbered(crew, 4), rung=Rung.COACH)
    sam.page.reload()
    sam.open("Ask somebody")
    sam.choose("Whom do you ask?", COACH)
    sam.press("Ask for a second reading")
    cora = crew(COACH)
    cora.page.goto(f"/cycles/{numbered(crew, 4).pk}/")
    cora.follow("Read it")
    answer(cora, 4, "D2")
    cora.press("I have finished")
    cora.reads("(91 percent)")
    sam.page.goto(f"/cycles/{numbered(crew, 4).pk}/rubric/")
    sam.follow("Agree on one version")
    answer(sam, 4)
    sam.press("Keep the agreed version")
    sam.reads("Agreed: 10 of 10")


def answer(hand: Typist, number: int, *but: str) -> None:
    """Every point, and whether it follows from the cycle before."""
    asked = (*(["I"] if number > 1 else []), *CODES)
    for code in asked:
        value = "no" if code in (*NOT_YET[number], *but) else "yes"
        hand.page.locator(f"#{code} input[value={value}]").check()


def ask_the_gate(crew: Crew) -> None:
    """Three cycles, each from the one before, none with fewer points: all three answers are yes."""
    sam = crew(SAM)
    sam.follow("How do the cycles of this thread build on each other?")
    sam.reads("All three answers are yes.")
    expect(sam.page.locator("main .rows .when strong")).to_have_text(["yes"] * 3)
    sam.page.goto(f"/i/{crew.things.inquiry.pk}/ramp/?thread={numbered(crew, 1).pk}")
    steps = sam.page.locator("ol.thread > li")
    expect(steps).to_have_count(3)
    for step, number in enumerate(CHAIN):
        expect(steps.nth(step)).to_contain_text(WHY[number])
    chain = [numbered(crew, number) for number in CHAIN]
    assert all(after.predecessor == before and after.why_follows == before.learned for before, after in pairwise(chain))


def look_at_the_forecasts(crew: Crew) -> None:
    """Each on a page of their own; the numbers are those that were reckoned by hand."""
    ana = crew(LEAD)
    ana.page.goto("/forecasts/")
    ana.reads(ANA_SUM)
    ana.open("The same as a table")
    ana.reads(f"between chance and outcome is {ANA_SHOWN} (Brier, 1950)")
    assert mine(crew.users[LEAD]).ledger.brier == ANA_BRIER
    devon = crew(NEXT_LEAD)
    devon.page.goto("/forecasts/")
    devon.reads("2 forecasts with a chance have a count so far.", STRIPS, PARTNER)
    expect(devon.page.locator("main")).not_to_contain_text("Brier, 1950")
    assert mine(crew.users[NEXT_LEAD]).ledger.brier == DEVON_BRIER


def look_at_the_chart(crew: Crew) -> None:
    """The chart of the measure says when each cycle ran, when they rested, and why."""
    ana = crew(LEAD)
    ana.page.goto(f"/measures/{crew.things.measure.pk}/")
    drawn = ana.page.locator("main svg").first.locator("text").all_text_contents()
    for words in ("Cycle 1", "Cycle 2", "Cycle 3", "Cycle 4", "Feb 4 Snow days"):
        assert words in drawn, (words, drawn)
    ana.reads("Cycle 2 rests", "Cycle 3 rests")


def meet_the_dropped_idea(crew: Crew) -> None:
    """Struck on the map with its reason; its thread ends; what it taught stands where the team looks back (S1 R-34)."""
    assert not Cycle.objects.filter(predecessor=numbered(crew, 3)).exists()
    ana = crew(LEAD)
    ana.page.goto(f"/i/{crew.things.inquiry.pk}/drivers/?part={crew.things.strips.pk}")
    expect(ana.page.locator("main s").first).to_have_text(STRIPS)
    ana.reads(WHY[3])
    ana.page.goto(f"/t/{crew.things.team.pk}/surprises/")
    row = ana.page.locator(f"#cycle-{numbered(crew, 3).pk}")
    expect(row).to_contain_text(LEARNED[3])
    ana.page.goto(f"/i/{crew.things.inquiry.pk}/cycles/new/")
    assert STRIPS not in ana.page.locator("#id_idea").inner_text()


def count_the_typing(crew: Crew) -> None:
    """Nothing was typed twice: no sentence again, and none inside another; the parts of the plan once in all."""
    prose = [one.plain for one in crew.record.prose]
    assert len(prose) == len(set(prose)), sorted(one for one in prose if prose.count(one) > 1)
    inside = [(one, other) for one in prose for other in prose if one != other and one in other]
    assert inside == []
    assert len(crew.record.labels("of")) == 2  # in two plans; every count after them has it already
    for label in ("Step by step", "Who and where", "What you count", "Who counts, when and how", "What it is about"):
        assert len(crew.record.labels(label)) == 1, label
    assert len(crew.record.labels("Who or what is counted")) == 1
    for label in ("What will you try?", "Result", "Why this follows from the cycle before"):
        assert crew.record.labels(label) == [], label
    print(f"\n{crew.record.told()}\n{len(crew.record.typed)} fields, {len(prose)} of them prose, none of it twice")
