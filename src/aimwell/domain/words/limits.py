"""Sentences that read limits and rules other than the run chart's. Plain, exact, never about causes."""

from __future__ import annotations

from aimwell.domain.words.readings import nouns
from aimwell.domain.words.tables import Entry, Table

_SIGNALS: dict[str, Entry] = {
    "one": {"en": "{when}: {what}{side}.", "es": "{when}: {what}{side}."},
    "many": {"en": "{first} to {last}: {what}{side}.", "es": "Del {first} al {last}: {what}{side}."},
    "whole": {"en": "All points together: {what}.", "es": "Todos los puntos juntos: {what}."},
    "side.above": {"en": ", here above", "es": ", aquí por encima"},
    "side.below": {"en": ", here below", "es": ", aquí por debajo"},
    "travel.above": {"en": ", here going up", "es": ", aquí subiendo"},
    "travel.below": {"en": ", here going down", "es": ", aquí bajando"},
    "more": {
        "en": ("There is one more signal on this chart.", "There are {count} more signals on this chart."),
        "es": ("Hay una señal más en esta gráfica.", "Hay {count} señales más en esta gráfica."),
    },
    **nouns(
        "quiet",
        "No signal so far: the {noun} go up and down around the {line} as ordinary {noun} do.",
        "Hasta ahora no hay ninguna señal: las {noun} suben y bajan alrededor de la {line}, como suele ser.",
        "Hasta ahora no hay ninguna señal: los {noun} suben y bajan alrededor de la {line}, como suele ser.",
    ),
    "find_signal": {"en": "A signal: {what}", "es": "Una señal: {what}"},
    "find_signals": {"en": "{count} signals, the latest: {what}", "es": "{count} señales, la última: {what}"},
}

_LIMITS: dict[str, Entry] = {
    **nouns(
        "between",
        "Ordinary {noun} lie between {low} and {high}.",
        "Las {noun} comunes están entre {low} y {high}.",
        "Los {noun} comunes están entre {low} y {high}.",
    ),
    **nouns(
        "up_to",
        "Ordinary {noun} lie at {high} or below.",
        "Las {noun} comunes están en {high} o menos.",
        "Los {noun} comunes están en {high} o menos.",
    ),
    "between_vary": {
        "en": "The limits change with the size of each point; for the latest they are {low} and {high}.",
        "es": "Los límites cambian con el tamaño de cada punto; para el último son {low} y {high}.",
    },
    "up_to_vary": {
        "en": "The upper limit changes with the size of each point; for the latest it is {high}.",
        "es": "El límite superior cambia con el tamaño de cada punto; para el último es {high}.",
    },
    **nouns(
        "trial",
        "These are trial limits: they come from only {count} {noun} and may be far off.",
        "Son límites de prueba: vienen de solo {count} {noun} y pueden cambiar mucho.",
        "Son límites de prueba: vienen de solo {count} {noun} y pueden cambiar mucho.",
    ),
    "no_limits.flat": {
        "en": "No limits are drawn, because all values are equal.",
        "es": "No se trazan límites, pues todos los valores son iguales.",
    },
    "no_limits.few": {
        "en": "No limits are drawn, because there are too few values.",
        "es": "No se trazan límites, pues hay muy pocos valores.",
    },
    "no_limits.zero": {
        "en": "No limits are drawn, because this chart needs values above zero.",
        "es": "No se trazan límites, pues esta gráfica necesita valores mayores que cero.",
    },
    "screened": {
        "en": (
            "One jump between neighbors was much larger than the rest and was kept out of the limits.",
            "{count} jumps between neighbors were much larger than the rest and were kept out of the limits.",
        ),
        "es": (
            "Un salto entre vecinos fue mucho mayor que los demás y no entró en los límites.",
            "{count} saltos entre vecinos fueron mucho mayores que los demás y no entraron en los límites.",
        ),
    },
    "kept": {
        "en": "The line and limits come from the first {count} values and are kept.",
        "es": "La línea y los límites vienen de los primeros {count} valores y se mantienen.",
    },
    "given": {"en": "The center line was set by hand.", "es": "La línea central se fijó a mano."},
    "last_year": {
        "en": "The line comes from last year. How wide the limits are comes from this year.",
        "es": "La línea viene del año pasado. El ancho de los límites viene de este año.",
    },
}

_METHOD: dict[str, Entry] = {
    "rules": {"en": "{name}: {list}.", "es": "{name}: {list}."},
    "or_outside": {"en": "Also a signal: {what}.", "es": "También es señal: {what}."},
    "no_rules": {
        "en": "On this chart only a point outside the limits is a signal.",
        "es": "En esta gráfica solo un punto fuera de los límites es una señal.",
    },
    **nouns(
        "rings",
        "On {count} ordinary {noun} with no change at all, about {times} in 100 such charts still show a signal.",
        "En {count} {noun} comunes, sin ningún cambio, unas {times} de cada 100 gráficas así aún muestran una señal.",
        "En {count} {noun} comunes, sin ningún cambio, unas {times} de cada 100 gráficas así aún muestran una señal.",
    ),
    **nouns(
        "rings_rarely",
        "On {count} ordinary {noun} with no change at all, fewer than 1 in 100 such charts show a signal.",
        "En {count} {noun} comunes, sin ningún cambio, menos de 1 de cada 100 gráficas así muestra una señal.",
        "En {count} {noun} comunes, sin ningún cambio, menos de 1 de cada 100 gráficas así muestra una señal.",
    ),
}

_KEY: dict[str, Entry] = {
    "key.toward": {"en": "Signal in the good direction", "es": "Señal en la buena dirección"},
    "key.away": {"en": "Signal the other way", "es": "Señal en la otra dirección"},
    "key.neutral": {"en": "Signal", "es": "Señal"},
    "key.limits": {"en": "Thin lines: limits of ordinary points", "es": "Líneas finas: límites de los puntos comunes"},
    "key.trial": {"en": "Dashed: trial limits", "es": "Líneas cortadas: límites de prueba"},
    "key.out": {"en": "Left out of line and limits", "es": "Fuera de la línea y los límites"},
}

TABLE = Table("limits", {**_SIGNALS, **_LIMITS, **_METHOD, **_KEY})
