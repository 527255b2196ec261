"""An idea that was given up is learning like any other, also where learning is counted."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.services import begin_study, draft_cycle, finish, start_do
from contexts.threads.conftest import DAY


@pytest.mark.ac("S2 R-29")
def test_an_abandoned_test_counts_as_one_more_thing_learned(page, ana, team, work):
    def told():
        return " ".join(page(ana, reverse("threads:principles", args=[team.pk])).content.decode().split())

    assert "1 thing learned" in told()
    cycle = draft_cycle(
        by=ana, inquiry=work.inquiry, idea=work.prizes, try_what="Prizes for a week", kind="at_least", low=12,
        out_of=24, look_on=DAY,
    )  # fmt: skip
    cycle = begin_study(by=ana, cycle=start_do(by=ana, cycle=cycle))
    finish(
        by=ana, cycle=cycle, version=cycle.version, result=3, result_out_of=24, learned="They counted prizes.",
        decision="abandon", decision_reason="Nobody spoke more.", decision_object="idea",
    )  # fmt: skip
    shown = told()
    assert "2 things learned" in shown
    assert "fail" not in shown.lower()
