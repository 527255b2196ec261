"""What can go wrong, as one tree.

DomainError
├── NotAllowed   the person may not do this
├── NotFound     there is nothing here that this person may see
├── Refused      a rule said no; `code` names the rule, `data` its facts
├── StaleEdit    somebody else changed it meanwhile; both texts are kept
└── NotReady     something is still missing; `missing` names each part

One handler turns them into a form message, an API problem or the message of an import row.
The sentence for each code stands in `words/errors.py`, so that no caller writes its own.
"""

from collections.abc import Iterable
from typing import Any

from aimwell.domain.words.errors import GENERIC, WORDS
from aimwell.domain.words.pdsa import MOVES as PARTS
from aimwell.domain.words.speech import in_local_words


class DomainError(Exception):
    """`code` is a key of `words.errors.WORDS`; `data` holds the facts its sentence names."""

    code: str = "refused"

    def __init__(self, code: str | None = None, **data: Any) -> None:
        self.code = code or type(self).code
        self.data: dict[str, Any] = data
        super().__init__(self.code)


class NotAllowed(DomainError):
    code = "not_allowed"


class NotFound(DomainError):
    code = "not_found"


class Refused(DomainError):
    code = "refused"


class StaleEdit(DomainError):
    """`mine` and `theirs` are both texts; `who` and `version` belong to theirs."""

    code = "stale_edit"

    def __init__(self, *, mine: Any, theirs: Any, who: str = "", version: int | None = None, **data: Any) -> None:
        super().__init__(mine=mine, theirs=theirs, who=who, version=version, **data)
        self.mine = mine
        self.theirs = theirs


class NotReady(DomainError):
    """`missing` holds the keys of the missing parts, in the order of the form."""

    code = "not_ready"

    def __init__(self, *, missing: Iterable[str], **data: Any) -> None:
        self.missing = tuple(missing)
        super().__init__(missing=self.missing, **data)


def sentence(error: DomainError, lang: str) -> str:
    """What happened, what was kept, what to do; in English, or in Spanish where `lang` starts with "es"."""
    pair = WORDS.get(error.code, GENERIC)
    data = {key: _readable(value, lang) for key, value in error.data.items()}
    try:
        return in_local_words(pair[_column(lang)], lang, pair[0]).format(**data)
    except (KeyError, IndexError):
        return GENERIC[_column(lang)]


def _column(lang: str) -> int:
    return 1 if lang.startswith("es") else 0


def _readable(value: Any, lang: str) -> Any:
    """Lists as words between commas; the parts of a cycle by the names that the form uses."""
    if not isinstance(value, (list, tuple)):
        return value
    return ", ".join(
        PARTS[f"missing.{item}"][_column(lang)] if f"missing.{item}" in PARTS else str(item) for item in value
    )
