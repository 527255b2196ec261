"""Boards: answers, groups, and two people who group them apart."""

import uuid
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Id,
    Key,
    Pages,
    Version,
    Words,
    fields_of,
    line,
    media,
)
from aimwell.contexts.theory.api.base import found, found_or_none, language
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.api import shapes
from aimwell.contexts.theory.voices.api.base import KEEP_NAMES, router
from aimwell.contexts.theory.voices.models import Category, Grouping, Response
from aimwell.contexts.theory.voices.queries.files import board_csv
from aimwell.contexts.theory.voices.queries.groupings import GroupingView, grouping_view, own_grouping
from aimwell.domain.theory.grouping import LONGEST_ANSWER, MOST_ANSWERS


class GroupingIn(Body):
    question: line(300, least=1) = Field(description="What was asked.")
    key: Key = None


class GroupingChangeIn(Body):
    version: Version
    question: line(300, least=1)


class CategoryIn(Body):
    name: line(80, least=1)
    meaning: line(300) = Field("", description="What belongs in it.")
    key: Key = None


class CategoryChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    name: line(80, least=1) = "-"
    meaning: line(300) = ""


class ResponsesIn(Body):
    """All of them go in, or none."""

    texts: Annotated[list[line(LONGEST_ANSWER, least=1)], Field(max_length=MOST_ANSWERS)]
    keep_names: bool = KEEP_NAMES
    key: Key = None


class ResponsesBackIn(Body):
    batch: uuid.UUID


class PlacingsIn(Body):
    """By answer, the group it goes into; null takes it out."""

    placings: dict[Id, Id | None] = Field({}, max_length=MOST_ANSWERS)
    key: Key = None


class GroupingDoneIn(Body):
    done: bool = Field(True, description="False: you go on grouping.")


class SettleResponseIn(Body):
    category: Id | None = Field(None, description="Null takes the talk back.")
    reason: Words = ""


class KeepSampleIn(Body):
    sample: bool = True


