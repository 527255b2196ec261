"""Sentences that read a run chart. Plain, exact, never about causes."""
# ruff: noqa: E501  one sentence, one line

from __future__ import annotations

from aimwell.domain.words.tables import Entry, Table


def nouns(key: str, en: str, es_feminine: str, es_masculine: str) -> dict[str, Entry]:
    """One entry for each period; `{noun}` becomes its plural."""
    nouns = {
        "day": ("days", "días"),
        "week": ("weeks", "semanas"),
        "month": ("months", "meses"),
        "point": ("points", "puntos"),
    }
    return {
        f"{key}.{period}": {
            "en": en.replace("{noun}", english),
            "es": (es_feminine if period == "week" else es_masculine).replace("{noun}", spanish),
        }
        for period, (english, spanish) in nouns.items()
    }


_SHIFTS: dict[str, Entry] = {
    **nouns(
        "all_since",
        "All {count} {noun} since {date} are {side} the earlier {line} of {centre}, a longer run than chance usually gives.",
        "Las {count} {noun} desde el {date} están {side} de la {line} anterior de {centre}, una racha más larga de lo que suele dar el azar.",
        "Los {count} {noun} desde el {date} están {side} de la {line} anterior de {centre}, una racha más larga de lo que suele dar el azar.",
    ),
    **nouns(
        "last_earlier",
        "The last {count} {noun} are all {side} the earlier {line} of {centre}, a longer run than chance usually gives.",
        "Las últimas {count} {noun} están {side} de la {line} anterior de {centre}, una racha más larga de lo que suele dar el azar.",
        "Los últimos {count} {noun} están {side} de la {line} anterior de {centre}, una racha más larga de lo que suele dar el azar.",
    ),
    **nouns(
        "past_earlier",
        "From {first} to {last}, {count} {noun} in a row were {side} the earlier {line} of {centre}, a longer run than chance usually gives.",
        "Del {first} al {last}, {count} {noun} seguidas estuvieron {side} de la {line} anterior de {centre}, una racha más larga de lo que suele dar el azar.",
        "Del {first} al {last}, {count} {noun} seguidos estuvieron {side} de la {line} anterior de {centre}, una racha más larga de lo que suele dar el azar.",
    ),
    **nouns(
        "last_own",
        "The last {count} {noun} are all {side} the {line} of {centre}, a longer run than chance usually gives.",
        "Las últimas {count} {noun} están {side} de la {line} de {centre}, una racha más larga de lo que suele dar el azar.",
        "Los últimos {count} {noun} están {side} de la {line} de {centre}, una racha más larga de lo que suele dar el azar.",
    ),
    **nouns(
        "past_own",
        "From {first} to {last}, {count} {noun} in a row were {side} the {line} of {centre}, a longer run than chance usually gives.",
        "Del {first} al {last}, {count} {noun} seguidas estuvieron {side} de la {line} de {centre}, una racha más larga de lo que suele dar el azar.",
        "Del {first} al {last}, {count} {noun} seguidos estuvieron {side} de la {line} de {centre}, una racha más larga de lo que suele dar el azar.",
    ),
    **nouns(
        "few_crossings",
        "The line crosses its {line} {crossings}; {fewest} or more would be ordinary for {count} {noun}. Part of this time lies higher than the rest.",
        "La línea cruza su {line} {crossings}; {fewest} o más sería lo común en {count} {noun}. Una parte de este tiempo está más alta que el resto.",
        "La línea cruza su {line} {crossings}; {fewest} o más sería lo común en {count} {noun}. Una parte de este tiempo está más alta que el resto.",
    ),
    **nouns(
        "ordinary",
        "No lasting shift so far: the {noun} go up and down around the {line} as ordinary {noun} do.",
        "Hasta ahora no hay un cambio que dure: las {noun} suben y bajan alrededor de la {line}, como suele ser.",
        "Hasta ahora no hay un cambio que dure: los {noun} suben y bajan alrededor de la {line}, como suele ser.",
    ),
}

