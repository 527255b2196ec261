"""An aim that closes a gap: from "all students" to one group, beside whom, how far apart, how far then, by when.

"from general aspirations to improve to more specific aspirations to reduce marginalization" (S2 L548, R-17).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from aimwell.domain.theory.aims import Run
from aimwell.domain.theory.numbers import Number, exact, written
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.focus import say
from aimwell.domain.words.numbers import NBSP

PARTS = ("group", "beside", "now", "target", "by_when")
EVERYONE = re.compile(
    r"(?:all|every|each|the) (?:of )?(?:(?:our|the|my) )?(?:students?|kids|children|learners|pupils|one)"
    r"|everyone|everybody"
    r"|tod[oa]s(?: (?:(?:l[oa]s|nuestr[oa]s) )?(?:estudiantes|alumn[oa]s|niñ[oa]s))?|cada estudiante|todo el alumnado"
)


@dataclass(frozen=True, slots=True)
class GapAim:
    """`unit`: of the numbers of both groups; a gap between shares is told in points. `what`: what the aim is about."""

    group: str = ""
    beside: str = ""
    now: Number | None = None
    target: Number | None = None
    by_when: date | None = None
    unit: str = "%"
    what: str = ""


def missing_parts(gap: GapAim) -> tuple[str, ...]:
    """Names of the parts that are not there yet, in the order of the form."""
    return tuple(part for part in PARTS if getattr(gap, part) is None or not str(getattr(gap, part)).strip())


def hints(gap: GapAim) -> tuple[str, ...]:
    """Keys of hints on parts that are there and do not make a gap aim yet."""
    group, beside = _plain(gap.group), _plain(gap.beside)
    found = []
    if group and EVERYONE.fullmatch(group):
        found.append("hint.everyone")
    if group and group == beside:
        found.append("hint.same_group")
    if gap.now is not None and gap.target is not None and exact(gap.target) >= exact(gap.now):
        found.append("hint.not_smaller")
    return tuple(found)


def sentence(gap: GapAim, lang: str, *, with_year: bool = False) -> tuple[Run, ...]:
    """The aim as runs of text; target and date are strong, and a missing part stands as a gap with its question."""
    what = " ".join(gap.what.split()).rstrip(" .")
    opening = say("gap.opening_what" if what else "gap.opening", lang, what=what[:1].upper() + what[1:])
    return (
        Run(opening), _text(gap, "group", lang), Run(say("gap.and", lang)), _text(gap, "beside", lang),
        Run(say("gap.from", lang)), _value(gap, "now", lang), Run(say("gap.to", lang)), _value(gap, "target", lang),
        Run(" "), _date(gap, lang, with_year=with_year), Run("."),
    )  # fmt: skip


def plain(gap: GapAim, lang: str, *, with_year: bool = False) -> str:
    return "".join(run.text for run in sentence(gap, lang, with_year=with_year))


def apart(value: Number, unit: str, lang: str) -> str:
    """ "21 points", "3 minutes", or a bare number for a count."""
    if unit == "%":
        return say("gap.points", lang, n=1 if exact(value) == 1 else written(value)).replace(" ", NBSP)
    return f"{written(value)}{NBSP}{unit}" if unit else written(value)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(" .").casefold()


def _text(gap: GapAim, part: str, lang: str) -> Run:
    text = " ".join(getattr(gap, part).split()).rstrip(" .")
    return Run(text) if text else _open(part, lang)


def _value(gap: GapAim, part: str, lang: str) -> Run:
    value = getattr(gap, part)
    if value is None:
        return _open(part, lang)
    return Run(apart(value, gap.unit, lang) if part == "target" else written(value), strong=part == "target")


def _date(gap: GapAim, lang: str, *, with_year: bool) -> Run:
    if gap.by_when is None:
        return _open("by_when", lang)
    told = long_date(gap.by_when, lang, year=with_year).replace(" ", NBSP)
    return Run(say("gap.by", lang, day=told), strong=True)


def _open(part: str, lang: str) -> Run:
    return Run(f"[{say(f'ask.{part}', lang)}]", gap=part)
