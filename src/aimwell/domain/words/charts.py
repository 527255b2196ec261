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
        "line": {"en": "Line {value}", "es": "Línea {value}"},
        "set_by_hand": {"en": "set by hand", "es": "fijada a mano"},
        "cycles": {"en": "Cycles", "es": "Ciclos"},
        "no_points": {"en": "No points", "es": "Sin puntos"},
        "phase": {"en": "phase {number}", "es": "fase {number}"},
        "in_shift": {"en": "part of a lasting shift", "es": "parte de un cambio que dura"},
        "excluded": {"en": "left out of the middle", "es": "fuera de la mediana"},
        "missing": {"en": "no value", "es": "sin valor"},
        "col.day": {"en": "Day", "es": "Día"},
        "col.week": {"en": "Week of", "es": "Semana del"},
        "col.month": {"en": "Month", "es": "Mes"},
        "col.point": {"en": "Date", "es": "Fecha"},
        "col.numerator": {"en": "Count", "es": "Cuenta"},
        "col.denominator": {"en": "Of", "es": "De"},
        "col.value": {"en": "Value", "es": "Valor"},
        "col.share": {"en": "Share", "es": "Porcentaje"},
        "col.middle": {"en": "Middle", "es": "Mediana"},
        "col.note": {"en": "Note", "es": "Nota"},
    },
)
