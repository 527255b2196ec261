"""Whose voice has been heard, and names that slipped into notes (S2 R-7; S3 R-58; S4 R-29)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aimwell.domain.words.voices import TABLE

GROUPS = ("students", "families", "teachers", "support", "leaders", "community")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
SHORTEST_ALONE = 3
NEAR = 2
"""First and last name may stand this many words apart, for a middle name or an initial."""

# Names that are also everyday words in English or Spanish: alone, they name nobody.
_EVERYDAY = (
    "angel april art august autumn bell bill bishop blue brook brown carter chance chase christian church clay cook "
    "cross dawn day dean destiny drew earnest eve faith field fisher flores forest fox frank french gene glen glory "
    "grace grant gray green guy hall harmony harper heath heather hill holly hope hunter iris ivy jack jade joy "
    "king lane law lee lily long mark mason may melody mercy miles miller mora nice nova olive page park paz "
    "pearl penny pilar piper price prince ray reed rich rios river rob robin rosa rose ruby sage sky smith soledad "
    "star stone storm summer sunny taylor tierra trinity true turner violet walker wall ward warren webb white "
    "will wood woods young consuelo esperanza luz mar mercedes reyes sierra sol torres vera campos cruz guerra leon "
    "rey santos"
)
EVERYDAY = frozenset(_EVERYDAY.split())


@dataclass(frozen=True, slots=True)
class Heard:
    """How many times one group was listened to."""

    group: str
    times: int


def heard(groups: Iterable[str]) -> tuple[Heard, ...]:
    """One line for each group, also for those that were not listened to yet."""
    counts = Counter(groups)
    return tuple(Heard(group, counts[group]) for group in GROUPS)


def told(lines: Sequence[Heard], lang: str, *, counted: bool = True) -> tuple[str, str]:
    """Two sentences: who was heard, and who was not. `counted`: with how many times. Empty where there is none."""
    yes = [_name(line, lang, counted) for line in lines if line.times]
    no = [TABLE.say(f"group.{line.group}", lang) for line in lines if not line.times]
    return (
        TABLE.say("heard", lang, groups=", ".join(yes)) if yes else "",
        TABLE.say("not_heard", lang, groups=", ".join(no)) if no else "",
    )


def _name(line: Heard, lang: str, counted: bool) -> str:
    name = TABLE.say(f"group.{line.group}", lang)
    return f"{name} ({line.times})" if counted else name


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Words of `text` that name one of these people, as they stand there, each once.

    First and last name beside each other, or one of them alone where it is no everyday word. Capitals and accents do
    not matter.
    """
    spoken = [(found.group(), folded(found.group())) for found in _WORD.finditer(text)]
    people = [parts for name in names if (parts := [folded(part) for part in _WORD.findall(name)])]
    alone = {part for parts in people for part in parts if len(part) >= SHORTEST_ALONE and part not in EVERYDAY}
    ends = {(parts[0], parts[-1]) for parts in people if len(parts) > 1}
    firsts = {first for first, _ in ends}
    found: dict[str, str] = {}
    for place, (word, plain) in enumerate(spoken):
        own = plain.removesuffix("'s")
        if own in alone:
            found.setdefault(own, word)
        elif own in firsts:
            for other, last in spoken[place + 1 : place + 1 + NEAR]:
                if (own, last.removesuffix("'s")) in ends:
                    found.setdefault(f"{own} {last}", f"{word} {other}")
    return tuple(found.values())


def folded(text: str) -> str:
    """Without capitals and accents, so that "JOSÉ" and "jose" are one word."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
