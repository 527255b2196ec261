"""Why a file cannot be taken into a theory: (English, Spanish)."""

THEORY_FILES: dict[str, tuple[str, str]] = {
    "no_theory": (
        "There is no driver or idea to keep yet. Nothing was changed. Add one first.",
        "Todavía no hay ningún impulsor ni idea que guardar. Nada cambió. Agregue uno primero.",
    ),
    "theory_columns": (
        "The first line must name the columns. Nothing was changed. They are: {columns}. "
        "The easiest way is to download the table and change it.",
        "La primera línea debe nombrar las columnas. Nada cambió. Son: {columns}. "
        "Lo más fácil es descargar la tabla y cambiarla.",
    ),
    "theory_kind": (
        "Line {row}: “{value}” is no kind of part. Nothing was changed. Write primary, secondary or idea.",
        "Línea {row}: “{value}” no es un tipo de parte. Nada cambió. Escriba primary, secondary o idea.",
    ),
    "theory_no_text": (
        "Line {row} has no words. Nothing was changed. Write some, or take the line out.",
        "La línea {row} no tiene palabras. Nada cambió. Escriba algunas o quite la línea.",
    ),
    "theory_long": (
        "Line {row} is longer than {most} letters. Nothing was changed. Say it shorter.",
        "La línea {row} tiene más de {most} letras. Nada cambió. Dígalo más corto.",
    ),
    "theory_twice": (
        "Lines {other} and {row} have the same key and other words. Nothing was changed. Make them the same.",
        "Las líneas {other} y {row} tienen la misma clave y otras palabras. Nada cambió. Hágalas iguales.",
    ),
    "theory_empty": (
        "There are no drivers or ideas in it. Nothing was changed. Check that it is the right file.",
        "No contiene impulsores ni ideas. Nada cambió. Revise que sea el archivo correcto.",
    ),
    "theory_many": (
        "It has more than {most} lines. Nothing was changed. Bring one branch at a time.",
        "Tiene más de {most} líneas. Nada cambió. Traiga una rama a la vez.",
    ),
    "theory_large": (
        "It has more than {most} thousand letters. Nothing was changed. Bring one branch at a time.",
        "Tiene más de {most} mil letras. Nada cambió. Traiga una rama a la vez.",
    ),
    "theory_not_text": (
        "This is not a text file. Nothing was changed. Save it as CSV or as plain text and bring it again.",
        "Este no es un archivo de texto. Nada cambió. Guárdelo como CSV o texto sin formato y tráigalo otra vez.",
    ),
    "theory_moved_on": (
        "Somebody changed the theory while you looked. Nothing was changed by the file. Look once more.",
        "Alguien cambió la teoría mientras usted miraba. El archivo no cambió nada. Mire otra vez.",
    ),
    "theory_objections": (
        "{n} lines cannot be taken in as they are. Nothing was changed. Look at the file again to see which.",
        "{n} líneas no se pueden incorporar así. Nada cambió. Mire el archivo otra vez para ver cuáles.",
    ),
    "theory_same": (
        "The file says what the theory says already. Nothing was changed.",
        "El archivo dice lo que la teoría ya dice. Nada cambió.",
    ),
    "built_on_since": (
        "Somebody has changed what came with this file. Nothing was taken back. Set the single parts aside instead.",
        "Alguien cambió lo que vino con este archivo. No se deshizo nada. Aparte las partes una por una.",
    ),
    "sentence_needed": (
        "There is no sentence yet. Nothing was changed. Write one, or leave it open.",
        "Todavía no hay ninguna frase. Nada cambió. Escriba una o déjelo abierto.",
    ),
}
