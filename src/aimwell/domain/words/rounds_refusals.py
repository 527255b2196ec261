"""Why a round could not be kept: (English, Spanish)."""

ROUNDS_REFUSALS: dict[str, tuple[str, str]] = {
    "round_length": (
        "A round takes from 1 to {most} days. Nothing was changed. Write another number of days.",
        "Una ronda dura de 1 a {most} días. Nada cambió. Escriba otro número de días.",
    ),
    "round_backwards": (
        "The shortest round has more days than the longest one. Nothing was changed. Change one of the two.",
        "La ronda más corta tiene más días que la más larga. Nada cambió. Cambie una de las dos.",
    ),
}
