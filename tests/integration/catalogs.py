"""What the sources ask to be translated, and what the Spanish catalogs hold. Pure Python, so no gettext is needed."""

from __future__ import annotations

import io
import pkgutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import aimwell
from aimwell import domain
from aimwell.domain.words.tables import LANGS, Lang, all_tables

PACKAGE = Path(aimwell.__file__).parent
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """One string of the sources; `plural` empty where it has none."""

    app: str
    context: str
    text: str
    plural: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, self.plural) if self.plural else (self.text,)


def apps() -> list[str]:
    """Paths of the Django apps, as `contexts/people`."""
    return sorted(str(found.parent.relative_to(PACKAGE)) for found in PACKAGE.rglob("apps.py"))


def catalog(app: str) -> Catalog:
    path = PACKAGE / app / "locale/es/LC_MESSAGES/django.po"
    if not path.exists():
        return Catalog(locale="es")
    with path.open("rb") as lines:
        return read_po(lines, locale="es")


def wanted(app: str) -> set[Wanted]:
    """Every string of the app's Python and templates that asks for a translation, without apps inside it."""
    found = set()
    inside = [PACKAGE / other for other in apps() if other.startswith(f"{app}/")]
    for path in sorted((PACKAGE / app).rglob("*")):
        if any(path.is_relative_to(place) for place in inside):
            continue
        if path.suffix == ".html":
            found |= _in_source(app, _as_python(path))
        elif path.suffix == ".py" and "migrations" not in path.parts:
            found |= _in_source(app, path.read_text())
    return found


def _as_python(template: Path) -> str:
    """Django's own reading of a template; indents mean nothing there."""
    return "\n".join(line.lstrip() for line in templatize(template.read_text(), origin=str(template)).splitlines())


def _in_source(app: str, source: str) -> set[Wanted]:
    return {
        Wanted(app, context or "", *((message,) if isinstance(message, str) else message))
        for _, message, _, context in extract("python", io.BytesIO(source.encode()), KEYWORDS)
        if message
    }


def pairs_of_the_domain() -> list[tuple[str, str, tuple[str, str]]]:
    """Every (English, Spanish) pair that a module of the domain keeps in a dict: module, key, pair."""
    found = []
    for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, dict):
                found += [(module.name, f"{name}.{key}", pair) for key, pair in value.items() if _is_pair(pair)]
    return found


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(part, str) for part in value)


def shown_texts() -> list[tuple[str, Lang, str]]:
    """Every text a reader may meet: where it is kept, its language, the text. Catalogs and tables of the domain."""
    found: list[tuple[str, Lang, str]] = []
    for app in apps():
        for message in catalog(app):
            if message.id:
                found += [(app, "en", text) for text in _forms(message.id)]
                found += [(app, "es", text) for text in _forms(message.string)]
    for table in all_tables():
        for key, entry in table.entries.items():
            found += [(f"{table.name}.{key}", lang, text) for lang in LANGS for text in _forms(entry[lang])]
    return found


def _forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
