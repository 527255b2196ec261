"""What the groups show, in words: one line, three sentences. Exact values have decided it; rounded ones are said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aimwell.domain.equity.change import ENOUGH
from aimwell.domain.equity.whom import ForWhom, Gap
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.gaps import TABLE
from aimwell.domain.words.numbers import count_word, number_text


@dataclass(frozen=True, slots=True)
class GapWords:
    """`sentences`: how far apart, how sure that is, and what it does not say."""

    one_line: str
    sentences: tuple[str, str, str]


def gap_words(found: ForWhom | None, *, since: date | None, hidden: bool, lang: str) -> GapWords:
    """`found`: None while there is one phase. `since`: first day of the later phase. `hidden`: some groups are."""
    not_said = TABLE.say("not_said_hidden" if hidden else "not_said", lang)
    if found is None or since is None:
        early = TABLE.say("line.early", lang)
        return GapWords(early, (early, TABLE.say("one_phase", lang), not_said))
    if found.gap is None:
        return GapWords(_one_line(found, lang), (TABLE.say("no_pair", lang), _early(lang), not_said))
    return GapWords(_one_line(found, lang), (_apart(found.gap, since, lang), _sure(found.gap, lang), not_said))


def _one_line(found: ForWhom, lang: str) -> str:
    if found.gap is None or "early" in (found.gap.trend, found.movement):
        return TABLE.say("line.early", lang)
    move, gap = TABLE.say(f"move.{found.movement}", lang), TABLE.say(f"gap.{found.gap.trend}", lang)
    return TABLE.say("line", lang, move=move, gap=gap)


def _apart(gap: Gap, since: date, lang: str) -> str:
    return TABLE.say(
        "apart_turned" if gap.after.difference < 0 else "apart", lang, first=gap.first, second=gap.second,
        before=_points(gap.before.difference, lang), after=_points(gap.after.difference, lang),
        date=long_date(since, lang),
    )  # fmt: skip


def _sure(gap: Gap, lang: str) -> str:
    change = gap.change
    if change.lower is None or change.upper is None:
        return _early(lang)
    if gap.trend == "same":
        grown = abs(gap.after.difference) - gap.before.difference
        return TABLE.say(f"sure.{'smaller' if grown < 0 else 'larger' if grown else 'level'}", lang)
    low, high = sorted((abs(change.lower), abs(change.upper)))
    moved = _points(change.difference, lang)
    return TABLE.say(f"sure.{gap.trend}", lang, change=moved, low=_number(low), high=_number(high))


def _early(lang: str) -> str:
    return TABLE.say("sure.early", lang, enough=count_word(ENOUGH, lang))


def _points(value: float, lang: str) -> str:
    """ "17 points", "0.4 points"."""
    text = _number(value)
    return TABLE.say("points", lang, value=text, n=1 if text == "1" else 2)


def _number(value: float) -> str:
    """Without a sign; a decimal only under 1."""
    size = abs(value)
    return number_text(size, 1 if 0 < size < 0.95 else 0)
