"""Names that still stand in words which are to be read without them."""

import re
from collections.abc import Iterable

SHORTEST = 3
"""A shorter part of a name stands in too many other words."""
_ROOMS = re.compile(r"\b(?:rooms?|aulas?|sal[oó]n(?:es)?)\s+\d+", re.IGNORECASE)


def mentioned(texts: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that stand as whole words in any of `texts`, upper and lower case alike, and rooms by number."""
    everything = "\n".join(texts)
    wanted = dict.fromkeys(name.strip() for name in names)
    known = [name for name in wanted if len(name) >= SHORTEST and _stands(name, everything)]
    return tuple(dict.fromkeys([*known, *_ROOMS.findall(everything)]))


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def name_parts(name: str) -> list[str]:
    """A person's whole name, and what others call them by."""
    return [name, name.split()[0]] if name.split() else []
