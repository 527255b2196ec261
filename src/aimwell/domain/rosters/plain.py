"""A plain list of staff: one row for each person and school, with the columns name, e-mail, school, role and id."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from aimwell.domain.rosters.oneroster import in_order, own_addresses
from aimwell.domain.rosters.people import EMAIL, LONGEST_EMAIL, LONGEST_NAME
from aimwell.domain.rosters.records import OrgRecord, PersonRecord, Place, Problem, Roster
from aimwell.domain.rosters.table import Progress, Rows, cells
from aimwell.domain.rosters.versions import LONGEST_KEY, STAFF_ROLES

LONGEST_SCHOOL = 200
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "staff name", "nombre", "nombre completo"),
    "email": ("email", "e-mail", "email address", "mail", "correo", "correo electrónico"),
    "school": ("school", "school name", "site", "building", "escuela", "plantel"),
    "role": ("role", "title", "position", "job title", "rol", "cargo", "puesto"),
    "id": ("id", "staff id", "employee id", "sourcedid", "número de empleado"),
}
ROLE_WORDS: Mapping[str, str] = {
    **{role: role for role in STAFF_ROLES},
    "": "staff",
    "docente": "teacher", "maestra": "teacher", "maestro": "teacher", "profesora": "teacher", "profesor": "teacher",
    "asistente": "aide", "paraprofessional": "aide", "directora": "principal", "director": "principal",
    "admin": "administrator", "administradora": "administrator", "administrador": "administrator",
    "consejera": "counselor", "consejero": "counselor", "orientadora": "counselor", "orientador": "counselor",
}  # fmt: skip
NOT_STAFF = {"student", "estudiante", "alumno", "alumna", "parent", "guardian", "padre", "madre"}


def plain_key(text: str) -> str:
    """A name as people compare it: without case, accents, signs and doubled blanks."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())


def read_plain(rows: Rows, *, whole: bool, progress: Progress | None = None) -> Roster:
    """`whole`: the list holds everybody, so who is not on it has left.

    A person is known by id, else by e-mail, else by name and school. A role that is no word for staff becomes "staff";
    rows of students are counted and left. Raises Refused("roster_no_column") without a name or a school.
    """
    lines = iter(rows)
    heading = next(lines, [])
    problems: list[Problem] = []
    held: set[str] = set()
    found: dict[str, PersonRecord | None] = {}
    schools: dict[str, OrgRecord] = {}
    seen: Counter[str] = Counter()
    table = cells(
        _named(heading, lines), file="list", wanted=tuple(HEADINGS), needed=("name", "school"), problems=problems,
        progress=progress,
    )  # fmt: skip
    for number, row in table:
        seen["rows"] += 1
        _take(number, row, found, schools, problems, held, seen)
    people = own_addresses((one for one in found.values() if one is not None), problems, held, file="list")
    seen["staff"] = len(people)
    mode: Literal["bulk", "delta"] = "bulk" if whole else "delta"
    return Roster(
        form="CSV", orgs=tuple(schools[key] for key in sorted(schools)), people=people,
        problems=in_order(problems), seen=dict(seen), modes={"users": mode, "orgs": "delta"},
        held=frozenset(held - {""}),
    )  # fmt: skip


def _named(heading: list[str], lines: Rows) -> Rows:
    """The rows under our own names for the columns."""
    known = {word: name for name, words in HEADINGS.items() for word in words}
    yield [known.get(cell.strip().lower(), cell) for cell in heading]
    yield from lines


def _take(
    number: int, row: list[str], found: dict[str, PersonRecord | None], schools: dict[str, OrgRecord],
    problems: list[Problem], held: set[str], seen: Counter[str],
) -> None:  # fmt: skip
    name, email, school, role, key = row
    if role.lower() in NOT_STAFF:
        seen["students"] += 1
        return
    email = email.lower()
    wrong = _wrong(name, school, key)
    if wrong is not None:
        problems.append(Problem("list", number, *wrong))
        held |= {key, email}
        return
    if email and (len(email) > LONGEST_EMAIL or not EMAIL.fullmatch(email)):
        problems.append(Problem("list", number, "email", "bad_email", email[:60], aside=False))
        email = ""
    org = OrgRecord(f"name:{plain_key(school)}", school, "school", "", number)
    schools[org.key] = min(schools.get(org.key, org), org, key=lambda one: one.name)
    place = Place(org.key, ROLE_WORDS.get(role.lower(), "staff"))
    _join(PersonRecord(key, email, name, (place,), number), found, problems, held)


def _wrong(name: str, school: str, key: str) -> tuple[str, str] | None:
    if len(key) > LONGEST_KEY:
        return "id", "no_key"
    if not name or len(name) > LONGEST_NAME:
        return "name", "long_name" if name else "no_name"
    if not plain_key(school) or len(school) > LONGEST_SCHOOL:
        return "school", "long_name" if plain_key(school) else "no_place"
    return None


def _join(person: PersonRecord, found: dict[str, PersonRecord | None], problems: list[Problem], held: set[str]) -> None:
    """Rows of one person become one record with several places; rows that disagree about the name are left out."""
    assert person.places is not None
    mark = person.key or person.email or f"{plain_key(person.name)}@{person.places[0].org}"
    if not person.key and not person.email:
        person = PersonRecord(mark[:200], "", person.name, person.places, person.row)
    first = found.setdefault(mark, person)
    if first is None or (first.name, first.email) != (person.name, person.email):
        problems.append(Problem("list", person.row, "name", "key_twice", (person.key or person.email)[:60]))
        held |= {person.key, person.email, first.email if first else ""}
        found[mark] = None
        return
    assert first.places is not None
    places = tuple(sorted({*first.places, *(person.places or ())}))
    found[mark] = PersonRecord(first.key, first.email, first.name, places, min(first.row, person.row))
