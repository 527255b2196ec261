"""Short words inside a chart and its table."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "charts",
    {
        "aim": {"en": "Aim {value}", "es": "Meta {value}"},
        "by": {"en": "by {date}", "es": "para el {date}"},
        "middle": {"en": "Middle {value}", "es": "Mediana {value}"},
        "middle_so_far": {"en": "Middle so far {value}", "es": "Mediana por ahora {value}"},
        "since": {"en": "since {date}", "es": "desde el {date}"},
        "earlier": {"en": "Earlier middle {value}", "es": "Mediana antes {value}"},
        "mean": {"en": "Mean {value}", "es": "Media {value}"},
        "mean_so_far": {"en": "Mean so far {value}", "es": "Media por ahora {value}"},
        "earlier_mean": {"en": "Earlier mean {value}", "es": "Media antes {value}"},
        "upper": {"en": "Upper limit {value}", "es": "Límite sup. {value}"},
        "lower": {"en": "Lower limit {value}", "es": "Límite inf. {value}"},
        "trial": {
            "en": ("trial: {count} point", "trial: {count} points"),
            "es": ("de prueba: {count} punto", "de prueba: {count} puntos"),
        },
        "good_up": {"en": "up is good", "es": "subir es bueno"},
        "good_down": {"en": "down is good", "es": "bajar es bueno"},
        "line": {"en": "Line {value}", "es": "Línea {value}"},
        "set_by_hand": {"en": "set by hand", "es": "fijada a mano"},
        "from_last_year": {"en": "same time last year", "es": "misma época, año pasado"},
        "cycles": {"en": "Cycles", "es": "Ciclos"},
        "no_points": {"en": "No points", "es": "Sin puntos"},
        "phase": {"en": "phase {number}", "es": "fase {number}"},
        "in_shift": {"en": "part of a lasting shift", "es": "parte de un cambio que dura"},
        "excluded": {"en": "left out of the {line}", "es": "fuera de la {line}"},
        "missing": {"en": "no value", "es": "sin valor"},
        "col.day": {"en": "Day", "es": "Día"},
        "col.week": {"en": "Week of", "es": "Semana del"},
        "col.month": {"en": "Month", "es": "Mes"},
        "col.point": {"en": "Date", "es": "Fecha"},
        "col.numerator": {"en": "Count", "es": "Cuenta"},
        "col.denominator": {"en": "Of", "es": "De"},
        "col.days": {"en": "School days", "es": "Días de clases"},
        "col.per_day": {"en": "Per school day", "es": "Por día de clases"},
        "col.value": {"en": "Value", "es": "Valor"},
        "col.share": {"en": "Share", "es": "Porcentaje"},
        "col.middle": {"en": "Middle", "es": "Mediana"},
        "col.mean": {"en": "Mean", "es": "Media"},
        "col.line": {"en": "Line", "es": "Línea"},
        "col.lower": {"en": "Lower limit", "es": "Límite inferior"},
        "col.upper": {"en": "Upper limit", "es": "Límite superior"},
        "col.note": {"en": "Note", "es": "Nota"},
    },
)
