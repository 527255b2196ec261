"""What a cycle is called in a place, and which decisions it offers; the common four stages stay beneath."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Schema

from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, line
from aimwell.contexts.people.wording import queries, services
from aimwell.contexts.people.wording.api.base import org_of, router, team_of
from aimwell.domain.pdsa import stages
from aimwell.domain.pdsa.moves import Act
from aimwell.domain.pdsa.rounds import MOST
from aimwell.domain.pdsa.stages import LONGEST_NAME, MOST_STAGES, Core
from aimwell.domain.theory.focus import LARGEST

Name = line(LONGEST_NAME)
Key = Literal["stages", "decisions", "rounds", "aims"]
SEEN = Field(None, ge=0, le=9_000_000_000_000_000, description="The `choice` that you saw, of what you change.")


class LocalStageOut(Schema):
    core: Core = Field(description="Where the local stage belongs in the common cycle.")
    names: dict[str, str] = Field(description="By language.")
    predicts: bool = Field(description="Here the team writes what it expects.")
    compares: bool = Field(description="Here what came is put beside it.")


class LocalCycleOut(Schema):
    title: dict[str, str] = Field(description="What the whole is called, by language; empty for the usual name.")
    stages: list[LocalStageOut] = Field(description="Empty where the four stages stand by themselves.")
    origin: str = Field(description="The place that chose them; empty where nobody did.")
    choice: int = Field(description="The choice that stands right here, 0 for none; send it as `seen`.")
    decisions: list[Act] = Field(description="What Act offers here.")
    hidden: list[Act] = Field(description="What it does not offer; cycles that were decided so keep it.")
    decisions_origin: str
    decisions_choice: int = Field(description="As `choice`, for the decisions.")
    shortest: int | None = Field(description="Days that the shortest of most rounds takes; null for what the site has.")
    longest: int | None = Field(description="Days that the longest of most rounds takes.")
    rounds_origin: str
    rounds_choice: int = Field(description="As `choice`, for the rounds.")
    most_aims: int | None = Field(description="Aims at one time before a note stands; null where nobody chose, then 1.")
    aims_origin: str
    aims_choice: int = Field(description="As `choice`, for the aims.")


class LocalStageIn(Body):
    core: Core
    en: Name = ""
    es: Name = ""


class LocalCycleIn(Body):
    """Local stages in their order. One of Plan holds the prediction, one of Study the look at it; both are needed."""

    stages: list[LocalStageIn] = Field(max_length=MOST_STAGES)
    prediction: int | None = Field(description="Place among `stages`, from 0.", ge=0, lt=MOST_STAGES)
    comparison: int | None = Field(description="Place among `stages`, from 0.", ge=0, lt=MOST_STAGES)
    title_en: Name = ""
    title_es: Name = ""
    seen: int | None = SEEN


class DecisionsOfferedIn(Body):
    hidden: list[Act] = Field(max_length=5, description="At least two stay.")
    seen: int | None = SEEN


class UsualRoundIn(Body):
    shortest: int = Field(ge=1, le=MOST, description="Days. A shorter round gets a note, nothing more.")
    longest: int = Field(ge=1, le=MOST, description="Days. A longer round gets a note, nothing more.")
    seen: int | None = SEEN


class AimsAtOnceIn(Body):
    most: int = Field(ge=1, le=LARGEST, description="A team with more aims gets a note, nothing more.")
    seen: int | None = SEEN


def _told(place: services.Place) -> dict[str, Any]:
    found = queries.cycle_words(queries.held_at(place), place)
    local = found.local
    rows = [
        {
            "core": stage.core, "names": dict(stage.names), "predicts": number == local.prediction,
            "compares": number == local.comparison,
        }
        for number, stage in enumerate(local.stages)
    ] if local else []  # fmt: skip
    return {
        "title": dict(local.title) if local else {}, "stages": rows, "origin": found.of_stages.origin,
        "choice": found.of_stages.seen, "decisions": [one for one, on in found.decisions if on],
        "hidden": [one for one, on in found.decisions if not on], "decisions_origin": found.of_decisions.origin,
        "decisions_choice": found.of_decisions.seen, "shortest": found.usual and found.usual.shortest,
        "longest": found.usual and found.usual.longest, "rounds_origin": found.of_rounds.origin,
        "rounds_choice": found.of_rounds.seen, "most_aims": found.most_aims, "aims_origin": found.of_aims.origin,
        "aims_choice": found.of_aims.seen,
    }  # fmt: skip


def _map(request: HttpRequest, place: services.Place, sent: LocalCycleIn) -> dict[str, Any]:
    services.map_stages(
        by=request.user, place=place, prediction=sent.prediction, comparison=sent.comparison, seen=sent.seen,
        wishes=[stages.Wish(one.core, {"en": one.en, "es": one.es}) for one in sent.stages],
        title={"en": sent.title_en, "es": sent.title_es},
    )  # fmt: skip
    return _told(place)


def _offer(request: HttpRequest, place: services.Place, sent: DecisionsOfferedIn) -> dict[str, Any]:
    services.choose_decisions(by=request.user, place=place, hidden=sent.hidden, seen=sent.seen)
    return _told(place)


def _rounds(request: HttpRequest, place: services.Place, sent: UsualRoundIn) -> dict[str, Any]:
    services.choose_rounds(by=request.user, place=place, **dict(sent))
    return _told(place)


def _aims(request: HttpRequest, place: services.Place, sent: AimsAtOnceIn) -> dict[str, Any]:
    services.choose_aims(by=request.user, place=place, **dict(sent))
    return _told(place)


def _go(request: HttpRequest, place: services.Place, key: str) -> dict[str, Any]:
    services.let_cycle_go(by=request.user, place=place, key=key)
    return _told(place)


def _again(request: HttpRequest, place: services.Place, key: str) -> dict[str, Any]:
    services.cycle_again(by=request.user, place=place, key=key)
    return _told(place)


@router.get("/orgs/{org_id}/cycle-words", response={200: LocalCycleOut, **READ})
def get_cycle_words_of_org(request: HttpRequest, org_id: Id) -> Any:
    """The local stages of a cycle and the decisions that Act offers."""
    return _told(org_of(request, org_id))


@router.put("/orgs/{org_id}/cycle-words/stages", response={200: LocalCycleOut, **WRITE})
def map_stages_of_org(request: HttpRequest, org_id: Id, sent: LocalCycleIn) -> Any:
    """Local stages, each beside Plan, Do, Study or Act, here and below. Nothing that was written changes."""
    return _map(request, org_of(request, org_id), sent)


@router.put("/orgs/{org_id}/cycle-words/decisions", response={200: LocalCycleOut, **WRITE})
def choose_decisions_of_org(request: HttpRequest, org_id: Id, sent: DecisionsOfferedIn) -> Any:
    """Keep some decisions out of sight, here and below. What was decided stays."""
    return _offer(request, org_of(request, org_id), sent)


@router.put("/orgs/{org_id}/cycle-words/rounds", response={200: LocalCycleOut, **WRITE})
def choose_rounds_of_org(request: HttpRequest, org_id: Id, sent: UsualRoundIn) -> Any:
    """How many days most rounds take, here and below. Others stand with a note."""
    return _rounds(request, org_of(request, org_id), sent)


@router.put("/orgs/{org_id}/cycle-words/aims", response={200: LocalCycleOut, **WRITE})
def choose_aims_of_org(request: HttpRequest, org_id: Id, sent: AimsAtOnceIn) -> Any:
    """How many aims a team works on at one time, here and below. More stand with a note."""
    return _aims(request, org_of(request, org_id), sent)


@router.delete("/orgs/{org_id}/cycle-words/{key}/own", response={200: LocalCycleOut, **WRITE})
def let_cycle_words_of_org_go(request: HttpRequest, org_id: Id, key: Key) -> Any:
    """What holds above holds again, or the usual."""
    return _go(request, org_of(request, org_id), key)


@router.post("/orgs/{org_id}/cycle-words/{key}/undo", response={200: LocalCycleOut, **WRITE})
def undo_cycle_words_of_org(request: HttpRequest, org_id: Id, key: Key) -> Any:
    """Take the last change back; once more brings it again."""
    return _again(request, org_of(request, org_id), key)


@router.get("/teams/{team_id}/cycle-words", response={200: LocalCycleOut, **READ})
def get_cycle_words_of_team(request: HttpRequest, team_id: Id) -> Any:
    """The local stages of a cycle and the decisions that Act offers."""
    return _told(team_of(request, team_id))


@router.put("/teams/{team_id}/cycle-words/stages", response={200: LocalCycleOut, **WRITE})
def map_stages_of_team(request: HttpRequest, team_id: Id, sent: LocalCycleIn) -> Any:
    """For a team that belongs to no organisation."""
    return _map(request, team_of(request, team_id), sent)


@router.put("/teams/{team_id}/cycle-words/decisions", response={200: LocalCycleOut, **WRITE})
def choose_decisions_of_team(request: HttpRequest, team_id: Id, sent: DecisionsOfferedIn) -> Any:
    """For a team that belongs to no organisation. What was decided stays."""
    return _offer(request, team_of(request, team_id), sent)


@router.put("/teams/{team_id}/cycle-words/rounds", response={200: LocalCycleOut, **WRITE})
def choose_rounds_of_team(request: HttpRequest, team_id: Id, sent: UsualRoundIn) -> Any:
    """For a team that belongs to no organisation. Others stand with a note."""
    return _rounds(request, team_of(request, team_id), sent)


@router.put("/teams/{team_id}/cycle-words/aims", response={200: LocalCycleOut, **WRITE})
def choose_aims_of_team(request: HttpRequest, team_id: Id, sent: AimsAtOnceIn) -> Any:
    """For a team that belongs to no organisation. More stand with a note."""
    return _aims(request, team_of(request, team_id), sent)


@router.delete("/teams/{team_id}/cycle-words/{key}/own", response={200: LocalCycleOut, **WRITE})
def let_cycle_words_of_team_go(request: HttpRequest, team_id: Id, key: Key) -> Any:
    """The usual holds again."""
    return _go(request, team_of(request, team_id), key)


@router.post("/teams/{team_id}/cycle-words/{key}/undo", response={200: LocalCycleOut, **WRITE})
def undo_cycle_words_of_team(request: HttpRequest, team_id: Id, key: Key) -> Any:
    """Take the last change back; once more brings it again."""
    return _again(request, team_of(request, team_id), key)
