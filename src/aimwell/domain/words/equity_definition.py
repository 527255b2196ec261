"""Three principles in short words of our own (after S4 L34): (English, Spanish)."""

from __future__ import annotations

from aimwell.domain.words.tables import Table

TABLE = Table(
    "equity_definition",
    {
        "name.equality": {"en": "Equality", "es": "Igualdad"},
        "name.equity": {"en": "Equity", "es": "Equidad"},
        "name.justice": {"en": "Justice", "es": "Justicia"},
        "what.equality": {"en": "All students get the same.", "es": "Todos los estudiantes reciben lo mismo."},
        "what.equity": {
            "en": "Students get what each one needs, so that all get there.",
            "es": "Cada estudiante recibe lo que necesita, para que todos lleguen.",
        },
        "what.justice": {
            "en": "We mend the rules and habits of the system, so that chances and results are fair.",
            "es": "Reparamos las reglas y costumbres del sistema, para que las oportunidades y los logros sean justos.",
        },
        "like.equality": {
            "en": "Such as: every class has the same books.",
            "es": "Por ejemplo: cada clase tiene los mismos libros.",
        },
        "like.equity": {
            "en": "Such as: students new to English get word cards before the talk.",
            "es": "Por ejemplo: quienes aprenden inglés reciben tarjetas de palabras antes de hablar.",
        },
        "like.justice": {
            "en": "Such as: we changed who may take the advanced class, so that nobody needs a referral.",
            "es": "Por ejemplo: ya nadie necesita una carta para entrar a la clase avanzada.",
        },
    },
)
say = TABLE.say
