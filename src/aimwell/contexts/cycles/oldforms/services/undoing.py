"""Take back what was brought in, as long as nobody has worked on it since."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState, OldForm
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.domain.errors import Refused


@dataclass(frozen=True)
class Undone:
    """`stay`: cycles that somebody has worked on; they are not touched."""

    source: FormImport
    stay: tuple[Cycle, ...]


@transaction.atomic
def take_back(*, by: User, source: FormImport) -> Undone:
    """Set aside the cycles of this import, except those that somebody has worked on since. A second call changes
    nothing. Raises NotAllowed, Refused("oldforms_state") before it is in.
    """
    stored = held(by=by, obj=source)
    if stored.state == FormState.BACK:
        return Undone(stored, ())
    if stored.state != FormState.IN:
        raise Refused("oldforms_state")
    forms = list(stored.brought.filter(cycle__ended_at=None).select_related("cycle").order_by("-pk"))
    own = [form.cycle_id for form in forms]
    stay = [form.cycle for form in forms if _worked_on(form, own)]
    for form in forms:
        if form.cycle not in stay:
            cycles.set_aside(by=by, cycle=form.cycle)
    if len(stay) == len(forms):
        return Undone(stored, tuple(reversed(stay)))
    stored = change_content(by=by, obj=stored, version=None, verb="forms_taken_back", state=FormState.BACK)
    return Undone(stored, tuple(reversed(stay)))


def _worked_on(form: OldForm, own: list[int]) -> bool:
    """Whether the cycle was changed, or anything hangs on it that this import did not put there."""
    if form.cycle.version != form.kept_version:
        return True
    entries = Entry.objects.filter(cycle=form.cycle)
    if entries.count() != form.note_count or entries.filter(version__gt=1).exists():
        return True
    for relation in Cycle._meta.related_objects:
        model = relation.related_model
        if model in (Entry, OldForm) or not isinstance(model, type):
            continue
        rows = model._default_manager.filter(**{relation.field.name: form.cycle})
        if (rows.exclude(pk__in=own) if model is Cycle else rows).exists():
            return True
    return False
