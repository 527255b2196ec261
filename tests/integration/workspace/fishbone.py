"""One of everything around the causes. Their addresses stand with those of the theory, in matrix and api_matrix."""

import datetime
from typing import Any

from integration.workspace.rows import Part

PART = Part(
    files=frozenset({"theory:fishbone_txt", "theory:fishbone_pdf", "theory:fishbone_stamp", "theory:round_stamp"}),
    sent_only=frozenset({"theory:sent_answer"}),
)
ANSWERS = [{"name": "ours", "effect": "keep"}, {"name": "not ours", "effect": "aside"}]


def things(ana: Any, team: Any, inquiry: Any) -> dict[str, Any]:
    """By the words of the rows, and by the word before the number in an address of the API."""
    from django.utils import timezone

    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_org
    from aimwell.contexts.theory import services
    from aimwell.contexts.theory.models import Bone, EntryRule, Escalation

    bone = Bone.objects.filter(inquiry=inquiry).first()
    EntryRule.objects.create(inquiry=inquiry, sentence="We shape it", created_by=ana, ended_at=timezone.now())
    cause = services.add_cause(by=ana, bone=bone, text="Lunch is short")
    the_round = services.start_round(by=ana, inquiry=inquiry)
    lines = [services.write_line(by=ana, round=the_round, bone=bone, text=text) for text in ("One", "Two")]
    own = services.make_filter(by=ana, inquiry=inquiry, name="Ours", question="Is it ours?", values=ANSWERS)
    sift = services.start_pass(by=ana, inquiry=inquiry, filter=own)
    mark = services.mark_cause(by=ana, sift=sift, cause=cause, value="ours")
    stage = services.add_stage(by=ana, inquiry=inquiry, level="school", starts_on=datetime.date(2026, 1, 5))
    elsewhere = create_org(kind=OrgKind.DISTRICT, name="Quiet Bay")
    sent = Escalation.objects.create(cause=cause, to_org=elsewhere, cause_text=cause.text, sentence="Look?")
    return {
        "round": the_round, "rounds": the_round, "line": lines[0], "second_line": lines[1], "lines": lines[0],
        "filter": own, "filters": own, "pass": sift, "passes": sift, "sift_mark": mark, "marks": mark,
        "stage": stage, "stages": stage, "escalation": sent, "sent": sent, "seed": "impact",
        "districts": (team.org and team.org.parent) or elsewhere,
    }  # fmt: skip
