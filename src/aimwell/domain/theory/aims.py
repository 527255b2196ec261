"""An aim says how much, for whom, by when, and from where (S1 R-16, L1338).

The sentence puts itself together from the parts; a part that is missing stands in it as a gap with its question.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aimwell.domain.theory.numbers import Number, exact, written
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.numbers import NBSP
from aimwell.domain.words.theory import say


class Direction(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


@dataclass(frozen=True)
class Aim:
    """`unit` is "%" for a share of the group, "" for a count of people, else the name of a unit such as "minutes"."""

    what: str = ""
    for_whom: str = ""
    baseline: Number | None = None
    target: Number | None = None
    unit: str = "%"
    by_when: date | None = None
    baseline_on: date | None = None
    direction: Direction = Direction.UP
    where: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of the sentence. A gap shows the question for the part in `gap`."""

    text: str
    strong: bool = False
    gap: str = ""


PARTS = ("what", "for_whom", "baseline", "target", "by_when")
TIGHT = ("what", "for_whom", "target", "by_when", "baseline")


def missing_parts(aim: Aim) -> tuple[str, ...]:
    """Names of the parts that are not there yet, in the order of the form."""
    return tuple(part for part in PARTS if getattr(aim, part) is None or not str(getattr(aim, part)).strip())


def tightness(aim: Aim, lang: str) -> str:
    """ "how much: missing; by when: missing"; empty for an aim that has it all. Without a part it is broad, and may
    well be kept so (S3 L205, L245).
    """
    missing = missing_parts(aim)
    return "; ".join(say(f"tight.{part}", lang) for part in TIGHT if part in missing)


def check_aim(aim: Aim) -> tuple[str, ...]:
    """Keys of hints on parts that are there but do not fit each other."""
    keys = []
    if aim.baseline_on and aim.by_when and aim.by_when <= aim.baseline_on:
        keys.append("aim.date_before_baseline")
    if aim.baseline is not None and aim.target is not None:
        gap = exact(aim.target) - exact(aim.baseline)
        if gap == 0:
            keys.append("aim.target_is_baseline")
        elif (gap < 0) == (aim.direction is Direction.UP) and aim.direction is not Direction.NEITHER:
            keys.append("aim.against_direction")
    return tuple(keys)


def sentence(aim: Aim, lang: str, *, with_year: bool = False) -> tuple[Run, ...]:
    """The aim as runs of text; only the target and the date are strong."""
    spanish = lang.startswith("es")
    shared = aim.unit in ("%", "")
    runs = (_share_es if spanish else _share_en)(aim, lang) if shared else _amount(aim, lang)
    return _joined([*runs, Run(" "), _date(aim, lang, with_year=with_year), Run(".")])


def plain(aim: Aim, lang: str, *, with_year: bool = False) -> str:
    return "".join(run.text for run in sentence(aim, lang, with_year=with_year))


def _share_en(aim: Aim, lang: str) -> list[Run]:
    return [
        Run("From "),
        _value(aim, "baseline", lang),
        Run(" to "),
        _value(aim, "target", lang),
        Run(" of "),
        _text(aim, "for_whom", lang),
        _where(aim, lang),
        Run(" "),
        _text(aim, "what", lang),
    ]


def _share_es(aim: Aim, lang: str) -> list[Run]:
    share = aim.unit == "%"
    whom = _text(aim, "for_whom", lang)
    contracted = not whom.gap and whom.text.lower().startswith("el ")
    return [
        Run("Del " if share else "De "),
        _value(aim, "baseline", lang),
        Run(" al " if share else " a "),
        _value(aim, "target", lang),
        Run(" del " if contracted else " de "),
        Run(whom.text[3:]) if contracted else whom,
        _where(aim, lang),
        Run(" "),
        _text(aim, "what", lang),
    ]


def _amount(aim: Aim, lang: str) -> list[Run]:
    words = (": de ", " a ") if lang.startswith("es") else (": from ", " to ")
    what = _text(aim, "what", lang)
    opening = what if what.gap else Run(what.text[:1].upper() + what.text[1:])
    target = _value(aim, "target", lang)
    unit = "" if target.gap else f"{NBSP}{aim.unit}"
    return [
        opening,
        Run(", "),
        _text(aim, "for_whom", lang),
        _where(aim, lang),
        Run(words[0]),
        _value(aim, "baseline", lang),
        Run(words[1]),
        Run(target.text + unit, strong=target.strong, gap=target.gap),
    ]


def _value(aim: Aim, part: str, lang: str) -> Run:
    value = getattr(aim, part)
    if value is None:
        return _gap(part, lang)
    text = written(value) + (f"{NBSP}%" if aim.unit == "%" else "")
    return Run(text, strong=part == "target")


def _text(aim: Aim, part: str, lang: str) -> Run:
    text = " ".join(str(getattr(aim, part)).split()).rstrip(" .")
    return Run(text) if text else _gap(part, lang)


def _where(aim: Aim, lang: str) -> Run:
    """ " in Grades 4-8"; whoever wrote the small word keeps it."""
    place = " ".join(aim.where.split()).rstrip(" .")
    small = ("en ", "de ", "del ") if lang.startswith("es") else ("in ", "at ", "of ", "on ")
    if not place or place.lower().startswith(small):
        return Run(f" {place}" if place else "")
    return Run(f" {small[0]}{place}")


def _date(aim: Aim, lang: str, *, with_year: bool) -> Run:
    if aim.by_when is None:
        return _gap("by_when", lang)
    opening = "para el " if lang.startswith("es") else "by "
    return Run(opening + long_date(aim.by_when, lang, year=with_year).replace(" ", NBSP), strong=True)


def _gap(part: str, lang: str) -> Run:
    return Run(f"[{say(f'aim.{part}', lang)}]", gap=part)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbouring runs of the same kind made one, so that a page writes few elements."""
    done: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if done and not run.gap and not done[-1].gap and done[-1].strong == run.strong:
            done[-1] = Run(done[-1].text + run.text, strong=run.strong)
        else:
            done.append(run)
    return tuple(done)
