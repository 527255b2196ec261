"""Phrases for the hints, in our own words after the examples of the sources (S1 L1336, S2 L366, S4 L94-L104, S3 2.20).

Per language and kind: twenty that must be asked about, and twenty near misses that must be left alone.
"""

FLAGGED: dict[str, dict[str, str]] = {
    "en": {
        "solution": """
lack of a reading program
no coach
We do not have tablets for every student in math
There are not enough counselors
We need a new math program
We need to adopt a new phonics curriculum
Teachers lack training in talk moves
Our school has no librarian
Too few aides in the early grades
The absence of an attendance policy
A shortage of substitute teachers
We should hire two more interventionists
Implement restorative circles in every advisory
Buy Chromebooks for grade 5
Families don't have enough books
We are short on devices
Without a social worker we cannot follow up
The solution is a longer block for math
If only we had smaller classes
The district must invest in tutoring
""",
        "blame": """
lazy teachers
unmotivated parents
Some students are just shy
Families do not care
Teachers don't follow through
Low vocabulary
Ms. Ruiz talks too fast
The kids in this grade won't listen to adults
Parents never support their children with homework
Students lack motivation
Lack of parental involvement
Those families do not read to their kids
Many students come from broken homes
The parents are too uninvolved
Our colleagues are resistant to anything new
They give up too easily
It is the parents' fault
Students refuse to put in any effort
Poor work ethic
These kids cannot learn fractions
""",
        "opinion": """
Students are late because buses are late
Families should read at home
Students need to try harder
Obviously the schedule is wrong
I think the tasks are too hard
We feel that mornings are lost
Everyone knows that Mondays are wasted
Clearly, the text is too long
It is obvious that grading takes too much time
In my opinion the bell rings too early
Teachers must change how they call on students
The school ought to start later
The real problem is the lunch line
They probably never saw the rubric
We all know the copier is the reason
Sixth grade needs to slow down
It is clear that the plan is failing
We believe the seating chart matters most
Students shouldn't sit in rows
No doubt the test is unfair
""",
    },
    "es": {
        "solution": """
falta un programa de lectura
No hay tabletas para todos los estudiantes
sin entrenadora
No tenemos suficientes consejeras
Necesitamos un nuevo programa de matemáticas
Hay que adoptar un currículo de fonética
Los maestros carecen de capacitación
La escuela no tiene biblioteca
Hay pocos asistentes en los primeros grados
La falta de una política de asistencia
Escasez de maestros suplentes
Deberíamos contratar dos especialistas
Implementar círculos restaurativos en cada grupo
Comprar computadoras para quinto grado
Hacen falta libros en casa
No contamos con transporte
La solución es un bloque más largo
Si tuviéramos grupos más chicos
El distrito debe invertir en tutorías
Ojalá tuviéramos más talleres
""",
        "blame": """
maestros flojos
padres desinteresados
A los padres no les importa
Los alumnos no se esfuerzan
Las familias no apoyan
Los niños son muy tímidos
Bajo vocabulario
La Sra. Ruiz habla demasiado rápido
Los estudiantes nunca escuchan a los adultos
Falta de motivación
Falta de apoyo en casa
Esos niños llegan mal
Muchos vienen de hogares rotos
Los papás son irresponsables
Los docentes se resisten a todo
Los muchachos se rinden enseguida
Es culpa de los padres
Las familias no valoran la escuela
Los jóvenes no quieren aprender
Los estudiantes carecen de disciplina
""",
        "opinion": """
Llegan tarde porque el autobús tarda
Los maestros deberían esperar
Hay que leer más en casa
Obviamente el horario está mal
Creo que las tareas son muy difíciles
Sentimos que se pierde la mañana
Todos saben que los lunes no sirven
Claramente el texto es demasiado largo
Es obvio que calificar toma mucho tiempo
En mi opinión el timbre suena muy temprano
Los maestros tienen que cambiar su manera de preguntar
La escuela debería empezar más tarde
El verdadero problema es la fila del almuerzo
Probablemente nunca vieron la rúbrica
Como sabemos, la copiadora es la causa
Sexto grado necesita ir más despacio
Está claro que el plan no sirve
Pensamos que el orden de los asientos importa más
Los alumnos deben sentarse en círculo
Sin duda el examen es injusto
""",
    },
}

