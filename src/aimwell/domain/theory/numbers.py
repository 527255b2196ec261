"""Numbers as people write them: exact inside, short outside."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from aimwell.domain.words.numbers import NBSP

Number = int | float | Decimal | Fraction


def exact(value: Number) -> Fraction:
    """The value a person typed: 0.1 is one tenth, however it was stored."""
    if isinstance(value, float):
        return Fraction(str(value))
    return Fraction(value)


@lru_cache(maxsize=4096)
def written(value: Number, *, places: int = 2) -> str:
    """Plain digits without trailing zeros, at most `places` decimals: 27, 2.5, -0.25, 1,250."""
    rounded = round(exact(value), places)
    text = f"{Decimal(rounded.numerator) / Decimal(rounded.denominator):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def percent(value: Number, *, places: int = 0) -> str:
    """A share of one as a per cent figure with a no-break space: Fraction(1, 2) is "50 %"."""
    return f"{written(exact(value) * 100, places=places)}{NBSP}%"
