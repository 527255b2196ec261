"""Silent rounds, and the rule for causes."""

import uuid

from django.http import HttpRequest
from ninja import Field, Header, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, KeptOut, Key, Pages, line
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, router
from aimwell.contexts.theory.models import Bone, EntryRule, Inquiry, Round
from aimwell.contexts.theory.queries.sifting import lines_so_far, own_lines
from aimwell.contexts.theory.services.rounds import digest

YOURS = "In a round without names: made by you, and the only thing that makes a line yours. It is stored nowhere."

OWN = Header("", alias="X-Line-Secret", max_length=100, description=YOURS)


class SilentRoundIn(Body):
    prompt: line(200) = ""
    anonymous: bool = Field(False, description="Who wrote what is stored nowhere.")
    key: Key = None


class SilentLineIn(Body):
    bone: Id
    text: line(300, least=1)
    system_part: line(200) = ""
    secret: line(100) = Field("", description=YOURS)
    key: Key = None


class LineChangeIn(Body):
    text: line(300, least=1)
    secret: line(100) = Field("", description=YOURS)


class LineAwayIn(Body):
    secret: line(100) = Field("", description=YOURS)


class RuleForCausesIn(Body):
    sentence: line(300) = Field(description="Empty takes the rule off.")


class SilentRoundOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    prompt: str
    anonymous: bool
    shown: bool
    contributors: int = Field(description="How many people wrote; counted when it was shown.")
    lines: int = Field(description="How many lines wait to be shown.")

    @staticmethod
    def resolve_shown(row: Round) -> bool:
        return row.shown_at is not None

    @staticmethod
    def resolve_lines(row: Round) -> int:
        return lines_so_far(row)


class SilentLineOut(Schema):
    id: uuid.UUID
    bone: int = Field(validation_alias="bone_id")
    text: str
    system_part: str


class LineKeptOut(Schema):
    """Nothing of the line comes back: what you sent is yours."""

    lines: int = Field(description="How many lines the round holds.")


class RuleForCausesOut(Schema):
    sentence: str = Field(description="Empty where there is none.")


@router.post("/inquiries/{inquiry_id}/rounds", response={201: SilentRoundOut, **WRITE})
def start_round(request: HttpRequest, inquiry_id: Id, asked: SilentRoundIn) -> Status[Round]:
    """Open a round for silent writing; the one that is open comes back."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.start_round(by=request.user, inquiry=inquiry, **dict(asked)))


@router.get("/rounds/{round_id}", response={200: SilentRoundOut, **READ})
def get_round(request: HttpRequest, round_id: Id) -> Round:
    """Whether it is shown, and how many lines it holds; never whose."""
    return found(request, Round, round_id)


@router.get("/rounds/{round_id}/lines", response={200: list[SilentLineOut], **READ})
@paginate(Pages)
def list_own_lines(request: HttpRequest, round_id: Id, secret: str = OWN) -> object:
    """Your own lines while the round is silent; with your secret where it has no names."""
    return own_lines(request.user, found(request, Round, round_id), digest(secret))


@router.post("/rounds/{round_id}/lines", response={201: LineKeptOut, **WRITE})
def write_line(request: HttpRequest, round_id: Id, sent: SilentLineIn) -> Status[dict[str, int]]:
    """One line. After the round was shown it becomes a cause at once."""
    row = found(request, Round, round_id)
    facts = {**dict(sent), "bone": found(request, Bone, sent.bone)}
    services.write_line(by=request.user, round=row, **facts)
    return Status(201, {"lines": lines_so_far(row)})


@router.patch("/rounds/{round_id}/lines/{line_id}", response={200: SilentLineOut, **WRITE})
def change_line(request: HttpRequest, round_id: Id, line_id: uuid.UUID, sent: LineChangeIn) -> object:
    """Other words for a line of your own, while the round is silent."""
    row = found(request, Round, round_id)
    return services.change_line(by=request.user, round=row, line=line_id, text=sent.text, secret=sent.secret)


@router.post("/rounds/{round_id}/lines/{line_id}/withdraw", response={200: LineKeptOut, **WRITE})
def withdraw_line(request: HttpRequest, round_id: Id, line_id: uuid.UUID, sent: LineAwayIn) -> dict[str, int]:
    """Take a line of your own away, while the round is silent."""
    row = found(request, Round, round_id)
    services.withdraw_line(by=request.user, round=row, line=line_id, secret=sent.secret)
    return {"lines": lines_so_far(row)}


@router.post("/rounds/{round_id}/show", response={200: SilentRoundOut, **WRITE})
def show_round(request: HttpRequest, round_id: Id) -> Round:
    """Show all lines at once, in an order drawn by chance. From here on nothing is taken away."""
    return services.show_round(by=request.user, round=found(request, Round, round_id))


@router.put("/inquiries/{inquiry_id}/rule-for-causes", response={200: RuleForCausesOut, **WRITE})
def set_rule_for_causes(request: HttpRequest, inquiry_id: Id, rule: RuleForCausesIn) -> dict[str, str]:
    """Each new cause is asked which part of the system it speaks of; an empty sentence takes the rule off."""
    inquiry = found(request, Inquiry, inquiry_id)
    made: EntryRule | None = services.set_rule(by=request.user, inquiry=inquiry, sentence=rule.sentence)
    return {"sentence": made.sentence if made and made.ended_at is None else ""}
