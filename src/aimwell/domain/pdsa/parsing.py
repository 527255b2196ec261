"""A gentle reader of typed predictions: "12 or more of 24", "entre 30 y 36 de 50", "goes up" (S1 R-26).

It reads only what it can read fully; anything else gives None, and the form asks. The reader always shows back
what was understood, so a wrong guess is seen before anything is locked.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend, problems

NUM = r"(\d+(?:\.\d+)?)"
PERCENT = r"(?:\s*(?:%|percent|por\s*ciento))?"
OF = rf"\s*(?:of|out\s+of|de|sobre|/)\s*(?:the\s+|los\s+|las\s+)?{NUM}"
WHOLE = rf"{PERCENT}(?:{OF})?"
FLOOR = (
    r"(?:at\s+least|no\s+(?:fewer|less)\s+than|minimum(?:\s+of)?|>=|≥"
    r"|al\s+menos|por\s+lo\s+menos|como\s+m[ií]nimo|m[ií]nimo)"
)
CEILING = (
    r"(?:at\s+most|no\s+more\s+than|up\s+to|maximum(?:\s+of)?|<=|≤"
    r"|a\s+lo\s+(?:m[aá]s|sumo)|como\s+m[aá]ximo|m[aá]ximo|no\s+m[aá]s\s+de|hasta)"
)
MORE = r"(?:or\s+more|or\s+above|or\s+higher|\+|o\s+m[aá]s)"
FEWER = r"(?:or\s+fewer|or\s+less|or\s+below|o\s+menos)"
OVER = r"(?:more\s+than|over|above|>|m[aá]s\s+de)"
UNDER = r"(?:fewer\s+than|less\s+than|under|below|<|menos\s+de)"
NO_SHARE = r"(?![\d.]|\s*%|\s*percent|\s*por\s*ciento)"
DASH = r"(?:-|–|—|to|a|y|and)"

Numbers = tuple[Decimal, ...]


def parse_prediction(text: str, lang: str) -> Prediction | None:
    """The prediction that the text states, or None. Words of both languages are read.

    In Spanish a comma before one or two figures is a decimal point; before three it groups thousands in both.
    """
    plain = _plain(text, lang)
    for pattern, build in READERS:
        match = pattern.search(plain)
        if match:
            return _finished(match, build, plain)
    return _direction(plain) or _bare_number(plain)


def _plain(text: str, lang: str) -> str:
    plain = " ".join(text.replace("\u00a0", " ").casefold().split()).rstrip(".")
    if lang.startswith("es"):
        plain = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", plain)
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)


def _finished(match: re.Match[str], build: "_Builder", plain: str) -> Prediction | None:
    *bounds, whole = [Decimal(group) if group else None for group in match.groups()]
    kind, low, high = build(*[bound for bound in bounds if bound is not None])
    percent = re.search(r"%|\bpercent\b|\bpor ciento\b", plain)
    prediction = Prediction(kind, low, high, None if percent else whole, "%" if percent else "")
    if not percent and whole is None:
        prediction = replace(prediction, unit=_unit(plain[match.end() :]))
    return None if problems(prediction) else prediction


def _unit(rest: str) -> str:
    """A single word after the number, where nothing else follows: "minutes"."""
    return rest.strip() if re.fullmatch(r"\s[^\W\d]+", rest) else ""


_Bounds = tuple[Kind, Decimal | None, Decimal | None]
_Builder = Callable[..., _Bounds]


def _between(low: Decimal, high: Decimal) -> _Bounds:
    return Kind.RANGE, low, high


def _at_least(low: Decimal) -> _Bounds:
    return Kind.AT_LEAST, low, None


def _at_most(high: Decimal) -> _Bounds:
    return Kind.AT_MOST, None, high


def _more_than(bound: Decimal) -> _Bounds:
    """People are counted in ones: more than 11 is 12 or more."""
    return Kind.AT_LEAST, bound + 1, None


def _fewer_than(bound: Decimal) -> _Bounds:
    return Kind.AT_MOST, None, bound - 1


def _number(value: Decimal) -> _Bounds:
    return Kind.NUMBER, value, value


def _reader(pattern: str, build: _Builder) -> tuple[re.Pattern[str], _Builder]:
    return re.compile(pattern), build


READERS: tuple[tuple[re.Pattern[str], _Builder], ...] = (
    _reader(rf"(?:between|from|entre|de)?\s*(?<![\d.]){NUM}\s*%?\s*{DASH}\s*{NUM}(?![\d.]){WHOLE}", _between),
    _reader(rf"{FLOOR}\s*{NUM}{WHOLE}", _at_least),
    _reader(rf"{CEILING}\s*{NUM}{WHOLE}", _at_most),
    _reader(rf"{NUM}{OF}\s*{MORE}", _at_least),
    _reader(rf"{NUM}{OF}\s*{FEWER}", _at_most),
    _reader(rf"{NUM}{PERCENT}\s*{MORE}{WHOLE}", _at_least),
    _reader(rf"{NUM}{PERCENT}\s*{FEWER}{WHOLE}", _at_most),
    _reader(rf"{OVER}\s*(\d+){NO_SHARE}{WHOLE}", _more_than),
    _reader(rf"{UNDER}\s*(\d+){NO_SHARE}{WHOLE}", _fewer_than),
    _reader(rf"{NUM}{OF}", _number),
    _reader(rf"{NUM}\s*(?:%|percent|por\s*ciento)()", _number),
)
TRENDS: tuple[tuple[Trend, str], ...] = (
    (
        Trend.SAME,
        r"\b(?:no change|stays? the same|unchanged|sin cambios?|se mantienen?|(?:sigue|queda)n? igual(?:es)?)\b",
    ),
    (
        Trend.UP,
        r"\b(?:(?:goes|go|going) up|increases?|rises?|grows?|suben?|aumentan?|crecen?)\b",
    ),
    (
        Trend.DOWN,
        r"\b(?:(?:goes|go|going) down|decreases?|drops?|falls?|bajan?|disminuyen?|caen?)\b",
    ),
)


def _direction(plain: str) -> Prediction | None:
    found = [trend for trend, pattern in TRENDS if re.search(pattern, plain)]
    if len(found) != 1 or any(letter.isdigit() for letter in plain):
        return None
    return Prediction(Kind.DIRECTION, trend=found[0])


def _bare_number(plain: str) -> Prediction | None:
    """A number alone, or with at most three words of unit after it."""
    match = re.fullmatch(rf"{NUM}((?:\s+[^\W\d]+){{0,3}})", plain)
    if match is None:
        return None
    return Prediction.number(Decimal(match.group(1)), unit=match.group(2).strip())
