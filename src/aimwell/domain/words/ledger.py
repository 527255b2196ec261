"""What somebody's own forecasts came to, in words for that person: (English, Spanish). No praise and no blame."""

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table


def _pair(en: str, es: str) -> Entry:
    return {"en": en, "es": es}


TABLE = Table(
    "ledger",
    {
        "title": _pair(
            "How sure you were, and how often it held", "Con cuánta seguridad lo dijo, y cuántas veces se cumplió"
        ),
        "alt": _pair(
            "Each dot is a group of forecasts with the same chance. On the line, the chance given and what came agree.",
            "Cada punto es un grupo de pronósticos con la misma seguridad. Sobre la línea, lo dicho y lo que pasó "
            "coinciden.",
        ),
        "axis.said": _pair("How sure, in 10", "Seguridad, de 10"),
        "axis.held": _pair("Held, in 10", "Se cumplió, de 10"),
        "tenth": {
            "en": ("About {tenth} in 10: {held} of 1 forecast held.", "About {tenth} in 10: {held} of {n} held."),
            "es": (
                "Cerca de {tenth} de 10: se cumplió {held} de 1.",
                "Cerca de {tenth} de 10: se cumplieron {held} de {n}.",
            ),
        },
        "sum": _pair(
            "By the chances you gave, about {expected} of {all} would hold. {held} did.",
            "Según la seguridad que dio, se cumplirían cerca de {expected} de {all}. Se cumplieron {held}.",
        ),
        "brier": _pair(
            "The mean squared distance between chance and outcome is {brier} (Brier, 1950). "
            "0 is the nearest it can be. Who always says 5 in 10 gets 0.25.",
            "La distancia cuadrada media entre seguridad y resultado es {brier} (Brier, 1950). "
            "0 es lo más cerca que puede estar. Quien siempre dice 5 de 10 obtiene 0.25.",
        ),
        "coverage": _pair("{held} of {n} ranges held.", "Se cumplieron {held} de {n} rangos."),
        "few": {
            "en": (
                "1 forecast with a chance has a count so far. A picture comes at {least}: "
                "with fewer, one alone would move it too far.",
                "{n} forecasts with a chance have a count so far. A picture comes at {least}: "
                "with fewer, one alone would move it too far.",
            ),
            "es": (
                "Por ahora 1 pronóstico con su seguridad tiene conteo. El dibujo llega con {least}: "
                "con menos, uno solo lo movería demasiado.",
                "Por ahora {n} pronósticos con su seguridad tienen conteo. El dibujo llega con {least}: "
                "con menos, uno solo lo movería demasiado.",
            ),
        },
        "few_ranges": {
            "en": (
                "1 range has a count so far. At {least} you see here how many held.",
                "{n} ranges have a count so far. At {least} you see here how many held.",
            ),
            "es": (
                "Por ahora 1 rango tiene conteo. Con {least} verá aquí cuántos se cumplieron.",
                "Por ahora {n} rangos tienen conteo. Con {least} verá aquí cuántos se cumplieron.",
            ),
        },
        "no_chance": _pair("no chance given", "sin decir con cuánta seguridad"),
    },
)
