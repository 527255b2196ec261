"""Texts in which a key term has another sense, so that no local word stands for it there."""

OTHER_SENSES: frozenset[str] = frozenset(
    {
        "Aim well. Test small. Learn together.",
        "Download all problems with what to do",
        "More than {days} days have passed, so this list cannot be taken back. Nothing was changed. "
        "Put in a newer list instead.",
        "Problems",
        "Rows with a problem or a note",
        "problems",
        "professional learning community",
    }
)
