"""`aimwell chart FILE`: a chart from a table, without a server, settings or a database."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from aimwell.chartfile import asked as words_given
from aimwell.chartfile import outputs
from aimwell.chartfile.charts import Chart
from aimwell.chartfile.over_time import chart_over_time
from aimwell.chartfile.page import page
from aimwell.chartfile.readings import group_readings
from aimwell.chartfile.words import TABLE, ChartFileError, refuse

BINARY = ("png", "pptx", "xlsx")
ONE_A_GROUP = ("svg", "png", "pptx", "xlsx")
OVER_TIME_ONLY = ("pptx", "xlsx")


def main(arguments: Sequence[str] | None = None) -> int:
    """0: written or said. 2: something is wrong, said on standard error; then nothing is written."""
    asked = words_given.read(arguments)
    notes: list[str] = []
    try:
        out = _out(asked)
        files = _files(_charts(asked, notes.append), asked, out)
    except ChartFileError as problem:
        print("\n".join([*problem.lines, TABLE.say("nothing_written", asked.lang)]), file=sys.stderr)
        return 2
    for note in notes:
        print(note, file=sys.stderr)
    return _write(files, asked)


def _out(asked: Namespace) -> str:
    """What to make: as said, else by the ending of --output, else words."""
    if asked.out:
        return str(asked.out)
    if not asked.output:
        return "words"
    ending = Path(asked.output).suffix.lower().removeprefix(".")
    found = {"htm": "html", "txt": "words"}.get(ending, ending)
    if found not in words_given.OUTPUTS:
        raise refuse("say_out", asked.lang, path=asked.output, kinds=", ".join(words_given.OUTPUTS))
    return found


def _charts(asked: Namespace, say: Callable[[str], None]) -> Sequence[Chart]:
    if asked.chart in words_given.SPECIAL:
        from aimwell.chartfile.special import special_charts

        return special_charts(asked, standard_input=sys.stdin.buffer, say=say)
    groups = group_readings(asked, standard_input=sys.stdin.buffer, say=say)
    return [chart_over_time(group, asked.lang) for group in groups]


def _files(charts: Sequence[Chart], asked: Namespace, out: str) -> dict[str, bytes]:
    """What to write, by path; "" is standard output."""
    if out in BINARY and not asked.output and sys.stdout.isatty():
        raise refuse("needs_path", asked.lang, out=out)
    if out not in ONE_A_GROUP or len(charts) == 1:
        return {asked.output: _made(charts, asked, out)}
    if not asked.output:
        raise refuse("needs_path_groups", asked.lang, out=out, count=len(charts))
    return {_path_of(asked.output, group.name): _made([group], asked, out) for group in charts}


def _path_of(path: str, name: str) -> str:
    """`chart.svg` and Room 12 make `chart-Room 12.svg`; signs that no file name holds become a dash."""
    safe = "".join(sign if sign.isalnum() or sign in " _-." else "-" for sign in name).strip(" .")
    whole = Path(path)
    return str(whole.with_name(f"{whole.stem}-{safe}{whole.suffix}"))


def _made(charts: Sequence[Chart], asked: Namespace, out: str) -> bytes:
    lang = asked.lang
    makers: dict[str, Callable[[], str | bytes]] = {
        "words": lambda: outputs.as_words(charts),
        "svg": lambda: outputs.as_svg(charts[0], asked.size),
        "png": lambda: outputs.as_png(charts[0], asked.size, asked.width),
        "csv": lambda: outputs.as_csv(charts),
        "json": lambda: outputs.as_json(charts),
        "html": lambda: page(charts, lang),
        "pptx": lambda: outputs.as_pptx(charts[0], lang),
        "xlsx": lambda: outputs.as_xlsx(charts[0], lang),
    }
    if out in OVER_TIME_ONLY and charts[0].reading is None:
        kinds = ", ".join(kind for kind in makers if kind not in OVER_TIME_ONLY)
        raise refuse("not_for_chart", lang, chart=asked.chart, out=out, kinds=kinds)
    made = makers[out]()
    return made.encode("utf-8") if isinstance(made, str) else made


def _write(files: dict[str, bytes], asked: Namespace) -> int:
    for path, data in files.items():
        if not path:
            _print(data)
            continue
        try:
            Path(path).write_bytes(data)
        except OSError as problem:
            why = problem.strerror or problem
            print(TABLE.say("unwritable", asked.lang, path=path, why=why), file=sys.stderr)
            return 2
        print(TABLE.say("written", asked.lang, path=path), file=sys.stderr)
    return 0


def _print(data: bytes) -> None:
    """To standard output; a reader that has seen enough (`| head`) may leave."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
