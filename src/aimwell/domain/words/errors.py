"""Sentences for every error code: (English, Spanish). What happened, what was kept, what to do."""

from aimwell.domain.words.aim_refusals import AIMS
from aimwell.domain.words.barriers_refusals import BARRIERS_REFUSALS
from aimwell.domain.words.choosing_refusals import CHOOSING
from aimwell.domain.words.collecting_refusals import COLLECTING
from aimwell.domain.words.conditions_refusals import CONDITIONS
from aimwell.domain.words.digest_refusals import DIGEST_REFUSALS
from aimwell.domain.words.drivers_refusals import DRIVERS
from aimwell.domain.words.focus_refusals import FOCUS
from aimwell.domain.words.huddle_refusals import HUDDLE
from aimwell.domain.words.launch_refusals import LAUNCH
from aimwell.domain.words.layers_refusals import LAYERS_REFUSALS
from aimwell.domain.words.meetings_refusals import MEETINGS
from aimwell.domain.words.network_refusals import NETWORK_REFUSALS
from aimwell.domain.words.noticing_refusals import NOTICING
from aimwell.domain.words.office_refusals import OFFICES
from aimwell.domain.words.oldforms_refusals import OLDFORMS_REFUSALS
from aimwell.domain.words.path_refusals import PATH_REFUSALS
from aimwell.domain.words.pdsa_refusals import PDSA_REFUSALS
from aimwell.domain.words.predicting_refusals import PREDICTING
from aimwell.domain.words.protocols_refusals import PROTOCOLS_REFUSALS
from aimwell.domain.words.quick_refusals import QUICK_REFUSALS
from aimwell.domain.words.roster_refusals import ROSTERS
from aimwell.domain.words.rounds_refusals import ROUNDS_REFUSALS
from aimwell.domain.words.rubric_refusals import RUBRIC
from aimwell.domain.words.shareout_refusals import SHAREOUT_REFUSALS
from aimwell.domain.words.sifting_refusals import SIFTING
from aimwell.domain.words.sign_in import SIGN_IN
from aimwell.domain.words.tables import Table
from aimwell.domain.words.talk_refusals import TALK
from aimwell.domain.words.theory_file_refusals import THEORY_FILES
from aimwell.domain.words.voices_refusals import VOICES
from aimwell.domain.words.wall_refusals import WALL
from aimwell.domain.words.windows_refusals import WINDOWS_REFUSALS
from aimwell.domain.words.word_refusals import WORD_REFUSALS

GENERIC: tuple[str, str] = (
    "This could not be done. Nothing was changed. Go back and try again.",
    "No se pudo hacer. Nada cambió. Regrese e inténtelo otra vez.",
)

