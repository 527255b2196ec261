"""What a team's meetings say of themselves: (English, Spanish). Plain counts; nobody is judged by them."""

from aimwell.domain.words.tables import Table, Text

WEEKDAYS: dict[str, tuple[str, str]] = {
    "weekday.0": ("Monday", "lunes"),
    "weekday.1": ("Tuesday", "martes"),
    "weekday.2": ("Wednesday", "miércoles"),
    "weekday.3": ("Thursday", "jueves"),
    "weekday.4": ("Friday", "viernes"),
    "weekday.5": ("Saturday", "sábado"),
    "weekday.6": ("Sunday", "domingo"),
}

SOURCES: dict[str, tuple[str, str]] = {"source.none": ("not said whose time", "no se dice de quién es el tiempo")}

STATES: dict[str, tuple[str, str]] = {
    "state.running": ("going on now", "en curso"),
    "state.passed": ("did it take place?", "¿se hizo?"),
}

RHYTHM: dict[str, tuple[str, str]] = {
    "rhythm": ("{where}: {what}, to {last}.", "{where}: {what}, hasta el {last}."),
    "rhythm.week": ("Every week on {day}", "Cada semana, {day}"),
    "rhythm.weeks": ("Every {every} weeks on {day}", "Cada {every} semanas, {day}"),
}

HELD: dict[str, tuple[Text, Text]] = {
    "held": (
        ("{n} of the {all} meetings planned in the last 8 weeks took place.",) * 2,
        (
            "Se hizo {n} de las {all} reuniones planeadas en las últimas 8 semanas.",
            "Se hicieron {n} de las {all} reuniones planeadas en las últimas 8 semanas.",
        ),
    ),
    "held.none": (
        "No meeting was planned in the last 8 weeks.",
        "No hubo reuniones planeadas en las últimas 8 semanas.",
    ),
    "held.cut": (
        ("{n} of them was cut short.", "{n} of them were cut short."),
        (
            "{n} de ellas se acortó.",
            "{n} de ellas se acortaron.",
        ),
    ),
    "held.unsaid": (
        ("Of {n} we do not know yet.", "Of {n} we do not know yet."),
        ("De {n} aún no sabemos.", "De {n} aún no sabemos."),
    ),
    "held.help": (
        "What would protect the time? A call can help more than a reminder.",
        "¿Qué protegería este tiempo? Una llamada ayuda más que un aviso.",
    ),
}

ALL: dict[str, tuple[Text, Text]] = {**WEEKDAYS, **SOURCES, **STATES, **RHYTHM, **HELD}
TABLE = Table(
    "meetings",
    {key: {"en": english, "es": spanish} for key, (english, spanish) in ALL.items()},
)
