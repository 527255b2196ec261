"""A closed round of Room 12 with its table, and one in which everyone still writes."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.theory.predicting import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_predicting as world

ASKED, CLOSED, NOW = dt.date(2026, 11, 5), dt.date(2026, 11, 12), dt.date(2027, 2, 8)
TIMES = 8


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        _closed(bench)
        _open(bench)


def _closed(bench: Bench) -> None:
    at = bench.calendar.at
    with as_if(at(ASKED)):
        board = services.open_board(by=bench.lead, inquiry=bench.inquiry, question=world.QUESTION)
        made = []
        for who, text, test, kind, signed, blames, *_met in world.PREDICTIONS:
            made.append(
                services.predict(
                    by=bench.person(who), board=board, text=text, test=test, test_kind=kind, signed=signed,
                    blames=blames,
                )
            )  # fmt: skip
        services.put_counts(
            by=bench.lead, board=board, text=world.counts(), name="Eight lessons in each of three rooms", times=TIMES
        )
    with as_if(at(CLOSED)):
        board = services.close_board(by=bench.lead, board=services.share_board(by=bench.lead, board=board))
        for prediction, (*_told, result, note, table) in zip(made, world.PREDICTIONS, strict=True):
            services.record_result(
                by=bench.lead, prediction=prediction, version=None, result=result, note=note, read_from=table
            )
        services.keep_finding(by=bench.lead, board=board, text=world.FINDING, read_from="language|kind of task")


def _open(bench: Bench) -> None:
    with as_if(bench.calendar.at(NOW)):
        board = services.open_board(by=bench.lead, inquiry=bench.inquiry, question=world.OPEN_QUESTION)
        for who, text, test, kind in world.OPEN:
            services.predict(by=bench.person(who), board=board, text=text, test=test, test_kind=kind)
