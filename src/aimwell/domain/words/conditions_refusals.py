"""Why something about conditions or looks at adopted changes could not be done: (English, Spanish)."""

CONDITIONS: dict[str, tuple[str, str]] = {
    "condition_known": (
        "Another condition on your list is called so. Nothing was changed. Use that one, or choose other words.",
        "Otra condición de su lista se llama así. Nada cambió. Use esa o elija otras palabras.",
    ),
    "look_answered": (
        "Your team has looked at this already. Nothing was changed. Its answer stands in the list.",
        "Su equipo ya revisó esto. Nada cambió. La respuesta está en la lista.",
    ),
    "pace_chosen_since": (
        "Your team has chosen how often you count since you opened this page. Nothing was changed. Look, then choose.",
        "Su equipo eligió cada cuánto contar después de que usted abrió la página. Nada cambió. Vea y elija.",
    ),
    "keeper_named_since": (
        "Your team has named somebody since you opened this page. Nothing was changed. Look, then choose.",
        "Su equipo nombró a alguien después de que usted abrió la página. Nada cambió. Vea y elija.",
    ),
}
