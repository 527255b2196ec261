"""Why something could not be done while a meeting runs: (English, Spanish)."""

HUDDLE: dict[str, tuple[str, str]] = {
    "not_begun": (
        "This meeting has not begun. Nothing was changed. Start it first.",
        "Esta reunión no ha empezado. Nada cambió. Primero iníciela.",
    ),
    "meeting_ended": (
        "This meeting is over. Nothing was changed. Its summary is open, and the next meeting takes new things.",
        "Esta reunión ya terminó. Nada cambió. Su resumen está abierto y la próxima reunión recibe lo nuevo.",
    ),
    "silence_length": (
        "Silent time lasts 1 to {most} minutes. Nothing was changed. Choose a number in between.",
        "El tiempo en silencio dura de 1 a {most} minutos. Nada cambió. Elija un número entre esos.",
    ),
    "leader_shows": (
        "Whoever leads this meeting shows the answers, or the time does. Nothing was changed. Give it a moment.",
        "Quien guía la reunión muestra las respuestas, o el tiempo lo hace. Nada cambió. Espere un momento.",
    ),
    "no_cycle_here": (
        "This meeting is not about a cycle yet. Nothing was changed. Choose its cycle on the page of the meeting.",
        "Esta reunión todavía no trata de un ciclo. Nada cambió. Elija su ciclo en la página de la reunión.",
    ),
    "not_open_for_notes": (
        "That part of the cycle does not take notes now. Nothing was changed. Choose another part.",
        "Esa parte del ciclo no recibe notas ahora. Nada cambió. Elija otra parte.",
    ),
    "choose_sentence": (
        "No sentence of the notes was chosen. Nothing was changed. Mark one or more, then send them.",
        "No se eligió ninguna frase de las notas. Nada cambió. Marque una o más y envíelas.",
    ),
    "reworded_since": (
        "Somebody changed this sentence in the cycle. Nothing was changed. Open the cycle to edit it there.",
        "Alguien cambió esta frase en el ciclo. Nada cambió. Abra el ciclo para corregirla allí.",
    ),
}