_FINDINGS: dict[str, Entry] = {
    **nouns(
        "find_shift",
        "A lasting shift: {count} {noun} in a row {side} the {line}",
        "Un cambio que dura: {count} {noun} seguidas {side} de la {line}",
        "Un cambio que dura: {count} {noun} seguidos {side} de la {line}",
    ),
    **nouns(
        "find_earlier",
        "A lasting shift: {count} {noun} in a row {side} the earlier {line}",
        "Un cambio que dura: {count} {noun} seguidas {side} de la {line} anterior",
        "Un cambio que dura: {count} {noun} seguidos {side} de la {line} anterior",
    ),
    **nouns(
        "find_ordinary",
        "Ordinary {noun} around a {line} of {centre}",
        "{noun} comunes alrededor de una {line} de {centre}",
        "{noun} comunes alrededor de una {line} de {centre}",
    ),
    **nouns(
        "find_mixed",
        "The {noun} have not stayed around one {line}",
        "Las {noun} no se han mantenido alrededor de una sola {line}",
        "Los {noun} no se han mantenido alrededor de una sola {line}",
    ),
    **nouns(
        "find_on_line",
        "More than half of the {noun} have the same value",
        "Más de la mitad de las {noun} tienen el mismo valor",
        "Más de la mitad de los {noun} tienen el mismo valor",
    ),
    **nouns(
        "find_flat",
        "All {noun} have the same value",
        "Todas las {noun} tienen el mismo valor",
        "Todos los {noun} tienen el mismo valor",
    ),
    "find_early": {
        "en": "Too early to tell a lasting change",
        "es": "Aún es pronto para ver un cambio que dura",
    },
    "find_empty": {"en": "No numbers yet", "es": "Todavía no hay números"},
}

_EARLY: dict[str, Entry] = {
    "more.day": {
        "en": (
            "One more day before the line can tell a lasting change from an ordinary day.",
            "{count} more days before the line can tell a lasting change from an ordinary day.",
        ),
        "es": (
            "Falta un día para distinguir un cambio que dura de un día cualquiera.",
            "Faltan {count} días para distinguir un cambio que dura de un día cualquiera.",
        ),
    },
    "more.week": {
        "en": (
            "One more week before the line can tell a lasting change from an ordinary week.",
            "{count} more weeks before the line can tell a lasting change from an ordinary week.",
        ),
        "es": (
            "Falta una semana para distinguir un cambio que dura de una semana cualquiera.",
            "Faltan {count} semanas para distinguir un cambio que dura de una semana cualquiera.",
        ),
    },
    "more.month": {
        "en": (
            "One more month before the line can tell a lasting change from an ordinary month.",
            "{count} more months before the line can tell a lasting change from an ordinary month.",
        ),
        "es": (
            "Falta un mes para distinguir un cambio que dura de un mes cualquiera.",
            "Faltan {count} meses para distinguir un cambio que dura de un mes cualquiera.",
        ),
    },
    "more.point": {
        "en": (
            "One more point before the line can tell a lasting change from an ordinary one.",
            "{count} more points before the line can tell a lasting change from an ordinary one.",
        ),
        "es": (
            "Falta un punto para distinguir un cambio que dura de uno cualquiera.",
            "Faltan {count} puntos para distinguir un cambio que dura de uno cualquiera.",
        ),
    },
    "story": {
        "en": "Until then, read each point as a story, not a trend.",
        "es": "Hasta entonces, lean cada punto como una historia, no como una tendencia.",
    },
    "empty": {
        "en": "No numbers yet. The first one starts the line.",
        "es": "Todavía no hay números. El primero empieza la línea.",
    },
    **nouns(
        "flat",
        "All {count} {noun} have the same value, so there is no high or low to tell apart.",
        "Las {count} {noun} tienen el mismo valor; no hay altos ni bajos que distinguir.",
        "Los {count} {noun} tienen el mismo valor; no hay altos ni bajos que distinguir.",
    ),
    **nouns(
        "few_useful",
        "Only {useful} of {count} {noun} lie off the {line}; the rule needs ten.",
        "Solo {useful} de {count} {noun} están fuera de la {line}; la regla necesita diez.",
        "Solo {useful} de {count} {noun} están fuera de la {line}; la regla necesita diez.",
    ),
    **nouns(
        "on_line",
        "More than half of the {noun} lie exactly on the {line}, so runs above or below it tell little here.",
        "Más de la mitad de las {noun} están justo en la {line}; aquí las rachas dicen poco.",
        "Más de la mitad de los {noun} están justo en la {line}; aquí las rachas dicen poco.",
    ),
    **nouns(
        "few_useful_new",
        "The new {line} is too young to tell: {count} {noun} so far.",
        "La nueva {line} es muy reciente para decir algo: {count} {noun} hasta ahora.",
        "La nueva {line} es muy reciente para decir algo: {count} {noun} hasta ahora.",
    ),
}

