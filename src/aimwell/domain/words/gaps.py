"""Sentences about groups: for whom it moved, and how far apart two of them are. They say what moved, never why."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table

_MOVEMENT: dict[str, Entry] = {
    "move.up_all": {"en": "Rising together", "es": "Suben a la vez"},
    "move.down_all": {"en": "Falling together", "es": "Bajan a la vez"},
    "move.up_some": {"en": "Rising for some groups", "es": "Sube en algunos grupos"},
    "move.down_some": {"en": "Falling for some groups", "es": "Baja en algunos grupos"},
    "move.mixed": {"en": "Rising for some groups, falling for others", "es": "Sube en unos grupos y baja en otros"},
    "move.none": {"en": "No clear change in any group", "es": "Sin cambio claro en ningún grupo"},
    "move.early": {"en": "Too early to say", "es": "Aún es pronto para decirlo"},
    "trend.closing": {"en": "the gap is closing", "es": "la distancia se acorta"},
    "trend.widening": {"en": "the gap is widening", "es": "la distancia crece"},
    "trend.turned": {"en": "the gap has turned around", "es": "la distancia se ha invertido"},
    "trend.same": {"en": "gap about the same", "es": "distancia casi igual"},
    "both": {"en": "{move}, {trend}.", "es": "{move}, {trend}."},
    "one": {"en": "{move}.", "es": "{move}."},
}

_SENTENCES: dict[str, Entry] = {
    "apart": {
        "en": "{first} and {second} were {before} apart before {date}, and {after} since.",
        "es": "{first} y {second} estaban a {before} antes del {date}, y a {after} desde entonces.",
    },
    "apart_turned": {
        "en": "{first} were {before} above {second} before {date}. Since then they are {after} below.",
        "es": "{first} estaban {before} por encima de {second} antes del {date}. Desde entonces están {after} por debajo.",
    },
    "no_pair": {
        "en": "There are not two groups to set side by side.",
        "es": "No hay dos grupos que poner uno al lado del otro.",
    },
    "sure.closing": {
        "en": "The gap is smaller by {change}. Ordinary ups and downs would leave it between {low} and {high} smaller.",
        "es": "La distancia es {change} menor. Con los altibajos de siempre, sería entre {low} y {high} menor.",
    },
    "sure.widening": {
        "en": "The gap is larger by {change}. Ordinary ups and downs would leave it between {low} and {high} larger.",
        "es": "La distancia es {change} mayor. Con los altibajos de siempre, sería entre {low} y {high} mayor.",
    },
    "sure.turned": {
        "en": "That is a change of {change}. Ordinary ups and downs would leave it between {low} and {high}.",
        "es": "Es un cambio de {change}. Con los altibajos de siempre, estaría entre {low} y {high}.",
    },
    "sure.same_smaller": {
        "en": "It is {change} smaller, no more than ordinary ups and downs. It is too early to say that it is closing.",
        "es": "Es {change} menor, no más que los altibajos de siempre. Aún es pronto para decir que se acorta.",
    },
    "sure.same_larger": {
        "en": "It is {change} larger, no more than ordinary ups and downs. It is too early to say that it is widening.",
        "es": "Es {change} mayor, no más que los altibajos de siempre. Aún es pronto para decir que crece.",
    },
    "sure.early": {
        "en": "Each phase needs {enough} values of both groups before this can say more.",
        "es": "Cada fase necesita {enough} valores de ambos grupos antes de poder decir más.",
    },
    "one_phase": {
        "en": "There is one phase so far. When you mark a new phase, this page sets the groups side by side before and after it.",
        "es": "Hasta ahora hay una sola fase. Cuando marquen una nueva, esta página compara los grupos antes y después.",
    },
    "not_shown": {
        "en": "This does not say why, and it tells nothing about any one student.",
        "es": "Esto no dice por qué, ni dice nada de ningún estudiante en particular.",
    },
    "not_shown_hidden": {
        "en": "This does not say why, and it leaves out the groups that are hidden.",
        "es": "Esto no dice por qué, y deja fuera los grupos que no se muestran.",
    },
}

_GROUPS: dict[str, Entry] = {
    "now_from": {"en": "Now {after}, from {before}", "es": "Ahora {after}, antes {before}"},
    "now": {"en": "{after} over this time", "es": "{after} en este tiempo"},
    "moved.higher": {"en": "clearly higher", "es": "claramente más alto"},
    "moved.lower": {"en": "clearly lower", "es": "claramente más bajo"},
    "moved.unclear": {"en": "no clear change", "es": "sin cambio claro"},
    "moved.early": {"en": "too early to say", "es": "aún es pronto"},
    "students": {"en": ("{count} student", "{count} students"), "es": ("{count} estudiante", "{count} estudiantes")},
    "under": {"en": "under {minimum}", "es": "menos de {minimum}"},
    "hidden.small": {
        "en": "Fewer than {minimum} students. Hidden so that no one can be picked out.",
        "es": "Menos de {minimum} estudiantes. No se muestra para que nadie pueda ser identificado.",
    },
    "hidden.subtraction": {
        "en": "Could be shown, but with it the hidden group could be worked out by subtraction.",
        "es": "Se podría mostrar, pero con él se podría calcular por resta el grupo oculto.",
    },
    "hidden.empty": {"en": "No numbers yet.", "es": "Todavía no hay números."},
    "hidden.unknown": {
        "en": "It is not known how many students these numbers are about, so they stay hidden here.",
        "es": "No se sabe de cuántos estudiantes son estos números; por eso aquí no se muestran.",
    },
    "hidden.period": {"en": "hidden, too few students", "es": "oculto, muy pocos estudiantes"},
    "points": {"en": ("{value} point", "{value} points"), "es": ("{value} punto", "{value} puntos")},
    "unit": {"en": "points", "es": "puntos"},
    "gap_title": {"en": "{first} less {second}", "es": "{first} menos {second}"},
    "range": {"en": "{low} to {high}", "es": "de {low} a {high}"},
    "or_more": {"en": "{low} or more", "es": "{low} o más"},
    "times": {"en": "{value} times", "es": "{value} veces"},
}

TABLE = Table("gaps", {**_MOVEMENT, **_SENTENCES, **_GROUPS})
