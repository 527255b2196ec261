"""A plan that is still being typed, read as far as it goes."""

from __future__ import annotations

from copy import copy
from typing import Any

from aimwell.contexts.cycles.forms import PlanForm
from aimwell.contexts.cycles.models import Cycle

PLANNED = frozenset(field.name for field in Cycle._meta.concrete_fields)


def cycle_in(form: PlanForm, cycle: Cycle | None) -> Cycle:
    """`cycle`, or a new one, with what `form` holds now. It is never saved; a field that does not fit stays empty."""
    typed = copy(cycle) if cycle is not None else Cycle()
    for name, value in _answers(form).items():
        if name in PLANNED:
            empty = "" if Cycle._meta.get_field(name).get_internal_type() in ("CharField", "TextField") else None
            setattr(typed, name, empty if value is None else value)
    return typed


def _answers(form: PlanForm) -> dict[str, Any]:
    if not form.is_bound:
        new = form.initial.get("version") is None
        return {"try_what": form.get_initial_for_field(form.fields["try_what"], "try_what")} if new else {}
    form.is_valid()
    form.cleaned_data = {**dict.fromkeys(form.fields), **form.cleaned_data}
    return {**form.cleaned_data, **(form.prediction() if "kind" in form.fields else {})}
