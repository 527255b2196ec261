"""Stored rows as the plain objects that the rules of a theory work on."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from aimwell.contexts.measures.models import Unit
from aimwell.contexts.theory import models
from aimwell.domain.calendar.years import school_year
from aimwell.domain.theory import aims
from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.strength import Trial, strengths

AIM = "aim"  # the node of the aim; every other node is named by the key of its row


def aim_of(aim: models.Aim | models.AimEdition | None) -> aims.Aim:
    """The aim as its rules see it; an empty one where none is written."""
    if aim is None:
        return aims.Aim()
    return aims.Aim(
        what=aim.what,
        for_whom=aim.for_whom,
        baseline=aim.baseline,
        target=aim.target,
        unit={Unit.PERCENT: "%", Unit.COUNT: ""}.get(aim.unit, aim.unit_name),  # type: ignore[call-overload]
        by_when=aim.by_when,
        baseline_on=aim.baseline_on,
        direction=aims.Direction(aim.direction),
        where=aim.where,
    )


def aim_sentence(
    aim: models.Aim | models.AimEdition | None, lang: str, *, with_year: bool | None = None
) -> tuple[aims.Run, ...]:
    """The aim in words; a missing part stands in it as a gap with its question. Empty where no aim is written.

    `with_year`: else as `needs_year` says.
    """
    if aim is None:
        return ()
    return aims.sentence(aim_of(aim), lang, with_year=needs_year(aim) if with_year is None else with_year)


def needs_year(aim: models.Aim | models.AimEdition) -> bool:
    """A day of another school year than this one is said with its year."""
    return aim.by_when is not None and school_year(aim.by_when) != school_year(timezone.localdate())


def with_assumed(parts: QuerySet[models.Part]) -> QuerySet[models.Part]:
    """Each part knows whether it rests on causes of which none is supported or has evidence (S2 R-4)."""
    causes = models.Part.causes.through.objects.filter(part_id=OuterRef("pk"), cause__ended_at=None)
    known = Q(cause__status=models.CauseStatus.SUPPORTED) | Q(
        Exists(models.Evidence.objects.filter(cause=OuterRef("cause"), ended_at=None))
    )
    return parts.annotate(assumed=Exists(causes) & ~Exists(causes.filter(known)))


def theory_of(
    aim: models.Aim | None, parts: Iterable[models.Part], links: Iterable[models.Link], *, lang: str = "en"
) -> Theory:
    """The map of what stands now. Parts set aside are left out, and with them their lines."""
    nodes = [] if aim is None else [_aim_node(aim, lang)]
    nodes += [_node(part) for part in parts if part.ended_at is None]
    lines = [
        Link(str(link.parent_id) if link.parent_id else AIM, str(link.child_id))
        for link in links
        if link.ended_at is None
    ]
    return Theory(tuple(nodes), tuple(lines))


def causes_of(parts: Iterable[str]) -> dict[str, list[models.Cause]]:
    """The causes in force that each of these parts rests on; one query."""
    rows = models.Part.causes.through.objects.filter(part_id__in=[int(part) for part in parts], cause__ended_at=None)
    found: dict[str, list[models.Cause]] = {}
    for row in rows.select_related("cause").order_by("cause__position", "cause_id"):
        found.setdefault(str(row.part_id), []).append(row.cause)
    return found


def theory_with_aim(inquiry: models.Inquiry) -> Theory:
    """The map to check a new line against: the aim is there, written or not."""
    parts = models.Part.objects.filter(inquiry=inquiry, ended_at=None)
    links = models.Link.objects.filter(child__inquiry=inquiry, ended_at=None)
    known = theory_of(None, parts, links)
    return Theory((Part(AIM, PartKind.AIM, AIM), *known.parts), known.links)


def quarters_of(theory: Theory, parts: Iterable[models.Part]) -> dict[str, int]:
    """How full each circle is, 0 to 4, by part."""
    return strengths(theory, {str(part.pk): _trials(part) for part in parts})


def _trials(part: models.Part) -> list[Trial]:
    held = [Trial(str(number), held=True) for number in range(part.settings_held)]
    return held + [Trial("", held=False)] * (part.tests - part.settings_held)


def _aim_node(aim: models.Aim, lang: str) -> Part:
    label = aims.plain(aim_of(aim), lang, with_year=needs_year(aim))
    return Part(AIM, PartKind.AIM, label, measured=aim.measure_id is not None)


def _node(part: models.Part) -> Part:
    return Part(
        str(part.pk),
        PartKind(part.kind),
        part.text,
        measured=part.measure_id is not None,
        abandoned=bool(part.abandoned_because),
        assumed=getattr(part, "assumed", False),
        place=part.place,
    )
