"""Those it touches do more than answer: where they take part (S2 R-8)."""

from __future__ import annotations

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.voices.models import FourPoints
from aimwell.contexts.theory.voices.services.names import require_no_names
from aimwell.core.history.services import hold


@transaction.atomic
def say_who_took_part(
    *, by: User, inquiry: Inquiry, version: int | None, development: str = "", design: str = "",
    implementation: str = "", adoption: str = "", keep_names: bool = False,
) -> FourPoints:  # fmt: skip
    """The four lines as they shall stand, the first time (version 0) or again; any may stay empty.

    Raises NotAllowed, StaleEdit, Refused("names_inside").
    """
    said = {"development": development, "design": design, "implementation": implementation, "adoption": adoption}
    words = {name: text.strip() for name, text in said.items()}
    require_no_names(by=by, place=inquiry, texts=words.values(), keep=keep_names)
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    stored = FourPoints.objects.filter(inquiry=inquiry).first()
    if stored is None:
        return create_content(by=by, model=FourPoints, inquiry=inquiry, **words)
    return change_content(by=by, obj=stored, version=version, **words)
