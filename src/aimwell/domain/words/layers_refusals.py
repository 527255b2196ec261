"""Why something about the layers of a fishbone could not be done: (English, Spanish)."""

LAYERS_REFUSALS: dict[str, tuple[str, str]] = {
    "causes_first": (
        "There is no cause to look at yet. Nothing was changed. Put one on the fishbone first, then ask.",
        "Aún no hay una causa que mirar. Nada cambió. Ponga primero una en la espina de pescado y luego pregunte.",
    ),
    "layer_reader": (
        "Only somebody who may comment on this effort can be asked. Nothing was changed. "
        "Open the effort to them first, or choose somebody from the list.",
        "Solo se puede preguntar a quien puede comentar este trabajo. Nada cambió. "
        "Abra primero el trabajo a esa persona, o elija a alguien de la lista.",
    ),
    "layer_asked": (
        "{name} is asked already. Nothing was changed. Close that request first, or wait for their layer.",
        "Ya se preguntó a {name}. Nada cambió. Cierre primero esa solicitud o espere su capa.",
    ),
    "layer_closed": (
        "The team closed this request. Nothing was changed. Ask them to open it again.",
        "El equipo cerró esta solicitud. Nada cambió. Pídale que la abra otra vez.",
    ),
    "line_taken": (
        "The team took this line over, so it stays as it was said. Nothing was changed. Add a new line.",
        "El equipo ya tomó esta línea, por eso queda como se dijo. Nada cambió. Agregue una línea nueva.",
    ),
    "line_gone": (
        "Whoever said this took it back. Nothing was changed. Look at the page again.",
        "Quien dijo esto lo retiró. Nada cambió. Vea otra vez la página.",
    ),
    "line_comment": (
        "This is a comment, not a cause. Nothing was changed. Add a cause in your own words.",
        "Esto es un comentario, no una causa. Nada cambió. Agregue una causa con sus propias palabras.",
    ),
    "bone_needed": (
        "On which bone does it belong? Nothing was changed. Choose one.",
        "¿En qué espina va? Nada cambió. Elija una.",
    ),
}
