"""What is said when a rule about meetings says no: (English, Spanish)."""

MEETINGS: dict[str, tuple[str, str]] = {
    "minutes": (
        "{value} minutes do not fit. Nothing was changed. Write a whole number from 1 to 480.",
        "{value} minutos no caben. Nada cambió. Escriba un número entero de 1 a 480.",
    ),
    "meeting_over": (
        "This meeting is over already. Nothing was changed. Open it again first, if it did not take place.",
        "Esta reunión ya terminó. Nada cambió. Ábrala otra vez si no se hizo.",
    ),
    "next_date_needed": (
        "When do you meet next? No meeting is planned yet. Choose a day, or say in one sentence why there is none. "
        "The notes and decisions are kept.",
        "¿Cuándo es la próxima reunión? Aún no hay ninguna planeada. Elija un día o diga en una oración por qué no. "
        "Las notas y las decisiones están guardadas.",
    ),
    "next_before_this": (
        "The next meeting comes after this one. Nothing was changed. Choose a later day.",
        "La próxima reunión va después de esta. Nada cambió. Elija un día posterior.",
    ),
    "rhythm_dates": (
        "No meeting fits between these two days. Nothing was changed. Choose a last day after the first one.",
        "Ninguna reunión cabe entre estos dos días. Nada cambió. Elija un último día posterior al primero.",
    ),
    "rhythm_too_long": (
        "A rhythm runs for one school year at most. Nothing was changed. Choose an earlier last day.",
        "Un ritmo dura como mucho un año escolar. Nada cambió. Elija un último día anterior.",
    ),
    "rhythm_ended": (
        "This rhythm has ended already. Nothing was changed. Make a new one.",
        "Este ritmo ya terminó. Nada cambió. Haga uno nuevo.",
    ),
}
