"""Is it so, how do we know, and does anything have to change? Rules of S1 R-10, S4 R-4, S2 R-1 to R-3."""

from __future__ import annotations

import datetime

from django.utils import timezone

from aimwell.contexts.measures.models import Measure, Observation
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.contexts.theory.models import Evidence, Inquiry, Outcome, Verification
from aimwell.contexts.theory.queries.problems import CHECK, PROBLEM, needs_problem, open_before_test
from aimwell.contexts.theory.services.keeping import require_own_measure, require_same_inquiry
from aimwell.contexts.theory.services.problems import skip_step
from aimwell.domain.errors import Refused


def set_baseline(
    *,
    by: User,
    inquiry: Inquiry,
    version: int | None,
    measure: Measure | None = None,
    on: datetime.date | None = None,
    to_collect: bool = False,
) -> Inquiry:
    """The stored count that the problem starts from, or the word that it will be collected. Neither takes it off.

    Raises Refused("baseline_not_stored"), NotFound for a measure of another team, StaleEdit.
    """
    if measure is not None:
        require_own_measure(inquiry, measure)
        if not _counted(measure, on):
            raise Refused("baseline_not_stored")
    return change_content(
        by=by, obj=inquiry, version=version, baseline_measure=measure, baseline_on=on if measure else None,
        baseline_to_collect=to_collect and measure is None,
    )  # fmt: skip


def _counted(measure: Measure, on: datetime.date | None) -> bool:
    kept = Observation.objects.filter(series__measure=measure, series__ended_at=None, ended_at=None)
    return kept.filter(observed_on=on, value__isnull=False).exists()


def verify_problem(
    *,
    by: User,
    inquiry: Inquiry,
    version: int | None,
    verification: str,
    because: str = "",
    evidence: Evidence | None = None,
    measure: Measure | None = None,
) -> Inquiry:
    """What the data say of the problem, and what this rests on (S4 R-4). "Not checked yet" takes it back.

    Raises Refused: "unknown_choice", "evidence_needed" without evidence and without a measure (S2 R-2).
    """
    if verification not in Verification.values:
        raise Refused("unknown_choice", value=verification)
    open_again = verification == Verification.UNVERIFIED
    require_same_inquiry(inquiry, evidence)
    require_own_measure(inquiry, measure)
    if not open_again and evidence is None and measure is None:
        raise Refused("evidence_needed", field="evidence")
    return change_content(
        by=by, obj=inquiry, version=version, verb="verified", verification=verification,
        verified_because="" if open_again else because.strip(),
        verified_evidence=None if open_again else evidence,
        verified_measure=None if open_again else measure,
        verified_by=None if open_again else by,
        verified_at=None if open_again else timezone.now(),
    )  # fmt: skip


def go_on_unchecked(*, by: User, inquiry: Inquiry, reason: str = "") -> None:
    """Keeps why a test starts before the problem was checked, or with no cause or no voice yet (S0 R-1).

    Raises Refused without a reason: "problem_unchecked", or "problem_unseen" where only the data were looked at.
    """
    asked = open_before_test(inquiry)
    _go_on(by, inquiry, CHECK, reason, "problem_unchecked" if CHECK in asked else "problem_unseen", asked=bool(asked))


def go_on_without_problem(*, by: User, inquiry: Inquiry, kind: str, reason: str = "") -> None:
    """Keeps why an idea comes before the problem. Raises Refused("problem_empty") without a reason."""
    _go_on(by, inquiry, PROBLEM, reason, "problem_empty", asked=needs_problem(inquiry, kind))


def _go_on(by: User, inquiry: Inquiry, step: str, reason: str, code: str, *, asked: bool) -> None:
    if asked and not reason.strip():
        raise Refused(code)
    if asked:
        skip_step(by=by, inquiry=inquiry, step=step, reason=reason)


def close_inquiry(*, by: User, inquiry: Inquiry, because: str) -> Inquiry:
    """Problem understood, no change needed: the effort ends as finished learning (S2 R-3).

    Raises Refused("reason_needed").
    """
    if not because.strip():
        raise Refused("reason_needed")
    return change_content(
        by=by, obj=inquiry, version=None, verb="closed", reason=because.strip(), outcome=Outcome.NO_CHANGE,
        outcome_because=because.strip(), closed_at=inquiry.closed_at or timezone.now(),
    )  # fmt: skip


def reopen_inquiry(*, by: User, inquiry: Inquiry) -> Inquiry:
    """Take it up again. What was understood stays in the history."""
    return change_content(
        by=by, obj=inquiry, version=None, verb="reopened", outcome="", outcome_because="", closed_at=None
    )