@router.post("/inquiries/{inquiry_id}/groupings", response={201: shapes.GroupingOut, **WRITE})
def add_grouping(request: HttpRequest, inquiry_id: Id, grouping: GroupingIn) -> Status[Grouping]:
    """A board for the answers to one question."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.start_grouping(by=request.user, inquiry=inquiry, **dict(grouping)))


@router.get("/groupings/{grouping_id}", response={200: shapes.GroupedOut, **READ})
def get_grouping(request: HttpRequest, grouping_id: Id) -> dict[str, Any]:
    """A board as you may see it now."""
    return _board(grouping_view(request.user, grouping_id, lang=language()))


def _board(told: GroupingView) -> dict[str, Any]:
    shown = told.is_open and told.own
    return {
        **fields_of(shapes.GroupingOut, told.grouping),
        "responses": told.responses,
        "categories": _counts(told),
        "codings": [
            {"who": str(one.created_by), "mine": one == told.mine, "done": one.done_at is not None}
            for one in told.codings
        ],
        "my_places": told.my_places,
        "final": told.outcome.final if shown else {},
        "differ": list(told.outcome.differ) if shown else [],
        "agreement": _agreement(told),
    }


def _counts(told: GroupingView) -> list[dict[str, Any]]:
    lines = {line.category.pk: line for line in told.lines}
    return [
        {
            "category": one.pk, "name": one.name, "meaning": one.meaning,
            "count": lines[one.pk].count if one.pk in lines else None,
            "samples": [answer.text for answer in lines[one.pk].samples] if one.pk in lines else [],
            "causes": [ground.cause_id for ground in lines[one.pk].grounds] if one.pk in lines else [],
        }
        for one in told.categories
    ]  # fmt: skip


def _agreement(told: GroupingView) -> dict[str, Any] | None:
    if (agreed := told.agreement) is None:
        return None
    return {
        "categories": agreed.groups, "table": agreed.table, "both": agreed.both, "alike": agreed.alike,
        "kappa": agreed.kappa, "words": told.agreement_words,
    }  # fmt: skip


@router.patch("/groupings/{grouping_id}", response={200: shapes.GroupingOut, **EDIT})
def change_grouping(request: HttpRequest, grouping_id: Id, grouping: GroupingChangeIn) -> Grouping:
    """Other words for the question."""
    row = found(request, Grouping, grouping_id)
    return services.change_grouping(by=request.user, grouping=row, **dict(grouping))


@router.post("/groupings/{grouping_id}/responses", response={201: shapes.ResponsesBatchOut, **WRITE})
def put_in_responses(request: HttpRequest, grouping_id: Id, responses: ResponsesIn) -> Status[dict[str, Any]]:
    """Put answers in, all or none."""
    row = found(request, Grouping, grouping_id)
    batch = services.put_in_responses(by=request.user, grouping=row, **dict(responses))
    return Status(201, {"batch": str(batch), "answers": len(responses.texts)})


@router.post("/groupings/{grouping_id}/responses/take-back", response={200: shapes.ResponsesBatchOut, **WRITE})
def take_back_responses(request: HttpRequest, grouping_id: Id, asked: ResponsesBackIn) -> dict[str, Any]:
    """Take back what came in together."""
    row = found(request, Grouping, grouping_id)
    gone = services.take_back_responses(by=request.user, grouping=row, batch=asked.batch)
    return {"batch": str(asked.batch), "answers": gone}


@router.post("/groupings/{grouping_id}/categories", response={201: shapes.CategoryOut, **WRITE})
def add_category(request: HttpRequest, grouping_id: Id, category: CategoryIn) -> Status[Category]:
    """A group for answers; all who group use the same ones."""
    row = found(request, Grouping, grouping_id)
    return Status(201, services.add_category(by=request.user, grouping=row, **dict(category)))


@router.patch("/categories/{category_id}", response={200: shapes.CategoryOut, **EDIT})
def change_category(request: HttpRequest, category_id: Id, category: CategoryChangeIn) -> Category:
    """Another name, or other words on what belongs in it."""
    row = found(request, Category, category_id)
    words = category.over(row, "name", "meaning")
    return services.change_category(by=request.user, category=row, version=category.version, **words)


@router.post("/groupings/{grouping_id}/start", response={200: shapes.GroupedOut, **WRITE})
def start_coding(request: HttpRequest, grouping_id: Id) -> dict[str, Any]:
    """Begin to group on your own. Two people can."""
    services.start_coding(by=request.user, grouping=found(request, Grouping, grouping_id))
    return get_grouping(request, grouping_id)


@router.post("/groupings/{grouping_id}/placings", response={200: shapes.GroupedOut, **WRITE})
def place_responses(request: HttpRequest, grouping_id: Id, placings: PlacingsIn) -> dict[str, Any]:
    """Put answers into groups. Each move is a step of the replay."""
    row = found(request, Grouping, grouping_id)
    services.place(by=request.user, grouping=row, placings=placings.placings, key=placings.key)
    return get_grouping(request, grouping_id)


@router.post("/groupings/{grouping_id}/done", response={200: shapes.GroupedOut, **WRITE})
def say_grouping_done(request: HttpRequest, grouping_id: Id, asked: GroupingDoneIn) -> dict[str, Any]:
    """You are done, or go on after all. When both are done, the two ways are laid side by side."""
    services.say_done(by=request.user, grouping=found(request, Grouping, grouping_id), done=asked.done)
    return get_grouping(request, grouping_id)


@router.post("/groupings/{grouping_id}/open", response={200: shapes.GroupedOut, **WRITE})
def open_grouping(request: HttpRequest, grouping_id: Id) -> dict[str, Any]:
    """The lead lays side by side what there is."""
    services.open_grouping(by=request.user, grouping=found(request, Grouping, grouping_id))
    return get_grouping(request, grouping_id)


@router.post("/responses/{response_id}/settle", response={200: shapes.ResponseOut, **WRITE})
def settle_response(request: HttpRequest, response_id: Id, asked: SettleResponseIn) -> Response:
    """Where an answer goes after a talk."""
    row = found(request, Response, response_id)
    category = found_or_none(request, Category, asked.category)
    return services.settle(by=request.user, response=row, category=category, reason=asked.reason)


@router.post("/responses/{response_id}/sample", response={200: shapes.ResponseOut, **WRITE})
def keep_sample(request: HttpRequest, response_id: Id, asked: KeepSampleIn) -> Response:
    """Keep an answer that shows what its group means, or no longer."""
    return services.keep_sample(by=request.user, response=found(request, Response, response_id), sample=asked.sample)


@router.get("/groupings/{grouping_id}/replay", response={200: list[shapes.StepOfReplay], **READ})
@paginate(Pages)
def get_replay(request: HttpRequest, grouping_id: Id) -> list[dict[str, Any]]:
    """Every move in the order in which it was made; before the board is open, only your own."""
    return [
        {"number": one.number, "who": one.who, "response": one.response.pk,
         "category": one.category.pk if one.category else None}
        for one in own_grouping(request.user, grouping_id).steps
    ]  # fmt: skip


@router.get("/groupings/{grouping_id}/board.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_grouping_csv(request: HttpRequest, grouping_id: Id) -> HttpResponse:
    """Every answer with its group, as a table."""
    return HttpResponse(
        board_csv(own_grouping(request.user, grouping_id, lang=language())), content_type="text/csv; charset=utf-8"
    )
