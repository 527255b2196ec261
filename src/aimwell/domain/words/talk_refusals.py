"""What is said when a rule of a talk about data says no: (English, Spanish)."""

TALK: dict[str, tuple[str, str]] = {
    "other_stage": (
        "The talk is at another stage now. Nothing was changed. Keep this line for its own stage, or go back to it.",
        "La conversación está en otra etapa. Nada cambió. Guarde esta línea para su etapa, o vuelva a ella.",
    ),
    "still_masked": (
        "Names are shown once all have said what they notice. Nothing was changed. Go on to the next stage first.",
        "Los nombres se muestran cuando todos han dicho qué notan. Nada cambió. Pase primero a la siguiente etapa.",
    ),
    "nothing_to_show": (
        "This measure has no numbers yet, so there is nothing to talk about. Nothing was changed. Add a count first.",
        "Esta medida aún no tiene números y no hay de qué hablar. Nada cambió. Agregue primero un conteo.",
    ),
}
