"""Why a group or a number is not shown, and the rules for that."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "small_cells",
    {
        "small": {
            "en": "Fewer than {minimum} students in one count or more. Hidden so that no one can be picked out.",
            "es": "Menos de {minimum} estudiantes en una cuenta o más. Se oculta para que no se reconozca a nadie.",
        },
        "by_subtraction": {
            "en": "Could be shown, but with it the hidden group could be worked out by subtraction.",
            "es": "Se podría mostrar, pero con una resta se sabría el del grupo oculto.",
        },
        "all": {
            "en": "No group is shown: with any of them a small one could be worked out.",
            "es": "No se muestra ningún grupo: con cualquiera se podría saber uno pequeño.",
        },
        "unknown": {
            "en": "Nobody said how many students these are. Hidden to be safe.",
            "es": "Nadie dijo cuántos estudiantes son. Se oculta por seguridad.",
        },
        "cell": {"en": "Hidden so that no one can be picked out.", "es": "Se oculta para que no se reconozca a nadie."},
        "here": {
            "en": "Here it hides {hidden} of {groups} groups; students in them: {students}.",
            "es": "Aquí oculta {hidden} de {groups} grupos; estudiantes en ellos: {students}.",
        },
        "here_none": {"en": "Here it hides no group.", "es": "Aquí no oculta ningún grupo."},
        "rule.usual": {"en": "Fewer than 10 students", "es": "Menos de 10 estudiantes"},
        "why.usual": {
            "en": "What most states use, and the least that Aimwell allows.",
            "es": "Lo que usa la mayoría de los estados, y lo mínimo que permite Aimwell.",
        },
        "rule.delaware": {
            "en": "Fewer than 16 students, and shares under 5\u00a0% or over 95\u00a0%",
            "es": "Menos de 16 estudiantes, y porcentajes de menos del 5\u00a0% o más del 95\u00a0%",
        },
        "why.delaware": {
            "en": "Delaware’s rule. When nearly all or nearly no one did it, that tells on each of them.",
            "es": "La regla de Delaware. Si lo hicieron casi todos o casi nadie, se sabe de cada uno.",
        },
        "rule.reporting_20": {"en": "Fewer than 20 students", "es": "Menos de 20 estudiantes"},
        "why.reporting_20": {
            "en": "A common size for reports. Rates of smaller groups jump about by chance.",
            "es": "Un tamaño común en informes. Los porcentajes de grupos menores saltan por azar.",
        },
        "rule.largest": {"en": "Fewer than 30 students", "es": "Menos de 30 estudiantes"},
        "why.largest": {
            "en": "The strictest size that a state uses.",
            "es": "El tamaño más estricto que usa un estado.",
        },
    },
)
