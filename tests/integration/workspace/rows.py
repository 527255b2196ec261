"""How a row of the permission matrix is written, and what a tool of the workspace brings to it."""

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal[
    "open", "personal", "team", "members", "lead", "read", "shared", "write", "held", "office", "network", "hub",
    "voice", "demo",
]  # fmt: skip


@dataclass(frozen=True)
class Row:
    """`kind`:

    open      anyone, signed in or not
    personal  anyone signed in; shows or changes only the reader's own settings
    team      GET; whoever may know the team
    members   GET; members of the team on every rung
    lead      who leads the team, or stands in for the lead
    read      GET; whoever the object's rung is open to
    shared    GET; as read, but also without the team's name, and for the public without signing in
    write     POST; members only; for all others nothing changes
    held      GET; whoever holds any office in the organisation; to all others it is not there
    office    whoever holds the office that it needs in the organisation; to all others it is not there
    network   GET; whoever works in a member of the network or in its hub; POST there as hub
    hub       POST; the hub of the network only
    voice     POST; whoever speaks for a member of the network
    demo      only in a demo

    `post`: what is sent; "{bone}" stands for the key of that thing in the test's world. `query`: what stands after
    the address.
    """

    kind: Kind
    params: dict[str, str] = field(default_factory=dict)
    post: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def team(kind: Kind, /, **post: Any) -> Row:
    return Row(kind, {"team_id": "team"}, post)


def inquiry(access: Kind, **more: str) -> Row:
    return Row(access, {"inquiry_id": "inquiry", **more})


def roster(list_too: bool = True, **post: Any) -> Row:
    return Row("office", {"org_id": "org"} | ({"pk": "staff_list"} if list_too else {}), post)


def of(thing: str, access: Kind, **more: str) -> Row:
    return Row(access, {"pk": thing, **more})


def office(post: dict[str, Any] | None = None, /, **more: str) -> Row:
    return Row("office", {"org_id": "org", **more}, post or {})


@dataclass(frozen=True)
class Part:
    """What one tool brings to the tests.

    `rows`: its addresses. `api`: its operations, kind -> names, as in api_matrix. `bodies`: what a body of the API
    needs beyond what its description requires. `files`, `sent_only`: addresses that are no pages. `more`: further looks
    at its pages, as (address, query, other things).
    """

    rows: dict[str, Row] = field(default_factory=dict)
    api: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    sent_only: frozenset[str] = frozenset()
    more: tuple[tuple[str, str, dict[str, str]], ...] = ()
