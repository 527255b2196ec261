"""Words, method and path: keys stay, labels change."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Router, Schema

from aimwell.contexts.orgs.models import Method, Team
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, line
from aimwell.contexts.people.offices import find_org
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.people.wording import queries, services
from aimwell.domain.access.roles import Power
from aimwell.domain.theory.path import KEYS, LONGEST_NAME, Kind, Wish
from aimwell.domain.words.speech import LONGEST
from aimwell.domain.words.tables import LANGS
from aimwell.domain.words.terms import TERMS

router = Router(tags=["words"])
Key = Literal[tuple(TERMS)]  # type: ignore[valid-type]


class FormsOut(Schema):
    one: str
    many: str
    gender: str = Field(description="m or f in Spanish, where other words agree with it; else empty.")


class LocalWordOut(Schema):
    key: Key = Field(description="The same in every language and under every name.")
    usual: dict[str, FormsOut] = Field(description="By language.")
    here: dict[str, FormsOut] = Field(description="What pages, mail, print and files say, by language.")
    origin: str = Field(description="The place that chose the word; empty where the usual one holds.")
    own: bool = Field(description="Chosen right here.")
    gloss: dict[str, str] = Field(description="What it means, by language.")


class WordIn(Body):
    one: line(LONGEST) = ""
    many: line(LONGEST) = Field("", description="Not used for the four stages, which are names.")
    gender: Literal["", "m", "f"] = Field("", description="For Spanish; empty keeps that of the usual word.")


class WordsIn(Body):
    en: WordIn = WordIn()
    es: WordIn = WordIn()


class LocalMethodOut(Schema):
    method: Method
    origin: str = Field(description="The place that chose it; empty where nobody did.")
    own: bool = Field(description="Chosen right here.")


class MethodIn(Body):
    method: Method


class PathStepOut(Schema):
    key: str = Field(description="The same under every name.")
    names: dict[str, str] = Field(description="By language, as it is called here.")
    glosses: dict[str, str] = Field(description="What the step is for, by language.")
    within: bool = Field(description="False for a printed step that is left out here.")


class LocalPathOut(Schema):
    kind: Kind
    steps: list[PathStepOut] = Field(description="Those within, in their order, then those that are left out.")
    origin: str = Field(description="The place that chose it; empty where nobody did.")
    own: bool = Field(description="Chosen right here.")
    choice: int = Field(description="The choice that stands right here, 0 for none; send it as `seen`.")


class PathStepIn(Body):
    key: Literal[KEYS[Kind.NINE]]  # type: ignore[valid-type]
    en: line(LONGEST_NAME) = Field("", description="Empty for the printed name.")
    es: line(LONGEST_NAME) = ""


class PathIn(Body):
    """Without steps, the path as it is printed."""

    kind: Kind
    steps: list[PathStepIn] | None = Field(None, max_length=9, description="In their order. What is not named is out.")
    seen: int | None = Field(None, ge=0, le=9_000_000_000_000_000, description="The `choice` that you saw.")


def _lines(place: services.Place) -> list[queries.WordLine]:
    return queries.word_lines(queries.held_at(place), place)


def _line(place: services.Place, key: str) -> queries.WordLine:
    return next(one for one in _lines(place) if one.key == key)


def _method(place: services.Place) -> queries.MethodLine:
    return queries.method_line(queries.held_at(place), place)


def org_of(request: HttpRequest, org_id: int) -> Any:
    return find_org(request.user, org_id, Power.WORDS)


def team_of(request: HttpRequest, team_id: int) -> Team:
    return find_team(request.user, team_id)


def _name(request: HttpRequest, place: services.Place, key: str, words: WordsIn) -> queries.WordLine:
    services.name_term(by=request.user, place=place, key=key, words=words.model_dump())
    return _line(place, key)


def _unname(request: HttpRequest, place: services.Place, key: str) -> queries.WordLine:
    services.unname_term(by=request.user, place=place, key=key)
    return _line(place, key)


def _again(request: HttpRequest, place: services.Place, key: str) -> queries.WordLine:
    services.name_term_again(by=request.user, place=place, key=key)
    return _line(place, key)


def _choose(request: HttpRequest, place: services.Place, wish: MethodIn) -> queries.MethodLine:
    services.choose_method(by=request.user, place=place, method=wish.method)
    return _method(place)


def _path(place: services.Place) -> dict[str, Any]:
    found = queries.path_line(queries.held_at(place), place)
    steps = [
        {
            "key": stop.key,
            "names": {lang: stop.name(lang) for lang in LANGS},
            "glosses": {lang: stop.gloss(lang) for lang in LANGS},
            "within": within,
        }
        for stop, within in queries.all_stops(found.path)
    ]
    return {
        "kind": found.path.kind, "steps": steps, "origin": found.origin, "own": found.own, "choice": found.seen
    }  # fmt: skip


def _choose_path(request: HttpRequest, place: services.Place, wish: PathIn) -> dict[str, Any]:
    by: dict[str, Any] = {"by": request.user, "place": place, "kind": wish.kind, "seen": wish.seen}
    if wish.steps is None:
        services.choose_path(**by)
    else:
        asked = [Wish(one.key, number, {"en": one.en, "es": one.es}) for number, one in enumerate(wish.steps)]
        services.arrange_path(**by, steps=asked)
    return _path(place)


def _let_path_go(request: HttpRequest, place: services.Place) -> dict[str, Any]:
    services.let_path_go(by=request.user, place=place)
    return _path(place)


def _path_again(request: HttpRequest, place: services.Place) -> dict[str, Any]:
    services.path_again(by=request.user, place=place)
    return _path(place)


@router.get("/orgs/{org_id}/words", response={200: list[LocalWordOut], **READ})
def list_words_of_org(request: HttpRequest, org_id: Id) -> Any:
    """Every key term with its usual word and the word that holds in this organisation."""
    return _lines(org_of(request, org_id))


@router.put("/orgs/{org_id}/words/{key}", response={200: LocalWordOut, **WRITE})
def name_term_in_org(request: HttpRequest, org_id: Id, key: Key, words: WordsIn) -> Any:
    """Another word for a term, here and below. A language left empty keeps the word from above."""
    return _name(request, org_of(request, org_id), key, words)


@router.delete("/orgs/{org_id}/words/{key}", response={200: LocalWordOut, **WRITE})
def unname_term_in_org(request: HttpRequest, org_id: Id, key: Key) -> Any:
    """The word from above holds again. The term prediction always has a word."""
    return _unname(request, org_of(request, org_id), key)


@router.post("/orgs/{org_id}/words/{key}/undo", response={200: LocalWordOut, **WRITE})
def undo_term_in_org(request: HttpRequest, org_id: Id, key: Key) -> Any:
    """Take the last change back; once more brings it again."""
    return _again(request, org_of(request, org_id), key)


@router.get("/orgs/{org_id}/method", response={200: LocalMethodOut, **READ})
def get_method_of_org(request: HttpRequest, org_id: Id) -> Any:
    """Structured or light."""
    return _method(org_of(request, org_id))


@router.put("/orgs/{org_id}/method", response={200: LocalMethodOut, **WRITE})
def choose_method_of_org(request: HttpRequest, org_id: Id, wish: MethodIn) -> Any:
    """For this organisation and all below it, from now on. Nothing that was written changes."""
    return _choose(request, org_of(request, org_id), wish)


@router.get("/teams/{team_id}/words", response={200: list[LocalWordOut], **READ})
def list_words_of_team(request: HttpRequest, team_id: Id) -> Any:
    """The words in which this team's pages, print and files are told."""
    return _lines(team_of(request, team_id))


