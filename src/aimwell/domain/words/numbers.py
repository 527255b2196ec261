"""Numbers as people read them in US schools, in both languages: 1,250 and 4.5 and 34 %."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, isfinite, log10

NBSP = "\u00a0"
_WORDS = {
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
    "es": (
        *("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis"),
        *("siete", "ocho", "nueve", "diez", "once", "doce"),
    ),
}


def number_text(value: float, decimals: int = 0) -> str:
    """Rounded half to even on the exact value, with commas; beyond 15 figures in powers of ten. "-0"
    never."""
    if abs(value) >= 1e15:
        return f"{value:.2e}"
    text = f"{value:,.{decimals}f}"
    return text.lstrip("-") if not text.strip("-0.,") else text


def with_unit(text: str, unit: str) -> str:
    """The unit after a hard space, so that both stay on one line."""
    return f"{text}{NBSP}{unit}" if unit else text


def value_text(value: float, unit: str = "", decimals: int = 0) -> str:
    return with_unit(number_text(value, decimals), unit)


def decimals_for(values: Sequence[float], *, unit: str = "", denominators: Sequence[float] = ()) -> int:
    """How many decimals say something: none for whole numbers or shares of fewer than 1,000, else one for
    per cent.

    Other numbers get three figures of the largest, more where they lie so close together that these would look
    alike; six decimals at most.
    """
    finite = [value for value in values if isfinite(value)]
    if not finite or all(value == floor(value) for value in finite):
        return 0
    if unit == "%":
        return 0 if denominators and min(denominators) < 1000 else 1
    largest = max(abs(value) for value in finite)
    spread = max(finite) - min(finite)
    figures = 2 - floor(log10(largest)) if largest else 0
    apart = -floor(log10(spread)) if spread > largest * 1e-9 else 0
    return min(6, max(0, figures if figures >= apart else apart + 1))


def count_word(n: int, lang: str) -> str:
    """Up to twelve in words, above in figures."""
    words = _WORDS["es" if lang.startswith("es") else "en"]
    return words[n] if 0 <= n < len(words) else number_text(n)


def one_in(rate: float) -> int:
    """A chance as "1 time in N"; N at most 1,000."""
    return min(1000, round(1 / rate)) if rate > 0.001 else 1000
