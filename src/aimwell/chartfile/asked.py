"""The words after `aimwell chart`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from math import isfinite
from typing import Any, NoReturn, TypeVar

from aimwell.chartfile.help import EXAMPLES, TABLE
from aimwell.domain.spc.kinds import CHART_KINDS
from aimwell.domain.spc.rulesets import RULE_SET_NAMES
from aimwell.domain.tables.dates import Order

OUTPUTS = ("words", "svg", "png", "json", "csv", "html", "pptx", "xlsx")
SPECIAL = ("funnel", "pareto", "histogram", "scatter", "cusum")
LANGS = ("en", "es")
N = TypeVar("N", int, float)
STEPS = ("day", "week", "month")
WIDEST = 4000
"""Pixels of a PNG."""


def read(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked. Ends the program with 2, and one sentence, when it cannot be understood; with 0 after --help."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    return parser(_lang(words)).parse_args(words)


def _lang(words: Sequence[str]) -> str:
    """The language of the help, before anything else is understood."""
    pairs = zip(words, [*words[1:], ""], strict=False)
    said = [after if word == "--lang" else word.removeprefix("--lang=") for word, after in pairs if "--lang" in word]
    return said[-1] if said and said[-1] in LANGS else "en"


def order_of(asked: argparse.Namespace) -> Order | None:
    """Of day and month, as a person said."""
    orders: dict[str | None, Order] = {"month-first": "month_first", "day-first": "day_first"}
    return orders.get(asked.dates)


def comma_of(asked: argparse.Namespace) -> bool | None:
    """Whether a comma stands before the decimals, as a person said."""
    return None if asked.decimals is None else bool(asked.decimals == "comma")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in the language asked for."""

    def __init__(self, lang: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.lang = lang

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self._said(message)}\n{TABLE.say('see_help', self.lang)}\n")

    def _said(self, message: str) -> str:
        subject, _, why = message.partition(": ")
        option = subject.removeprefix("argument ")
        if subject == "unrecognized arguments":
            return TABLE.say("unknown", self.lang, text=why)
        if why.startswith("expected"):
            return TABLE.say("needs_value", self.lang, option=option)
        if "required" in subject:
            return TABLE.say("no_table", self.lang)
        return f"{option}: {why}."


class _Options:
    """One group of options, with its help in one language."""

    def __init__(self, parser: _Parser, title: str) -> None:
        self.lang = parser.lang
        self.group = parser.add_argument_group(self.say(title))

    def say(self, key: str, **facts: object) -> str:
        return TABLE.say(key, self.lang, **facts)

    def add(self, *names: str, about: str = "", **rest: Any) -> None:
        self.group.add_argument(*names, help=self.say(about or names[0].strip("-").replace("-", "_")), **rest)

    def one_of(self, kinds: Sequence[str]) -> dict[str, Any]:
        def kind(text: str) -> str:
            if text and text.lower() not in kinds:
                raise argparse.ArgumentTypeError(self.say("not_one_of", text=text, kinds=", ".join(kinds)))
            return text.lower()

        return {"type": kind, "metavar": "{" + ",".join(kinds) + "}"}

    def day(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(self.say("bad_day", text=text)) from None

    def number(self, text: str) -> float:
        return self._read(text, "bad_number", float, isfinite)

    def above_0(self, text: str) -> float:
        return self._read(text, "not_above_0", float, lambda number: isfinite(number) and number > 0)

    def width(self, text: str) -> int:
        return self._read(text, "bad_width", int, lambda number: 1 <= number <= WIDEST)

    def _read(self, text: str, key: str, kind: Callable[[str], N], fits: Callable[[N], bool]) -> N:
        try:
            found = kind(text)
        except ValueError:
            raise argparse.ArgumentTypeError(self.say(key, text=text)) from None
        if not fits(found):
            raise argparse.ArgumentTypeError(self.say(key, text=text))
        return found


def parser(lang: str = "en") -> argparse.ArgumentParser:
    made = _Parser(
        lang,
        prog="aimwell chart",
        usage=TABLE.say("usage", lang),
        description=TABLE.say("about", lang),
        epilog=f"{TABLE.say('examples', lang)}\n{EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    _file(_Options(made, "positionals"))
    _columns(_Options(made, "columns"))
    _method(_Options(made, "method"))
    _lines(_Options(made, "lines"))
    _output(_Options(made, "output"))
    return made


def _file(options: _Options) -> None:
    options.add("file", metavar="FILE")
    options.add("-h", "--help", about="help", action="help")


def _columns(options: _Options) -> None:
    options.add("--x", default="", metavar="COLUMN")
    options.add("--y", default="", metavar="COLUMN")
    options.add("--n", default="", metavar="COLUMN")
    options.add("--group", default="", metavar="COLUMN")
    options.add("--sheet", default="", metavar="NAME")
    options.add("--dates", **options.one_of(("month-first", "day-first")))
    options.add("--decimals", **options.one_of(("point", "comma")))
    options.add("--starts", type=options.day, metavar="DATE")
    options.add("--step", default="week", **options.one_of(STEPS))


def _method(options: _Options) -> None:
    options.add("--chart", default="run", **options.one_of((*CHART_KINDS, *SPECIAL)))
    options.add("--rules", default="anhoej", **options.one_of(RULE_SET_NAMES))
    options.add("--by", **options.one_of(STEPS))
    options.add("--how", **options.one_of(("mean", "median", "sum")))
    options.add("--multiply", type=options.above_0, metavar="K")
    options.add("--per-session", action="store_true")
    options.add("--closed", action="append", default=[], metavar="FROM..TO")
    options.add("--no-screening", action="store_true")


def _lines(options: _Options) -> None:
    options.add("--phase", action="append", default=[], metavar="WHAT")
    options.add("--freeze", action="append", default=[], metavar="DATE")
    options.add("--exclude", action="append", default=[], metavar="DATES")
    options.add("--centre", "--center", type=options.number, metavar="VALUE")
    options.add("--centre-source", "--center-source", default="", metavar="TEXT")
    options.add("--baseline", default="own", **options.one_of(("own", "last-year")))
    options.add("--target", default="", metavar="VALUE[@DATE]")
    options.add("--direction", default="", **options.one_of(("up", "down")))
    options.add("--unit", metavar="TEXT")
    options.add("--title", default="", metavar="TEXT")


def _output(options: _Options) -> None:
    options.add("--out", **options.one_of(OUTPUTS))
    options.add("--output", about="path", default="", metavar="PATH")
    options.add("--size", default="desktop", **options.one_of(("desktop", "phone", "print")))
    options.add("--width", type=options.width, default=1440, metavar="PIXELS")
    options.add("--lang", default="en", **options.one_of(LANGS))
