from __future__ import annotations

from aimwell.contexts.people.models import User, WordsShown


def change_settings(*, by: User, name: str, theme: str, words_shown: str = WordsShown.THEIRS) -> None:
    by.name, by.theme, by.words_shown = name.strip(), theme, words_shown
    by.save(update_fields=["name", "theme", "words_shown"])
