"""The fishbone with both layers: what the team says, and beside it what those say whom it asked."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from aimwell.contexts.theory.layers.models import LayerLine
from aimwell.contexts.theory.layers.queries import Layers
from aimwell.contexts.theory.queries import fishbone_of
from aimwell.domain.render.fishbone import Fishbone, fishbone_svg
from aimwell.domain.theory.causes import Bone, Cause
from aimwell.domain.words.sifting import say

FACT = 34


def both_layers(layers: Layers) -> SafeString:
    """Each cause leads to its line in the list below. What waits has a mark and a label of its own."""
    view = layers.view
    notes = {one.pk: say("note.layer", view.lang, layer=one.layer) for one in view.causes if one.layer}
    team = {bone.id: bone for bone in fishbone_of(view.bones, view.causes, notes=notes)}
    bones = [
        Bone(key, bone.name, (*bone.causes, *(_line(layers, one) for one in layers.open if str(one.bone_id) == key)))
        for key, bone in team.items()
    ]
    if nowhere := layers.on(None):
        bones.append(Bone("none", _("No bone yet"), tuple(_line(layers, one) for one in nowhere)))
    drawn = Fishbone(
        problem=view.inquiry.problem or _("The problem is not written yet"),
        bones=tuple(bones),
        fact=Truncator(view.inquiry.how_known).chars(FACT),
        href="#c-{id}",
    )
    return mark_safe(fishbone_svg(drawn, lang=view.lang, prefix="layers"))  # noqa: S308  (the writer escapes all text)


def _line(layers: Layers, line: LayerLine) -> Cause:
    note = say("note.layer", layers.view.lang, layer=line.ask.label)
    return Cause(f"line-{line.pk}", line.text, note=note, layer=True)
