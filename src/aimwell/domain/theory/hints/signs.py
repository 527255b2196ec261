"""How a sign of a hint is written."""

from dataclasses import dataclass
from enum import StrEnum


class HintKind(StrEnum):
    SOLUTION = "solution"
    BLAME = "blame"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Sign:
    """Verbose patterns: a space is written "\\ ". The group `span` of `pattern` holds the words that are marked.

    `not_after`: not meant where this stands in the sentence before the span. `not_in`: not meant where the sentence
    holds this. `case`: capitals count, as in names.
    """

    kind: HintKind
    pattern: str
    not_after: str = ""
    not_in: str = ""
    case: bool = False


def any_of(words: str) -> str:
    """One of the words or patterns, which stand apart by blanks; "_" is a blank inside one."""
    return "(?:" + "|".join(word.replace("_", r"\ ") for word in words.split()) + ")"
