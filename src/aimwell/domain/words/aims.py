"""Where an aim stands, whom it leaves out, what it asks for, and the signs on the way: (English, Spanish)."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_STATUS: dict[str, Entry] = {
    "status.open": {
        "en": "The numbers cannot say yet where this aim stands. Still open: {missing}.",
        "es": "Los números aún no pueden decir cómo va esta meta. Falta: {missing}.",
    },
    "status.running": {
        "en": "Still running until {day}. The latest count is {value}, from {on}.",
        "es": "Sigue en marcha hasta el {day}. El último conteo es {value}, del {on}.",
    },
    "status.running_none": {
        "en": "Still running until {day}. Nothing has been counted yet.",
        "es": "Sigue en marcha hasta el {day}. Aún no se ha contado nada.",
    },
    "status.met": {
        "en": "Met: {value} on {on}. The target was {target} by {day}.",
        "es": "Lograda: {value} el {on}. La meta era {target} para el {day}.",
    },
    "status.not_yet": {
        "en": "Not yet: {value} on {on}. The target was {target} by {day}.",
        "es": "Todavía no: {value} el {on}. La meta era {target} para el {day}.",
    },
    "status.no_data": {
        "en": "No data at the date: nothing was counted shortly before {day}. "
        "Put the missing count in, and this line is worked out again.",
        "es": "Sin datos en la fecha: no se contó nada poco antes del {day}. "
        "Agregue el conteo que falta y esta línea se calcula de nuevo.",
    },
    "short.open": {"en": "cannot be worked out yet", "es": "aún no se puede calcular"},
    "short.running": {"en": "still running", "es": "sigue en marcha"},
    "short.met": {"en": "met", "es": "lograda"},
    "short.not_yet": {"en": "not yet", "es": "todavía no"},
    "short.no_data": {"en": "no data at the date", "es": "sin datos en la fecha"},
    "needs.target": {"en": "how much", "es": "cuánto"},
    "needs.by_when": {"en": "by when", "es": "para cuándo"},
    "needs.measure": {"en": "a measure that counts in the same unit", "es": "una medida que cuente en la misma unidad"},
    "needs.direction": {"en": "which way is good", "es": "hacia dónde es bueno"},
}

_GAP: dict[str, Entry] = {
    "gap.students": {
        "en": (
            "When the target is met, {n} of {of} students is still outside it.",
            "When the target is met, {n} of {of} students are still outside it.",
        ),
        "es": (
            "Cuando se logre la meta, {n} de {of} estudiantes seguirá fuera de ella.",
            "Cuando se logre la meta, {n} de {of} estudiantes seguirán fuera de ella.",
        ),
    },
    "gap.share": {
        "en": "When the target is met, {share} of every 100 students are still outside it. "
        "Write above how many students there are, and this card counts them.",
        "es": "Cuando se logre la meta, {share} de cada 100 estudiantes seguirán fuera de ella. "
        "Escriba arriba cuántos estudiantes son y esta tarjeta los cuenta.",
    },
    "gap.group": {
        "en": "{name}: {students} of {of} are not there now",
        "es": "{name}: {students} de {of} no están ahí hoy",
    },
    "gap.hidden": {"en": "{name}: not shown. {why}", "es": "{name}: no se muestra. {why}"},
}

_REAL: dict[str, Entry] = {
    "real.ask": {
        "en": "The aim asks for {asked} in {weeks} weeks. That is about {pace} a week.",
        "es": "La meta pide {asked} en {weeks} semanas. Son unos {pace} por semana.",
    },
    "real.moves": {
        "en": "{n} of {of} stretches of this length in these numbers moved at least that far. "
        "The middle one moved by {middle}.",
        "es": "{n} de {of} tramos de ese largo en estos números avanzaron al menos eso. El del medio avanzó {middle}.",
    },
    "real.short": {
        "en": "These numbers cover {covers} weeks. That is too short to say what is usual in {weeks} weeks.",
        "es": "Estos números abarcan {covers} semanas. Es muy poco para decir qué es lo usual en {weeks} semanas.",
    },
    "real.none": {
        "en": "There are too few numbers yet to look back.",
        "es": "Aún hay muy pocos números para mirar atrás.",
    },
    "real.toward": {
        "en": "In that time they moved {moved} toward the aim.",
        "es": "En ese tiempo avanzaron {moved} hacia la meta.",
    },
    "real.away": {
        "en": "In that time they moved {moved} away from the aim.",
        "es": "En ese tiempo se alejaron {moved} de la meta.",
    },
    "real.level": {
        "en": "In that time they stayed where they were.",
        "es": "En ese tiempo quedaron donde estaban.",
    },
    "real.not_said": {
        "en": "This only looks back. It does not say what will come, or why.",
        "es": "Esto solo mira atrás. No dice qué vendrá ni por qué.",
    },
    "points": {"en": ("{value} point", "{value} points"), "es": ("{value} punto", "{value} puntos")},
}

_SIGNS: dict[str, Entry] = {
    "sign.no_early": {
        "en": "All signs come late. What would move first if you are on the way? An early sign tells you in weeks.",
        "es": "Todas las señales llegan tarde. ¿Qué se movería primero si van por buen camino? "
        "Una señal temprana lo dice en semanas.",
    },
    "sign.late_first": {
        "en": "“{name}” is a late result, but it is expected before the first early sign. Is one of the days wrong?",
        "es": "“{name}” es un resultado tardío, pero se espera antes de la primera señal temprana. "
        "¿Hay que cambiar alguna fecha?",
    },
    "sign.after_aim": {
        "en": "“{name}” is expected after the day of the aim.",
        "es": "“{name}” se espera después de la fecha de la meta.",
    },
    "sign.no_owner": {
        "en": "“{name}” is still to be set up. Who does it, and by when?",
        "es": "“{name}” todavía está por crearse. ¿Quién lo hace y para cuándo?",
    },
}

_EDITION: dict[str, Entry] = {
    "mark": {"en": "Aim changed, version {number}", "es": "Cambió la meta, versión {number}"},
}

TABLE = Table("aims", {**_STATUS, **_GAP, **_REAL, **_SIGNS, **_EDITION})
say = TABLE.say
