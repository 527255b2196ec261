"""Why a prediction, a table of counts or a step of a process was not taken: (English, Spanish)."""

PREDICTING: dict[str, tuple[str, str]] = {
    "prediction_needs_test": (
        "A prediction says what you think, and which data would test it. Nothing was changed. Write both.",
        "Una predicción dice lo que usted piensa y con qué datos se probaría. Nada cambió. Escriba las dos cosas.",
    ),
    "words_needed": (
        "There are no words yet. Nothing was changed. Write one line, then save again.",
        "Todavía no hay palabras. Nada cambió. Escriba una línea y guarde otra vez.",
    ),
    "round_closed": (
        "This round is closed and its data are open. Nothing was changed. Open a new board for a new question.",
        "Esta ronda ya se cerró y sus datos están a la vista. Nada cambió. Abra otro tablero para otra pregunta.",
    ),
    "still_covered": (
        "The data stay covered until the round is closed. Nothing was changed. Close the round first.",
        "Los datos siguen tapados hasta que se cierre la ronda. Nada cambió. Primero cierre la ronda.",
    ),
    "not_supported": (
        "Only a prediction that the data support becomes a cause. Nothing was changed. Record its result first.",
        "Solo una predicción que los datos apoyan pasa a ser causa. Nada cambió. Primero anote su resultado.",
    ),
    "no_counts": (
        "No column here holds counts. Nothing was kept. Add a column of whole numbers, such as “present”.",
        "Aquí ninguna columna tiene cuentas. No se guardó nada. Agregue una de números, como “presentes”.",
    ),
    "no_groups": (
        "No column here names groups. Nothing was kept. Add or choose one, such as “day” or “distance”.",
        "Aquí ninguna columna nombra grupos. No se guardó nada. Agregue o elija una, como “día” o “distancia”.",
    ),
    "too_many_groups": (
        "These columns make more than {limit} combinations of groups. Nothing was kept. Leave a column out.",
        "Estas columnas dan más de {limit} combinaciones de grupos. No se guardó nada. Quite una columna.",
    ),
    "times_out_of_range": (
        "One student can be counted 1 to {limit} times. Nothing was changed. Write a number in between.",
        "A cada estudiante se le puede contar de 1 a {limit} veces. Nada cambió. Escriba un número entre esos.",
    ),
    "not_a_step_here": (
        "This step belongs to another map, or it is set aside. Nothing was changed. Choose a step of this map.",
        "Este paso es de otro mapa o está apartado. Nada cambió. Elija un paso de este mapa.",
    ),
    "goes_to_itself": (
        "A step cannot go to itself. Nothing was changed. Choose another step, or the next one.",
        "Un paso no puede llevar a sí mismo. Nada cambió. Elija otro paso, o el siguiente.",
    ),
    "more_breaks_than_looks": (
        "It cannot go otherwise more often than you looked. Nothing was changed. Check the two counts.",
        "No puede salir distinto más veces de las que miró. Nada cambió. Revise las dos cuentas.",
    ),
    "no_counts_yet": (
        "Nobody has counted at this step yet. Nothing was changed. Add a count first.",
        "En este paso todavía no se ha contado. Nada cambió. Primero agregue una cuenta.",
    ),
    "source_needs_words": (
        "A source has a title; a hunch has a change idea. Nothing was changed. Add what is missing.",
        "Una fuente tiene un título; una corazonada, una idea de cambio. Nada cambió. Agregue lo que falta.",
    ),
}