ACCESS: dict[str, tuple[str, str]] = {
    "not_allowed": (
        "This belongs to the team, so only its members can change it. Nothing was changed. "
        "You can leave a comment or ask the team.",
        "Esto es del equipo y solo sus integrantes pueden cambiarlo. Nada cambió. "
        "Puede dejar un comentario o preguntar al equipo.",
    ),
    "not_found": (
        "There is no page here. It may have been renamed, or it is not shared with you. Search, or go to Today.",
        "Aquí no hay ninguna página. Quizá cambió de nombre o no se ha compartido con usted. Busque, o vaya a Hoy.",
    ),
    "expired_link": (
        "This link has run out. Nothing was changed. Ask the person who sent it for a new one.",
        "Este enlace ya venció. Nada cambió. Pida uno nuevo a la persona que se lo envió.",
    ),
    "used_link": (
        "This link has been used already. Nothing was changed. Sign in, or ask for a new link.",
        "Este enlace ya se usó. Nada cambió. Inicie sesión o pida un enlace nuevo.",
    ),
    "sign_in": (
        "Nobody is signed in here. Nothing was changed. Send a token in the Authorization header, or sign in.",
        "Aquí nadie ha entrado con su cuenta. Nada cambió. "
        "Envíe una clave en el encabezado Authorization o inicie sesión.",
    ),
    "read_only_token": (
        "This token may read and not write. Nothing was changed. Make one that may do both, in your settings.",
        "Esta clave permite leer, no escribir. Nada cambió. Cree en sus ajustes una que permita ambas cosas.",
    ),
    "numbers_only_token": (
        "This token is for numbers only: measures, what they hold, and files of numbers. Nothing was changed.",
        "Esta clave es solo para números: medidas, sus datos y archivos de números. Nada cambió.",
    ),
    "token_expired": (
        "This token ran out after {day}. Nothing was changed. Make a new one in your settings.",
        "Esta clave venció después del {day}. Nada cambió. Cree otra en sus ajustes.",
    ),
    "too_many_requests": (
        "That was more than may come in one minute. Nothing was changed. Go on in {wait} seconds.",
        "Fueron más solicitudes de las que caben en un minuto. Nada cambió. Siga dentro de {wait} segundos.",
    ),
    "key_unreadable": (
        "An Idempotency-Key has at most 100 plain letters and digits. Nothing was changed. Send a shorter one.",
        "Un Idempotency-Key tiene como máximo 100 letras y cifras sencillas. Nada cambió. Envíe uno más corto.",
    ),
    "key_not_here": (
        "This answer is for you alone, so it is not kept. Nothing was changed. Send it without a key.",
        "Esta respuesta es solo para usted, por eso no se guarda. Nada cambió. Envíe la solicitud sin Idempotency-Key.",
    ),
    "key_reused": (
        "This Idempotency-Key was sent before with something else. Nothing was changed. Make a new key.",
        "Este Idempotency-Key ya se envió con otra cosa. Nada cambió. Cree uno nuevo.",
    ),
    "key_busy": (
        "The first request with this key is still at work. Ask again in a moment.",
        "La primera solicitud con esta clave sigue en curso. Pregunte otra vez en un momento.",
    ),
    "cross_site": (
        "This did not come from a page of this site. Nothing was changed. Send the CSRF token of the session with it.",
        "Esto no vino de una página de este sitio. Nada cambió. Envíe también la clave CSRF de la sesión.",
    ),
}

