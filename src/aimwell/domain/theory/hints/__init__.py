"""Hints to the writer alone: never a verdict, never a block (S1 R-11, R-13, R-14).

Three things a problem or a cause may hold without the writer noticing: an answer already chosen, a fault laid on
people, an opinion told as a fact. The signs are narrow on purpose: a missed hint costs little, a wrong one costs
trust. What somebody else said stands in quotes and is not looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimwell.domain.theory.hints import english, spanish
from aimwell.domain.theory.hints.signs import HintKind, Sign

__all__ = ["Hint", "HintKind", "hints"]

SIGNS = {"en": english.SIGNS, "es": spanish.SIGNS}
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
SENTENCE_ENDS = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSr)(?<!\bSra)(?<!\bSrta)(?<!\bDra)[.!?;]\s|\n")


@dataclass(frozen=True, slots=True)
class Hint:
    """`text[start:end]` are the words meant; `question` is a key of `words.theory`."""

    kind: HintKind
    start: int
    end: int
    question: str


def hints(text: str, lang: str) -> list[Hint]:
    """All hints on the text in reading order; an empty list for most sentences."""
    read = _without_quotes(text)
    found = {
        (kind, match.start("span"), match.end("span"))
        for kind, pattern, before, within in _compiled("es" if lang.startswith("es") else "en")
        for match in pattern.finditer(read)
        if _meant(read, match, before, within)
    }
    kept = [one for one in found if not any(_inside(one, other) for other in found)]
    return [Hint(kind, start, end, f"hint.{kind}") for kind, start, end in sorted(kept, key=_place)]


Compiled = tuple[HintKind, re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]
Span = tuple[HintKind, int, int]


@cache
def _compiled(lang: str) -> tuple[Compiled, ...]:
    return tuple(_compile(sign) for sign in SIGNS[lang])


def _compile(sign: Sign) -> Compiled:
    case = 0 if sign.case else re.IGNORECASE
    exempt = [re.compile(one, re.VERBOSE | re.IGNORECASE) if one else None for one in (sign.not_after, sign.not_in)]
    return sign.kind, re.compile(sign.pattern, re.VERBOSE | case), exempt[0], exempt[1]


def _meant(text: str, match: re.Match[str], before: re.Pattern[str] | None, within: re.Pattern[str] | None) -> bool:
    """Not where the words before it in the same sentence turn it round, or the sentence is of another kind."""
    starts = [end.end() for end in SENTENCE_ENDS.finditer(text, 0, match.start())]
    ends = SENTENCE_ENDS.search(text, match.end())
    start, end = (starts[-1] if starts else 0), (ends.start() if ends else len(text))
    turned = before is not None and before.search(text[start : match.start("span")])
    other = within is not None and within.search(text[start:end])
    return not turned and not other


def _without_quotes(text: str) -> str:
    """Quoted words become blanks of the same length, unless the whole text stands in quotes."""
    blank = QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    return blank if re.search(r"\w", blank) else text


def _inside(one: Span, other: Span) -> bool:
    """A shorter span of the same kind within a longer one says nothing more."""
    return one != other and one[0] == other[0] and other[1] <= one[1] and one[2] <= other[2]


def _place(span: Span) -> tuple[int, int, str]:
    return span[1], span[2], span[0]
