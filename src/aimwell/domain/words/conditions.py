"""Under what condition a chart's false signals were measured. Keys are `spc.false_signals.Condition`."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "conditions",
    {
        "normal": {
            "en": "Measured on values that lie alike above and below their mean, most of them near it.",
            "es": "Medido en valores que están por igual encima y debajo de su media, casi todos cerca de ella.",
        },
        "subgroups": {
            "en": "Measured on five values a point that lie alike above and below their mean.",
            "es": "Medido en cinco valores por punto que están por igual encima y debajo de su media.",
        },
        "shares": {
            "en": "Measured on groups of 40 with shares around one half.",
            "es": "Medido en grupos de 40 con proporciones cerca de la mitad.",
        },
        "counts": {
            "en": "Measured on counts around 15; low counts signal more often.",
            "es": "Medido en conteos cerca de 15; los conteos bajos dan señales más a menudo.",
        },
        "rates": {
            "en": "Measured on counts around 15 for the same size; low counts signal more often.",
            "es": "Medido en conteos cerca de 15 con el mismo tamaño; los conteos bajos dan señales más a menudo.",
        },
        "cases_between": {
            "en": "Measured on rare events that come by chance, about one in 20 cases.",
            "es": "Medido en sucesos raros que llegan por azar, cerca de uno en 20 casos.",
        },
        "time_between": {
            "en": "Measured on rare events that come by chance.",
            "es": "Medido en sucesos raros que llegan por azar.",
        },
    },
)
