"""Why something about a cycle could not be done: (English, Spanish)."""

PDSA_REFUSALS: dict[str, tuple[str, str]] = {
    "larger_start": (
        "This test starts larger than the smallest one. Nothing was changed. Make it smaller, or write one line on why "
        "you start larger.",
        "Esta prueba empieza más grande que la mínima. Nada cambió. Hágala más pequeña o escriba en una línea por qué "
        "empieza más grande.",
    ),
}
