"""Why a staff list could not be read, put in or taken back: (English, Spanish)."""

ROSTERS: dict[str, tuple[str, str]] = {
    "roster_no_manifest": (
        "There is no manifest.csv, so nobody can tell whether this is the whole list. Nothing was kept. "
        "Export the files again with it.",
        "Falta manifest.csv, así que no se sabe si la lista está completa. No se guardó nada. "
        "Exporte los archivos otra vez con él.",
    ),
    "roster_version": (
        "The manifest says version {value}. Aimwell reads 1.1 and 1.2. Nothing was kept. Export one of these.",
        "El manifiesto dice versión {value}. Aimwell lee 1.1 y 1.2. No se guardó nada. Exporte una de ellas.",
    ),
    "roster_manifest": (
        "In manifest.csv, {property} says “{value}”. Nothing was kept. Write absent, bulk or delta there.",
        "En manifest.csv, {property} dice “{value}”. No se guardó nada. Escriba ahí absent, bulk o delta.",
    ),
    "roster_no_file": (
        "The manifest names {file}, but the file is not there. Nothing was kept. Export the files again with it.",
        "El manifiesto nombra {file}, pero el archivo no está. No se guardó nada. "
        "Exporte los archivos otra vez con él.",
    ),
    "roster_mixed": (
        "One of {one} and {other} is whole and one is not. Nothing was kept. Export both as bulk or both as delta.",
        "De {one} y {other}, uno está completo y el otro no. No se guardó nada. "
        "Exporte los dos como bulk o los dos como delta.",
    ),
    "roster_no_column": (
        "{file} has no column called {column}. Nothing was kept. Add the column and choose the file again.",
        "{file} no tiene la columna {column}. No se guardó nada. Agregue la columna y elija el archivo otra vez.",
    ),
    "roster_unreadable": (
        "{file} could not be read to its end. Nothing was kept. Export it again and choose it once more.",
        "{file} no se pudo leer hasta el final. No se guardó nada. Expórtelo otra vez y elíjalo de nuevo.",
    ),
    "roster_archive": (
        "This zip is locked or damaged, or holds more than plain files. Nothing was kept. "
        "Put the CSV files alone in a new zip.",
        "Este zip está bloqueado o dañado, o trae algo más que archivos simples. No se guardó nada. "
        "Ponga solo los archivos CSV en un zip nuevo.",
    ),
    "roster_no_files": (
        "There is no OneRoster file in here, such as users.csv. Nothing was kept. Check what you chose.",
        "Aquí no hay ningún archivo de OneRoster, como users.csv. No se guardó nada. Revise lo que eligió.",
    ),
    "roster_moved_on": (
        "Another list went in or out after this one was read. Nothing was changed. "
        "Choose the file again to see what it would change now.",
        "Otra lista entró o salió después de leer esta. Nada cambió. "
        "Elija el archivo otra vez para ver qué cambiaría ahora.",
    ),
    "roster_many_ended": (
        "{ended} of {current} people would end, more than 1 in 20. Nothing was changed. "
        "If that is right, say why and put the list in again.",
        "Saldrían {ended} de {current} personas, más de 1 de cada 20. Nada cambió. "
        "Si está bien, diga por qué y vuelva a meter la lista.",
    ),
    "roster_not_ready": (
        "This list is not at the point where that can be done. Nothing was changed. Open it to see where it stands.",
        "Esta lista no está en el punto en que eso se puede hacer. Nada cambió. Ábrala para ver cómo va.",
    ),
    "roster_undo_days": (
        "More than {days} days have passed, so this list cannot be taken back. Nothing was changed. "
        "Put in a newer list instead.",
        "Pasaron más de {days} días y esta lista ya no se puede retirar. Nada cambió. Meta una lista más nueva.",
    ),
    "roster_later": (
        "A later list went in: {file}. Nothing was changed. Take that one back first.",
        "Después entró otra lista: {file}. Nada cambió. Retire primero esa.",
    ),
    "roster_org_in_use": (
        "This list made {org}, and others have built on it since. Nothing was changed. "
        "Move what stands there first, or keep the list.",
        "Esta lista creó {org}, y otros ya trabajan ahí. Nada cambió. Mueva antes lo que está ahí o conserve la lista.",
    ),
}
