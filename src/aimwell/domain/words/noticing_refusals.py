"""What is said when a rule about the problem says no: (English, Spanish)."""

NOTICING: dict[str, tuple[str, str]] = {
    "baseline_not_stored": (
        "There is no count of this measure on that day. Nothing was changed. "
        "Choose a day that has a count, or mark “baseline to be collected”.",
        "No hay un conteo de esta medida en ese día. Nada cambió. "
        "Elija un día que tenga conteo, o marque “punto de partida por medir”.",
    ),
    "evidence_needed": (
        "What does it rest on? Choose one statement of fact or one measure. Nothing was changed.",
        "¿En qué se apoya? Elija un dato anotado o una medida. Nada cambió.",
    ),
    "problem_unchecked": (
        "The problem is not checked with data yet. Add one count and say what it shows. "
        "Or go on with one sentence that says why. Nothing was changed.",
        "El problema aún no se ha revisado con datos. Agregue un conteo y diga qué muestra. "
        "O siga con una oración que diga por qué. Nada cambió.",
    ),
    "problem_unseen": (
        "The problem has no cause yet, or nobody who lives with it was heard yet. Add one of each. "
        "Or go on with one sentence that says why. Nothing was changed.",
        "El problema aún no tiene una causa, o aún no se ha oído a nadie que lo vive. Agregue una de cada una. "
        "O siga con una oración que diga por qué. Nada cambió.",
    ),
    "problem_empty": (
        "There is no problem written yet. Write one line on it first. "
        "Or go on with one sentence that says why. Nothing was changed.",
        "Aún no hay un problema escrito. Escriba primero una línea. "
        "O siga con una oración que diga por qué. Nada cambió.",
    ),
}
