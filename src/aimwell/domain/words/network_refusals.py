"""Why something about a network could not be done: (English, Spanish)."""

NETWORK_REFUSALS: dict[str, tuple[str, str]] = {
    "network_team_elsewhere": (
        "This team is not in that network. Nothing was changed. Ask whoever looks after your organization to join it.",
        "Este equipo no está en esa red. Nada cambió. Pida a quien cuida su organización que se una.",
    ),
    "network_driver_elsewhere": (
        "This driver belongs to another year or network. Nothing was changed. Choose one of the drivers listed.",
        "Este impulsor es de otro año o de otra red. Nada cambió. Elija uno de los que están en la lista.",
    ),
    "network_driver_needed": (
        "Choose at least one driver, or say that it stands outside the current drivers. Nothing was changed.",
        "Elija al menos un impulsor, o diga que queda fuera de los impulsores actuales. Nada cambió.",
    ),
    "network_reason_needed": (
        "Say in one line what it works on and why it stands outside. Nothing was changed.",
        "Diga en una línea en qué trabaja y por qué queda fuera. Nada cambió.",
    ),
    "network_place_moved": (
        "Somebody else chose other drivers while you wrote. Nothing was changed yet. "
        "What you wrote is here: look at it again and save.",
        "Otra persona eligió otros impulsores mientras usted escribía. Todavía nada cambió. "
        "Lo que escribió está aquí: mírelo otra vez y guarde.",
    ),
    "network_one_aim": (
        "This network has an outcome aim already. Nothing was changed. Change that one, or set it aside first.",
        "Esta red ya tiene una meta de resultado. Nada cambió. Cambie esa, o apártela primero.",
    ),
    "network_year_days": (
        "A year needs a last day after its first day. Nothing was changed. Choose other days.",
        "Un año necesita un último día posterior al primero. Nada cambió. Elija otros días.",
    ),
    "network_year_there": (
        "A year of this network begins on that day already. Nothing was changed. Choose another first day.",
        "Ya hay un año de esta red que empieza ese día. Nada cambió. Elija otro primer día.",
    ),
    "network_driver_parent": (
        "A secondary driver stands under a primary driver of its own year. Nothing was changed. Choose one of those.",
        "Un impulsor secundario va debajo de un impulsor primario de su mismo año. Nada cambió. Elija uno de esos.",
    ),
    "network_option_elsewhere": (
        "This problem is not among those to choose from. Nothing was changed. Choose one that is listed.",
        "Ese problema no está entre los que se pueden elegir. Nada cambió. Elija uno de la lista.",
    ),
}
