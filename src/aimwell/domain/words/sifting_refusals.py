"""Why something about causes, rounds and filters could not be done: (English, Spanish)."""

SIFTING: dict[str, tuple[str, str]] = {
    "cause_contradicted": (
        "What we know speaks against this cause, so it cannot be the first. Nothing was changed. "
        "Choose another, or change what we know.",
        "Lo que sabemos contradice esta causa, por eso no puede ser la primera. Nada cambió. "
        "Elija otra, o cambie lo que se sabe.",
    ),
    "cause_set_aside": (
        "This cause is set aside. Nothing was changed. Bring it back first.",
        "Esta causa está apartada. Nada cambió. Recupérela primero.",
    ),
    "which_part": (
        "Your team’s rule asks: which part of our system? Nothing is saved yet. Name it, such as the schedule.",
        "La regla de su equipo pregunta: ¿qué parte de nuestro sistema? Aún no se guardó nada. "
        "Nómbrela, por ejemplo el horario.",
    ),
    "bones_first": (
        "A round needs bones to write under. Nothing was changed. Start with the ones we offer, or add one.",
        "Una ronda necesita espinas donde escribir. Nada cambió. Empiece con las que ofrecemos o agregue una.",
    ),
    "round_shown": (
        "This round is open to all, and nothing in it is taken away. Nothing was changed. "
        "Set the cause aside with a reason instead.",
        "Esta ronda ya está a la vista de todos y de ella no se quita nada. Nada cambió. "
        "Aparte la causa con una razón.",
    ),
    "starter_shows": (
        "{name} started this round and shows it. Nothing was changed. Ask {name}, or the lead of the team.",
        "{name} empezó esta ronda y es quien la muestra. Nada cambió. Pregunte a {name} o a quien dirige el equipo.",
    ),
    "two_answers": (
        "A filter needs two to six answers; one keeps, one sets aside. Nothing is saved yet. Add what is missing.",
        "Un filtro necesita de dos a seis respuestas; una conserva y una aparta. Aún no se guardó nada. "
        "Agregue lo que falta.",
    ),
    "pass_closed": (
        "This pass is closed and kept as it was. Nothing was changed. "
        "Bring the cause back on the fishbone, or start a new pass.",
        "Esta revisión está cerrada y se conserva como estaba. Nada cambió. "
        "Recupere la causa en la espina de pescado o empiece otra revisión.",
    ),
    "pass_open": (
        "Another pass is still open. Nothing was changed. Close that one first.",
        "Otra revisión sigue abierta. Nada cambió. Ciérrela primero.",
    ),
    "stage_ends_first": (
        "This stage ends before it starts. Nothing is saved yet. Choose a later last day.",
        "Esta etapa termina antes de empezar. Aún no se guardó nada. Elija un último día posterior.",
    ),
    "no_such_place": (
        "Your team does not belong to that place. Nothing was sent. Choose a place from the list.",
        "Su equipo no pertenece a ese lugar. No se envió nada. Elija un lugar de la lista.",
    ),
    "waits_already": (
        "This cause is already with {place} and waits for an answer. Nothing was sent. Take it back first.",
        "Esta causa ya está en {place} y espera respuesta. No se envió nada. Retírela primero.",
    ),
    "answered_already": (
        "This has an answer already. Nothing was changed. Read it on the page.",
        "Esto ya tiene respuesta. Nada cambió. Léala en la página.",
    ),
}
