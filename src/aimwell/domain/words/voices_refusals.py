"""Why a note, an answer or a placing was not taken: (English, Spanish)."""

VOICES: dict[str, tuple[str, str]] = {
    "names_inside": (
        "This text may name a person: {words}. Nothing is saved yet. Write a role instead, or keep the text as it is.",
        "Este texto quizá nombra a una persona: {words}. Aún no se guardó nada. "
        "Escriba un papel en su lugar, o deje el texto como está.",
    ),
    "consent_why_needed": (
        "You say that consent was not needed. Nothing is saved yet. Say in one line why.",
        "Usted dice que no hacía falta el permiso. Aún no se guardó nada. Diga en una línea por qué.",
    ),
    "theme_needed": (
        "A theme is missing. Nothing is saved yet. Choose one, or write a new one in a few words.",
        "Falta el tema. Aún no se guardó nada. Elija uno o escriba uno nuevo en pocas palabras.",
    ),
    "nothing_pasted": (
        "There are no answers in it. Nothing was changed. Put one answer on each line.",
        "No hay respuestas. Nada cambió. Ponga una respuesta en cada línea.",
    ),
    "too_many_answers": (
        "There are {found} answers, and a board holds {most}. Nothing was changed. Make a second board for the rest.",
        "Hay {found} respuestas y en un tablero caben {most}. Nada cambió. Haga otro tablero para las demás.",
    ),
    "answer_too_long": (
        "The answer in line {line} is longer than {most} signs. Nothing was changed. Cut it in two.",
        "La respuesta de la línea {line} tiene más de {most} signos. Nada cambió. Divídala en dos.",
    ),
    "file_too_large_for_board": (
        "This file is larger than 2 MB. Nothing was changed. Take out what is not an answer, and choose it again.",
        "Este archivo pasa de 2 MB. Nada cambió. Quite lo que no sea una respuesta y elíjalo otra vez.",
    ),
    "two_group_already": (
        "Two people group these answers already. Nothing was changed. You see what they found when both are done.",
        "Dos personas ya agrupan estas respuestas. Nada cambió. Usted verá lo que hallaron cuando ambas terminen.",
    ),
    "board_is_open": (
        "The two ways lie side by side by now. Nothing was changed. Talk an answer over to give it another group.",
        "Las dos formas ya están lado a lado. Nada cambió. Conversen sobre una respuesta para darle otro grupo.",
    ),
    "board_not_open": (
        "These answers are still being grouped. Nothing was changed. Wait until those who group say they are done.",
        "Estas respuestas todavía se están agrupando. Nada cambió. Espere a que quienes agrupan digan que terminaron.",
    ),
    "not_grouping": (
        "You do not group these answers yet. Nothing was changed. Start your own grouping first.",
        "Usted aún no agrupa estas respuestas. Nada cambió. Primero comience su propia agrupación.",
    ),
    "nothing_grouped": (
        "No answer is in a group yet. Nothing was changed. Group some answers first.",
        "Aún no hay nada en los grupos. Nada cambió. Agrupe primero unas pocas.",
    ),
    "nobody_may_be_told": (
        "Nobody behind this theme was asked for consent, so it stays with the team. Nothing was changed. "
        "Ask one of them, note it on the interview, and link again.",
        "A nadie detrás de este tema se le pidió permiso, así que se queda en el equipo. Nada cambió. "
        "Pídaselo a alguien, anótelo en la entrevista y enlace otra vez.",
    ),
    "linked_already": (
        "It stands as evidence on this cause already. Nothing was changed.",
        "Ya está como evidencia en esta causa. Nada cambió.",
    ),
}
