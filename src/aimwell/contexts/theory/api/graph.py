"""One inquiry as the API shows it, from a fixed number of queries."""

from __future__ import annotations

from typing import Any

from aimwell.contexts.people.api.shared import fields_of
from aimwell.contexts.theory.api import shapes
from aimwell.contexts.theory.models import Aim, Part
from aimwell.contexts.theory.queries import AIM, InquiryView, aim_of, aim_sentence, earlier_wordings
from aimwell.domain.theory.aims import missing_parts, tightness
from aimwell.domain.words.theory import say


def graph_of(view: InquiryView) -> dict[str, Any]:
    return dict(
        **fields_of(shapes.InquiryOut, view.inquiry),
        may_edit=view.may_edit,
        steps=view.steps(),
        **_beside(view),
        problem_missing=[str(missing.part) for missing in view.problem_missing],
        evidence=view.evidence,
        perspectives=view.perspectives,
        bones=view.all_bones if view.may_edit else view.bones,
        causes=view.all_causes,
        aim=aim_words(view.aim, view.lang) if view.aim else None,
        parts=_parts(view),
        links=view.links,
        loose_ends=_loose_ends(view),
    )


def _beside(view: InquiryView) -> dict[str, Any]:
    """What stands beside the problem, for those who see evidence too."""
    row = view.inquiry
    seen = view.beside
    return {
        "verified_because": row.verified_because if seen else "",
        "verified_at": row.verified_at if seen else None,
        "verified_evidence": row.verified_evidence_id if seen else None,
        "verified_measure": row.verified_measure_id if seen else None,
        "assets": row.assets if seen else "",
        "outcome_because": row.outcome_because if seen else "",
        "earlier_wordings": [{"text": one.text, "on": one.on} for one in earlier_wordings(view)],
    }


def aim_words(aim: Aim, lang: str) -> dict[str, Any]:
    """An aim with its sentence and what it still lacks."""
    sentence = "".join(run.text for run in aim_sentence(aim, lang))
    known = aim_of(aim)
    return {
        **fields_of(shapes.AimOut, aim),
        "sentence": sentence,
        "missing": list(missing_parts(known)),
        "tightness": tightness(known, lang),
        "causes": sorted(aim.causes.values_list("pk", flat=True)),
    }


def _parts(view: InquiryView) -> list[dict[str, Any]]:
    causes: dict[int, list[int]] = {}
    pairs = Part.causes.through.objects.filter(part__inquiry=view.inquiry).order_by("cause_id")
    for part, cause in pairs.values_list("part_id", "cause_id"):
        causes.setdefault(part, []).append(cause)
    rows = view.all_parts if view.may_edit else view.parts
    return [
        {
            **fields_of(shapes.PartOut, part),
            "causes": causes.get(part.pk, []),
            "quarters": view.quarters.get(str(part.pk), 0),
        }
        for part in rows
    ]


def _loose_ends(view: InquiryView) -> list[dict[str, Any]]:
    labels = view.theory.by_id
    return [
        {
            "kind": str(end.kind),
            "part": int(end.part) if end.part not in ("", AIM) else None,
            "words": say(f"finding.{end.kind}", view.lang, label=labels[end.part].label if end.part else ""),
        }
        for end in view.loose_ends
    ]
