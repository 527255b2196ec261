"""What is said when a rule about resting, quick logs and helpers says no: (English, Spanish)."""

QUICK_REFUSALS: dict[str, tuple[str, str]] = {
    "go_on_day_passed": (
        "The day to go on is not after today. Nothing was changed. Choose a later day, or leave it empty.",
        "El día para seguir no es después de hoy. Nada cambió. Elija un día posterior o déjelo vacío.",
    ),
    "why_rest_needed": (
        "Why does it rest? One line is enough, such as “snow days”. Nothing was changed.",
        "¿Por qué descansa? Basta una línea, como “días de nieve”. Nada cambió.",
    ),
    "choose_cycles": (
        "Choose at least one cycle. Nothing was changed.",
        "Elija al menos un ciclo. Nada cambió.",
    ),
}
