"""Interviews, themes and two boards of answers for Room 12."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.models import Category, Grouping, Theme
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_voices as heard

SECOND = "devon"


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        _talks(bench)
        with as_if(bench.calendar.at(heard.NEXT_ON, "15:45")):
            services.say_who_took_part(by=bench.lead, inquiry=bench.inquiry, version=0, **heard.TOOK_PART)
        _board(bench)
        _next_board(bench)


def _talks(bench: Bench) -> None:
    for talk in heard.TALKS:
        with as_if(bench.calendar.at(talk.day, "14:50")):
            interview = services.add_interview(
                by=bench.lead, inquiry=bench.inquiry, kind=talk.kind, role=talk.role, group=talk.group,
                held_on=bench.calendar.day(talk.day), protocol=heard.PROTOCOL, consent=talk.consent, notes=talk.notes,
                keep_names=True,
            )  # fmt: skip
            for theme, text in talk.said:
                services.add_quote(by=bench.lead, interview=interview, new_theme=theme, text=text, keep_names=True)
    with as_if(bench.calendar.at(heard.HEARD_ON, "15:30")):
        for theme in Theme.objects.filter(inquiry=bench.inquiry, text__in=heard.CAUSES):
            services.link_theme(by=bench.lead, theme=theme, cause=_cause(bench, heard.CAUSES[theme.text]))


def _cause(bench: Bench, text: str) -> Cause:
    return Cause.objects.get(bone__inquiry=bench.inquiry, text=text)


def _board(bench: Bench) -> None:
    board, groups = _new_board(bench, heard.QUESTION, [text for text, *_ways in heard.ANSWERS], heard.GROUPS,
                               heard.HEARD_ON)  # fmt: skip
    keys = {one.text: one for one in board.responses.all()}
    for seat, (who, start) in enumerate(((bench.lead, "15:05"), (bench.person(SECOND), "15:40")), start=1):
        begun = bench.calendar.at(heard.GROUPED_ON, start)
        with as_if(begun):
            services.start_coding(by=who, grouping=board)
        for number, row in enumerate(heard.ANSWERS, start=1):
            with as_if(begun + dt.timedelta(seconds=20 * number)):
                services.place(by=who, grouping=board, placings={keys[row[0]].pk: groups[row[seat]].pk})
        with as_if(begun + dt.timedelta(minutes=15)):
            services.say_done(by=who, grouping=board)
    with as_if(bench.calendar.at(heard.TALKED_ON, "15:20")):
        for text, group, reason in heard.SETTLED:
            keys[text].refresh_from_db()
            services.settle(by=bench.lead, response=keys[text], category=groups[group], reason=reason)
        for text in heard.SAMPLES:
            keys[text].refresh_from_db()
            services.keep_sample(by=bench.lead, response=keys[text], sample=True)
        start = Category.objects.get(pk=groups[heard.START].pk)
        services.link_category(by=bench.lead, category=start, cause=_cause(bench, heard.CAUSES[heard.CANNOT_START]))


def _next_board(bench: Bench) -> None:
    """One that is still being grouped, for whoever looks at the demo to try."""
    board, groups = _new_board(bench, heard.NEXT_QUESTION, heard.NEXT_ANSWERS, heard.NEXT_GROUPS, heard.NEXT_ON)
    with as_if(bench.calendar.at(heard.NEXT_ON, "15:30")):
        services.start_coding(by=bench.lead, grouping=board)
        first = board.responses.order_by("position")[0]
        services.place(by=bench.lead, grouping=board, placings={first.pk: groups["Words"].pk})


def _new_board(
    bench: Bench, question: str, texts: list[str] | tuple[str, ...], groups: tuple[tuple[str, str], ...], day: dt.date
) -> tuple[Grouping, dict[str, Category]]:
    with as_if(bench.calendar.at(day, "15:10")):
        board = services.start_grouping(by=bench.lead, inquiry=bench.inquiry, question=question)
        services.put_in_responses(by=bench.lead, grouping=board, texts=texts, keep_names=True)
        made = {
            name: services.add_category(by=bench.lead, grouping=board, name=name, meaning=meaning)
            for name, meaning in groups
        }
    return board, made
