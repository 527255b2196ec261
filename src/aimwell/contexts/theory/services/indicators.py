"""Signs on the way to the aim (S1 R-20). One that must still be set up is a task, and stands in nobody's way."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Indicator, Inquiry, Moves
from aimwell.contexts.theory.services.keeping import require_own_measure
from aimwell.domain.errors import Refused


@transaction.atomic
def add_indicator(
    *,
    by: User,
    inquiry: Inquiry,
    name: str,
    expected_on: datetime.date,
    moves: str = Moves.EARLY,
    overarching: bool = False,
    measure: Measure | None = None,
    owner: str = "",
    make_by: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Indicator:
    """Raises Refused("unknown_choice"), NotFound for a measure of another team."""
    facts = _facts(inquiry, name, expected_on, moves, overarching, measure, owner, make_by)
    return create_content(by=by, model=Indicator, key=key, inquiry=inquiry, **facts)


@transaction.atomic
def change_indicator(
    *,
    by: User,
    indicator: Indicator,
    version: int | None,
    name: str,
    expected_on: datetime.date,
    moves: str = Moves.EARLY,
    overarching: bool = False,
    measure: Measure | None = None,
    owner: str = "",
    make_by: datetime.date | None = None,
) -> Indicator:
    """Raises StaleEdit with both texts when somebody else saved first, and as `add_indicator`."""
    facts = _facts(indicator.inquiry, name, expected_on, moves, overarching, measure, owner, make_by)
    return change_content(by=by, obj=indicator, version=version, **facts)


def _facts(
    inquiry: Inquiry,
    name: str,
    expected_on: datetime.date,
    moves: str,
    overarching: bool,
    measure: Measure | None,
    owner: str,
    make_by: datetime.date | None,
) -> dict[str, Any]:
    if moves not in Moves.values:
        raise Refused("unknown_choice", value=moves)
    require_own_measure(inquiry, measure)
    return {
        "name": name.strip(), "expected_on": expected_on, "moves": moves, "overarching": overarching,
        "measure": measure, "owner": owner.strip(), "make_by": make_by,
    }  # fmt: skip
