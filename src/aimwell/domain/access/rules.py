"""Who may see and do what, as one table.

A person stands in one or more relations to the team that owns an object. The object stands on one rung of the
sharing ladder. An object on a rung is open to everybody on or below that rung: what is open to the coach is open
to the school too. The table says from which rung on a relation has a permission; the database filter and the check
of a single object both read it, so they cannot disagree.

Whoever stands outside the team never edits, shares or invites, whatever their office (S1 section 7; S3 R-4, R-87).
"""

from enum import IntEnum, StrEnum


class Relation(StrEnum):
    """How a person stands to the owning team, nearest first."""

    MEMBER = "member"
    SCHOOL = "school"
    COACH = "coach"
    NETWORK = "network"
    OTHER = "other"


class Rung(IntEnum):
    """The ladder from closed to open; the order is the meaning."""

    TEAM = 0
    SCHOOL = 1
    COACH = 2
    NETWORK_UNNAMED = 3
    NETWORK = 4
    PUBLIC = 5

    @property
    def key(self) -> str:
        """The name kept in the database, e.g. "network_unnamed"."""
        return self.name.lower()

    @classmethod
    def of(cls, key: str) -> "Rung":
        """The rung with this key; ValueError for any other text."""
        for rung in cls:
            if rung.key == key:
                return rung
        raise ValueError(f"no such rung: {key}")


class Permission(StrEnum):
    VIEW = "view"
    COMMENT = "comment"
    EDIT = "edit"
    SHARE = "share"
    INVITE = "invite"


# A pair that is absent is never granted. Comments on work without a team name have no one to go to, so a network
# comments only where the name is shown; the public reads only.
GRANTED_FROM: dict[tuple[Relation, Permission], Rung] = {
    **{(Relation.MEMBER, permission): Rung.TEAM for permission in Permission},
    (Relation.SCHOOL, Permission.VIEW): Rung.SCHOOL,
    (Relation.SCHOOL, Permission.COMMENT): Rung.SCHOOL,
    (Relation.COACH, Permission.VIEW): Rung.COACH,
    (Relation.COACH, Permission.COMMENT): Rung.COACH,
    (Relation.NETWORK, Permission.VIEW): Rung.NETWORK_UNNAMED,
    (Relation.NETWORK, Permission.COMMENT): Rung.NETWORK,
    (Relation.OTHER, Permission.VIEW): Rung.PUBLIC,
}

# Seen from here on with the team's name.
NAMED_FROM: dict[Relation, Rung] = {
    Relation.MEMBER: Rung.TEAM,
    Relation.SCHOOL: Rung.SCHOOL,
    Relation.COACH: Rung.COACH,
    Relation.NETWORK: Rung.NETWORK,
    Relation.OTHER: Rung.PUBLIC,
}


def allowed(relations: frozenset[Relation], permission: Permission, rung: Rung) -> bool:
    """Whether somebody in these relations has the permission for an object on the rung."""
    return any(_grants(relation, permission, rung) for relation in relations | {Relation.OTHER})


def may_view(relations: frozenset[Relation], rung: Rung) -> bool:
    return allowed(relations, Permission.VIEW, rung)


def masked(relations: frozenset[Relation], rung: Rung) -> bool:
    """Whether the object is seen, but without the name of its team."""
    named = any(rung >= NAMED_FROM[relation] for relation in relations | {Relation.OTHER})
    return may_view(relations, rung) and not named


def rungs_visible(relation: Relation) -> frozenset[Rung]:
    """The rungs this relation alone may view; the database filter is built from it."""
    return frozenset(rung for rung in Rung if _grants(relation, Permission.VIEW, rung))


def rungs_named(relation: Relation) -> frozenset[Rung]:
    """The rungs this relation alone may view together with the team's name: what a page that names teams may show."""
    return frozenset(rung for rung in rungs_visible(relation) if rung >= NAMED_FROM[relation])


def _grants(relation: Relation, permission: Permission, rung: Rung) -> bool:
    start = GRANTED_FROM.get((relation, permission))
    return start is not None and rung >= start