@router.put("/teams/{team_id}/words/{key}", response={200: LocalWordOut, **WRITE})
def name_term_in_team(request: HttpRequest, team_id: Id, key: Key, words: WordsIn) -> Any:
    """Another word for a term, for a team that belongs to no organisation."""
    return _name(request, team_of(request, team_id), key, words)


@router.delete("/teams/{team_id}/words/{key}", response={200: LocalWordOut, **WRITE})
def unname_term_in_team(request: HttpRequest, team_id: Id, key: Key) -> Any:
    """The usual word holds again."""
    return _unname(request, team_of(request, team_id), key)


@router.post("/teams/{team_id}/words/{key}/undo", response={200: LocalWordOut, **WRITE})
def undo_term_in_team(request: HttpRequest, team_id: Id, key: Key) -> Any:
    """Take the last change back; once more brings it again."""
    return _again(request, team_of(request, team_id), key)


@router.get("/teams/{team_id}/method", response={200: LocalMethodOut, **READ})
def get_method_of_team(request: HttpRequest, team_id: Id) -> Any:
    """Structured or light."""
    return _method(team_of(request, team_id))


@router.put("/teams/{team_id}/method", response={200: LocalMethodOut, **WRITE})
def choose_method_of_team(request: HttpRequest, team_id: Id, wish: MethodIn) -> Any:
    """For a team that belongs to no organisation."""
    return _choose(request, team_of(request, team_id), wish)


@router.get("/orgs/{org_id}/path", response={200: LocalPathOut, **READ})
def get_path_of_org(request: HttpRequest, org_id: Id) -> Any:
    """Which steps lead through an effort, in which order and under which names."""
    return _path(org_of(request, org_id))


@router.put("/orgs/{org_id}/path", response={200: LocalPathOut, **WRITE})
def choose_path_of_org(request: HttpRequest, org_id: Id, wish: PathIn) -> Any:
    """For this organisation and all below it. Nothing that was written changes."""
    return _choose_path(request, org_of(request, org_id), wish)


@router.delete("/orgs/{org_id}/path", response={200: LocalPathOut, **WRITE})
def let_path_of_org_go(request: HttpRequest, org_id: Id) -> Any:
    """What holds above holds again, or the short path."""
    return _let_path_go(request, org_of(request, org_id))


@router.post("/orgs/{org_id}/path/undo", response={200: LocalPathOut, **WRITE})
def undo_path_of_org(request: HttpRequest, org_id: Id) -> Any:
    """Take the last change back; once more brings it again."""
    return _path_again(request, org_of(request, org_id))


@router.get("/teams/{team_id}/path", response={200: LocalPathOut, **READ})
def get_path_of_team(request: HttpRequest, team_id: Id) -> Any:
    """Which steps lead through an effort, in which order and under which names."""
    return _path(team_of(request, team_id))


@router.put("/teams/{team_id}/path", response={200: LocalPathOut, **WRITE})
def choose_path_of_team(request: HttpRequest, team_id: Id, wish: PathIn) -> Any:
    """For a team that belongs to no organisation. Nothing that was written changes."""
    return _choose_path(request, team_of(request, team_id), wish)


@router.delete("/teams/{team_id}/path", response={200: LocalPathOut, **WRITE})
def let_path_of_team_go(request: HttpRequest, team_id: Id) -> Any:
    """What holds above holds again, or the short path."""
    return _let_path_go(request, team_of(request, team_id))


@router.post("/teams/{team_id}/path/undo", response={200: LocalPathOut, **WRITE})
def undo_path_of_team(request: HttpRequest, team_id: Id) -> Any:
    """Take the last change back; once more brings it again."""
    return _path_again(request, team_of(request, team_id))
