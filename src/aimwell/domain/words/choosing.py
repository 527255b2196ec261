"""Choosing change ideas in words: what an idea rests on, effect and ability, how large it is tried."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table


def _pair(en: str, es: str) -> Entry:
    return {"en": en, "es": es}


_GAPS = {
    "gap.no_cause": _pair("This idea does not rest on a cause yet.", "Esta idea todavía no se apoya en una causa."),
    "next.no_cause": _pair(
        "Which cause that you found would it change? Choose it.",
        "¿Cuál de sus causas cambiaría con ella? Elijan una.",
    ),
    "gap.set_aside": _pair("The cause of this idea was set aside.", "La causa de esta idea se apartó."),
    "next.set_aside": _pair(
        "Choose a cause that you kept, or bring that one back.",
        "Elijan una causa que siga en pie, o traigan esa de vuelta.",
    ),
    "gap.contradicted": _pair(
        "What you found speaks against the cause of this idea.",
        "Lo que hallaron contradice la causa de esta idea.",
    ),
    "next.contradicted": _pair(
        "Choose a cause that your evidence supports.", "Elijan una causa que su evidencia apoye."
    ),
    "gap.assumed": _pair(
        "The cause of this idea is an assumption so far.", "La causa de esta idea es, por ahora, una suposición."
    ),
    "next.assumed": _pair(
        "Check it first: one count, one visit or one talk may be enough.",
        "Primero mírenla de cerca: puede bastar con un conteo, una visita o una charla.",
    ),
    "gap.checking": _pair(
        "The cause of this idea is still being checked.", "La causa de esta idea aún se está revisando."
    ),
    "next.checking": _pair(
        "Finish the check, then mark what you found on the cause.",
        "Terminen de verificar y marquen en la causa lo que hallaron.",
    ),
    "gap.others_change": _pair(
        "The cause lies in how school is set up. The idea asks only students or families to change.",
        "La causa está en cómo se organiza la escuela. La idea pide cambiar solo a estudiantes o familias.",
    ),
    "next.others_change": _pair(
        "What would the system change? Add one thing that adults, the schedule or the rules would do.",
        "¿Qué cambiaría el sistema? Agreguen algo que harían los adultos, el horario o las reglas.",
    ),
    "prompt.students": _pair(
        "Only students or families are asked to change. What would the system change?",
        "Se pide cambiar solo a estudiantes o familias. ¿Qué cambiaría el sistema?",
    ),
}

_EFFORT = {
    "effort.title": _pair("The ideas by effect and by what we can do", "Efecto y capacidad de las ideas"),
    "effort.effect": _pair("Effect on the aim", "Efecto en la meta"),
    "effort.ability": _pair("Our ability to do it", "Nuestra capacidad de hacerlo"),
    "effort.span": _pair("{low} to {high}", "{low} a {high}"),
    "effort.alt": _pair(
        "{number}, {name}: effect {effect}, ability {ability}; {quarter}.",
        "{number}, {name}: efecto {effect}, capacidad {ability}; {quarter}.",
    ),
    "quarter.first": _pair("try first", "probar primero"),
    "quarter.prepare": _pair("prepare it", "prepararla"),
    "quarter.small": _pair("a small help", "una ayuda pequeña"),
    "quarter.later": _pair("later", "después"),
}

_COUNTS: dict[str, Entry] = {
    "count.answers": {
        "en": ("{n} person answered", "{n} people answered"),
        "es": ("{n} persona respondió", "{n} personas respondieron"),
    },
    "count.for_it": {"en": ("{n} is for it", "{n} are for it"), "es": ("{n} a favor", "{n} a favor")},
    "count.can_live": {
        "en": ("{n} can live with it", "{n} can live with it"),
        "es": ("{n} puede vivir con ella", "{n} pueden vivir con ella"),
    },
    "count.concerns": {
        "en": ("{n} has a concern", "{n} have a concern"),
        "es": ("{n} tiene una inquietud", "{n} tienen una inquietud"),
    },
}

TABLE = Table("choosing", {**_GAPS, **_EFFORT, **_COUNTS})