LEFT_ALONE: dict[str, dict[str, str]] = {
    "en": {
        "solution": """
Students have no time to think before they talk
There is no lack of books in our rooms
The reading program starts at ten past nine
We adopted the curriculum in 2024, and 3 of 9 rooms use it
The coach comes to 2 of 9 rooms a week
14 of 30 families have no computer at home
No student gave a reason in 6 of 8 lessons
The laptop cart is in use from 9 to 11
Two buses came after the bell on 11 of 20 days
Students wait without a word until someone else answers
There is no agreement on what counts as tardy
The counselor sees a student 9 days after the referral
8 of 24 students have no library card
Most tasks have one right answer
We use three different policies for late work
The training in August lasted 40 minutes
Teachers do not have a shared way to ask for reasons
The nurse's office closes before lunch
The tutoring room was empty on 7 of 10 days
Letters home go out in English only
""",
        "blame": """
Only 1 in 3 fifth graders explain their reasoning
Our Wednesday schedule costs far families 2 hours
We call on the same six hands
We ask for talk before time to think
It is not that families do not care
Students who work after school miss the bus
The low shelf is hard to reach
Students are not able to see the board from the back row
Teachers do not get the scores until May
Parents never receive the letter in their language
Difficult texts come first in the unit
The Wi-Fi is slow in the east wing
Ms. Ruiz timed 5 lessons in October
Students said the directions were hard to hear
Nobody thinks that students are lazy
Families value school: 27 of 30 came to the first night
Students never see the rubric before they write
Teachers are absent from the hall when the bell rings
Students are slow to start where the directions have six steps
These families told us that calls come at work
""",
        "opinion": """
Absences rose in October, not because of the flu
9 of 12 students told us they wait because somebody else answers
12 students need to change buses twice
We asked what students should know by June
Teachers do not need to sign in before eight
Students speak clearly in pairs, and 6 of 24 speak in the whole group
The exit is clearly marked
Not everyone knows the routine: 9 of 24 named it
A student wrote: "You should give us a minute"
The needs assessment has 31 statements
Students must show a pass at the door
A parent said she thinks the calls come too late
3 of 9 teachers agree on what a good reason should sound like
We counted 41 tasks with one right answer
34 percent explained their reasoning on November 2
The special needs team meets on Tuesdays
Students who need to leave early use the side door
The survey asked whether the day should start later
Attendance fell from 94 to 89 percent in two months
The two rooms believe-it-or-not board holds 40 notes
""",
    },
    "es": {
        "solution": """
Los estudiantes no tienen tiempo para pensar antes de hablar
No hay falta de libros en nuestros salones
El programa de lectura empieza a las nueve y diez
Adoptamos el currículo en 2024 y lo usan 3 de 9 salones
La entrenadora va a 2 de 9 salones por semana
14 de 30 familias no tienen computadora en casa
Nadie dio una razón en 6 de 8 lecciones
El carro de computadoras se usa de 9 a 11
Dos autobuses llegaron después del timbre en 11 de 20 días
Los estudiantes esperan sin decir nada
No hay acuerdo sobre qué cuenta como tardanza
La consejera ve al estudiante 9 días después
8 de 24 estudiantes no tienen libro propio
La mayoría de las tareas tiene una sola respuesta
Usamos tres reglas distintas para el trabajo atrasado
La capacitación de agosto duró 40 minutos
Los maestros no tienen una manera común de pedir razones
La enfermería cierra antes del almuerzo
El salón de tutorías estuvo vacío 7 de 10 días
Las cartas salen solo en inglés
""",
        "blame": """
Solo 1 de cada 3 estudiantes explica su razonamiento
El horario del miércoles cuesta dos horas a las familias que viven lejos
Llamamos siempre a las mismas seis manos
Pedimos que hablen antes de darles tiempo para pensar
No es que a las familias no les importe
Los estudiantes que trabajan pierden el autobús
La repisa baja queda lejos
Los alumnos no pueden ver la pizarra desde atrás
Los maestros no reciben los resultados hasta mayo
Los padres nunca reciben la carta en su idioma
Los textos difíciles van primero en la unidad
La red es lenta en el ala este
La Sra. Ruiz midió 5 lecciones en octubre
Los estudiantes dijeron que las instrucciones no se oyen
Nadie piensa que los alumnos son flojos
Las familias valoran la escuela: vinieron 27 de 30
Los alumnos nunca ven la rúbrica antes de escribir
Los maestros no están en el pasillo cuando suena el timbre
Los estudiantes tardan cuando hay seis pasos
Estas familias contaron que las llamadas llegan en el trabajo
""",
        "opinion": """
Las faltas subieron en octubre, no porque hubiera gripe
9 de 12 estudiantes dijeron que esperan porque otro contesta
12 estudiantes tienen que cambiar de autobús dos veces
Preguntamos qué deberían saber en junio
Los maestros no tienen que firmar antes de las ocho
Los estudiantes hablan claramente en parejas
La salida está marcada claramente
No todos saben la rutina: 9 de 24 la nombraron
Una alumna escribió: “Deberían darnos un minuto”
La lista de necesidades tiene 31 datos
Una madre dijo que las llamadas deben llegar antes
3 de 9 maestros coinciden en cómo debería sonar una razón
Contamos 41 tareas con una sola respuesta
El 34 por ciento explicó su razonamiento el 2 de noviembre
El equipo de apoyo se reúne los martes
Los estudiantes que necesitan salir temprano usan la puerta lateral
La encuesta preguntó si el día debería empezar más tarde
La asistencia bajó de 94 a 89 por ciento en dos meses
Nadie tiene que esperar más de cinco minutos
El tablero reúne 40 notas de dos salones
""",
    },
}


def lines(phrases: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    """(language, kind, phrase) of each."""
    return [
        (lang, kind, line)
        for lang, kinds in phrases.items()
        for kind, text in kinds.items()
        for line in text.strip().splitlines()
    ]
