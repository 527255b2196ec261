"""Columns that look like names of students: left out, and not kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADING = re.compile(
    r"\b(students?|pupils?|child|alumnos?|alumnas?|estudiantes?)( full)?( name| id| number)?s?$"
    r"|\b(first|last|full|sur|family|given) ?names?$|\bosis\b|\bssid\b"
    r"|\b(student|pupil) (name|id|number)|\b(apellidos?|nombre del? (alumno|estudiante))\b"
)
_MAYBE = re.compile(r"^(names?|nombres?|id)$")
_PERSON = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ'’-]+(,? [A-ZÁÉÍÓÚÑ][a-záéíóúñA-Z'’.-]*)+$|[A-Z][a-z]+ [A-Z]\.?$")
_TITLE = re.compile(r"^(mr|mrs|ms|mx|dr|sr|sra|room|grade|school|all|group)\b\.?", re.IGNORECASE)


def looks_like_students(heading: str, cells: Sequence[str]) -> bool:
    """Judged by the heading, or by many different values each written like a person's name."""
    filled = [cell for cell in cells if cell]
    if not filled or all(cell.replace(".", "").isdigit() and len(cell) < 5 for cell in filled):
        return False
    if _HEADING.search(heading.lower()):
        return True
    people = sum(bool(_PERSON.match(cell)) and not _TITLE.match(cell) for cell in filled)
    different = len(set(filled))
    if _MAYBE.match(heading.lower().strip()):
        return people >= 0.5 * len(filled) and different >= 3
    return people >= 0.8 * len(filled) and different >= 10
