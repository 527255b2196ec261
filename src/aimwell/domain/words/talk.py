"""Words of a talk about data: (English, Spanish)."""

from aimwell.domain.words.tables import Table, Text

STAGES: dict[str, tuple[Text, Text]] = {
    "stage.expect": ("What do you expect to see?", "¿Qué esperan ver?"),
    "help.expect": (
        "The numbers are covered. Say what you think they will show, and why.",
        "Los números están cubiertos. Digan qué creen que mostrarán y por qué.",
    ),
    "stage.notice": ("What do you notice?", "¿Qué notan?"),
    "help.notice": (
        "Only what anybody can see: higher, lower, the same, since when. Reasons come later.",
        "Solo lo que cualquiera puede ver: más alto, más bajo, igual, desde cuándo. Las razones vienen después.",
    ),
    "stage.wonder": ("What do you wonder?", "¿Qué se preguntan?"),
    "help.wonder": (
        "Questions that these numbers raise. A doubt about the numbers themselves is parked with a name and a date.",
        "Preguntas que despiertan estos números. Una duda sobre los números mismos se anota con nombre y fecha.",
    ),
    "stage.explain": ("How could it have come about?", "¿Cómo pudo haber pasado?"),
    "help.explain": (
        "More than one explanation. Start with what we do and how things are set up.",
        "Más de una explicación. Empiecen por lo que hacemos y cómo están hechas las cosas.",
    ),
    "stage.test": ("How would we test that?", "¿Cómo lo comprobaríamos?"),
    "help.test": (
        "For the likeliest explanation: what would we see if it holds, and what if it does not?",
        "Para la explicación más probable: ¿qué veríamos si es cierta y qué si no lo es?",
    ),
    "stage.next": ("What is the next step?", "¿Cuál es el siguiente paso?"),
    "help.next": ("One small step, with a name and a day.", "Un paso pequeño, con un nombre y un día."),
    "short.expect": ("expect", "esperar"),
    "short.notice": ("notice", "notar"),
    "short.wonder": ("wonder", "preguntar"),
    "short.explain": ("explain", "explicar"),
    "short.test": ("test", "comprobar"),
    "short.next": ("next step", "siguiente paso"),
    "agenda": ("A parked question: {text}", "Una pregunta pendiente: {text}"),
}
TABLE = Table("talk", {key: {"en": english, "es": spanish} for key, (english, spanish) in STAGES.items()})


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)
