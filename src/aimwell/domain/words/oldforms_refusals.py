"""Why an old form could not be read or brought in: (English, Spanish)."""

OLDFORMS_REFUSALS: dict[str, tuple[str, str]] = {
    "oldforms_none": (
        "Choose at least one file: Word (DOCX), text (TXT) or table (CSV). Nothing was read.",
        "Elija al menos un archivo: Word (DOCX), texto (TXT) o tabla (CSV). No se leyó nada.",
    ),
    "oldforms_many_files": (
        "These are more than {most} files. Nothing was read. Bring the first {most}, then the others.",
        "Son más de {most} archivos. No se leyó nada. Traiga los primeros {most} y luego los demás.",
    ),
    "oldforms_large": (
        "This file is larger than {most} MB. It was not read. Take out the pictures and save it again.",
        "Este archivo pasa de {most} MB. No se leyó. Quite las imágenes y guárdelo otra vez.",
    ),
    "oldforms_long": (
        "There is more text in this file than {most} letters. It was not read. Split it into several files.",
        "Hay más texto en este archivo que {most} letras. No se leyó. Divídalo en varios archivos.",
    ),
    "oldforms_empty": (
        "There is no text in this file. If it is a scan, copy the words into a text file.",
        "No hay texto en este archivo. Si es una imagen escaneada, copie las palabras en un archivo de texto.",
    ),
    "oldforms_kind": (
        "Only Word (DOCX), text (TXT) and table (CSV) can be read. Save it as one of these and choose it again.",
        "Solo se puede leer Word (DOCX), texto (TXT) y tabla (CSV). Guárdelo así y elíjalo otra vez.",
    ),
    "oldforms_not_docx": (
        "This is not a Word file that can be opened. Open it in Word, save it again as DOCX, and choose it again.",
        "Este no es un archivo de Word que se pueda abrir. Ábralo en Word, guárdelo otra vez como DOCX y elíjalo de "
        "nuevo.",
    ),
    "oldforms_locked": (
        "This file has a password, or an older Word made it. Save it as DOCX without a password and choose it again.",
        "Este archivo tiene contraseña o es de un Word antiguo. Guárdelo como DOCX sin contraseña y elíjalo otra vez.",
    ),
    "oldforms_not_text": (
        "Some letters in this file cannot be read. Save it again as plain text (UTF-8) and choose it again.",
        "Algunas letras de este archivo no se pueden leer. Guárdelo otra vez como texto (UTF-8) y elíjalo de nuevo.",
    ),
    "oldforms_too_much": (
        "There is more in these files than fits on one page: {forms} forms can come in at once. Nothing was kept. "
        "Bring fewer files.",
        "Hay más en estos archivos de lo que cabe en una página: pueden entrar {forms} formularios a la vez. No se "
        "guardó nada. Traiga menos archivos.",
    ),
    "oldforms_open": (
        "Something is still open below. Nothing was brought in yet; what you chose is kept.",
        "Abajo aún falta algo. Todavía no entró nada; lo que eligió está guardado.",
    ),
    "oldforms_nobody": (
        "No form is chosen to come in. Nothing was changed. Choose at least one, or let them all go.",
        "No hay ningún formulario elegido para entrar. Nada cambió. Elija al menos uno o deje ir a todos.",
    ),
    "oldforms_changed": (
        "Somebody else chose here in the meantime. Nothing is overwritten: below is what you chose. Look once more, "
        "and press again.",
        "Otra persona eligió aquí mientras tanto. No se sobrescribe nada: abajo está lo que usted eligió. Mire una vez "
        "más y pulse otra vez.",
    ),
    "oldforms_state": (
        "This step does not fit where these forms stand now. Nothing was changed. Load the page again.",
        "Este paso no corresponde al punto en que están estos formularios. Nada cambió. Cargue la página otra vez.",
    ),
}
