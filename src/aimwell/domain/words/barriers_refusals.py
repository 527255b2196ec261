"""What is said when a rule about barriers and getting ready says no: (English, Spanish)."""

BARRIERS_REFUSALS: dict[str, tuple[str, str]] = {
    "barrier_day": (
        "The day cannot lie ahead, nor before the barrier began. Nothing was changed. Choose another day.",
        "El día no puede estar en el futuro ni antes de que empezara el obstáculo. Nada cambió. Elija otro día.",
    ),
    "barrier_days": (
        "Between 1 and 365 days can be chosen here. Nothing was changed. Choose another number.",
        "Aquí se pueden elegir entre 1 y 365 días. Nada cambió. Elija otro número.",
    ),
    "ready_person": (
        "It is not said yet which person gets this ready. What you wrote is kept. Choose one of your team.",
        "Aún no se dice qué persona prepara esto. Lo que escribió está guardado. Elija a alguien de su equipo.",
    ),
    "nobody_for_turns": (
        "Nobody of your team takes turns yet. Nothing was changed. Choose somebody else to get it ready.",
        "Nadie de su equipo toma turnos todavía. Nada cambió. Elija a otra persona que lo prepare.",
    ),
    "meeting_is_off": (
        "This meeting does not take place. Nothing was changed. Put it on the list of another meeting.",
        "Esta reunión no se hace. Nada cambió. Póngalo en la lista de otra reunión.",
    ),
}
