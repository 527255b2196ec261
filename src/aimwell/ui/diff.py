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
    runs = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    found: list[Piece] = []
    out, new = "", ""  # the change being gathered: a space between two changed words belongs to the change
    for place, (tag, a, b, c, d) in enumerate(runs):
        mine_part, theirs_part = "".join(left[a:b]), "".join(right[c:d])
        inside = 0 < place < len(runs) - 1
        if tag == "equal" and not (inside and mine_part.isspace()):
            found += _change(out, new)
            found.append(Piece("same", mine_part))
            out, new = "", ""
        else:
            out, new = out + mine_part, new + theirs_part
    return found + _change(out, new)


def _change(out: str, new: str) -> list[Piece]:
    both: list[Piece] = [Piece("mine", out), Piece("theirs", new)]
    return [piece for piece in both if piece.text]


def one_side(mine: str, theirs: str, side: Literal["mine", "theirs"]) -> list[Piece]:
    """The pieces of one version only, in order, the different ones marked."""
    return [piece for piece in pieces(mine, theirs) if piece.kind in ("same", side)]