_FACTS: dict[str, Entry] = {
    "latest": {"en": "{when}: {value}.", "es": "{when}: {value}."},
    "of": {"en": "{top} of {bottom}", "es": "{top} de {bottom}"},
    "when.day": {"en": "{date}", "es": "{date}"},
    "when.week": {"en": "Week of {date}", "es": "Semana del {date}"},
    "when.month": {"en": "{date}", "es": "{date}"},
    "when.point": {"en": "{date}", "es": "{date}"},
    "side.above": {"en": "above", "es": "por encima"},
    "side.below": {"en": "below", "es": "por debajo"},
    "line.median": {"en": "middle", "es": "mediana"},
    "line.mean": {"en": "mean", "es": "media"},
    "line.given": {"en": "line", "es": "línea"},
    "line.last_year": {"en": "line", "es": "línea"},
    "per_session": {"en": "per school day", "es": "por día de clases"},
    "in_days": {
        "en": ("{top} in one school day", "{top} in {n} school days"),
        "es": ("{top} en un día de clases", "{top} en {n} días de clases"),
    },
    "middle": {"en": "The middle (median) is {centre}.", "es": "La mediana es {centre}."},
    "middle_now": {
        "en": "The middle (median) is now {centre}; before {date} it was {before}.",
        "es": "La mediana es ahora {centre}; antes del {date} era {before}.",
    },
    "mean": {"en": "The mean is {centre}.", "es": "La media es {centre}."},
    "mean_now": {
        "en": "The mean is now {centre}; before {date} it was {before}.",
        "es": "La media es ahora {centre}; antes del {date} era {before}.",
    },
    "line_given": {
        "en": "The line was set by hand at {centre}.",
        "es": "La línea se fijó a mano en {centre}.",
    },
    "line_given_source": {
        "en": "The line was set by hand at {centre}: {source}.",
        "es": "La línea se fijó a mano en {centre}: {source}.",
    },
    "line_last_year": {
        "en": "The line is {centre}, from the same weeks last year ({first} to {last}, {n} values).",
        "es": "La línea es {centre}, de las mismas semanas del año pasado (del {first} al {last}, {n} valores).",
    },
    "line_last_year.month": {
        "en": "The line is {centre}, from the same months last year ({first} to {last}, {n} values).",
        "es": "La línea es {centre}, de los mismos meses del año pasado (de {first} a {last}, {n} valores).",
    },
    "per_session.note": {
        "en": "Each count stands over the school days of its time: days without school do not make it look lower.",
        "es": "Cada cuenta va sobre los días de clases de su tiempo: los días sin clases no la hacen ver más baja.",
    },
    "new_year": {"en": "New school year", "es": "Nuevo año escolar"},
    "aim": {"en": "The aim is {value}.", "es": "La meta es {value}."},
    "aim_by": {"en": "The aim is {value} by {date}.", "es": "La meta es {value} para el {date}."},
    "kept": {
        "en": "The middle comes from the first {count} values and is kept.",
        "es": "La mediana viene de los primeros {count} valores y se mantiene.",
    },
    "left_out": {
        "en": ("Left out on purpose: {dates}.", "Left out on purpose: {dates}."),
        "es": ("Se dejó fuera a propósito: {dates}.", "Se dejaron fuera a propósito: {dates}."),
    },
    "missing": {
        "en": (
            "One value is missing. It is a gap, not a zero.",
            "{count} values are missing. They are gaps, not zeros.",
        ),
        "es": ("Falta un valor. Es un hueco, no un cero.", "Faltan {count} valores. Son huecos, no ceros."),
    },
    "up": {"en": "Up is good.", "es": "Subir es bueno."},
    "down": {"en": "Down is good.", "es": "Bajar es bueno."},
    "key.toward": {
        "en": "Part of a shift in the good direction",
        "es": "Parte de un cambio en la buena dirección",
    },
    "key.away": {"en": "Part of a shift the other way", "es": "Parte de un cambio en la otra dirección"},
    "key.neutral": {"en": "Part of a shift", "es": "Parte de un cambio que dura"},
    "key.open.day": {"en": "Ordinary day", "es": "Día común"},
    "key.open.week": {"en": "Ordinary week", "es": "Semana común"},
    "key.open.month": {"en": "Ordinary month", "es": "Mes común"},
    "key.open.point": {"en": "Ordinary point", "es": "Punto común"},
    "key.band": {"en": "Shaded: no points.", "es": "Sombreado: sin puntos."},
}

