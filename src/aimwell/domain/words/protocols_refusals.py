"""What is said when a rule of the protocols says no: (English, Spanish)."""

PROTOCOLS_REFUSALS: dict[str, tuple[str, str]] = {
    "one_step_stays": (
        "A protocol needs at least one step. Nothing was changed. Add another step first.",
        "Un protocolo necesita al menos un paso. Nada cambió. Agregue otro paso primero.",
    ),
    "no_meeting_here": (
        "This talk belongs to no meeting yet, and decisions stand with a meeting. Nothing was changed. "
        "Choose its meeting first.",
        "Esta charla aún no es de ninguna reunión y las decisiones van con una reunión. Nada cambió. "
        "Elija primero su reunión.",
    ),
}
