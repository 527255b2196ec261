"""What the numbers say of an aim, in words: where it stands, whom it leaves out, what it asks for."""

from aimwell.domain.theory.aim_status import Ask, Found, Standing
from aimwell.domain.theory.gap_card import GroupOutside, Outside
from aimwell.domain.theory.numbers import Number, written
from aimwell.domain.theory.realism import Pace
from aimwell.domain.words.aims import say
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.numbers import NBSP, with_unit

PLACES = 1


def status_words(found: Found, ask: Ask, unit: str, lang: str) -> str:
    """One sentence, with the number that decided."""
    if ask.by_when is None or ask.target is None or found.standing is Standing.OPEN:
        return say("status.open", lang, missing=", ".join(say(f"needs.{part}", lang) for part in found.missing))
    told = {"day": long_date(ask.by_when, lang), "target": _value(ask.target, unit)}
    if found.value is None or found.on is None:
        key = "status.running_none" if found.standing is Standing.RUNNING else "status.no_data"
        return say(key, lang, **told)
    return say(f"status.{found.standing}", lang, value=_value(found.value, unit), on=long_date(found.on, lang), **told)


def outside_words(found: Outside, lang: str) -> str:
    if found.students is None:
        return say("gap.share", lang, share=written(found.in_100 or 0, places=PLACES))
    return say("gap.students", lang, n=found.students, of=found.of)


def group_words(group: GroupOutside, lang: str) -> str:
    if group.hidden:
        return say("gap.hidden", lang, name=group.name, why=group.hidden)
    return say("gap.group", lang, name=group.name, students=group.students, of=group.of)


def realism_words(found: Pace, unit: str, lang: str) -> tuple[str, ...]:
    """What the aim asks; what such a time brought before, or that the history is too short; what this does not say."""
    weeks = written(found.days / 7, places=0)
    asked, pace = _moved(found.asked, unit, lang), _moved(found.a_week, unit, lang)
    said = [say("real.ask", lang, asked=asked, weeks=weeks, pace=pace)]
    if found.enough:
        middle = _moved(found.middle, unit, lang)
        said.append(say("real.moves", lang, n=found.as_far, of=len(found.moves), middle=middle))
    elif found.so_far is None:
        said.append(say("real.none", lang))
    else:
        said.append(say("real.short", lang, covers=written(found.covers / 7, places=0), weeks=weeks))
        way = "level" if not round(found.so_far, PLACES) else "toward" if found.so_far > 0 else "away"
        said.append(say(f"real.{way}", lang, moved=_moved(abs(found.so_far), unit, lang)))
    return (*said, say("real.not_said", lang))


def _value(value: Number, unit: str) -> str:
    text = written(value, places=PLACES)
    return f"{text}{NBSP}%" if unit == "%" else with_unit(text, unit)


def _moved(value: float, unit: str, lang: str) -> str:
    """Between two shares lie points, not per cent."""
    text = written(value, places=PLACES)
    return say("points", lang, value=text, n=1 if text == "1" else 2) if unit == "%" else with_unit(text, unit)