RULES: dict[str, tuple[str, str]] = {
    "refused": GENERIC,
    "stale_edit": (
        "Somebody else also changed this while you wrote. Both versions are kept. Choose what stands.",
        "Alguien más también cambió esto mientras usted escribía. Se guardan las dos versiones. Elija cuál queda.",
    ),
    "not_ready": (
        "A part is still missing: {missing}. What you wrote is kept. Fill it in, then go on.",
        "Todavía falta una parte: {missing}. Lo que escribió está guardado. Complétela y siga.",
    ),
    "last_member": (
        "You are the last person in this team. Nothing was changed. Invite somebody first, then leave.",
        "Usted es la última persona del equipo. Nada cambió. Invite antes a alguien y luego salga.",
    ),
    "wrong_state": (
        "This step does not fit where the cycle stands now. Nothing was changed. Open the cycle to see its next step.",
        "Este paso no corresponde al punto en que está el ciclo. Nada cambió. "
        "Abra el ciclo para ver el paso que sigue.",
    ),
    "prediction_locked": (
        "The prediction has been locked since Do started. It is kept as it was. Add a dated change beside it.",
        "La predicción está cerrada desde que empezó Hacer. Se conserva como estaba. "
        "Agregue al lado un cambio con fecha.",
    ),
    "line_without_value": (
        "A line set by hand needs its number. Nothing was changed. Give the number, or choose another line.",
        "Una línea fijada a mano necesita su número. Nada cambió. Dé el número o elija otra línea.",
    ),
    "line_out_of_range": (
        "This number cannot be on the chart: a percentage is 0 to 100, and a count is not below zero. "
        "Nothing was changed. Check the number.",
        "Este número no cabe en la gráfica: un porcentaje va de 0 a 100 y una cuenta no es menor que cero. "
        "Nada cambió. Revise el número.",
    ),
    "line_without_source": (
        "A line set by hand needs its source, so that others can check it. Nothing was changed. "
        "Say where the number comes from.",
        "Una línea fijada a mano necesita su fuente, para que otros puedan revisarla. Nada cambió. "
        "Diga de dónde viene el número.",
    ),
    "sessions_need_counts": (
        "Numbers per school day need a count by week or by month. Nothing was changed. "
        "Change how the measure is counted first.",
        "Los números por día de clases necesitan una cuenta por semana o por mes. Nada cambió. "
        "Cambie antes cómo se cuenta la medida.",
    ),
    "reason_needed": (
        "One line on why is needed here. What you wrote is kept. Add the reason, then go on.",
        "Aquí hace falta una línea con el porqué. Lo que escribió está guardado. Agréguela y siga.",
    ),
    "return_not_later": (
        "The day you are back has to lie ahead. Nothing was changed. Choose a later day, or leave it open.",
        "El día de regreso tiene que ser más adelante. Nada cambió. Elija otro día o déjelo abierto.",
    ),
    "not_away": (
        "The team is taking part already. Nothing was changed. Go on from your page.",
        "El equipo ya está participando. Nada cambió. Siga desde su página.",
    ),
    "not_back": (
        "Dates move once the team is back. Nothing was changed. Come back first.",
        "Las fechas se mueven cuando el equipo regresa. Nada cambió. Regresen primero.",
    ),
    "too_late_to_take_back": (
        "This can be taken back for two weeks only. Nothing was changed. You can start a new pause.",
        "Esto solo se puede deshacer durante dos semanas. Nada cambió. Puede empezar otra pausa.",
    ),
    "own_predecessor": (
        "A cycle cannot follow itself, not even by a long way round. The links are kept as they were. "
        "Choose an earlier cycle.",
        "Un ciclo no puede seguirse a sí mismo, ni siquiera dando un rodeo. Los enlaces quedan como estaban. "
        "Elija un ciclo anterior.",
    ),
    "key_used": (
        "This key belongs to something else already. Nothing was changed. Make a new key for each new thing.",
        "Esta clave ya es de otra cosa. Nada cambió. Haga una clave nueva para cada cosa nueva.",
    ),
    "in_the_way": (
        "Something else has taken this place since. Nothing was changed. Set that aside first, then bring this back.",
        "Otra cosa ha ocupado este lugar. Nada cambió. Aparte primero aquella y luego recupere esta.",
    ),
    "unreadable": (
        "What was sent does not fit the description of this address. Nothing was changed. "
        "Compare it with /api/v1/openapi.json.",
        "Lo enviado no corresponde a la descripción de esta dirección. Nada cambió. "
        "Compárelo con /api/v1/openapi.json.",
    ),
    "loop": (
        "This link would lead back to where it starts. The links are kept as they were. Choose another part.",
        "Este enlace volvería a su punto de partida. Los enlaces quedan como estaban. Elija otra parte.",
    ),
    "wrong_link": (
        "These two parts cannot be linked directly. The links are kept as they were. "
        "Link an aim to what must be true, that to what it takes, and that to an idea.",
        "Estas dos partes no se pueden unir directamente. Los enlaces quedan como estaban. "
        "Una la meta con lo que debe cumplirse, eso con lo que requiere, y eso con una idea.",
    ),
    "already_linked": (
        "These two parts are linked already. Nothing was changed.",
        "Estas dos partes ya están unidas. Nada cambió.",
    ),
    "unknown_choice": (
        "“{value}” is not one of the choices here. What you wrote is kept. Choose from the list.",
        "“{value}” no está entre las opciones. Lo que escribió está guardado. Elija de la lista.",
    ),
    "bad_prediction": (
        "The prediction does not add up yet. What you wrote is kept. "
        "Check that its numbers are in order and not above the whole.",
        "La predicción todavía no cuadra. Lo que escribió está guardado. "
        "Revise que los números estén en orden y no pasen del total.",
    ),
}

