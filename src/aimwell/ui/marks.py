"""The marks under the names that templates use. The shapes themselves are `domain.render.marks`."""

from functools import lru_cache

from aimwell.domain.render.marks import MARKS, mark_svg

ALIASES = {
    "in": "met",
    "done": "tick",
    "locked": "lock",
    "aside": "set_aside",
    "sent-up": "sent_up",
    "untried": "quarter0",
    "one-test": "quarter1",
    "held-one": "quarter2",
    "held-two": "quarter3",
    "held-three": "quarter4",
}
NAMES = frozenset(MARKS) | frozenset(ALIASES)


@lru_cache(maxsize=512)
def svg(name: str, *, label: str = "", black: bool = False) -> str:
    """The mark as inline SVG. With `label` it speaks for itself. KeyError for an unknown name."""
    return mark_svg(ALIASES.get(name, name), label, black=black)
