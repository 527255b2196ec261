"""The words after `aimwell chart`."""

from __future__ import annotations

import argparse
from datetime import date

from aimwell.domain.spc.kinds import CHART_KINDS
from aimwell.domain.spc.rulesets import RULE_SET_NAMES

OUTPUTS = ("words", "svg", "png", "json", "csv", "html", "pptx", "xlsx")
SPECIAL = ("funnel", "pareto", "histogram", "scatter", "cusum")

ABOUT = """\
Read a table (CSV, XLSX or standard input) as a chart over time, and say in words what it shows.
Columns that you do not name are guessed, and the guess is said. Nothing is written when a cell cannot be read.
"""
EXAMPLES = """\
examples:
  aimwell chart attendance.csv
  aimwell chart attendance.csv --y present --n enrolled --chart p --group school --out html --output schools.html
  aimwell chart days.xlsx --by week --freeze 2026-10-30 --target 95@2027-06-11 --direction up --output week.svg
  aimwell chart referrals.csv --by month --chart u --per-session --closed 2026-12-21..2027-01-01
  psql -c "..." --csv | aimwell chart - --x day --y visits --chart c --out json
"""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="aimwell chart",
        description=ABOUT,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("file", help="a CSV or XLSX file, or - for standard input")
    _columns(made.add_argument_group("columns, by heading or number"))
    _method(made.add_argument_group("how it is read"))
    _lines(made.add_argument_group("lines and marks"))
    _output(made.add_argument_group("what comes out"))
    return made


def _columns(options: argparse._ArgumentGroup) -> None:
    options.add_argument("--x", default="", metavar="COLUMN", help="dates (or months, or weeks like 2026-W45)")
    options.add_argument("--y", default="", metavar="COLUMN", help="values, or counts beside --n")
    options.add_argument("--n", default="", metavar="COLUMN", help="totals: how many could have been counted")
    options.add_argument("--group", default="", metavar="COLUMN", help="one chart for each of its values; none: join")
    options.add_argument("--sheet", default="", help="of a workbook; else the first with cells")
    options.add_argument(
        "--starts", type=_day, metavar="DATE", help="date of the first row, when no column holds dates"
    )
    options.add_argument(
        "--step", choices=("day", "week", "month"), default="week", help="from row to row, with --starts"
    )


def _method(options: argparse._ArgumentGroup) -> None:
    options.add_argument("--chart", choices=(*CHART_KINDS, *SPECIAL), default="run", help="default: run")
    options.add_argument("--rules", choices=RULE_SET_NAMES, default="anhoej", help="default: anhoej")
    options.add_argument("--by", choices=("day", "week", "month"), help="gather dates before charting")
    options.add_argument(
        "--how", choices=("mean", "median", "sum"), help="several values of one date (default: mean; sum for c)"
    )
    options.add_argument("--multiply", type=float, metavar="K", help="shown per K of the total: 1000 for per 1,000")
    options.add_argument(
        "--per-session", action="store_true", help="counts of weeks or months over their school days; no --n then"
    )
    options.add_argument(
        "--closed",
        action="append",
        default=[],
        metavar="FROM..TO",
        help='days without school: "2026-11-25..2026-11-27 Thanksgiving". Repeatable',
    )
    options.add_argument("--no-screening", action="store_true", help="keep very large moving ranges in the limits")


def _lines(options: argparse._ArgumentGroup) -> None:
    options.add_argument(
        "--phase",
        action="append",
        default=[],
        metavar="WHAT",
        help='"2026-01-12 new bell schedule": a new line from that date (or point number) on; or a column. Repeatable',
    )
    options.add_argument(
        "--freeze", action="append", default=[], metavar="DATE", help="last date (or point number) of a baseline"
    )
    options.add_argument(
        "--exclude", action="append", default=[], metavar="DATES", help="left out of the line and the rules; by comma"
    )
    options.add_argument("--centre", "--center", type=float, metavar="VALUE", help="a known centre line")
    options.add_argument("--centre-source", "--center-source", default="", metavar="TEXT", help="where it comes from")
    options.add_argument(
        "--baseline",
        choices=("own", "last-year"),
        default="own",
        help="last-year: the line of the same weeks last year",
    )
    options.add_argument("--target", default="", metavar="VALUE[@DATE]", help="the aim, and the day it is for")
    options.add_argument("--direction", choices=("up", "down"), default="", help="which way is good")
    options.add_argument("--unit", help="%% for shares, or a word: days")
    options.add_argument("--title", default="", help="above the chart")


def _output(options: argparse._ArgumentGroup) -> None:
    options.add_argument("--out", choices=OUTPUTS, help="default: by the ending of --output, else words")
    options.add_argument("--output", default="", metavar="PATH", help="a file; else standard output")
    options.add_argument("--size", choices=("desktop", "phone", "print"), default="desktop", help="of the picture")
    options.add_argument("--width", type=int, default=1440, help="of a PNG, in pixels")
    options.add_argument("--lang", choices=("en", "es"), default="en", help="language of all words")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date: write it like 2026-09-07") from None
