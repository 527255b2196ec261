"""Could it turn out wrong? A hint to the writer, never a verdict (S1 R-26, L1367).

A prediction can be met again when it names a number, a count, a direction with a threshold, or an event that
somebody can see happen or not. Whether it is a good one, only a person can say.
"""

import re
from dataclasses import dataclass

from aimwell.domain.pdsa.parsing import TRENDS, parse_prediction

NUMBERS = re.compile(
    r"""\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|a\ third|a\ quarter|twice|double|once
    |none|nobody|no\ one|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|la\ mitad|un\ tercio|el\ doble
    |una\ vez|ningun[oa]?|ningún|nadie)\b
    |\b(?:every|each|all)\ (?:of\ )?(?:the\ |our\ )?\w+|\b(?:tod[oa]s|cada)\ (?:l[oa]s\ )?\w+""",
    re.VERBOSE,
)
# Things that are over in a moment and leave a trace; feelings and growth are not among them.
EVENTS = re.compile(
    r"""\b(?:hands?\ in|turns?\ in|submits?|arrives?|signs?|finish(?:es)?|completes?
    |raises?\ (?:a|her|his|their)\ hands?
    |returns?|calls?\ back|attends?|shows?\ up|sends?|repl(?:y|ies)|answers?\ the|writes?\ (?:a|one|the)
    |reads?\ (?:a|one|the)|asks?\ (?:a|one)|posts?|(?:starts?|ends?)\ on\ time|uses?\ the|opens?|logs?\ in|passes
    |speaks?\ (?:aloud|first)|says?\ (?:a|one|the)
    |entregan?|llegan?|firman?|terminan?|completan?|levantan?\ la\ mano|devuelven?|asisten?|envían?|responden?
    |escriben?\ (?:un[oa]?|el|la)|leen?\ (?:un[oa]?|el|la)|preguntan?|(?:empieza|termina)n?\ a\ tiempo
    |usan?\ (?:el|la|los|las)|abren?|aprueban?|dicen?\ (?:un[oa]?|el|la|su))\b""",
    re.VERBOSE,
)
VAGUE = re.compile(
    r"""\b(?:better|more|less|improve[sd]?|engaged|engagement|understand(?:s|ing)?|enjoy|like|feel|confident|motivated
    |aware|deeper|stronger|mejor(?:es|an|ar|arán|ará)?|más|menos|entienden|entenderán|comprenden|gust(?:a|ará|an)
    |motivad[oa]s|sient(?:e|en)|sentirán|segur[oa]s)\b""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Falsifiable:
    """`by` says what makes it so: "number", "event" or ""; `hint` is a key of `words.pdsa` or ""."""

    by: str = ""
    hint: str = ""

    @property
    def ok(self) -> bool:
        return not self.hint


def falsifiable(text: str, lang: str) -> Falsifiable:
    """Whether the text holds something that can be met again in Study, and if not, what to ask for."""
    plain = " ".join(text.casefold().split())
    parsed = parse_prediction(text, lang)
    if NUMBERS.search(plain) or (parsed is not None and parsed.counted):
        return Falsifiable(by="number")
    if EVENTS.search(plain) and not VAGUE.search(plain):
        return Falsifiable(by="event")
    if any(re.search(pattern, plain) for _, pattern in TRENDS):
        return Falsifiable(hint="hint.threshold")
    return Falsifiable(hint="hint.falsifiable")