FILES: dict[str, tuple[str, str]] = {
    "empty_file": (
        "This file has nothing in it. Nothing was put in. Check the file and choose it again.",
        "Este archivo está vacío. No se incorporó nada. Revise el archivo y elíjalo otra vez.",
    ),
    "too_large": (
        "This file is larger than {limit}. Nothing was put in. "
        "Keep only the columns you need, or split it, and choose it again.",
        "Este archivo pasa de {limit}. No se incorporó nada. "
        "Deje solo las columnas que necesita, o divídalo, y elíjalo otra vez.",
    ),
    "too_many_rows": (
        "This file has more than {limit} rows. Nothing was put in. Split it by year or school.",
        "Este archivo tiene más de {limit} filas. No se incorporó nada. Divídalo por año o por escuela.",
    ),
    "not_text": (
        "Some letters in this file cannot be read. Nothing was put in. Save it again as CSV UTF-8 or as XLSX.",
        "Algunas letras de este archivo no se pueden leer. No se incorporó nada. "
        "Guárdelo otra vez como CSV UTF-8 o como XLSX.",
    ),
    "one_column": (
        "Every row came out as one column. Nothing was put in. "
        "Choose what stands between the columns: comma, semicolon or tab.",
        "Cada fila quedó en una sola columna. No se incorporó nada. "
        "Elija qué separa las columnas: coma, punto y coma o tabulador.",
    ),
    "no_date_column": (
        "No column looks like a date. Nothing was put in. Choose the column that holds the dates.",
        "Ninguna columna parece una fecha. No se incorporó nada. Elija la columna que tiene las fechas.",
    ),
    "unreadable_workbook": (
        "This workbook cannot be opened; it may be locked or cut off. Nothing was put in. "
        "Save it again as XLSX without a password.",
        "Este libro no se puede abrir; quizá tiene contraseña o está incompleto. No se incorporó nada. "
        "Guárdelo otra vez como XLSX sin contraseña.",
    ),
    "nothing_to_import": (
        "No row can go in as things stand. Nothing was put in. Settle the rows listed, or choose another file.",
        "Así como está, ninguna fila puede entrar. No se incorporó nada. "
        "Resuelva las filas de la lista o elija otro archivo.",
    ),
    "already_applied": (
        "These rows are in already. Nothing was put in twice. Open the chart to see them.",
        "Estas filas ya están dentro. Nada entró dos veces. Abra la gráfica para verlas.",
    ),
    "no_value_column": (
        "No column holds the numbers yet. Nothing was put in. Choose the column that holds them.",
        "Ninguna columna tiene todavía los números. No se incorporó nada. Elija la columna que los tiene.",
    ),
    "column_twice": (
        "Two columns were chosen for the same thing. Nothing was put in. Choose one of them and leave the other out.",
        "Se eligieron dos columnas para lo mismo. No se incorporó nada. Elija una y deje fuera la otra.",
    ),
    "undo_window": (
        "More than {days} days have passed, so this file cannot be taken back in one step. Nothing was changed. "
        "Correct single values on the chart's page.",
        "Pasaron más de {days} días, así que este archivo ya no se puede retirar de una vez. Nada cambió. "
        "Corrija los valores en la página de la gráfica.",
    ),
    "no_value": (
        "There is no number yet. Nothing was put in. Write the count, or say why there is none.",
        "Todavía no hay un número. No se incorporó nada. Escriba la cuenta o diga por qué no la hay.",
    ),
    "end_before_start": (
        "The last day comes before the first. What you wrote is kept. Check both days.",
        "El último día es anterior al primero. Lo que escribió está guardado. Revise los dos días.",
    ),
    "already_undone": (
        "This was undone already. Nothing was changed. The file is kept, and you can put it in again.",
        "Esto ya se deshizo. Nada cambió. El archivo se conserva y puede incorporarlo otra vez.",
    ),
}

