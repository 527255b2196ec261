"""One sentence for each column of a file: what we checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aimwell.domain.words.files import TABLE
from aimwell.domain.words.numbers import number_text

DATE_KINDS = {"iso": "year_first", "compact": "year_first", "named": "named_month", "serial": "serial_days"}
BAD_DATES = ("bad_date", "no_date", "future_date")
BAD_NUMBERS = ("bad_number", "no_number", "negative_count", "formula_cell")


def column_note(column: Mapping[str, Any], role: str, report: Mapping[str, Any], lang: str) -> str:
    if column["students"]:
        return TABLE.say("students", lang)
    if not report:
        return ""
    if role == "date" and report["dates"]:
        return _dates(report, lang)
    if role == "series":
        return _counted("names_count", report["series"], lang)
    if role == "denominator":
        above = report["codes"].get("numerator_above_denominator", 0) + report["swapped"]
        return _counted("whole_checked", above, lang) if above else TABLE.say("whole_fine", lang)
    if role in ("value", "share", "numerator"):
        return _numbers(role, report, lang)
    return TABLE.say("left_out", lang)


def _dates(report: Mapping[str, Any], lang: str) -> str:
    kind, order, forced = report["dates"]
    count = report["rows"] - _sum(report, BAD_DATES)
    return _counted(DATE_KINDS.get(kind, order), count, lang, forced=forced)


def _numbers(role: str, report: Mapping[str, Any], lang: str) -> str:
    count = report["rows"] - report["missing"] - _sum(report, BAD_NUMBERS)
    parts = [_counted("numbers_count", count, lang)]
    if report["comma"]:
        parts.append(TABLE.say("with_comma", lang))
    if role == "share":
        parts.append(TABLE.say("shares", lang))
    return " ".join(parts)


def _sum(report: Mapping[str, Any], codes: tuple[str, ...]) -> int:
    return sum(report["codes"].get(code, 0) for code in codes)


def _counted(key: str, count: int, lang: str, **more: object) -> str:
    return TABLE.say(key, lang, n=count, count=number_text(count), **more)
