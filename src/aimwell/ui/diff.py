"""Which words differ between two texts. Pure; used by the merge page and by the history."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "mine", "theirs"]
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A run of text that both versions have, or only one of them."""

    kind: Kind
    text: str


def pieces(mine: str, theirs: str) -> list[Piece]:
    """Both texts as one run of pieces: joining `same` and `mine` gives `mine`, `same` and `theirs` gives `theirs`."""
    left, right = _WORDS.findall(mine), _WORDS.findall(theirs)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(left[a:b])))
            continue
        if a < b:
            found.append(Piece("mine", "".join(left[a:b])))
        if c < d:
            found.append(Piece("theirs", "".join(right[c:d])))
    return found


def one_side(mine: str, theirs: str, side: Literal["mine", "theirs"]) -> list[Piece]:
    """The pieces of one version only, in order, the different ones marked."""
    return [piece for piece in pieces(mine, theirs) if piece.kind in ("same", side)]
