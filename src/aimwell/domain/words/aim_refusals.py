"""Why something about an aim or about equity could not be kept: (English, Spanish)."""

AIMS: dict[str, tuple[str, str]] = {
    "outside_needs_words": (
        "There are no words yet. Nothing was changed. Write what you will do for them, or why this stays open for now.",
        "Aún no hay palabras. Nada cambió. Escriba qué harán por ellos o por qué esto queda abierto por ahora.",
    ),
    "equity_needs_reason": (
        "An aim may leave equity out, with a reason. Nothing was changed. Write one sentence on why.",
        "Una meta puede dejar fuera la equidad, con una razón. Nada cambió. Escriba una frase que diga por qué.",
    ),
    "status_needs_evidence": (
        "What the team says needs something that shows it. Nothing was changed. Write what you counted, saw or heard.",
        "Lo que dice el equipo necesita algo que lo muestre. Nada cambió. Escriba qué contaron, vieron u oyeron.",
    ),
    "meaning_first": (
        "Nobody has written yet what equity means here. Nothing was changed. Write that first.",
        "Nadie ha escrito aún qué significa aquí la equidad. Nada cambió. Escríbanlo primero.",
    ),
    "own_words_in": (
        "Yours is in already. Nobody can tell which one it is, so it stays as it is. Nothing was changed.",
        "La suya ya está. Nadie puede saber cuál es, por eso queda como está. Nada cambió.",
    ),
    "meaning_empty": (
        "There is no text yet. Nothing was changed. Say in a sentence or two what equity means here.",
        "Aún no hay texto. Nada cambió. Diga en una o dos frases qué significa aquí la equidad.",
    ),
    "own_words_few": (
        "There are no words yet. Nothing was changed. Write it as you would tell a colleague.",
        "Aún no hay palabras. Nada cambió. Escríbalo como se lo diría a un colega.",
    ),
}
