"""A Bernoulli CUSUM chart in words and as a table."""

from __future__ import annotations

from aimwell.domain.render.special_words import PlainTable, SpecialWords, counted, names_said, percent, say
from aimwell.domain.spc.bernoulli_cusum import BernoulliCusum
from aimwell.domain.words.numbers import number_text
from aimwell.domain.words.special import TABLE


def cusum_words(found: BernoulliCusum, lang: str, *, by_count: bool = False) -> SpecialWords:
    """`by_count`: the sums move once a count of several cases; see `grouped_cusum`."""
    end = ending(by_count)
    p0 = percent(found.p0, 1)
    parts = [
        say(key, lang, n=len(cases), p0=p0, cases=names_said([number_text(k) for k in cases], lang))
        for key, cases in ((f"cusum.up{end}", found.signals_up), (f"cusum.down{end}", found.signals_down))
        if cases
    ]
    seen = " ".join(parts) or say("cusum.none", lang, p0=p0)
    how = say(
        f"cusum.how{end}",
        lang,
        p0=p0,
        p_up=percent(found.p_up, 1),
        p_down=percent(found.p_down, 1),
        limit=f"{found.limit:g}",
    )
    notes = counted(f"cusum.first{end}", found.from_first or 0, lang)
    alt = say(f"cusum.alt{end}", lang, count=number_text(len(found.up)), events=number_text(found.events))
    return SpecialWords(seen, (seen, how, say("cusum.not", lang)), notes, f"{alt} {seen}")


def ending(by_count: bool) -> str:
    """Of the names of words that speak of cases or of counts."""
    return "_counts" if by_count else ""


def cusum_table(found: BernoulliCusum, lang: str, *, by_count: bool = False) -> PlainTable:
    """Every case, or count, with the two sums; the note names signals."""
    headers = (f"cusum.case{ending(by_count)}", "cusum.more", "cusum.less", "col.note")
    signals = {*found.signals_up, *found.signals_down}
    rows = tuple(
        (
            number_text(case),
            "" if up is None else number_text(up, 2),
            "" if down is None else number_text(down, 2),
            TABLE.say("cusum.signal", lang) if case in signals else "",
        )
        for case, (up, down) in enumerate(zip(found.up, found.down, strict=True), 1)
    )
    return PlainTable(tuple(TABLE.say(name, lang) for name in headers), rows)
