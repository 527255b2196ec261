"""The table of roles in words, for the page, the API and the printed reference: never written by hand."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.domain.access.roles import ROLES, RoleRow
from aimwell.domain.access.rules import GRANTED_FROM, Permission, Relation
from aimwell.domain.words.roles import TABLE

COLUMNS = ("role", "what", "held", "reads", "comments", "edits", "may")


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role in words. `outside`: whether an organisation can keep it out."""

    key: str
    name: str
    what: str
    held: str
    reads: str
    comments: str
    edits: str
    powers: tuple[str, ...]
    outside: bool


def role_lines(lang: str) -> tuple[RoleLine, ...]:
    """Every role in the order of the table."""
    return tuple(_line(row, lang) for row in ROLES.values())


def _line(row: RoleRow, lang: str) -> RoleLine:
    edits = (row.relation, Permission.EDIT) in GRANTED_FROM
    return RoleLine(
        key=row.role,
        name=TABLE.say(row.role, lang),
        what=TABLE.say(f"what.{row.role}", lang),
        held=TABLE.say(f"held.{row.place}", lang),
        reads=_from(row.relation, Permission.VIEW, lang),
        comments=_from(row.relation, Permission.COMMENT, lang),
        edits=TABLE.say("edits.yes" if edits else "edits.no", lang),
        powers=tuple(TABLE.say(f"power.{power}", lang) for power in sorted(row.powers)),
        outside=row.outside,
    )


def _from(relation: Relation, permission: Permission, lang: str) -> str:
    start = GRANTED_FROM.get((relation, permission))
    return TABLE.say(f"reads.{start.key if start is not None else 'never'}", lang)


def role_table() -> str:
    """The table as Markdown, for docs/reference/roles.md."""
    heads = [TABLE.say(f"head.{column}", "en") for column in COLUMNS]
    rows = [
        [one.name, one.what, one.held, one.reads, one.comments, one.edits, "; ".join(one.powers)]
        for one in role_lines("en")
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ["---"] * len(heads), *rows])