_METHOD: dict[str, Entry] = {
    **nouns(
        "rule",
        "Rule: {run} or more {noun} in a row on one side of the {line}, or fewer than {fewest} crossings of it.",
        "Regla: {run} o más {noun} seguidas de un mismo lado de la {line}, o menos de {fewest} cruces.",
        "Regla: {run} o más {noun} seguidos de un mismo lado de la {line}, o menos de {fewest} cruces.",
    ),
    **nouns(
        "rule_run",
        "Rule: {run} or more {noun} in a row on one side of the {line}.",
        "Regla: {run} o más {noun} seguidas de un mismo lado de la {line}.",
        "Regla: {run} o más {noun} seguidos de un mismo lado de la {line}.",
    ),
    **nouns(
        "rule_earlier",
        "Rule: {run} or more {noun} in a row on one side of the earlier {line}.",
        "Regla: {run} o más {noun} seguidas de un mismo lado de la {line} anterior.",
        "Regla: {run} o más {noun} seguidos de un mismo lado de la {line} anterior.",
    ),
    "times": {"en": ("once", "{count} times"), "es": ("una vez", "{count} veces")},
    "here": {
        "en": (
            "Here the longest run is {run}, and the line crosses once.",
            "Here the longest run is {run}, and the line crosses {crossings} times.",
        ),
        "es": (
            "Aquí la racha más larga es de {run} y la línea cruza una vez.",
            "Aquí la racha más larga es de {run} y la línea cruza {crossings} veces.",
        ),
    },
    "here_run": {"en": "Here there are {count}.", "es": "Aquí hay {count}."},
    **nouns(
        "rings",
        "On {count} ordinary {noun} with no change at all, this rule still rings about 1 time in {times}.",
        "En {count} {noun} comunes, sin ningún cambio, esta regla aún suena más o menos 1 vez de cada {times}.",
        "En {count} {noun} comunes, sin ningún cambio, esta regla aún suena más o menos 1 vez de cada {times}.",
    ),
    **nouns(
        "rings_rarely",
        "On {count} ordinary {noun} with no change at all, this rule rings fewer than 1 time in 1,000.",
        "En {count} {noun} comunes, sin ningún cambio, esta regla suena menos de 1 vez de cada 1,000.",
        "En {count} {noun} comunes, sin ningún cambio, esta regla suena menos de 1 vez de cada 1,000.",
    ),
    "not_said_shift": {
        "en": "It does not say what brought this about, or whether it holds for every group of students.",
        "es": "No dice a qué se debe, ni si vale para todos los grupos de estudiantes.",
    },
    "not_said": {
        "en": "It does not say that nothing changed, only that the line cannot tell. It does not say why a single point is high or low.",
        "es": "No dice que nada haya cambiado, solo que la línea no alcanza a mostrarlo. No dice por qué un punto está alto o bajo.",
    },
    "not_said_early": {
        "en": "It does not say where the line is heading, or why a single point is high or low.",
        "es": "No dice hacia dónde va la línea, ni por qué un punto está alto o bajo.",
    },
}

_ALT: dict[str, Entry] = {
    **nouns(
        "alt",
        "{chart} of {count} {noun}, {first} to {last}. Lowest {low}, highest {high}.",
        "{chart}: {count} {noun}, del {first} al {last}. Mínimo {low}, máximo {high}.",
        "{chart}: {count} {noun}, del {first} al {last}. Mínimo {low}, máximo {high}.",
    ),
    "alt_one": {
        "en": "{chart} with one value, {when}: {value}.",
        "es": "{chart} con un solo valor, {when}: {value}.",
    },
}

TABLE = Table("readings", {**_SHIFTS, **_FINDINGS, **_EARLY, **_FACTS, **_METHOD, **_ALT})
