"""Translated texts of the product in the local words of the moment.

Every `gettext`, lazy or not, in Python or in a template, asks the catalog of the active language. Ours answers through
`in_local_words`. What people wrote never passes here, because it is filled in afterwards.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import trans_real

from aimwell.domain.words.speech import in_local_words

CONTEXT = "\x04"


class LocalTranslation(trans_real.DjangoTranslation):
    def gettext(self, message: str) -> str:
        found = super().gettext(message)
        context, _, source = message.rpartition(CONTEXT)
        if context and found == message:
            found = source  # no entry: the text stands for itself
        return in_local_words(found, self.to_language(), source)

    def ngettext(self, msgid1: str, msgid2: str, n: Any) -> str:
        found = super().ngettext(msgid1, msgid2, n)
        if CONTEXT in found:
            return found  # Django asks again without the context
        return in_local_words(found, self.to_language(), msgid1.rpartition(CONTEXT)[2])


def install() -> None:
    """Put our catalogs where Django looks for those it has read already."""
    made = {code: LocalTranslation(code) for code, _name in settings.LANGUAGES}
    trans_real._translations.update(made)  # type: ignore[attr-defined]
