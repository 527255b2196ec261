"""Small words that agree with the word beside them: "a" and "an"; "el ciclo", "la vuelta".

Only the nearest words are changed: those before a term that stand without a gap, and one after it.
"""

from __future__ import annotations

import re

BEFORE = (
    ("el", "la"), ("un", "una"), ("los", "las"), ("unos", "unas"), ("este", "esta"), ("estos", "estas"),
    ("ese", "esa"), ("esos", "esas"), ("otro", "otra"), ("otros", "otras"), ("ningún", "ninguna"),
    ("algún", "alguna"), ("algunos", "algunas"), ("nuestro", "nuestra"), ("nuestros", "nuestras"),
    ("primer", "primera"), ("tercer", "tercera"), ("segundo", "segunda"), ("todo", "toda"), ("todos", "todas"),
    ("próximo", "próxima"), ("mismo", "misma"), ("cuántos", "cuántas"), ("buen", "buena"), ("muchos", "muchas"),
    ("dos", "dos"), ("tres", "tres"), ("mejor", "mejor"), ("nuevo", "nueva"), ("nuevos", "nuevas"),
)  # fmt: skip
AFTER = (
    ("nuevo", "nueva"), ("nuevos", "nuevas"), ("terminado", "terminada"), ("terminados", "terminadas"),
    ("apartado", "apartada"), ("apartados", "apartadas"), ("abierto", "abierta"), ("abiertos", "abiertas"),
    ("cerrado", "cerrada"), ("cerrados", "cerradas"), ("guardado", "guardada"), ("elegido", "elegida"),
    ("escrito", "escrita"), ("tapado", "tapada"), ("enlazado", "enlazada"), ("enlazados", "enlazadas"),
    ("unidos", "unidas"), ("pequeño", "pequeña"), ("propio", "propia"), ("completo", "completa"),
)  # fmt: skip
ARTICLES = frozenset(["el", "la", "los", "las", "un", "una", "unos", "unas"])
WHOLES = frozenset({"todo", "toda", "todos", "todas"})
BEFORE_TO = {"f": dict(BEFORE), "m": {f: m for m, f in BEFORE}}
AFTER_TO = {"f": dict(AFTER), "m": {f: m for m, f in AFTER}}
CONTRACTED = {"del": "de la", "al": "a la"}
_LAST = re.compile(r"(\w+)(\s+)$")
_NEXT = re.compile(
    r"^(?P<gap>(?: %\(\w+\)\w| \{\w+\})?\s+(?:(?:ya |aún |todavía |no )*(?:está|están|queda|quedan|es)\s+)?)"
    r"(?P<word>\w+)"
)
_AND = re.compile(r"^(?P<gap> y )(?P<word>\w+)")
_AN = re.compile(r"\b([Aa])n?(\s+)$")
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni|use|usu|eu|one\b)", re.I)


def english(before: str, word: str) -> str:
    """`before` with the article that fits `word`; a single letter is left as it is."""
    vowel = word[:1].lower() in "aeiou" and not _SOUNDS_LIKE_YOU.match(word)
    return _AN.sub(lambda found: f"{found[1]}{'n' if vowel else ''}{found[2]}", before)


def spanish_before(before: str, to: str) -> str:
    """`before` with its last words in the gender `to`, as far as they agree with what follows."""
    found = _LAST.search(before)
    if found is None:
        return before
    word, gap, rest = found[1], found[2], before[: found.start()]
    lower = word.lower()
    if to == "f" and lower in CONTRACTED:
        return rest + _like(word, CONTRACTED[lower]) + gap
    if lower not in BEFORE_TO[to]:
        return before
    earlier = _LAST.search(rest)
    if lower not in ARTICLES or (earlier is not None and earlier[1].lower() in WHOLES):
        rest = spanish_before(rest, to)
    return _contracted(rest, _like(word, BEFORE_TO[to][lower])) + gap


def _contracted(rest: str, new: str) -> str:
    """ "de el" is "del", "a el" is "al"."""
    if new == "el" and re.search(r"\b(?:de|a)\s+$", rest, re.I):
        return re.sub(r"\b([dD]e|[aA])\s+$", lambda found: f"{found[1]}l", rest)
    return rest + new


def spanish_after(after: str, to: str) -> str:
    """`after` with its first describing words in the gender `to`."""
    told, rest, seek = "", after, _NEXT
    while (found := seek.match(rest)) is not None and found["word"].lower() in AFTER_TO[to]:
        told += found["gap"] + _like(found["word"], AFTER_TO[to][found["word"].lower()])
        rest, seek = rest[found.end() :], _AND
    return told + rest


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
