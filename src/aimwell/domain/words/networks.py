"""What a network reads about itself: (English, Spanish), with str.format parameters."""

from collections.abc import Sequence

from aimwell.domain.words.tables import Entry, Table

ENTRIES: dict[str, Entry] = {
    "addressed": {
        "en": ("{done} of {n} secondary driver addressed", "{done} of {n} secondary drivers addressed"),
        "es": ("{done} de {n} impulsor secundario con equipo", "{done} de {n} impulsores secundarios con equipo"),
    },
    "untouched": {
        "en": ("Nobody works yet on {names}. Ask who would take it, or take it off the list.",
               "Nobody works yet on {names}. Ask who would take them, or take them off the list."),
        "es": ("Nadie trabaja aún en {names}. Pregunte quién lo tomaría, o quítelo de la lista.",
               "Nadie trabaja aún en {names}. Pregunte quién los tomaría, o quítelos de la lista."),
    },
    "all_touched": {"en": "Each driver has a team.", "es": "Cada impulsor tiene un equipo."},
    "places": {"en": ("{n} member", "{n} members"), "es": ("{n} miembro", "{n} miembros")},
    "local": {"en": ("{n} local team", "{n} local teams"), "es": ("{n} equipo local", "{n} equipos locales")},
    "wide": {
        "en": ("{n} district team", "{n} district teams"),
        "es": ("{n} equipo de distrito", "{n} equipos de distrito"),
    },
    "unnamed": {
        "en": ("({n} without its name)", "({n} without their names)"),
        "es": ("({n} sin su nombre)", "({n} sin su nombre)"),
    },
    "cycles": {"en": ("{n} cycle", "{n} cycles"), "es": ("{n} ciclo", "{n} ciclos")},
    "nobody": {"en": "No one yet", "es": "Nadie aún"},
    "cluster": {
        "en": "A cluster around {driver}: {places}. They could compare notes.",
        "es": "Un grupo en torno a {driver}: {places}. Podrían comparar notas.",
    },
    "pair": {"en": "A pair on {driver}: {places}.", "es": "Dos en {driver}: {places}."},
    "alone": {
        "en": "On its own: {place}. It works on {drivers}. Nobody else has that yet.",
        "es": "Por su cuenta: {place}. Trabaja en {drivers}. Nadie más lo tiene aún.",
    },
    "alone_beside": {
        "en": "On its own: {place}. It works on {drivers}, as does {beside}. A talk may help more than a match.",
        "es": "Por su cuenta: {place}. Trabaja en {drivers}, igual que {beside}. "
              "Una charla puede ayudar más que un emparejamiento.",
    },
    "alone_outside": {
        "en": "On its own: {place}. Its work stands outside the current drivers, with a reason.",
        "es": "Por su cuenta: {place}. Su trabajo queda fuera de los impulsores actuales, con una razón.",
    },
    "part.what": {"en": "what", "es": "qué"},
    "part.who": {"en": "who", "es": "quiénes"},
    "part.where": {"en": "where", "es": "dónde"},
    "part.how_much": {"en": "how much", "es": "cuánto"},
    "part.by_when": {"en": "by when", "es": "para cuándo"},
    "part.baseline": {"en": "baseline", "es": "punto de partida"},
    "part.measure": {"en": "measure", "es": "medida"},
    "missing": {"en": "{part}: missing", "es": "{part}: falta"},
    "and": {"en": "{all} and {last}", "es": "{all} y {last}"},
    "quoted": {"en": "“{name}”", "es": "“{name}”"},
}  # fmt: skip

TABLE = Table("networks", ENTRIES)


def say(key: str, lang: str, **params: object) -> str:
    return TABLE.say(key, lang, **params)


def joined(names: Sequence[str], lang: str) -> str:
    """ "Alder, Cedar and Fern Valley"."""
    if len(names) < 2:
        return "".join(names)
    return say("and", lang, all=", ".join(names[:-1]), last=names[-1])


def quoted(names: Sequence[str], lang: str) -> str:
    return joined([say("quoted", lang, name=name) for name in names], lang)


def missing_words(parts: Sequence[str], lang: str) -> str:
    """ "how much: missing; by when: missing" (S3 R-14)."""
    return "; ".join(say("missing", lang, part=say(f"part.{part}", lang)) for part in parts)
