"""A reading for workbooks and slides: exact numbers by column, and the method in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.domain.render.chart_limits import has_limits
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.render.numbers import unit_words, voice_for
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.spc.rulesets import RULE_SETS
from aimwell.domain.words.limits import TABLE as LIMITS
from aimwell.domain.words.methods import TABLE
from aimwell.domain.words.rules import TABLE as RULES
from aimwell.domain.words.spc import TABLE as NAMES

Cell = date | float | int | str | None
DRAWN = ("value", "centre", "lower", "upper", "target")
BY_PHASE = ("centre", "lower", "upper")
"""Lines that begin anew with each phase, so that nothing is drawn between two of them."""


@dataclass(frozen=True, slots=True)
class ExactTable:
    """Columns by `keys`, with their `names`; `rows` oldest first, None = empty."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, key: str) -> list[Cell]:
        at = self.keys.index(key)
        return [row[at] for row in self.rows]


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One line of a native chart, or the points of one kind of signal (`key` toward, away or neutral).

    `phase`: from 1, where it is drawn through one of several phases only, else 0. `name` tells phases apart; `listed`
    is for a list of lines that names each kind once, and empty for a line of an earlier phase.
    """

    key: str
    phase: int
    name: str
    values: tuple[float | None, ...]
    listed: str

    @property
    def last(self) -> int:
        """Place of its last value."""
        return max(k for k, value in enumerate(self.values) if value is not None)


def exact_table(reading: Reading, lang: str) -> ExactTable:
    """Every point with unrounded numbers. A column that would be empty is left out, but date and value."""
    target = None if reading.target is None else reading.target.value
    cells: dict[str, Callable[[ReadingPoint], Cell]] = {
        "date": lambda point: point.on,
        "value": lambda point: point.value,
        "numerator": lambda point: point.numerator,
        "denominator": lambda point: point.denominator,
        "size": lambda point: point.size,
        "centre": lambda point: point.centre,
        "lower": lambda point: point.lower,
        "upper": lambda point: point.upper,
        "target": lambda point: target,
        "phase_number": lambda point: point.phase + 1 if len(reading.phases) > 1 else None,
        "left_out": lambda point: TABLE.say("yes", lang) if point.excluded else None,
        "broken": lambda point: "; ".join(RULES.say(name, lang) for name in point.broken) or None,
        "note": lambda point: "; ".join(text for text in (point.missing, point.note) if text) or None,
    }
    columns = {key: [cell(point) for point in reading.points] for key, cell in cells.items()}
    kept = [key for key, column in columns.items() if key in ("date", "value") or any(c is not None for c in column)]
    return ExactTable(
        keys=tuple(kept),
        names=tuple(column_name(key, reading, lang) for key in kept),
        rows=tuple(zip(*(columns[key] for key in kept), strict=True)),
    )


def drawn_lines(reading: Reading, lang: str) -> list[DrawnLine]:
    """The lines of a native chart, one value a point; None = a gap."""
    table = exact_table(reading, lang)
    found: list[DrawnLine] = []
    for key in (key for key in DRAWN if key in table.keys):
        name, values = table.names[table.keys.index(key)], [_number(cell) for cell in table.column(key)]
        if key not in BY_PHASE or len(reading.phases) < 2:
            found.append(DrawnLine(key, 0, name, tuple(values), name))
        else:
            found += _by_phase(key, name, values, reading, lang)
    return found


def _by_phase(key: str, name: str, values: Sequence[float | None], reading: Reading, lang: str) -> list[DrawnLine]:
    """One line for each phase that has any."""
    phases = [point.phase for point in reading.points]
    held = sorted({phase for phase, value in zip(phases, values, strict=True) if value is not None})
    return [
        DrawnLine(
            key,
            phase + 1,
            TABLE.say("of_phase", lang, name=name, number=phase + 1),
            tuple(value if own == phase else None for own, value in zip(phases, values, strict=True)),
            name if phase == held[-1] else "",
        )
        for phase in held
    ]


def signal_lines(reading: Reading, lang: str) -> list[DrawnLine]:
    """The points that are signals, by what they say: drawn as shapes over the line of values."""
    named = {part.mark: part.text for part in reading_words(reading, lang).key}
    tones = [tone_of(point, reading) for point in reading.points]
    found = []
    for tone in ("toward", "away", "neutral"):
        if tone in tones:
            name = named.get(tone) or LIMITS.say(f"key.{tone}", lang)
            held = zip(reading.points, tones, strict=True)
            found.append(DrawnLine(tone, 0, name, tuple(p.value if own == tone else None for p, own in held), name))
    return found


def phase_lines(reading: Reading, lang: str) -> list[str]:
    """One sentence a phase that has a line: since when, where its line is, made from how much, and why it began."""
    voice = voice_for(reading, lang)
    return [
        TABLE.say(
            "phase",
            lang,
            starts=voice.date(phase.starts),
            centre=voice.centre(phase.centre),
            count=phase.n_baseline,
            reason=_sentence(voice.reason(phase)),
        ).strip()
        for phase in reading.phases
        if phase.centre is not None
    ]


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, float | int) else None


def _sentence(text: str) -> str:
    """A reason as people type it, as a sentence; empty stays empty."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}" if text else ""


def number_format(decimals: int) -> str:
    """How a workbook or slide shows a number that it keeps whole."""
    return f"0.{'0' * decimals}" if decimals else "0"


def column_name(key: str, reading: Reading, lang: str) -> str:
    if key == "centre":
        return TABLE.say(f"centre_{reading.method.centre}", lang)
    name = TABLE.say("days" if key == "denominator" and reading.method.per_session else key, lang)
    unit = unit_words(reading, lang)
    return f"{name} ({unit})" if key == "value" and unit else name


def method_rows(reading: Reading, lang: str) -> list[tuple[str, str]]:
    """What was computed, how and with what, as name and text; nothing empty."""
    words, method = reading_words(reading, lang), reading.method
    rows = [
        ("chart", f"{NAMES.say(f'chart.{method.chart}', lang)}. {words.shows}"),
        ("reading", " ".join(words.sentences)),
        ("formula", TABLE.say(f"formula.{method.chart}", lang) if has_limits(reading) or method.chart == "run" else ""),
        ("rules", words.rule),
        ("source", RULE_SETS[rule_set].source if (rule_set := method.rule) in RULE_SETS and words.rule else ""),
        ("chance", words.how_we_can_tell),
        ("not_said", words.what_it_does_not_say),
        ("notes", " ".join(words.notes)),
    ]
    rows += [("phase_number", text) for text in phase_lines(reading, lang)]
    return [(TABLE.say(key, lang), text) for key, text in rows if text]
