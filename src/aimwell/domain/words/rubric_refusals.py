"""What is said when a rule about reading a cycle by the rubric says no: (English, Spanish)."""

RUBRIC: dict[str, tuple[str, str]] = {
    "own_reading_first": (
        "Your team reads the cycle first. Nothing was sent. Read all points yourselves, then ask.",
        "Primero lee el ciclo su equipo. No se envió nada. Lean todos los puntos y luego pidan.",
    ),
    "reader_cannot_see": (
        "This person cannot open the cycle yet. Nothing was sent. Open the cycle to them first, or ask somebody else.",
        "Esta persona aún no puede abrir el ciclo. No se envió nada. Ábranle primero el ciclo o pidan a otra persona.",
    ),
    "asked_already": (
        "This person is asked already. Nothing was sent twice.",
        "Ya se le pidió a esta persona. No se envió dos veces.",
    ),
    "reading_closed": (
        "This reading is finished and stays as it is. Nothing was changed. Where readings differ, agree on one.",
        "Esta lectura está terminada y queda como está. Nada cambió. Donde las lecturas difieran, acuerden una.",
    ),
    "read_blind_first": (
        "You are asked to read this cycle without seeing what others said. Nothing was changed. "
        "Finish your own reading first.",
        "Le pidieron leer este ciclo sin ver lo que dijeron los demás. Nada cambió. Termine primero su propia lectura.",
    ),
    "reading_incomplete": (
        "Some points have no answer yet, so the reading is not finished. Answer these points, then send it again.",
        "Algunos puntos aún no tienen respuesta y la lectura no está terminada. Contéstelos y envíe otra vez.",
    ),
    "two_readings_needed": (
        "To agree, two finished readings are needed. Nothing was changed. Ask somebody to read the cycle too.",
        "Para acordar hacen falta dos lecturas terminadas. Nada cambió. Pidan a alguien que también lea el ciclo.",
    ),
    "rubric_empty": (
        "At least one point has to stay. What you wrote is kept. Keep one point in use.",
        "Tiene que quedar al menos un punto. Lo que escribió está guardado. Deje un punto en uso.",
    ),
    "rubric_words_needed": (
        "A point of your own needs its words and its next move. What you wrote is kept. Write both in one language.",
        "Un punto propio necesita su texto y su paso siguiente. Lo que escribió está guardado. "
        "Escriba ambos en un idioma.",
    ),
}
