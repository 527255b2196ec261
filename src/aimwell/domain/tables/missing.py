"""Words that stand where a number would: which ones are there, and what each most likely means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from aimwell.domain.tables.numbers import read_number, read_pair

Reason = Literal["not_submitted", "not_collected", "no_school", ""]
"""Why there is no number; empty = these rows are left out."""

MOST_WORDS = 12
_NOT_SUBMITTED = ("ns", "not submitted", "no submission", "not reported", "nr", "pending", "no enviado")
_NO_SCHOOL = ("no school", "closed", "holiday", "snow day", "break", "sin clases", "feriado")
_NOT_COLLECTED = (
    *("", "n/a", "na", "n.a.", "-", "--", "\u2013", "\u2014", ".", "*", "#n/a", "null", "none", "nan", "x", "?"),
    *("missing", "absent", "not counted", "s/d", "sin dato", "nd"),
)
_KNOWN: Mapping[str, Reason] = {
    **dict.fromkeys(_NOT_SUBMITTED, "not_submitted"),
    **dict.fromkeys(_NO_SCHOOL, "no_school"),
    **dict.fromkeys(_NOT_COLLECTED, "not_collected"),
}


def proposed(word: str) -> Reason:
    """What `word` usually means; empty when nobody can know."""
    return _KNOWN.get(word.lower(), "")


def words_found(cells: Iterable[str], *, comma: bool = False) -> dict[str, int]:
    """Each word among the cells that is no number, with how often; the most frequent first, at most twelve."""
    counts = Counter(cells)
    words = {
        word: count
        for word, count in counts.most_common()
        if read_number(word, comma=comma) is None and read_pair(word, comma=comma) is None
    }
    return dict(list(words.items())[:MOST_WORDS])
