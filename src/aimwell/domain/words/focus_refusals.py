"""Why a gap aim or the number of aims at one time could not be kept: (English, Spanish)."""

FOCUS: dict[str, tuple[str, str]] = {
    "gap_two_groups": (
        "A gap is read from two groups of one measure. Nothing was changed. Choose both, or neither and write the gap.",
        "Una brecha se lee de dos grupos de una medida. Nada cambió. Elija los dos, o ninguno y escriba la brecha.",
    ),
    "gap_group_hidden": (
        "This group is too small to be shown. Nothing was changed. Choose a larger group, or write the gap by hand.",
        "Este grupo es muy pequeño para mostrarse. Nada cambió. Elija uno más grande o escriba la brecha a mano.",
    ),
    "gap_below_zero": (
        "A gap is zero or more. Nothing was changed. Write how far the groups are apart, without a minus sign.",
        "Una brecha es cero o más. Nada cambió. Escriba la distancia entre los grupos, sin signo menos.",
    ),
    "aims_most": (
        "A team works on 1 to {most} aims at one time. Nothing was changed. Write another number.",
        "Un equipo trabaja en 1 a {most} metas a la vez. Nada cambió. Escriba otro número.",
    ),
}
