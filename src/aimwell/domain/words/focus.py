"""Aims that close a gap, in words: (English, Spanish)."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_ENTRIES: dict[str, Entry] = {
    "gap.opening": {"en": "The gap between ", "es": "La brecha entre "},
    "gap.opening_what": {"en": "{what}: the gap between ", "es": "{what}: la brecha entre "},
    "gap.and": {"en": " and ", "es": " y "},
    "gap.from": {"en": " shrinks from ", "es": " baja de "},
    "gap.to": {"en": " to ", "es": " a "},
    "gap.points": {"en": ("{n} point", "{n} points"), "es": ("{n} punto", "{n} puntos")},
    "gap.by": {"en": "by {day}", "es": "para el {day}"},
    "ask.group": {"en": "which group?", "es": "¿qué grupo?"},
    "ask.beside": {"en": "beside whom?", "es": "¿junto a quiénes?"},
    "ask.now": {"en": "how far apart now?", "es": "¿qué distancia hoy?"},
    "ask.target": {"en": "how far then?", "es": "¿qué distancia entonces?"},
    "ask.by_when": {"en": "by when?", "es": "¿para cuándo?"},
    "open.group": {"en": "The group: not named yet.", "es": "El grupo: aún sin nombrar."},
    "open.beside": {"en": "Beside whom: not said yet.", "es": "Junto a quiénes: aún no se dice."},
    "open.now": {
        "en": "The gap now: not known yet. Choose two lines of a measure, or write it.",
        "es": "La brecha hoy: aún no se sabe. Elija dos líneas de una medida o escríbala.",
    },
    "open.target": {"en": "The gap to reach: not said yet.", "es": "La brecha por lograr: aún no se dice."},
    "open.by_when": {"en": "The date: not said yet.", "es": "La fecha: aún no se dice."},
    "hint.everyone": {
        "en": "This names everyone. Who among them has been served least well? Name that group.",
        "es": "Esto nombra a todos. ¿A quiénes de ellos se ha atendido peor? Nombre a ese grupo.",
    },
    "hint.same_group": {
        "en": "Both sides are the same group. Beside whom do you look at it?",
        "es": "Los dos lados son el mismo grupo. ¿Junto a quiénes lo miran?",
    },
    "hint.not_smaller": {
        "en": "The gap to reach is not smaller than the gap now. How much smaller would be worth it?",
        "es": "La brecha por lograr no es menor que la de hoy. ¿Cuánto menor valdría la pena?",
    },
    "gap.found": {
        "en": "From the numbers, {day}: {a} is at {at_a}, {b} at {at_b}. That is {apart} apart.",
        "es": "Según los números, {day}: {a} está en {at_a}, {b} en {at_b}. La distancia es {apart}.",
    },
    "gap.hidden": {
        "en": "The numbers of these groups are not shown: with so few students, some could be known from them.",
        "es": "Los números de estos grupos no se muestran: con tan pocos estudiantes se podría reconocer a alguien.",
    },
    "gap.none": {
        "en": "There is no day yet on which both groups were counted.",
        "es": "Aún no hay un día en que se contara a los dos grupos.",
    },
}
TABLE = Table("focus", _ENTRIES)
say = TABLE.say
