"""The lines of an agenda: (English, Spanish)."""

from aimwell.domain.words.tables import Table

LINES: dict[str, tuple[str, str]] = {
    "surprise": ("What surprised us", "Qué nos sorprendió"),
    "surprises": ("What surprised us: {number} in the notes", "Qué nos sorprendió: {number} en las notas"),
    "decide": ("Cycle {number}: keep, change or drop?", "Ciclo {number}: ¿seguir, cambiar o dejar?"),
    "going": ("Cycle {number}: how it goes, what is stuck", "Ciclo {number}: cómo va, qué se atora"),
    "stuck": ("What is stuck", "Qué se atora"),
    "next_test": ("Smallest next test", "La prueba más pequeña que sigue"),
    "next_draft": ("Smallest next test: cycle {number}", "La prueba más pequeña que sigue: ciclo {number}"),
    "who_does": ("Who does what", "Quién hace qué"),
    "last_time": ("What we said last time", "Qué dijimos la última vez"),
    "bring": ("Cycle {number}: bring the counts", "Ciclo {number}: traigan los conteos"),
    "data": ("Look at the numbers", "Mirar los números"),
}
TABLE = Table("agenda", {key: {"en": english, "es": spanish} for key, (english, spanish) in LINES.items()})
