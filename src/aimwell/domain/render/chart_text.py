"""How wide a text will be, from the font's own advance widths (thousandths of the size)."""

from __future__ import annotations

_REGULAR = {
    200: " \u00a0",
    246: "iìíîï",
    248: "',.:;·’jl|",
    263: "IÌÍÎÏ",
    292: "!¡f",
    303: "()[]{}-",
    345: "tr/\\°ª",
    420: 's*z?¿"“”º',
    446: "x«»",
    467: "cçvyýÿYÝ",
    482: "J–LF",
    497: "keèéêë#$+0123456789<=>^~",
    504: "agàáâãäå_",
    513: "XV",
    530: "EÈÉÊËSTZ",
    544: "AhuoòóôõöùúûüÀÁÂÃÄÅnñ",
    555: "bdpq",
    570: "PRCÇßK",
    588: "B",
    617: "&DG",
    652: "UÙÚÛÜNÑH",
    664: "OQÒÓÔÕÖ",
    727: "wM",
    790: "W—",
    829: "%mæ@",
    948: "…",
}
_ADVANCE = {letter: width for width, letters in _REGULAR.items() for letter in letters}
_OTHER = 600
_STRONG = 1.035


def width_of(words: str, size: float, *, strong: bool = False) -> float:
    """Width in the unit of `size`; a letter that is not listed counts as wide."""
    units = sum(_ADVANCE.get(letter, _OTHER) for letter in words)
    return units * size / 1000 * (_STRONG if strong else 1.0)


def fitted(words: str, size: float, room: float, *, strong: bool = False) -> str:
    """The words, or as many of them as fit with an ellipsis; empty when not even three letters do."""
    if width_of(words, size, strong=strong) <= room:
        return words
    kept = words
    while len(kept) > 3 and width_of(kept + "…", size, strong=strong) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…" if width_of(kept + "…", size, strong=strong) <= room else ""
