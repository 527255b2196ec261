"""A scatter plot in words and as a table."""

from __future__ import annotations

from aimwell.domain.render.special_words import PlainTable, SpecialWords, counted, say
from aimwell.domain.spc.scatter import FEWEST, Scatter
from aimwell.domain.words.numbers import count_word, decimals_for, number_text
from aimwell.domain.words.special import TABLE


def scatter_words(found: Scatter, lang: str, *, x_name: str, y_name: str) -> SpecialWords:
    notes = counted("scatter.left_out", found.left_out, lang)
    seen = _scatter_seen(found, lang, x_name, y_name)
    if found.pearson is None or found.spearman is None or found.interval is None:
        how = say("scatter.how_few", lang, wanted=count_word(FEWEST, lang))
    else:
        low, high = (number_text(edge, 2) for edge in found.interval)
        texts = {"pearson": number_text(found.pearson, 2), "spearman": number_text(found.spearman, 2)}
        how = say("scatter.how", lang, low=low, high=high, **texts)
    alt = f"{_scatter_alt(found, lang, x_name, y_name)} {seen}" if found.pairs else seen
    return SpecialWords(seen, (seen, how, say("scatter.not", lang)), notes, alt)


def _scatter_seen(found: Scatter, lang: str, x_name: str, y_name: str) -> str:
    count = len(found.pairs)
    if count == 0:
        return say("scatter.empty", lang)
    if count < FEWEST:
        wanted = count_word(FEWEST, lang)
        return say("scatter.few", lang, n=count, count=count_word(count, lang), wanted=wanted)
    if found.pearson is None:
        return say("scatter.flat", lang)
    key = "unclear" if not found.clear else "up" if found.pearson > 0 else "down"
    return say(f"scatter.{key}", lang, x=x_name, y=y_name, count=number_text(count))


def _scatter_alt(found: Scatter, lang: str, x_name: str, y_name: str) -> str:
    xs, ys = [pair.x for pair in found.pairs], [pair.y for pair in found.pairs]
    across, up = decimals_for(xs), decimals_for(ys)
    return say(
        "scatter.alt",
        lang,
        count=number_text(len(found.pairs)),
        x=x_name,
        y=y_name,
        x_low=number_text(min(xs), across),
        x_high=number_text(max(xs), across),
        y_low=number_text(min(ys), up),
        y_high=number_text(max(ys), up),
    )


def scatter_table(found: Scatter, lang: str, *, x_name: str, y_name: str) -> PlainTable:
    across = decimals_for([pair.x for pair in found.pairs])
    up = decimals_for([pair.y for pair in found.pairs])
    rows = tuple((p.label, number_text(p.x, across), number_text(p.y, up)) for p in found.pairs)
    return PlainTable((TABLE.say("scatter.pair", lang), x_name, y_name), rows)
