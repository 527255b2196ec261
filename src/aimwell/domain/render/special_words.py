"""What the words of charts that are not over time share: one line, three sentences, alternative text, a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimwell.domain.words.numbers import count_word, value_text
from aimwell.domain.words.special import TABLE

MOST_NAMES = 4
"""Names said in one sentence."""


@dataclass(frozen=True, slots=True)
class SpecialWords:
    """`sentences`: what is seen, how we can tell, what it does not show. `notes`: what was left out."""

    one_line: str
    sentences: tuple[str, str, str]
    notes: tuple[str, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class PlainTable:
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def say(key: str, lang: str, **params: object) -> str:
    """An entry of the table `special`, with a capital letter."""
    text = TABLE.say(key, lang, **params)
    return text[:1].upper() + text[1:]


def names_said(names: Sequence[str], lang: str) -> str:
    """At most four; the others as a number."""
    shown = list(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        shown.append(TABLE.say("funnel.more", lang, count=len(names) - MOST_NAMES))
    return ", ".join(shown)


def percent(share: float, decimals: int = 0) -> str:
    return value_text(share * 100, "%", decimals)


def counted(key: str, count: int, lang: str) -> tuple[str, ...]:
    """A note about `count` things, none when there are none."""
    return (say(key, lang, n=count, count=count_word(count, lang)),) if count else ()
