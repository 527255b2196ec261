"""Stored rows as the plain objects that the rules of a theory work on."""

from __future__ import annotations

from collections.abc import Iterable

from aimwell.contexts.measures.models import Unit
from aimwell.contexts.theory import models
from aimwell.domain.theory import aims
from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.strength import Trial, strengths

AIM = "aim"  # the node of the aim; every other node is named by the key of its row


def aim_of(aim: models.Aim | None) -> aims.Aim:
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
    )


def aim_sentence(aim: models.Aim | None, lang: str, *, with_year: bool = False) -> tuple[aims.Run, ...]:
    """The aim in words; a missing part stands in it as a gap with its question. Empty where no aim is written."""
    return aims.sentence(aim_of(aim), lang, with_year=with_year) if aim is not None else ()


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
    return Part(AIM, PartKind.AIM, aims.plain(aim_of(aim), lang), measured=aim.measure_id is not None)


def _node(part: models.Part) -> Part:
    return Part(
        str(part.pk),
        PartKind(part.kind),
        part.text,
        measured=part.measure_id is not None,
        abandoned=bool(part.abandoned_because),
    )
