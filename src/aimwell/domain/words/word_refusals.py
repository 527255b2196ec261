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
    "stages_empty": (
        "No stage has a name yet. Nothing was changed. Name at least one stage for Plan and one for Study.",
        "Ninguna etapa tiene nombre todavía. Nada cambió. Dé nombre al menos a una etapa para Planear y a una para "
        "Estudiar.",
    ),
    "stages_many": (
        "These are more stages than a page can show. Nothing was changed. Keep {most} at most.",
        "Son más etapas de las que caben en una página. Nada cambió. Deje {most} como máximo.",
    ),
    "stage_unmapped": (
        "“{name}” has no place beside Plan, Do, Study or Act yet. Nothing was changed. Choose where it belongs.",
        "“{name}” todavía no tiene lugar junto a Planear, Hacer, Estudiar o Actuar. Nada cambió. Elija a cuál "
        "pertenece.",
    ),
    "stage_long": (
        "“{name}” is too long for a heading. Nothing was changed. Use {most} letters and blanks at most.",
        "“{name}” es demasiado largo para un título. Nada cambió. Use {most} letras y espacios como máximo.",
    ),
    "stage_twice": (
        "Two stages would be called “{name}”. Nobody could tell them apart, so nothing was changed. Rename one.",
        "Dos etapas se llamarían “{name}”. Nadie podría distinguirlas, así que nada cambió. Cambie el nombre de una.",
    ),
    "stages_order": (
        "The stages do not go from Plan to Do to Study to Act. Nothing was changed. Put them in that order.",
        "Las etapas no van de Planear a Hacer, a Estudiar y a Actuar. Nada cambió. Póngalas en ese orden.",
    ),
    "prediction_needs_stage": (
        "A cycle teaches by comparing what came with what was expected. So one stage of Plan always holds the "
        "prediction. Nothing was changed. Choose the stage in which your teams write what they expect.",
        "Un ciclo enseña al comparar lo que pasó con lo que se esperaba. Por eso una etapa de Planear siempre lleva la "
        "predicción. Nada cambió. Elija la etapa en la que sus equipos escriben lo que esperan.",
    ),
    "comparison_needs_stage": (
        "A cycle teaches by comparing what came with what was expected. So one stage of Study always holds that look. "
        "Nothing was changed. Choose the stage in which your teams meet the prediction again.",
        "Un ciclo enseña al comparar lo que pasó con lo que se esperaba. Por eso una etapa de Estudiar siempre lleva "
        "esa mirada. Nada cambió. Elija la etapa en la que sus equipos vuelven a ver la predicción.",
    ),
    "cycle_changed_since": (
        "Somebody else changed this while you wrote. What you wrote is still in the form. Nothing was changed. "
        "Open the page anew to see how it is now, then choose.",
        "Alguien más cambió esto mientras usted escribía. Lo que escribió sigue en el formulario y nada cambió. "
        "Abra la página otra vez para ver cómo está ahora y luego elija.",
    ),
    "decisions_few": (
        "With fewer than {least} there is nothing to decide. Nothing was changed. Leave at least {least} in sight.",
        "Con menos de {least} no hay nada que decidir. Nada cambió. Deje al menos {least} a la vista.",
    ),
    "decision_hidden": (
        "Your organization does not offer this decision here. Nothing was changed. Choose one of the others.",
        "Su organización no ofrece esta decisión aquí. Nada cambió. Elija una de las otras.",
    ),
}
