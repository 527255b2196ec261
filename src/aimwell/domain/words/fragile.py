"""Why a team may welcome support, and what often helps: (English, Spanish). Facts about time and places only."""

from aimwell.domain.words.tables import Table, Text

Pair = tuple[Text, Text]
WORDS: dict[str, Pair] = {
    "meetings": (
        "The last {n} planned meetings did not take place.",
        "Las últimas {n} reuniones previstas no se hicieron.",
    ),
    "members": (
        ("{n} person works in the team now.", "{n} people work in the team now."),
        ("Ahora trabaja {n} persona en el equipo.", "Ahora trabajan {n} personas en el equipo."),
    ),
    "lead": ("The place of lead is open.", "El lugar de líder está libre."),
    "sponsor": ("The place of sponsor is open.", "El lugar de patrocinador está libre."),
    "cycles": (
        "Nothing was written about a cycle for {n} weeks.",
        "No se escribió nada sobre un ciclo en {n} semanas.",
    ),
    "help.meetings": (
        "Find a time that is there anyway, or ask who could keep it free.",
        "Busquen un tiempo que ya existe, o pregunten quién podría dejarlo libre.",
    ),
    "help.members": (
        "Invite one more colleague, or join a team nearby for a while.",
        "Inviten a un colega más, o únanse por un tiempo a un equipo cercano.",
    ),
    "help.lead": (
        "Choose somebody who calls you together. Two can share it.",
        "Elijan a alguien que convoque. Pueden compartirlo dos.",
    ),
    "help.sponsor": (
        "Name somebody who can open doors, and say what you need most.",
        "Nombren a alguien que abra puertas y digan qué necesitan más.",
    ),
    "help.cycles": (
        "Plan one very small test together. Twelve minutes are enough. A pause is fine too.",
        "Planeen juntos una prueba muy pequeña. Bastan doce minutos. Una pausa también está bien.",
    ),
}
TABLE = Table("fragile", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
say = TABLE.say
