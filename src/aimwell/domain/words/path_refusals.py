"""Why the steps of a path cannot be kept like this: (English, Spanish)."""

PATH_REFUSALS: dict[str, tuple[str, str]] = {
    "path_empty": (
        "No step is left. Nothing was changed. Keep at least one step in.",
        "No queda ningún paso. Nada cambió. Deje al menos un paso.",
    ),
    "path_step_twice": (
        "One step is there twice. Nothing was changed. Send each step once.",
        "Un paso aparece dos veces. Nada cambió. Envíe cada paso una sola vez.",
    ),
    "path_name_long": (
        "“{name}” is too long for the bar on top of the pages. Nothing was changed. "
        "Use {most} letters and blanks at most.",
        "“{name}” es demasiado largo para la barra de arriba. Nada cambió. Use {most} letras y espacios como máximo.",
    ),
    "path_name_twice": (
        "Two steps would be called “{name}”. Nobody could tell them apart, so nothing was changed. "
        "Give one of them another name.",
        "Dos pasos se llamarían “{name}”. Nadie podría distinguirlos, así que nada cambió. Dele otro nombre a uno.",
    ),
    "path_changed_since": (
        "Somebody else changed the steps while you wrote. What you wrote is still in the form. Nothing was changed. "
        "Open the page anew to see the steps as they are now, then choose.",
        "Alguien más cambió los pasos mientras usted escribía. Lo que escribió sigue en el formulario y nada cambió. "
        "Abra la página otra vez para ver cómo están ahora y luego elija.",
    ),
    "path_no_earlier": (
        "There is no earlier choice to go back to. Nothing was changed.",
        "No hay una elección anterior a la cual volver. Nada cambió.",
    ),
}
