"""What is said when a rule of a share-out says no: (English, Spanish)."""

SHAREOUT_REFUSALS: dict[str, tuple[str, str]] = {
    "no_next_meeting": (
        "No meeting is planned, so there is no agenda yet. Nothing was changed. Plan a meeting first.",
        "No hay ninguna reunión planeada, así que todavía no hay agenda. Nada cambió. Planeen primero una reunión.",
    ),
    "aside_by_team": (
        "The team put this question aside. Nothing was changed. Ask again in other words.",
        "El equipo apartó esta pregunta. Nada cambió. Pregunte otra vez con otras palabras.",
    ),
}
