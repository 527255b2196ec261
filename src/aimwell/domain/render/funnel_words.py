"""A funnel chart in words and as a table."""

from __future__ import annotations

from aimwell.domain.render.numbers import plain
from aimwell.domain.render.special_words import PlainTable, SpecialWords, counted, names_said, say
from aimwell.domain.spc.funnel import Funnel, FunnelPoint
from aimwell.domain.words.numbers import count_word, decimals_for, value_text
from aimwell.domain.words.special import TABLE


def funnel_words(found: Funnel, lang: str, *, unit: str = "") -> SpecialWords:
    decimals = funnel_decimals(found, unit)
    seen = _funnel_seen(found, lang, unit, decimals)
    key = "funnel.how_expected" if found.scale.kind == "SR" else "funnel.how"
    held = TABLE.say(f"funnel.held.{found.limit}", lang)
    how = say(key, lang, target=value_text(found.target, unit, decimals), held=held)
    if found.adjusted:
        how = f"{how} {say('funnel.wider', lang)}"
    sizes = [point.denominator for point in found.points]
    values = [point.value for point in found.points]
    alt = say(
        "funnel.alt",
        lang,
        count=len(found.points),
        low=plain(min(sizes)),
        high=plain(max(sizes)),
        least=value_text(min(values), unit, decimals),
        most=value_text(max(values), unit, decimals),
    )
    notes = counted("funnel.small", found.too_small, lang)
    return SpecialWords(seen, (seen, how, say("funnel.not", lang)), notes, f"{alt} {seen}")


def funnel_decimals(found: Funnel, unit: str) -> int:
    values = [point.value for point in found.points]
    sizes = [point.denominator for point in found.points]
    return decimals_for([*values, found.target], unit=unit, denominators=sizes)


def _funnel_seen(found: Funnel, lang: str, unit: str, decimals: int) -> str:
    outside, count = found.outside, len(found.points)
    if count == 1:
        return say("funnel.one_group", lang, value=value_text(found.points[0].value, unit, decimals))
    if not outside:
        return say("funnel.none", lang, count=count_word(count, lang))
    names = names_said([TABLE.say(f"funnel.side.{p.beyond}", lang, name=p.name) for p in outside], lang)
    said = count_word(len(outside), lang)
    return say("funnel.some", lang, n=len(outside), outside=said, count=count_word(count, lang), names=names)


def funnel_table(found: Funnel, lang: str, *, unit: str = "") -> PlainTable:
    """Groups by the alphabet, with the limits in use."""
    decimals = funnel_decimals(found, unit)
    bottom = "col.expected" if found.scale.kind == "SR" else "col.denominator"
    headers = ("col.group", "col.numerator", bottom, "col.value", "col.lower", "col.upper", "col.place")
    rows = tuple(_funnel_row(point, found, lang, unit, decimals) for point in found.points)
    return PlainTable(tuple(TABLE.say(name, lang) for name in headers), rows)


def _funnel_row(point: FunnelPoint, found: Funnel, lang: str, unit: str, decimals: int) -> tuple[str, ...]:
    low, high = found.limits_of(point)
    texts = (value_text(value, unit, decimals) for value in (point.value, low, high))
    place = TABLE.say(f"funnel.{point.beyond or 'inside'}", lang)
    return (point.name, plain(point.numerator), plain(point.denominator), *texts, place)