ROWS: dict[str, tuple[str, str]] = {
    "bad_date": (
        "“{value}” is not a date we can read. The row is kept aside. Write it like 2026-11-09.",
        "“{value}” no es una fecha que se pueda leer. La fila queda aparte. Escríbala así: 2026-11-09.",
    ),
    "bad_number": (
        "“{value}” is not a number. The row is kept aside. Write a number, or mark it as missing.",
        "“{value}” no es un número. La fila queda aparte. Escriba un número o márquela como faltante.",
    ),
    "future_date": (
        "{value} has not come yet. The row is kept aside. Check the year.",
        "El {value} aún no llega. La fila queda aparte. Revise el año.",
    ),
    "duplicate_date": (
        "{value} appears more than once for the same place. Both rows are kept aside. Choose which one stands.",
        "El {value} aparece más de una vez para el mismo lugar. Las dos filas quedan aparte. Elija cuál vale.",
    ),
    "negative_count": (
        "A count cannot be below zero: {value}. The row is kept aside. Check the number.",
        "Un conteo no puede ser menor que cero: {value}. La fila queda aparte. Revise el número.",
    ),
    "numerator_above_denominator": (
        "{numerator} of {denominator} is more than the whole. The row is kept aside. Check both numbers.",
        "{numerator} de {denominator} es más que el total. La fila queda aparte. Revise los dos números.",
    ),
    "missing_denominator": (
        "It does not say out of how many. The row is kept aside. Add the total.",
        "No dice de cuántos en total. La fila queda aparte. Agregue el total.",
    ),
    "zero_denominator": (
        "Out of 0 there is nothing to share. The row is kept aside. Mark it as missing, or check the total.",
        "De 0 no se puede sacar una parte. La fila queda aparte. Márquela como faltante o revise el total.",
    ),
    "formula_cell": (
        "This cell holds a formula: {value}. It was not run, and the row is kept aside. Write the value itself.",
        "Esta celda tiene una fórmula: {value}. No se ejecutó y la fila queda aparte. Escriba el valor mismo.",
    ),
}

JOBS: dict[str, tuple[str, str]] = {
    "job_gave_up": (
        "This could not be finished in {attempts} tries, so it stopped. What you gave us is kept. "
        "Start it again later, or tell the person who looks after this site.",
        "Esto no se pudo terminar en {attempts} intentos y se detuvo. Lo que usted entregó está guardado. "
        "Empiécelo de nuevo más tarde o avise a la persona que cuida este sitio.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    **ACCESS,
    **AIMS,
    **BARRIERS_REFUSALS,
    **RULES,
    **FILES,
    **ROWS,
    **JOBS,
    **MEETINGS,
    **NOTICING,
    **ROSTERS,
    **HUDDLE,
    **LAUNCH,
    **LAYERS_REFUSALS,
    **NETWORK_REFUSALS,
    **OFFICES,
    **PREDICTING,
    **PROTOCOLS_REFUSALS,
    **OLDFORMS_REFUSALS,
    **QUICK_REFUSALS,
    **ROUNDS_REFUSALS,
    **SIFTING,
    **WALL,
    **SIGN_IN,
    **VOICES,
    **WINDOWS_REFUSALS,
    **DIGEST_REFUSALS,
    **WORD_REFUSALS,
    **PATH_REFUSALS,
    **PDSA_REFUSALS,
    **TALK,
    **THEORY_FILES,
    **CHOOSING,
    **COLLECTING,
    **CONDITIONS,
    **DRIVERS,
    **FOCUS,
    **RUBRIC,
    **SHAREOUT_REFUSALS,
}

TABLE = Table("errors", {key: {"en": english, "es": spanish} for key, (english, spanish) in WORDS.items()})
