"""Why a group is not shown."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "small_cells",
    {
        "small": {
            "en": "Fewer than {minimum} students. Hidden so that no one can be picked out.",
            "es": "Menos de {minimum} estudiantes. Se oculta para que no se reconozca a nadie.",
        },
        "by_subtraction": {
            "en": "Could be shown, but with it the hidden group could be worked out by subtraction.",
            "es": "Se podría mostrar, pero con una resta se sabría el del grupo oculto.",
        },
        "total": {
            "en": "The total is hidden too: with it a hidden group could be worked out.",
            "es": "También se oculta el total: con él se sabría el de un grupo oculto.",
        },
    },
)
