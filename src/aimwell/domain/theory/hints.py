"""Hints to the writer alone: never a verdict, never a block (S1 R-11, R-13, R-14).

Three things a problem or a cause may hold without the writer noticing: an answer already chosen, a fault laid on
people, an opinion told as a fact. The patterns are narrow on purpose: a missed hint costs little, a wrong one
costs trust.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class HintKind(StrEnum):
    SOLUTION = "solution"
    BLAME = "blame"
    OPINION = "opinion"


@dataclass(frozen=True)
class Hint:
    """`text[start:end]` are the words meant; `question` is a key of `words.theory`."""

    kind: HintKind
    start: int
    end: int
    question: str


RESOURCES_EN = [
    "programs?",
    "curriculums?",
    "curricula",
    "coach(?:es)?",
    "tutors?",
    "tutoring",
    "trainings?",
    "workshops?",
    "aides?",
    "assistants?",
    "staff",
    "staffing",
    "counselors?",
    "specialists?",
    "interventionists?",
    "software",
    "apps?",
    "platforms?",
    "tablets?",
    "laptops?",
    "chromebooks?",
    "computers?",
    "devices?",
    "books?",
    "textbooks?",
    "materials",
    "workbooks?",
    "funding",
    "money",
    "budget",
    "technology",
    "interventions?",
    "policy",
    "policies",
    "incentives?",
    "rewards?",
    "library",
    "librarian",
    "buses",
    "transportation",
    "pd",
    "development",
    "periods?",
    "blocks?",
    "class(?:es)?",
    "lessons?",
    "courses?",
    "kits?",
    "teachers?",
    "nurses?",
    "system",
]
RESOURCES_ES = [
    "programas?",
    "currículos?",
    "curr[ií]culum",
    "entrenador(?:a|es|as)?",
    "tutor(?:a|es|as)?",
    "tutorías?",
    "capacitaci[oó]n(?:es)?",
    "talleres",
    "taller",
    "asistentes?",
    "personal",
    "consejer[oa]s?",
    "especialistas?",
    "software",
    "aplicaci[oó]n(?:es)?",
    "plataformas?",
    "tabletas?",
    "computadoras?",
    "dispositivos?",
    "libros?",
    "materiales",
    "fondos",
    "dinero",
    "presupuesto",
    "tecnología",
    "intervenci[oó]n(?:es)?",
    "políticas?",
    "incentivos?",
    "premios?",
    "bibliotecas?",
    "autobuses",
    "autobús",
    "transporte",
    "clases?",
    "cursos?",
    "maestr[oa]s?",
    "docentes?",
    "enfermer[oa]s?",
    "sistemas?",
    "cuadernillos?",
]
PEOPLE_EN = """(?:students?|kids?|children|teachers?|parents?|families|family|boys|girls|staff|principals?|mothers
    |fathers|learners|they)"""
PEOPLE_ES = """(?:estudiantes?|alumn[oa]s|niñ[oa]s|maestr[oa]s|docentes|profesor(?:es|as)|padres|madres|familias?
    |director(?:es|as|a)?|muchach[oa]s|ell[oa]s)"""
TRAITS_EN = r"""(?:lazy|unmotivated|shy|careless|disrespectful|uncaring|indifferent|disengaged|apathetic|slow|weak
    |incapable|unwilling|stubborn|resistant|negative|difficult|bad|low(?:-ability|\ ability)
    |not\ (?:motivated|interested|smart|ready|able|trying))"""
TRAITS_ES = """(?:floj[oa]s?|perezos[oa]s?|desmotivad[oa]s?|tímid[oa]s?|descuidad[oa]s?|irrespetuos[oa]s?
    |indiferentes?|apátic[oa]s?|lent[oa]s?|incapaces|incapaz|desinteresad[oa]s?|difíciles|mal[oa]s|irresponsables?)"""

# Verbose patterns: a space is written "\ ". The group `span` holds the words that are marked in the text.
SOLUTION = {
    "en": rf"""\b(?:lack(?:s|ing)?(?:\ of)?|shortage\ of|absence\ of|(?:do|does|did)(?:\ not|n['’]t)\ have|have\ no
        |has\ no|having\ no|there\ (?:is|are)\ (?:no|not\ enough)|not\ enough|too\ few|no|without|missing
        |needs?(?:\ to\ (?:buy|hire|get))?|want|should\ (?:buy|hire|get|have))
        \ (?P<span>(?:(?!\bto\b|\bin\b|\bof\b|\bfor\b)[\w'’-]+\ ){{0,3}}?(?:{"|".join(RESOURCES_EN)})\b
        (?:\ (?:for|to|in)\ (?:every|each|all|our|the)\ [\w'’-]+)?)""",
    "es": rf"""\b(?:faltan?(?:\ de)?|carecemos\ de|carece\ de|no\ (?:hay|tenemos|tienen|tiene|contamos\ con|existen?)
        |no\ hay\ suficientes?|sin|necesitamos|necesitan|hacen?\ falta|queremos
        |deberíamos\ (?:comprar|contratar|tener))
        \ (?P<span>(?:(?!\bpara\b|\ben\b)[\w-]+\ ){{0,3}}?(?:{"|".join(RESOURCES_ES)})\b
        (?:\ (?:para|en)\ (?:cada|tod[oa]s\ l[oa]s|nuestr[oa]s|l[oa]s|la|el)\ \w+)?)""",
}
BLAME = {
    "en": rf"""\b(?P<span>{TRAITS_EN}\ {PEOPLE_EN}\b
        |{PEOPLE_EN}\ (?:are|is|were|seem)\ (?:(?:just|simply|so|too|very|really)\ )*{TRAITS_EN}\b
        |{PEOPLE_EN}\ (?:just\ |simply\ )?(?:do(?:es)?(?:\ not|n['’]t)|did(?:\ not|n['’]t)|won['’]t|will\ not
            |can(?:\ ?not|['’]t)|refuse\ to|never)\ (?:even\ |really\ |be\ bothered\ to\ )*
            (?:care|value|try|want|bother|listen|follow\ through|think|learn|behave|support|help)\b
        |(?:those|these)\ (?:kids|children|parents|families|people)\b
        |low\ (?:vocabulary|ability|motivation|intelligence)\b)""",
    "es": rf"""\b(?P<span>a\ (?:los|las|estos|esas|esos)\ {PEOPLE_ES}\ no\ les\ (?:importa|interesa)\b
        |{PEOPLE_ES}\ {TRAITS_ES}\b
        |{PEOPLE_ES}\ (?:simplemente\ )?(?:son|es|están|está|parecen)\ (?:(?:muy|tan|simplemente|demasiado)\ )*
            {TRAITS_ES}\b
        |{PEOPLE_ES}\ (?:simplemente\ )?(?:no|nunca|jamás)\ (?:(?:les|le|se|lo)\ )*(?:importan?|interesan?|quieren?
            |valoran?|intentan?|esfuerzan?|escuchan?|pueden?|apoyan?|ayudan?|piensan?|aprenden?)\b
        |(?:esos|esas)\ (?:niñ[oa]s|padres|familias|muchach[oa]s)\b
        |(?:bajo|poco)\ (?:vocabulario|nivel\ intelectual)\b|poca\ (?:motivación|inteligencia|capacidad)\b)""",
}
OPINION = {
    "en": r"""\b(?P<span>because|should(?:\ not|n['’]t)?|needs?\ to|must|ought\ to|I\ (?:think|feel|believe)
        |we\ (?:feel|believe)|obviously|clearly|everyone\ knows)\b""",
    "es": r"""\b(?P<span>porque|debería(?:n|mos)?|deben?|debemos|hay\ que|tienen?\ que|tenemos\ que|necesitan?
        |creo\ que|creemos\ que|siento\ que|obviamente|claramente|todos\ saben)\b""",
}
# Names keep their capitals, so these are read with regard to case.
NAMED = {
    "en": r"\b(?P<span>(?:Mr|Mrs|Ms|Mx|Miss|Dr)\.?\ [A-Z][\w'’-]+)",
    "es": r"\b(?P<span>(?:Sr|Sra|Srta|Dr|Dra|Prof)\.?\ [A-ZÁÉÍÓÚÑ][\w-]+)",
}
PATTERNS: tuple[tuple[HintKind, dict[str, str], int], ...] = (
    (HintKind.SOLUTION, SOLUTION, re.IGNORECASE),
    (HintKind.BLAME, BLAME, re.IGNORECASE),
    (HintKind.BLAME, NAMED, 0),
    (HintKind.OPINION, OPINION, re.IGNORECASE),
)


def hints(text: str, lang: str) -> list[Hint]:
    """All hints on the text in reading order; an empty list for most sentences."""
    found = [
        Hint(kind, match.start("span"), match.end("span"), f"hint.{kind}")
        for kind, pattern in _compiled("es" if lang.startswith("es") else "en")
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda hint: (hint.start, hint.end, hint.kind))


@cache
def _compiled(lang: str) -> tuple[tuple[HintKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(source[lang], flags | re.VERBOSE)) for kind, source, flags in PATTERNS)
