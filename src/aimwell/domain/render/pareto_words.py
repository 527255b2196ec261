"""A Pareto chart in words and as a table."""

from __future__ import annotations

from aimwell.domain.render.special_words import PlainTable, SpecialWords, counted, names_said, percent, say
from aimwell.domain.spc.pareto import Pareto, ParetoBar
from aimwell.domain.words.numbers import count_word, number_text
from aimwell.domain.words.special import TABLE


def pareto_words(found: Pareto, lang: str) -> SpecialWords:
    notes = () if any(bar.category is None for bar in found.bars) else counted("pareto.missing", found.missing, lang)
    if not found.bars:
        empty = say("pareto.empty", lang)
        return SpecialWords(empty, (empty, "", say("pareto.not", lang)), notes, empty)
    few, largest = found.vital_few(), found.bars[0]
    seen = say(
        "pareto.few",
        lang,
        n=few,
        few=count_word(few, lang),
        count=count_word(len(found.bars), lang),
        share=percent(found.bars[few - 1].cumulative_share),
        total=number_text(found.total),
        names=names_said([category_name(bar, lang) for bar in found.bars[:few]], lang),
    )
    how = say(
        "pareto.largest", lang, name=category_name(largest, lang), count=largest.count, share=percent(largest.share)
    )
    alt = say("pareto.alt", lang, count=len(found.bars), total=number_text(found.total))
    return SpecialWords(seen, (seen, how, say("pareto.not", lang)), notes, f"{alt} {seen}")


def category_name(bar: ParetoBar, lang: str) -> str:
    return TABLE.say("pareto.none", lang) if bar.category is None else bar.category


def pareto_table(found: Pareto, lang: str) -> PlainTable:
    headers = ("col.kind", "pareto.cases", "col.share", "pareto.so_far")
    rows = tuple(
        (category_name(bar, lang), number_text(bar.count), percent(bar.share, 1), percent(bar.cumulative_share, 1))
        for bar in found.bars
    )
    return PlainTable(tuple(TABLE.say(name, lang) for name in headers), rows)
