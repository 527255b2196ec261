"""What every part of the API shares: the types of what is sent, what a refusal looks like, how lists are cut."""

from __future__ import annotations

import datetime
import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Schema
from ninja.pagination import LimitOffsetPagination
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.offices import find_org
from aimwell.domain.access import Rung
from aimwell.domain.access.roles import Power
from aimwell.ui.stepup import require_shown

LARGEST = 2**63 - 1
FIRST_DAY, LAST_DAY = datetime.date(1950, 1, 1), datetime.date(2149, 12, 31)
MOST_AT_ONCE = 200


def _writable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("the character U+0000 cannot be kept")
    return text


def _near(day: datetime.date) -> datetime.date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"a day from {FIRST_DAY} to {LAST_DAY}")
    return day


def _near_time(at: datetime.datetime) -> datetime.datetime:
    _near(at.date())
    return at


def line(longest: int, *, least: int = 0) -> Any:
    """The type of a text with at most `longest` characters, without blanks at its ends."""
    rules = StringConstraints(strip_whitespace=True, min_length=least, max_length=longest)
    return Annotated[str, rules, AfterValidator(_writable)]


Id = Annotated[int, Field(ge=1, le=LARGEST)]
Version = Annotated[int, Field(ge=0, le=LARGEST, description="The version your edit started from.")]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Number = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
Day = Annotated[datetime.date, AfterValidator(_near)]
Moment = Annotated[AwareDatetime, AfterValidator(_near_time)]
Key = Annotated[
    uuid.UUID | None,
    Field(description="Made by you. The same key again gives the first one back instead of a second one."),
]
WallTime = Annotated[
    str,
    StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"),
    AfterValidator(datetime.time.fromisoformat),
    Field(description="Hours and minutes on the clock of the site, such as 07:30. It has no zone."),
]
Cells = Annotated[str, AfterValidator(_writable)]
Words = line(5000)
Said = line(5000, least=1)
Why = line(5000, least=1)


class Body(BaseModel):
    """Something sent. A name that is not known is refused rather than dropped."""

    model_config = ConfigDict(extra="forbid")

    def sent(self, *left_out: str) -> dict[str, Any]:
        """The fields that were sent, without version, key and `left_out`."""
        names = self.model_fields_set - {"version", "key", *left_out}
        return {name: getattr(self, name) for name in type(self).model_fields if name in names}

    def over(self, row: Any, *names: str) -> dict[str, Any]:
        """Each of `names` as it was sent, else as it stands."""
        return {name: getattr(self if name in self.model_fields_set else row, name) for name in names}


class AsideIn(Body):
    reason: Words = Field("", description="Why; kept in the history. A cause needs one.")


class ReasonIn(Body):
    reason: Words = Field("", description="Why; kept in the history.")


class WrongField(Schema):
    where: list[str | int]
    what: str


class Problem(Schema):
    """What every refusal looks like (RFC 9457)."""

    status: int
    code: str = Field(description="Names the rule; it stays the same in every language.")
    detail: str = Field(description="What happened, what was kept, what to do; in the language you ask for.")
    data: dict[str, Any] = Field({}, description="The facts that the sentence names.")
    fields: list[WrongField] = Field([], description="Where a request does not fit the description.")


class BothTexts(Schema):
    """Somebody else saved first. Nothing was changed."""

    target_type: str
    target_id: int
    version: int = Field(description="The version that stands now; send it with what you choose.")
    who: str = Field(description="Who wrote what stands now.")
    when: datetime.datetime | None
    mine: dict[str, Any] = Field(description="What you sent, by field.")
    theirs: dict[str, Any] = Field(description="What stands now, by field.")


class Conflict(Schema):
    status: int
    code: str
    detail: str
    data: BothTexts


class KeptOut(Schema):
    """What every piece of team work carries."""

    id: int
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    ended_at: datetime.datetime | None = Field(description="When it was set aside; empty while it stands.")
    ended_reason: str


class OwnedOut(KeptOut):
    team: int = Field(validation_alias="owner_team_id")
    rung: str = Field(description="How far it is open: team, school, coach, network_unnamed, network or public.")

    @staticmethod
    def resolve_rung(row: Any) -> str:
        return Rung(row["rung"] if isinstance(row, dict) else row.rung).key


class Pages(LimitOffsetPagination):
    """`limit` rows from the row `offset` on. `count` says how many there are in all, `next` where the next page is."""

    class Input(Schema):
        limit: int = Field(50, ge=1, le=MOST_AT_ONCE)
        offset: int = Field(0, ge=0, le=1_000_000_000)

    class Output(Schema):
        items: list[Any]
        count: int
        next: str | None = Field(None, description="The address of the next page; empty on the last one.")

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> Any:
        found = super().paginate_queryset(queryset, pagination, request, **params)
        after = pagination.offset + pagination.limit
        return {**found, "next": _page_at(request, pagination.limit, after) if after < found["count"] else None}


def _page_at(request: HttpRequest, limit: int, offset: int) -> str:
    asked = request.GET.copy()
    asked["limit"], asked["offset"] = str(limit), str(offset)
    return f"{request.path}?{asked.urlencode()}"


READ: dict[Any, Any] = {401: Problem, 404: Problem, 422: Problem}
WRITE: dict[Any, Any] = {**READ, 403: Problem}
EDIT: dict[Any, Any] = {**WRITE, 409: Conflict}


def media(*kinds: str) -> dict[str, Any]:
    """What an operation answers that gives a file."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in kinds}
    return {"responses": {200: {"description": "The file", "content": content}}}


def fields_of(shape: type[Schema], row: Any) -> dict[str, Any]:
    """`row` by the names under which `shape` reads it, to be joined with what is not stored."""
    names = (str(field.validation_alias or name) for name, field in shape.model_fields.items())
    return {name: getattr(row, name) for name in names}


def kept_org(request: HttpRequest, org_id: int, power: Power) -> Org:
    """For those with the power; a browser shows again that it is them. To others it is not there.

    Raises NotFound, Refused("step_up").
    """
    org = find_org(request.user, org_id, power)
    require_shown(request)
    return org
