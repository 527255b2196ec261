"""Who said a cause: the team, or somebody whom it asked for a deeper look (S4 R-19)."""

from collections.abc import Sequence

LONGEST = 80


def layer_words(first: str, also: Sequence[str], team: str) -> str:
    """The words under a cause: whoever said it first, then whoever said it too. Empty where only the team did.

    `first` is empty where the team said it first. What does not fit ends in an ellipsis; the full list is kept apart.
    """
    if not first and not also:
        return ""
    told = " + ".join(dict.fromkeys([first or team, *also]))
    return told if len(told) <= LONGEST else told[: LONGEST - 1].rstrip() + "…"
