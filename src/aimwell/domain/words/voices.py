"""Whose voice was heard, and how two ways of grouping compare: words of the tool for voices."""

from aimwell.domain.words.tables import Entry, Table

ENTRIES: dict[str, Entry] = {
    "group.students": {"en": "students", "es": "estudiantes"},
    "group.families": {"en": "families", "es": "familias"},
    "group.teachers": {"en": "teachers", "es": "docentes"},
    "group.support": {"en": "support staff", "es": "personal de apoyo"},
    "group.leaders": {"en": "department and leaders", "es": "departamento y dirección"},
    "group.community": {"en": "community", "es": "comunidad"},
    "heard": {"en": "Heard: {groups}.", "es": "Escuchados: {groups}."},
    "not_heard": {"en": "Not heard yet: {groups}.", "es": "Aún sin escuchar: {groups}."},
    "agree": {
        "en": "You put {alike} of {both} answers into the same group: {percent} %.",
        "es": "Pusieron {alike} de {both} respuestas en el mismo grupo: {percent} %.",
    },
    "kappa": {
        "en": "Cohen's kappa is {kappa}. It takes off what would match by chance: 1 is all alike, 0 is no more than "
        "chance. It tells how clear the groups are, not how well anyone sorts.",
        "es": "El kappa de Cohen es {kappa}. Descuenta lo que coincidiría por azar: 1 es todo igual, 0 es lo mismo que "
        "el azar. Dice qué tan claros son los grupos, no qué tan bien ordena alguien.",
    },
    "kappa.nothing": {
        "en": "No answer was grouped by both yet, so there is nothing to compare.",
        "es": "Ninguna respuesta fue agrupada por ambas personas, así que no hay qué comparar.",
    },
    "kappa.one_group": {
        "en": "Both used one and the same group, so kappa has nothing to tell apart. Could the group be split in two?",
        "es": "Ambas personas usaron un mismo grupo, así que kappa no tiene qué distinguir. ¿Se podría dividir?",
    },
    "left_out": {
        "en": ("{n} answer was not grouped by both; it is left out.",
               "{n} answers were not grouped by both; they are left out."),
        "es": ("{n} respuesta no fue agrupada por ambas personas; queda fuera.",
               "{n} respuestas no fueron agrupadas por ambas personas; quedan fuera."),
    },
    "interviews": {"en": ("heard {n} time", "heard {n} times"), "es": ("escuchado {n} vez", "escuchado {n} veces")},
    "responses": {
        "en": "{count} of {n} answers to “{question}”",
        "es": "{count} de {n} respuestas a “{question}”",
    },
    "responses.few": {
        "en": "fewer than {minimum} of {n} answers to “{question}”",
        "es": "menos de {minimum} de {n} respuestas a “{question}”",
    },
}  # fmt: skip

TABLE = Table("voices", ENTRIES)
