"""A board as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from django.utils.translation import gettext as _

from aimwell.contexts.theory.voices.queries.groupings import GroupingView
from aimwell.domain.tables.cells import harmless


def board_csv(told: GroupingView) -> str:
    """One row for each answer. Placings of others are in it once the board is open. No cell is ever run."""
    names = {category.pk: category.name for category in told.categories}
    ways = told.ways_by_person
    rows = [[_("answer"), *(who for who, _way in ways), _("agreed group"), _("sample")]]
    for one in told.responses:
        final = told.outcome.final.get(one.pk) if told.is_open else None
        said = [names.get(way.get(one.pk, 0), "") for _who, way in ways]
        rows.append([one.text, *said, names.get(final or 0, ""), _("yes") if one.sample else ""])
    out = io.StringIO()
    out.write("\ufeff")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()
