"""A histogram or dot plot in words and as a table."""

from __future__ import annotations

from aimwell.domain.render.special_words import PlainTable, SpecialWords, counted, percent, say
from aimwell.domain.spc.histogram import Histogram
from aimwell.domain.words.numbers import count_word, decimals_for, number_text, value_text
from aimwell.domain.words.special import TABLE


def histogram_words(found: Histogram, lang: str, *, unit: str = "", dots: bool = False) -> SpecialWords:
    decimals = histogram_decimals(found, unit)

    def said(value: float) -> str:
        return value_text(value, unit, decimals)

    seen = (
        say("histogram.same", lang, n=found.n, count=count_word(found.n, lang), median=said(found.median))
        if found.lowest == found.highest
        else say(
            "histogram.half",
            lang,
            count=number_text(found.n),
            low=said(found.quartiles[0]),
            high=said(found.quartiles[1]),
            median=said(found.median),
        )
    )
    title = TABLE.say("histogram.dots" if dots else "histogram.title", lang)
    alt = say(
        "histogram.alt",
        lang,
        title=title,
        count=number_text(found.n),
        low=said(found.lowest),
        high=said(found.highest),
    )
    how = _fullest(found, lang, unit, decimals)
    notes = counted("histogram.missing", found.missing, lang)
    return SpecialWords(seen, (seen, how, say("histogram.not", lang)), notes, f"{alt} {seen}")


def _fullest(found: Histogram, lang: str, unit: str, decimals: int) -> str:
    fullest = found.fullest
    count, total = number_text(fullest.count), number_text(found.n)
    if found.rule == "whole":
        middle = value_text((fullest.low + fullest.high) / 2, unit, 0)
        return say("histogram.fullest_at", lang, value=middle, count=count, total=total)
    low, high = (value_text(edge, unit, decimals) for edge in (fullest.low, fullest.high))
    return say("histogram.fullest", lang, n=fullest.count, low=low, high=high, count=count, total=total)


def histogram_decimals(found: Histogram, unit: str) -> int:
    edges = [bin_.low for bin_ in found.bins] if found.rule != "whole" else []
    return max(decimals_for([found.width, *edges]), decimals_for([found.lowest, found.highest, found.median]))


def histogram_table(found: Histogram, lang: str, *, unit: str = "") -> PlainTable:
    decimals = histogram_decimals(found, unit)
    rows = []
    for k, one in enumerate(found.bins):
        low, high = (value_text(edge, unit, decimals) for edge in (one.low, one.high))
        key = "histogram.range_last" if k == len(found.bins) - 1 else "histogram.range"
        whole = value_text((one.low + one.high) / 2, unit, 0)
        name = whole if found.rule == "whole" else TABLE.say(key, lang, low=low, high=high)
        rows.append((name, number_text(one.count), percent(one.count / found.n, 1)))
    headers = ("col.range", "histogram.values", "col.share")
    return PlainTable(tuple(TABLE.say(name, lang) for name in headers), tuple(rows))
