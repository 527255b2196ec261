"""Words of rounds, filters and what is sent on: (English, Spanish), with str.format parameters."""

from aimwell.domain.words.tables import Table

FILTERS: dict[str, tuple[str, str]] = {
    "filter.impact": ("Impact or influence", "Impacto o influencia"),
    "filter.impact.asks": (
        "Can we change this here and now, or do we have only a little influence on it?",
        "¿Podemos cambiar esto aquí y ahora, o solo influimos un poco?",
    ),
    "filter.impact.impact": ("impact: we can change it", "impacto: lo podemos cambiar"),
    "filter.impact.influence": ("influence: outside our impact", "influencia: fuera de nuestro impacto"),
    "filter.impact.undecided": ("not decided yet", "aún sin decidir"),
    "filter.system": ("System only", "Solo el sistema"),
    "filter.system.asks": (
        "Is this about how we work, or about students, families or others?",
        "¿Trata de cómo trabajamos, o de alumnos, familias u otros?",
    ),
    "filter.system.system": ("our system", "nuestro sistema"),
    "filter.system.people": ("about people: say it again, or set it aside", "sobre personas: reformular o apartar"),
    "filter.system.undecided": ("not decided yet", "aún sin decidir"),
}

REASONS: dict[str, tuple[str, str]] = {
    "reason.aside": ("outside our impact: {why}", "fuera de nuestro impacto: {why}"),
    "reason.another": ("another level can change it", "otro nivel puede cambiarlo"),
    "reason.none": ("nobody here can change it", "nadie aquí puede cambiarlo"),
    "reason.resources": ("we cannot get what it takes", "no podemos conseguir lo que hace falta"),
    "reason.years": ("it takes years to see an effect", "tarda años en verse un efecto"),
}

NOTES: dict[str, tuple[str, str]] = {
    "note.reframed": ("said again", "reformulada"),
    "note.aside": ("set aside", "apartada"),
    "note.withheld": ("set aside: {value}", "apartada: {value}"),
    "note.chosen": ("our first cause", "nuestra primera causa"),
    "note.sent": ("sent to {place}", "enviada a {place}"),
    "note.accepted": ("accepted by {place}", "aceptada por {place}"),
    "note.declined": ("{place} answered no", "{place} respondió que no"),
    "note.project": ("a project at {place}", "un proyecto en {place}"),
    "note.layer": ("layer: {layer}", "capa: {layer}"),
    "outline.problem": ("Problem: {problem}", "Problema: {problem}"),
    "outline.none": ("The problem is not written yet", "El problema aún no está escrito"),
    "outline.assumed": ("assumption, not yet checked", "suposición, aún sin revisar"),
    "outline.known": ("how we know: {how}", "cómo lo sabemos: {how}"),
    "outline.aside": ("Set aside, not false", "Apartadas, no falsas"),
    "outline.behind": ("behind it: {sources}", "la respalda: {sources}"),
    "outline.why": ("why? {text}", "¿por qué? {text}"),
}

WORDS: dict[str, tuple[str, str]] = {**FILTERS, **REASONS, **NOTES}

TABLE = Table("sifting", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
say = TABLE.say
