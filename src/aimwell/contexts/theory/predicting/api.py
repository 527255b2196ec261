"""Prediction boards in the API. What is covered on the page is not in the answers either."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Cells,
    Id,
    KeptOut,
    Key,
    Pages,
    ReasonIn,
    Said,
    Version,
    Words,
    fields_of,
    line,
)
from aimwell.contexts.theory.api.base import found, found_or_none, keeping, language, measure_of
from aimwell.contexts.theory.models import Bone, Inquiry
from aimwell.contexts.theory.predicting import services
from aimwell.contexts.theory.predicting.models import (
    Blames,
    Board,
    BoardState,
    CountSheet,
    Finding,
    Prediction,
    Result,
    TestKind,
)
from aimwell.contexts.theory.predicting.queries import BoardView, boards_of
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.errors import NotFound

router = Router(tags=["theory"])
Times = Field(1, ge=1, le=1000, description="How often one student can be counted; small groups hide by it.")


class PredictionBoardIn(Body):
    question: line(300, least=1)
    measure: Id | None = Field(None, description="A measure whose groups could test the predictions.")
    key: Key = None


class PredictionBoardChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    question: line(300, least=1) = "-"
    measure: Id | None = None


class BoardPredictionIn(Body):
    text: Said = Field(description="What the data will show, and why.")
    test: line(300, least=1) = Field(description="The data that would test it.")
    test_kind: TestKind = TestKind.CUT
    signed: bool = Field(False, description="Whether your name may stand beside it.")
    blames: Blames | None = Field(None, description="Whose doing it would be; the team alone sees it.")
    key: Key = None


class PredictionResultIn(Body):
    version: Version
    result: Result
    note: Words = ""
    read_from: line(200) = Field("", description="The table it was read from: “day” or “day|distance”.")


class PredictedCauseIn(Body):
    bone: Id
    text: line(300) = Field("", description="The cause, as something adults here do or set up.")


class FindingIn(Body):
    text: Said
    read_from: line(200) = ""
    bone: Id | None = Field(None, description="With a bone it becomes a cause at once.")
    cause_text: line(300) = ""
    key: Key = None


class CountsIn(Body):
    text: Cells = Field(min_length=1, max_length=2_000_000, description="The table: headings, groups, counts.")
    name: line(200) = Field("", description="Where the counts come from.")
    times: int = Times
    key: Key = None


class CountColumnsIn(Body):
    version: Version
    count: int = Field(ge=0, le=1000, description="Place in `numbers`.")
    whole: int | None = Field(None, ge=0, le=1000, description="Place in `numbers`; empty: each row counts one.")
    used: list[int] = Field(description="Places in `attributes` that cut.")
    lost: bool = Field(False, description="What is counted is what is missing, such as absences.")
    times: int = Times


class PredictionBoardOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    question: str
    state: BoardState = Field(description="writing, shared (side by side) or closed (the data are open).")
    measure: int | None = Field(validation_alias="measure_id")


class BoardPredictionOut(Schema):
    """Without a time and without an author, unless the author signed."""

    id: int
    version: int
    board: int
    text: str
    test: str
    test_kind: TestKind
    author: str
    mine: bool
    blames: str
    result: str
    note: str
    read_from: str
    cause: int | None


class FindingOut(KeptOut):
    board: int = Field(validation_alias="board_id")
    text: str
    read_from: str = Field(validation_alias="by_cut")
    cause: int | None = Field(validation_alias="became_id")


class CountSheetOut(KeptOut):
    """What the table holds, without its numbers."""

    board: int = Field(validation_alias="board_id")
    name: str
    attributes: list[str]
    numbers: list[str]
    used: list[int]
    count: int
    whole: int | None
    lost: bool
    times: int
    skipped: int
    left_out: list[str]


class PredictionBoardWholeOut(PredictionBoardOut):
    written: int = Field(description="How many predictions there are; while everyone writes you see your own only.")
    predictions: list[BoardPredictionOut]
    findings: list[FindingOut]
    sheet: CountSheetOut | None
    cuts: list[str] = Field(description="Tables to ask for; their numbers are covered until the round is closed.")


class CutCell(Schema):
    rate: str
    counts: str
    hidden: bool


class CutLine(Schema):
    name: str
    cells: list[CutCell]


class CutOut(Schema):
    by: str
    title: str
    sentence: str
    columns: list[str]
    rows: list[CutLine]
    hidden: str = Field(description="What is hidden so that no student can be picked out.")


@router.get("/inquiries/{inquiry_id}/prediction-boards", response={200: list[PredictionBoardOut], **READ})
@paginate(Pages)
def list_prediction_boards(request: HttpRequest, inquiry_id: Id) -> list[Board]:
    """The questions of an inquiry, newest first."""
    return boards_of(inquiry_view(request.user, inquiry_id, lang=language()))


@router.post("/inquiries/{inquiry_id}/prediction-boards", response={201: PredictionBoardOut, **WRITE})
def open_prediction_board(request: HttpRequest, inquiry_id: Id, board: PredictionBoardIn) -> Status[Board]:
    """Ask one question; everyone in the team may write predictions to it."""
    facts = {**dict(board), "measure": measure_of(request, board.measure)}
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.open_board(by=request.user, inquiry=inquiry, **facts))


@router.get("/prediction-boards/{board_id}", response={200: PredictionBoardWholeOut, **READ})
def get_prediction_board(request: HttpRequest, board_id: Id) -> dict[str, Any]:
    """The board as far as it is open to you."""
    shown = _view(request, board_id)
    return {
        **fields_of(PredictionBoardOut, shown.board),
        "written": shown.written,
        "predictions": [_prediction(shown, one) for one in shown.predictions],
        "findings": shown.findings,
        "sheet": shown.sheet,
        "cuts": [key for key, _words in shown.cuts],
    }


@router.patch("/prediction-boards/{board_id}", response={200: PredictionBoardOut, **EDIT})
def change_prediction_board(request: HttpRequest, board_id: Id, board: PredictionBoardChangeIn) -> Board:
    """Another wording, or another measure whose groups could test it."""
    row = found(request, Board, board_id)
    measure = measure_of(request, board.measure) if "measure" in board.model_fields_set else row.measure
    question = board.over(row, "question")["question"]
    return services.change_board(by=request.user, board=row, version=board.version, question=question, measure=measure)


@router.post("/prediction-boards/{board_id}/share", response={200: PredictionBoardOut, **WRITE})
def share_predictions(request: HttpRequest, board_id: Id) -> Board:
    """End the silence: all predictions stand side by side. The data stay covered."""
    return services.share_board(by=request.user, board=found(request, Board, board_id))


@router.post("/prediction-boards/{board_id}/close", response={200: PredictionBoardOut, **WRITE})
def close_prediction_board(request: HttpRequest, board_id: Id, asked: ReasonIn) -> Board:
    """Close the round and uncover the data. Without any prediction it needs one sentence of reason."""
    return services.close_board(by=request.user, board=found(request, Board, board_id), reason=asked.reason)


@router.post("/prediction-boards/{board_id}/predictions", response={201: BoardPredictionOut, **WRITE})
def predict(request: HttpRequest, board_id: Id, prediction: BoardPredictionIn) -> Status[dict[str, Any]]:
    """Write one prediction, with the data that would test it. It is not signed unless you say so."""
    row = found(request, Board, board_id)
    facts = {**dict(prediction), "blames": prediction.blames or ""}
    made = services.predict(by=request.user, board=row, **facts)
    return Status(201, _prediction(_view(request, board_id), made))


@router.post("/predictions/{prediction_id}/withdraw", response={200: PredictionBoardOut, **WRITE})
def withdraw_prediction(request: HttpRequest, prediction_id: Id) -> Board:
    """Take your own prediction back, before the round is closed."""
    return services.withdraw(by=request.user, prediction=found(request, Prediction, prediction_id)).board


@router.post("/predictions/{prediction_id}/bring-back", response={200: PredictionBoardOut, **WRITE})
def bring_prediction_back(request: HttpRequest, prediction_id: Id) -> Board:
    """Put your own prediction back that you had withdrawn."""
    return services.bring_prediction_back(by=request.user, prediction=found(request, Prediction, prediction_id)).board


@router.put("/predictions/{prediction_id}/result", response={200: BoardPredictionOut, **EDIT})
def record_prediction_result(request: HttpRequest, prediction_id: Id, result: PredictionResultIn) -> dict[str, Any]:
    """What the data say, once the round is closed."""
    row = found(request, Prediction, prediction_id)
    made = services.record_result(by=request.user, prediction=row, **dict(result))
    return _prediction(_view(request, made.board_id), made)


@router.post("/predictions/{prediction_id}/cause", response={200: BoardPredictionOut, **WRITE})
def make_cause_of_prediction(request: HttpRequest, prediction_id: Id, cause: PredictedCauseIn) -> dict[str, Any]:
    """A supported prediction becomes a cause, with its result as evidence."""
    row, bone = found(request, Prediction, prediction_id), found(request, Bone, cause.bone)
    made = services.make_cause_of(by=request.user, found=row, bone=bone, text=cause.text)
    assert isinstance(made, Prediction)
    return _prediction(_view(request, made.board_id), made)


@router.post("/prediction-boards/{board_id}/findings", response={201: FindingOut, **WRITE})
def keep_finding(request: HttpRequest, board_id: Id, finding: FindingIn) -> Status[Finding]:
    """Something that the data show and nobody predicted."""
    board = found(request, Board, board_id)
    facts = {**dict(finding), "bone": found_or_none(request, Bone, finding.bone)}
    return Status(201, services.keep_finding(by=request.user, board=board, **facts))


@router.post("/findings/{finding_id}/cause", response={200: FindingOut, **WRITE})
def make_cause_of_finding(request: HttpRequest, finding_id: Id, cause: PredictedCauseIn) -> Any:
    """A finding becomes a cause, with itself as evidence."""
    row, bone = found(request, Finding, finding_id), found(request, Bone, cause.bone)
    return services.make_cause_of(by=request.user, found=row, bone=bone, text=cause.text)


@router.post("/prediction-boards/{board_id}/counts", response={201: CountSheetOut, **WRITE})
def put_counts(request: HttpRequest, board_id: Id, counts: CountsIn) -> Status[CountSheet]:
    """Paste a table of counts. It is kept as sums by combinations of groups, and stays covered."""
    board = found(request, Board, board_id)
    return Status(201, services.put_counts(by=request.user, board=board, **dict(counts)))


@router.post("/prediction-boards/{board_id}/counts/file", response={201: CountSheetOut, **WRITE})
def put_counts_of_file(
    request: HttpRequest, board_id: Id, file: File[UploadedFile], times: Form[int] = 1
) -> Status[CountSheet]:
    """The same from a CSV or Excel file."""
    board = found(request, Board, board_id)
    return Status(201, services.put_counts(by=request.user, board=board, upload=file, times=times))


@router.put("/prediction-counts/{sheet_id}/columns", response={200: CountSheetOut, **EDIT})
def choose_count_columns(request: HttpRequest, sheet_id: Id, columns: CountColumnsIn) -> CountSheet:
    """Which column is the count, which the whole, and which ones cut."""
    return services.choose_columns(by=request.user, sheet=found(request, CountSheet, sheet_id), **dict(columns))


@router.get("/prediction-boards/{board_id}/cut", response={200: CutOut, **READ})
def get_cut(request: HttpRequest, board_id: Id, by: str = "") -> dict[str, Any]:
    """One table, such as “day” or “day|distance”; without `by` the first one. For members, once the round is closed."""
    shown = _view(request, board_id)
    if not shown.names:
        raise NotFound
    cut = shown.cut(by or shown.names[0])
    words = cut.words
    return {
        "by": cut.key,
        "title": words.title,
        "sentence": words.sentence,
        "columns": list(words.heads),
        "rows": [{"name": name, "cells": list(cells)} for name, cells in words.rows],
        "hidden": words.hidden,
    }


keeping(router, "prediction_board", "prediction-boards", Board, PredictionBoardOut)
keeping(router, "finding", "findings", Finding, FindingOut)
keeping(router, "counts", "prediction-counts", CountSheet, CountSheetOut)


def _view(request: HttpRequest, board_id: int) -> BoardView:
    board = found(request, Board, board_id)
    view = inquiry_view(request.user, board.inquiry_id, lang=language())
    return BoardView(board, view, request.user)  # type: ignore[arg-type]


def _prediction(shown: BoardView, one: Prediction) -> dict[str, Any]:
    return {
        "id": one.pk,
        "version": one.version,
        "board": one.board_id,
        "text": one.text,
        "test": one.test,
        "test_kind": one.test_kind,
        "author": shown.author_of(one),
        "mine": one.created_by_id == shown.user.pk,
        "blames": one.blames if shown.team else "",
        "result": one.result,
        "note": one.note,
        "read_from": one.by_cut,
        "cause": one.became_id,
    }
