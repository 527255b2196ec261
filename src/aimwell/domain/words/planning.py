"""Sentences about phases to decide on, gains to hold and measures to plan."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "planning",
    {
        "side.above": {"en": "above", "es": "por encima"},
        "side.below": {"en": "below", "es": "por debajo"},
        "shift": {
            "en": "Since {date}, {count} values in a row are {side} the line of {before}. A new phase from that day would have its middle at {centre}, from {points} values.",
            "es": "Desde el {date}, {count} valores seguidos están {side} de la línea de {before}. Una nueva fase desde ese día tendría su mediana en {centre}, con {points} valores.",
        },
        "chance": {
            "en": "On as many ordinary values with no change, these rules ring about 1 time in {times}.",
            "es": "En otros tantos valores comunes, sin ningún cambio, estas reglas suenan más o menos 1 vez de cada {times}.",
        },
        "decide": {
            "en": "You decide: begin a phase only if you know what changed, and say it.",
            "es": "Ustedes deciden: empiecen una fase solo si saben qué cambió, y díganlo.",
        },
        "new_year": {
            "en": "The counts of a new school year begin on {date}. A new phase from that day would have its middle at {centre}, from {points} values; before it was {before}.",
            "es": "Los datos de un nuevo año escolar empiezan el {date}. Una nueva fase desde ese día tendría su mediana en {centre}, con {points} valores; antes era {before}.",
        },
        "new_year.reason": {"en": "New school year", "es": "Nuevo año escolar"},
        "trial": {
            "en": "So few values make only a trial line.",
            "es": "Con tan pocos valores, la línea es solo de prueba.",
        },
        "hold.too_early": {
            "en": "The new level since {date} is too young to tell whether it holds. Keep counting.",
            "es": "El nuevo nivel desde el {date} es muy reciente para saber si se mantiene. Sigan contando.",
        },
        "hold.holding": {
            "en": "The gain since {date} holds so far: the values stay around {level}.",
            "es": "La mejora desde el {date} se mantiene hasta ahora: los valores siguen alrededor de {level}.",
        },
        "hold.further": {
            "en": "The gain since {date} has gone further: the last {count} values are {side} {level}.",
            "es": "La mejora desde el {date} siguió: los últimos {count} valores están {side} de {level}.",
        },
        "hold.drifting": {
            "en": "The gain since {date} is slipping: the last {count} values are {side} {level}, still nearer to it than to {before}. Look at what changed in the work.",
            "es": "La mejora desde el {date} va cediendo: los últimos {count} valores están {side} de {level}, aún más cerca de él que de {before}. Vean qué cambió en el trabajo.",
        },
        "hold.back": {
            "en": "The last {count} values are {side} {level}, nearer to {before}, where they were before {date}. Look at what changed in the work.",
            "es": "Los últimos {count} valores están {side} de {level}, más cerca de {before}, donde estaban antes del {date}. Vean qué cambió en el trabajo.",
        },
        "last_year": {
            "en": "The same weeks last year: a middle of {centre}.",
            "es": "Las mismas semanas del año pasado: una mediana de {centre}.",
        },
        "last_year.month": {
            "en": "The same months last year: a middle of {centre}.",
            "es": "Los mismos meses del año pasado: una mediana de {centre}.",
        },
        "span.day": {
            "en": ("one day with a count", "{count} days with a count"),
            "es": ("un día con cuenta", "{count} días con cuenta"),
        },
        "span.week": {"en": ("one week", "{count} weeks"), "es": ("una semana", "{count} semanas")},
        "span.month": {"en": ("one month", "{count} months"), "es": ("un mes", "{count} meses")},
        "plan.share": {
            "en": "A move from {level} to {to}, with about {students} students each time.",
            "es": "Un cambio de {level} a {to}, con unos {students} estudiantes cada vez.",
        },
        "plan.value": {
            "en": "A move from {level} to {to}, with ups and downs as before.",
            "es": "Un cambio de {level} a {to}, con altas y bajas como antes.",
        },
        "plan.unreachable": {
            "en": "This level is out of reach for these numbers, or they do not differ at all.",
            "es": "Estos números no pueden llegar a ese nivel, o no varían nada.",
        },
        "plan.usual": {
            "en": "If the change comes about, it shows after {usual} in half of the cases, and after {likely} in four of five.",
            "es": "Si el cambio ocurre, se ve después de {usual} en la mitad de los casos, y después de {likely} en cuatro de cinco.",
        },
        "plan.half": {
            "en": "If the change comes about, it shows after {usual} in half of the cases; for four of five, {points} points are too few.",
            "es": "Si el cambio ocurre, se ve después de {usual} en la mitad de los casos; para cuatro de cinco, {points} puntos no bastan.",
        },
        "plan.never": {
            "en": "A change of this size would mostly stay unseen in {points} points. Count more cases a point, or look for a larger change.",
            "es": "Un cambio de este tamaño casi no se vería en {points} puntos. Cuenten más casos por punto o busquen un cambio mayor.",
        },
        "plan.rings": {
            "en": "With no change at all, the rules would ring in {share} of such charts by then.",
            "es": "Sin ningún cambio, las reglas sonarían en el {share} de esas gráficas hasta entonces.",
        },
    },
)
