"""Why a photo of chart paper was not taken, or its lines not put on the fishbone: (English, Spanish)."""

WALL: dict[str, tuple[str, str]] = {
    "wall_full": (
        "{most} photos stand beside this work, and that is as many as it holds. Nothing was changed. "
        "Set one aside first.",
        "Junto a este trabajo ya hay {most} fotos, y no caben más. Nada cambió. Aparte primero una.",
    ),
    "wall_place": (
        "This is no place for a photo in this work. Nothing was changed. Choose a place from the list.",
        "Ese no es un lugar para una foto en este trabajo. Nada cambió. Elija un lugar de la lista.",
    ),
    "wall_no_line": (
        "No line is chosen yet. Nothing was changed. Choose at least one.",
        "Todavía no eligió ninguna línea. Nada cambió. Elija por lo menos una.",
    ),
    "wall_line_gone": (
        "“{line}” is not among the words beside this photo. Nothing was changed. Look at the lines again, then choose.",
        "“{line}” no está entre las palabras junto a esta foto. Nada cambió. Mire las líneas otra vez y luego elija.",
    ),
    "wall_line_long": (
        "“{line}” is longer than a cause can be ({most} letters). Nothing was changed. "
        "Make it shorter beside the photo.",
        "“{line}” es más larga que una causa ({most} letras). Nada cambió. Acórtela junto a la foto.",
    ),
    "wall_bone": (
        "This bone is not on the fishbone now. Nothing was changed. Choose another one.",
        "Esa espina no está ahora en la espina de pescado. Nada cambió. Elija otra.",
    ),
}
