"""Why a term cannot get this word: (English, Spanish)."""

WORD_REFUSALS: dict[str, tuple[str, str]] = {
    "prediction_stays": (
        "A cycle compares what came with what was expected, so this term is never empty and never hidden. "
        "Nothing was changed. Give it another word if you like.",
        "Un ciclo compara lo que pasó con lo que se esperaba; por eso este término nunca queda vacío ni oculto. "
        "Nada cambió. Si quiere, dele otra palabra.",
    ),
    "word_empty": (
        "There is no word here yet. Nothing was changed. Write one in English or in Spanish.",
        "Aquí todavía no hay ninguna palabra. Nada cambió. Escriba una en inglés o en español.",
    ),
    "word_half": (
        "A term needs a word for one and a word for many. Nothing was changed. Fill in both.",
        "Un término necesita una palabra para uno y otra para varios. Nada cambió. Complete las dos.",
    ),
    "word_unlawful": (
        "“{word}” does not fit. Nothing was changed. A word begins with a letter, has letters, digits, blanks and - "
        "only, and 40 of them at most.",
        "“{word}” no sirve. Nada cambió. Una palabra empieza con una letra, lleva solo letras, cifras, espacios y -, "
        "y tiene 40 como máximo.",
    ),
    "word_twice": (
        "“{word}” already stands for another term here ({other}). Nobody could tell them apart, so nothing was "
        "changed. Choose another word.",
        "“{word}” ya es aquí el nombre de otro término ({other}). Nadie podría distinguirlos, así que nada cambió. "
        "Elija otra palabra.",
    ),
    "no_earlier_word": (
        "There is no earlier word to go back to. Nothing was changed.",
        "No hay una palabra anterior a la cual volver. Nada cambió.",
    ),
    "words_of_org": (
        "{org} keeps the words and the method for this team. Nothing was changed. Ask its administrator.",
        "{org} cuida las palabras y el método de este equipo. Nada cambió. Pida el cambio a quien la administra.",
    ),
}
