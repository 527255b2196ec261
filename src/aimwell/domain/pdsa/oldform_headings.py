"""Headings of old PDSA forms, in English and Spanish, and the part of a cycle that stands under each.

The four parts and their questions are those of the usual forms (Langley and others, 2009; S0 B, S1 L1367).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Slot(StrEnum):
    """Where a piece of an old form goes. `REST` is kept as a note; `OUT` is what a person leaves out."""

    TRY_WHAT = "try_what"
    QUESTION = "question"
    BECAUSE = "because"
    PREDICTION = "prediction"
    STEPS = "steps"
    WHO_WHERE = "who_where"
    COUNT_WHAT = "count_what"
    WHO_COUNTS = "who_counts"
    WHY_FOLLOWS = "why_follows"
    BEGAN = "began"
    ENDED = "ended"
    SEEN = "seen"
    TROUBLE = "trouble"
    RESULT = "result"
    LEARNED = "learned"
    SURPRISED_BY = "surprised_by"
    BENEFITED = "benefited"
    NOT_BENEFITED = "not_benefited"
    DECISION = "decision"
    DECISION_REASON = "decision_reason"
    WHAT_CHANGES = "what_changes"
    DECIDED_BY = "decided_by"
    PLAN = "plan"
    CYCLE = "cycle"
    REST = "rest"
    OUT = "out"


PLANNED = frozenset(
    {
        *(Slot.TRY_WHAT, Slot.QUESTION, Slot.BECAUSE, Slot.PREDICTION, Slot.STEPS, Slot.WHO_WHERE),
        *(Slot.COUNT_WHAT, Slot.WHO_COUNTS, Slot.WHY_FOLLOWS, Slot.PLAN),
    }
)
DONE = frozenset({Slot.SEEN, Slot.TROUBLE, Slot.RESULT})
AFTER = frozenset(
    {
        *(Slot.LEARNED, Slot.SURPRISED_BY, Slot.BENEFITED, Slot.NOT_BENEFITED, Slot.DECISION),
        *(Slot.DECISION_REASON, Slot.WHAT_CHANGES, Slot.DECIDED_BY),
    }
)
DAYS = frozenset({Slot.BEGAN, Slot.ENDED})

HEADINGS: dict[Slot, str] = {
    Slot.PLAN: "plan|planning|planear|planificar|planificacion",
    Slot.TRY_WHAT: (
        "try what|what try|what will try|what tried|what was tried|what did try|what are testing|what testing|change"
        "|change idea|change ideas|idea|test|test of change|change tested|change to test|description of change"
        "|describe change|intervention|strategy|idea de cambio|cambio|que probamos|que vamos a probar|que probaremos"
        "|que intentamos|que se probo|prueba|prueba de cambio|descripcion de cambio|estrategia|intervencion"
    ),
    Slot.QUESTION: (
        "question|questions|questions to answer|learning question|what want to learn|what do want to learn"
        "|what want to know|what do want to know|objective|objective of this cycle|purpose|aim of test|goal|aim"
        "|pregunta|preguntas|que queremos saber|que queremos aprender|objetivo|proposito|meta"
    ),
    Slot.BECAUSE: (
        "because|why|why think so|theory|rationale|reason for change|why this change|porque|por que|teoria"
        "|justificacion|razon de cambio|por que este cambio|por que creemos eso"
    ),
    Slot.PREDICTION: (
        "prediction|predictions|hypothesis|predict|what predict|what do predict|what did predict|what think will happen"
        "|what do think will happen|expected result|expected results|expected outcome|expected outcomes|prediccion"
        "|predicciones|hipotesis|que predecimos|que creemos que pasara|que esperamos|resultado esperado"
        "|resultados esperados"
    ),
    Slot.STEPS: (
        "steps|tasks|task|action steps|procedure|how|how will do it|plan for test|plan for change|implementation plan"
        "|what who when where|who what when where|who what where when|details|pasos|tareas|tarea|procedimiento|como"
        "|como haremos|plan de accion|que quien cuando donde|quien que cuando donde|detalles"
    ),
    Slot.WHO_WHERE: (
        "who|where|who and where|who where|school|classroom|class|room|grade|grade level|setting|participants|location"
        "|site|quien|donde|quien y donde|escuela|aula|salon|clase|grado|participantes|lugar"
    ),
    Slot.COUNT_WHAT: (
        "count|what count|what will count|measure|measures|measurement|metric|data to collect|data collection"
        "|data collection plan|plan for data collection|plan for collection of data|what measure|what will measure"
        "|how will know|how know|medida|medidas|medicion|que contamos|que vamos a contar|que vamos a medir|que medimos"
        "|datos a recoger|datos a recolectar|recoleccion de datos|plan de recoleccion de datos|como sabremos"
    ),
    Slot.WHO_COUNTS: (
        "who counts|who collects|who collects data|who will collect data|quien cuenta|quien recoge datos"
        "|quien recoge|quien recolecta datos"
    ),
    Slot.WHY_FOLLOWS: (
        "follows from|why this cycle follows|previous cycle|based on|builds on|sigue de|por que sigue|ciclo anterior"
        "|basado en|se basa en"
    ),
    Slot.BEGAN: (
        "date|dates|start|start date|date started|date of test|test date|test dates|cycle dates|begin|began|begin date"
        "|when|fecha|fechas|inicio|fecha de inicio|comienzo|fecha de prueba|fechas de ciclo|cuando|empezo|desde"
    ),
    Slot.ENDED: (
        "end|end date|date ended|ended|finish date|completion date|date completed|until|fin|fecha final|fecha de fin"
        "|fecha de cierre|termino|hasta|fecha de termino"
    ),
    Slot.SEEN: (
        "do|what happened|what did happen|happened|observations|observation|what saw|what did see|what did observe"
        "|what observed|what was observed|notes|carry out test|what was done|what did|hacer|haz|que paso|que ocurrio"
        "|que sucedio|observaciones|observacion|que vimos|que observamos|notas|ejecutar|que hicimos"
    ),
    Slot.TROUBLE: (
        "problems|unexpected problems|barriers|challenges|obstacles|what got in way|problemas|obstaculos"
        "|dificultades|barreras|retos|que se interpuso"
    ),
    Slot.RESULT: (
        "result|results|data|findings|outcome|outcomes|actual result|actual results|what did data show|what data show"
        "|data analysis|compare to prediction|compare to predictions|resultado|resultados|datos|hallazgos"
        "|resultado real|que mostraron datos|que muestran datos|comparacion con prediccion"
    ),
    Slot.LEARNED: (
        "study|learn|learned|what learned|what did learn|what was learned|learning|learnings|lessons|lessons learned"
        "|analysis|conclusion|conclusions|reflection|reflections|check|summary|summarize what was learned|estudiar"
        "|estudio|que aprendimos|aprendizaje|aprendizajes|lecciones|lecciones aprendidas|analisis|conclusion"
        "|conclusiones|reflexion|reflexiones|verificar|resumen"
    ),
    Slot.SURPRISED_BY: (
        "surprise|surprises|what surprised|what surprised us|unexpected observations|unexpected|sorpresa|sorpresas"
        "|que nos sorprendio|que sorprendio|lo inesperado"
    ),
    Slot.BENEFITED: "who benefited|who did benefit|who gained|quien se beneficio|quienes se beneficiaron",
    Slot.NOT_BENEFITED: (
        "who did not benefit|who did not|who did not gain|quien no se beneficio|quienes no se beneficiaron|quien no"
    ),
    Slot.DECISION: (
        "decision|decide|adopt adapt abandon|adopt adapt or abandon|adapt adopt abandon|adapt adopt or abandon"
        "|adoptar adaptar abandonar|adoptar adaptar o abandonar|adaptar adoptar o abandonar"
    ),
    Slot.DECISION_REASON: "act|reason|why this decision|actuar|actua|razon|motivo|por que esta decision",
    Slot.WHAT_CHANGES: (
        "next|next step|next steps|next cycle|what next|what is next|what will change|what will do next"
        "|what changes|what changes are to be made|changes for next time|proximo paso|proximos pasos|siguiente paso"
        "|siguientes pasos|proximo ciclo|siguiente ciclo|que cambiaremos|que cambia|que sigue|que haremos despues"
    ),
    Slot.DECIDED_BY: "decided by|who decided|decidido por|quien decidio|quienes decidieron",
}
_SMALL = frozenset(
    {
        *("we", "you", "they", "i", "the", "a", "an", "our", "your", "us"),
        *("los", "las", "el", "la", "lo", "un", "una", "nuestro", "nuestra"),
    }
)
_MARKER = re.compile(
    r"(?:pdsa |phea )?(?:cycle|ciclo|pdsa|phea|test|prueba)(?: pdsa| phea)?(?: (?:no|num|numero|number))? \d{1,3}"
)
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-h][.)]|[•*▪◦–-])\s*", re.IGNORECASE)
_BOX = re.compile(r"[☐☒☑✓✔✗]|[\[(]\s*[xX✓]?\s*[\])]")
_LETTER = re.compile(r"[^\W_]+")
LONGEST_HEADING = 80


def plain(text: str) -> str:
    """Small letters without accents, signs, numbering, brackets and filler words: "2. What did we learn?" is
    "what did learn".
    """
    bare = re.sub(r"\([^)]*\)", " ", _NUMBERING.sub("", text))
    letters = unicodedata.normalize("NFKD", bare.casefold().replace("#", " "))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(word for word in _LETTER.findall(kept) if word not in _SMALL)


BY_WORDS = {plain(words): slot for slot, listed in HEADINGS.items() for words in listed.split("|")}


def slot_of(text: str) -> Slot | None:
    """The part that this heading opens; None where it is no heading that is known, or has boxes to tick."""
    if len(text) > LONGEST_HEADING or _BOX.search(text):
        return None
    words = plain(text)
    return BY_WORDS.get(words) or (Slot.CYCLE if _MARKER.fullmatch(words) else None)
