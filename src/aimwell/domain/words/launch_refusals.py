"""What is said when a rule of the launch says no: (English, Spanish)."""

LAUNCH: dict[str, tuple[str, str]] = {
    "nothing_missing": (
        "The last look does not find this missing, so there is nothing to ask. Nothing was changed. Look again first.",
        "La última revisión no dice que esto falte, así que no hay nada que pedir. Nada cambió. Revísenlo otra vez "
        "primero.",
    ),
    "norms_shown": (
        "All proposals are on the table already. Nothing was changed. Put your idea into the norms that you agree on.",
        "Todas las propuestas ya están sobre la mesa. Nada cambió. Ponga su idea en las normas que acuerden.",
    ),
    "nobody_proposed": (
        "Nobody has proposed a norm yet, so there is nothing to show. Nothing was changed. "
        "Write one of your own first.",
        "Nadie ha propuesto una norma todavía y no hay nada que mostrar. Nada cambió. Escriba primero una propia.",
    ),
    "norms_moved": (
        "Somebody agreed on other norms meanwhile. Nothing was changed. Read them, then put your words in again.",
        "Mientras tanto alguien acordó otras normas. Nada cambió. Léalas y vuelva a poner sus palabras.",
    ),
    "nothing_said": (
        "Nothing is marked yet. Nothing was changed. Mark at least one of the six.",
        "Aún no hay nada marcado. Nada cambió. Marque al menos una de las seis.",
    ),
}
