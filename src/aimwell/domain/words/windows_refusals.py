"""What is said when a rule about days in the calendar says no: (English, Spanish)."""

WINDOWS_REFUSALS: dict[str, tuple[str, str]] = {
    "days_out_of_order": (
        "The last day is before the first one. Nothing was changed. Change one of the two days.",
        "El último día es antes del primero. Nada cambió. Cambie uno de los dos días.",
    ),
    "disruption_length": (
        "Between 1 and 60 days can be moved at once. Nothing was changed. Choose another number.",
        "Se pueden mover entre 1 y 60 días a la vez. Nada cambió. Elija otro número.",
    ),
}
