"""Why a plan of counts, a reading or a photo was not taken: (English, Spanish)."""

COLLECTING: dict[str, tuple[str, str]] = {
    "plan_backwards": (
        "The last day is before the first one. Nothing was changed. Change one of the two days.",
        "El último día es anterior al primero. Nada cambió. Cambie uno de los dos.",
    ),
    "plan_without_days": (
        "No school day is left in this plan. Nothing was changed. Choose other days, or take the whole row off.",
        "En este plan no queda ningún día de clases. Nada cambió. Elija otros días o quite la fila entera.",
    ),
    "plan_too_long": (
        "A plan holds up to {most} days for each person. Nothing was changed. Choose fewer days; add more later.",
        "En un plan caben hasta {most} días por persona. Nada cambió. Elija menos días; después puede agregar más.",
    ),
    "plan_without_people": (
        "Nobody stands in this plan. Nothing was changed. Write one room or person on each line.",
        "No hay nadie en este plan. Nada cambió. Escriba un salón o una persona en cada línea.",
    ),
    "name_too_long": (
        "A name of a room or person holds up to {most} letters. Nothing was changed. Write each one on its own line.",
        "El nombre de un salón o de una persona tiene hasta {most} letras. Nada cambió. Escriba cada uno en su línea.",
    ),
    "plan_too_many": (
        "A plan holds up to {most} rooms or people. Nothing was changed. Leave some out.",
        "En un plan caben hasta {most} salones o personas. Nada cambió. Deje fuera algunos.",
    ),
    "planned_already": (
        "{who} is in the plan already. Nothing was changed. Add the days to the row that is there.",
        "{who} ya está en el plan. Nada cambió. Agregue los días a la fila que ya existe.",
    ),
    "told_already": (
        "You have told what happened in {who} already. Nothing was changed. Change the line that is there.",
        "Ya contaron qué pasó en {who}. Nada cambió. Cambie la línea que ya existe.",
    ),
    "different_needed": (
        "Adapted says that something was different. Nothing was changed. Write in a few words what it was.",
        "Adaptado dice que algo fue distinto. Nada cambió. Escriba en pocas palabras qué fue.",
    ),
    "codes_needed": (
        "Two people need at least two codes to choose from, and {most} at most. Nothing was changed. "
        "Write one code on each line.",
        "Dos personas necesitan al menos dos códigos para elegir, y {most} como máximo. Nada cambió. "
        "Escriba un código en cada línea.",
    ),
    "pieces_out_of_range": (
        "You can read 1 to {most} pieces together. Nothing was changed. Write another number.",
        "Pueden leer de 1 a {most} trabajos juntos. Nada cambió. Escriba otro número.",
    ),
    "reading_begun": (
        "Somebody has begun to read, so pieces and codes stay as they are. Nothing was changed. "
        "Set this reading aside and start another one.",
        "Alguien ya empezó a leer, así que los trabajos y los códigos no cambian. Nada cambió. "
        "Aparte esta lectura y empiece otra.",
    ),
    "two_read_already": (
        "Two people read this work already. Nothing was changed. You see what they found when both are done.",
        "Dos personas ya leen estos trabajos. Nada cambió. Usted verá lo que hallaron cuando ambas terminen.",
    ),
    "reading_is_open": (
        "The two readings lie side by side by now. Nothing was changed. Talk a piece over to give it another code.",
        "Las dos lecturas ya están lado a lado. Nada cambió. Conversen sobre un trabajo para darle otro código.",
    ),
    "reading_not_open": (
        "This work is still being read. Nothing was changed. Wait until both say that they are done.",
        "Estos trabajos todavía se están leyendo. Nada cambió. Espere a que ambas personas digan que terminaron.",
    ),
    "not_reading": (
        "You do not read this work yet. Nothing was changed. Start your own reading first.",
        "Usted aún no lee estos trabajos. Nada cambió. Primero comience su propia lectura.",
    ),
    "nothing_read": (
        "No piece has a code yet. Nothing was changed. Give some pieces a code first.",
        "Ningún trabajo tiene código todavía. Nada cambió. Dé primero un código a algunos.",
    ),
    "reading_open_points": (
        "These pieces have no agreed code yet: {pieces}. Nothing was changed. Talk them over first.",
        "Estos trabajos aún no tienen un código acordado: {pieces}. Nada cambió. Converse primero sobre ellos.",
    ),
    "photo_missing": (
        "There is no photo in it. Nothing was changed. Choose a picture first.",
        "No hay ninguna foto. Nada cambió. Elija primero una imagen.",
    ),
    "photo_words_needed": (
        "Some people do not see the photo. Nothing was changed. Say in one line what it shows.",
        "Hay personas que no ven la foto. Nada cambió. Diga en una línea qué muestra.",
    ),
    "photo_too_large": (
        "This photo is larger than {most} MB. Nothing was changed. Send a smaller one, or a picture of the screen.",
        "Esta foto pasa de {most} MB. Nada cambió. Envíe una más pequeña o una captura de pantalla.",
    ),
    "photo_heic": (
        "This photo is in a form (HEIC) that many computers cannot show. Nothing was changed. "
        "On the phone, take a picture of the screen and send that, or choose JPEG in the camera settings.",
        "Esta foto tiene un formato (HEIC) que muchas computadoras no pueden mostrar. Nada cambió. "
        "En el teléfono, haga una captura de pantalla y envíela, o elija JPEG en los ajustes de la cámara.",
    ),
    "photo_unreadable": (
        "This file is no picture that can be read. Nothing was changed. Send a JPEG, PNG or WebP file.",
        "Este archivo no es una imagen que se pueda leer. Nada cambió. Envíe un archivo JPEG, PNG o WebP.",
    ),
    "too_many_photos": (
        "A line holds up to {most} photos. Nothing was changed. Set one aside, or add a new line for this one.",
        "En una línea caben hasta {most} fotos. Nada cambió. Aparte una o agregue otra línea para esta.",
    ),
}
