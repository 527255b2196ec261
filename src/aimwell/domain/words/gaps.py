"""Sentences about groups: for whom it moved, and how far apart two of them are. They say what moved, never why."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_ONE_LINE: dict[str, Entry] = {
    "move.up_all": {"en": "Rising together", "es": "Suben a la vez"},
    "move.down_all": {"en": "Falling together", "es": "Bajan a la vez"},
    "move.up_some": {"en": "Rising for some", "es": "Sube en algunos"},
    "move.down_some": {"en": "Falling for some", "es": "Baja en algunos"},
    "move.mixed": {"en": "Rising for some, falling for others", "es": "Sube en unos y baja en otros"},
    "move.none": {"en": "No clear change", "es": "Sin cambio claro"},
    "gap.closing": {"en": "gap closing", "es": "la distancia se acorta"},
    "gap.widening": {"en": "gap widening", "es": "la distancia crece"},
    "gap.turned": {"en": "gap turned around", "es": "la distancia se ha invertido"},
    "gap.same": {"en": "gap about the same", "es": "distancia casi igual"},
    "line": {"en": "{move}, {gap}.", "es": "{move}, {gap}."},
    "line.early": {"en": "Too early to say for whom.", "es": "Aún es pronto para decir para quién."},
}

_SENTENCES: dict[str, Entry] = {
    "apart": {
        "en": "{first} and {second} were {before} apart before {date}, and {after} since.",
        "es": "{first} y {second} estaban a {before} antes del {date}, y a {after} desde entonces.",
    },
    "apart_turned": {
        "en": "{first} were {before} above {second} before {date}, and {after} below since.",
        "es": "{first} estaban {before} por encima de {second} antes del {date}, y {after} por debajo desde entonces.",
    },
    "no_pair": {
        "en": "There are not two groups to set side by side.",
        "es": "No hay dos grupos que poner uno al lado del otro.",
    },
    "sure.closing": {
        "en": "The gap closed by {change}, more than ordinary ups and downs explain (likely {low} to {high}).",
        "es": "La distancia se acortó {change}, más de lo que explican los altibajos (probable: de {low} a {high}).",
    },
    "sure.widening": {
        "en": "The gap grew by {change}, more than ordinary ups and downs explain (likely {low} to {high}).",
        "es": "La distancia creció {change}, más de lo que explican los altibajos (probable: de {low} a {high}).",
    },
    "sure.turned": {
        "en": "That is a turn of {change}, more than ordinary ups and downs explain (likely {low} to {high}).",
        "es": "Es un giro de {change}, más de lo que explican los altibajos (probable: de {low} a {high}).",
    },
    "sure.smaller": {"en": "Too early to say it is closing.", "es": "Aún es pronto para decir que se acorta."},
    "sure.larger": {"en": "Too early to say it is widening.", "es": "Aún es pronto para decir que crece."},
    "sure.level": {
        "en": "No sign so far that it is closing or widening.",
        "es": "Hasta ahora nada indica que se acorte o crezca.",
    },
    "sure.early": {
        "en": "Both groups need {enough} numbers before and {enough} after to say more.",
        "es": "Ambos grupos necesitan {enough} números antes y {enough} después para decir más.",
    },
    "one_phase": {
        "en": "There is one phase so far. Mark a new phase to set the groups side by side before and after it.",
        "es": "Hasta ahora hay una sola fase. Marquen una nueva para comparar los grupos antes y después.",
    },
    "not_said": {
        "en": "This does not say why, nor how any one student does.",
        "es": "Esto no dice por qué, ni cómo le va a cada estudiante.",
    },
    "not_said_hidden": {
        "en": "This does not say why, and it leaves out the groups that are hidden.",
        "es": "Esto no dice por qué, y deja fuera los grupos que no se muestran.",
    },
    "level.difference": {"en": "No gap: 0", "es": "Sin distancia: 0"},
    "level.ratio": {"en": "No gap: 1", "es": "Sin distancia: 1"},
    "points": {"en": ("{value} point", "{value} points"), "es": ("{value} punto", "{value} puntos")},
}

TABLE = Table("gaps", {**_ONE_LINE, **_SENTENCES})
