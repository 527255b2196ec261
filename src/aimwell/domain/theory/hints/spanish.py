"""Signs in Spanish. Phrases that they must catch and must leave alone stand in tests/domain/theory/hint_phrases.py."""

from aimwell.domain.theory.hints.signs import HintKind, Sign, any_of

END = r"(?=\s*(?:$|[.,;:!?)]|porque\b|y\b|o\b|cuando\b|en\ (?:casa|clase|la\ escuela)\b))"
COUNTED = r"\d\s*(?:%|por\ ciento)|\b\d+\ (?:de|de\ cada)\ (?:los\ |las\ )?\d+"
TURNED = r"""\bno\ (?:es\ (?:que|porque|cierto\ que|verdad\ que)|creemos|pensamos|decimos|se\ trata\ de)\b
    |\bnadie\ (?:dice|dijo|piensa|cree|llama)\b|\ben\ (?:vez|lugar)\ de\ (?:decir|pensar|culpar)\b"""

RESOURCE = any_of(
    r"""programas? currículos? curr[ií]culum entrenador(?:a|es|as)? tutor(?:a|es|as)? tutorías? capacitaci[oó]n(?:es)?
    talleres taller asistentes? personal consejer[oa]s? orientador(?:a|es|as)? especialistas? suplentes?
    mentor(?:a|es|as)? software aplicaci[oó]n(?:es)? plataformas? tabletas? computadoras? ordenadores portátiles
    laptops? dispositivos? pizarras? libros? materiales fondos dinero presupuesto tecnología
    intervenci[oó]n(?:es)? políticas? incentivos? premios? recompensas? bibliotecas? bibliotecari[oa]s? autobuses
    autobús transporte clases? cursos? maestr[oa]s? docentes? profesor(?:a|es|as)? enfermer[oa]s?
    trabajador(?:a|es|as)_social(?:es)? psicólog[oa]s? cámaras? sistemas? protocolos? cuadernillos? recursos
    equipos? equipo tiempo_de_planeaci[oó]n clubes licencias? subvenci[oó]n(?:es)? contratos?"""
)
LACK = r"""(?:faltan?(?:\ de)?|(?:la\ )?falta\ de|(?:la\ )?carencia\ de|(?:la\ )?escasez\ de|carecemos\ de
                |carece(?:n)?\ de
    |no\ (?:hay|tenemos|tienen|tiene|contamos\ con|cuentan\ con|cuenta\ con|existen?)(?:\ (?:suficientes?
                |bastantes?))?
    |sin|(?:se\ )?necesitan?|necesitamos|hacen?\ falta|nos\ faltan?|queremos|ojalá\ tuviéramos|muy\ poc[oa]s
                |hay\ poc[oa]s|insuficientes?
    |deberíamos\ (?:comprar|contratar|tener))"""
BETWEEN = r"(?:acceso\ a\ )?(?:(?!\b(?:para|en|de|que|quien|cuando|a)\b)[\w-]+\ ){0,3}?"
FOR_WHOM = r"(?:\ (?:para|en)\ (?:cada|tod[oa]s\ l[oa]s|nuestr[oa]s|l[oa]s|la|el)\ \w+)?"
PUT_IN = any_of(
    r"""adoptar implementar comprar contratar introducir instalar lanzar financiar cambiar_a poner_en_marcha exigir
    invertir_en implantar"""
)
ADOPT = any_of(
    r"""adoptar implementar comprar contratar introducir instalar lanzar financiar cambiar_a poner_en_marcha exigir
    invertir_en implantar crear establecer ofrecer dar_capacitaci[oó]n capacitar proporcionar traer"""
)

SOLUTION = (
    Sign(
        HintKind.SOLUTION,
        rf"\b{LACK}\ (?P<span>{BETWEEN}{RESOURCE}\b{FOR_WHOM})",
        not_after=rf"""\bno\ (?:hay|existe|es|por)\ (?:una\ |la\ )?(?:falta|carencia|escasez)\ de\ $
                |\bno\ (?:le[s]?\ |nos\ )?$|\bcon\ o\ sin\ |\bno\ necesita(?:mos|n)\ $|{COUNTED}""",
        not_in=r"""\bno\ (?:necesitamos|necesitan|hacen?\ falta|nos\ faltan?|les\ faltan?|le\ falta|faltan?
                |carecemos|queremos)\b""",
    ),
    Sign(
        HintKind.SOLUTION,
        rf"""\b(?:hay\ que|tenemos\ que|debemos|deberíamos|debería[n]?|deben?|necesitamos|necesitan|queremos
                |podríamos|vamos\ a|falta
            |es\ necesario|urge|conviene)\ (?P<span>{ADOPT}\ \w+)""",
        not_after=r"\b(?:preguntamos|preguntó|preguntaron|si|reglamento|política|ley)\b[^,]*$",
    ),
    Sign(
        HintKind.SOLUTION,
        rf"(?:^|[.!?;]\s+|\n)\s*(?P<span>(?:{PUT_IN}|compremos|contratemos|implementemos|adoptemos|hagamos)\ \w+)",
    ),
    Sign(
        HintKind.SOLUTION,
        r"""\b(?P<span>(?:la|nuestra|una)\ (?:(?:mejor|única|verdadera)\ )?soluci[oó]n\ (?:es|sería|está\ en)\b
            |(?:lo\ )?(?:resolvería|solucionaría|arreglaría)\b|si\ (?:tan\ solo\ |solo\ |por\ lo\ menos\ )?tuviéramos\b
            |lo\ único\ que\ necesitamos\ es\b|todo\ lo\ que\ necesitamos\ es\b)""",
    ),
)

PEOPLE = any_of(
    r"""estudiantes? alumn[oa]s? niñ[oa]s? chic[oa]s? maestr[oa]s? docentes? profesor(?:es|as|a)? padres madres
    familias? director(?:es|as|a)? muchach[oa]s? jóvenes ell[oa]s papás mamás personal colegas suplentes
    adolescentes tutores hogares"""
)
TRAIT = any_of(
    r"""floj[oa]s? perezos[oa]s? vag[oa]s desmotivad[oa]s? tímid[oa]s? descuidad[oa]s? irrespetuos[oa]s? indiferentes?
    apátic[oa]s? incapaces incapaz desinteresad[oa]s? irresponsables? desobedientes? maleducad[oa]s? groser[oa]s?
    conflictiv[oa]s? negligentes? incompetentes? tont[oa]s? necios? terc[oa]s? resistentes? despreocupad[oa]s?
    desorganizad[oa]s? desunid[oa]s? disfuncionales? ignorantes? conformistas? consentid[oa]s? malagradecid[oa]s?
    poco_(?:motivad|interesad|comprometid|inteligent)\w+"""
)
FROM = r"(?:\ (?:de|en)\ (?:(?:la|el|los|las|este|esta|nuestra|nuestro)\ )?(?:\w+\ )?[\w-]+)?"
EITHER_WAY = any_of(r"""lent[oa]s? difíciles difícil mal[oa]s? débil(?:es)? negativ[oa]s? problemátic[oa]s?""")
SO = r"(?:(?:muy|tan|simplemente|demasiado|bastante|siempre|más|casi\ siempre|realmente)\ )*"
INNER = any_of(
    r"""motivaci[oó]n esfuerzo disciplina interés voluntad ambici[oó]n respeto responsabilidad iniciativa autocontrol
    compromiso inteligencia capacidad valores perseverancia ganas
    apoyo_(?:de_(?:los_padres|las_familias|la_familia|casa)|familiar|en_casa)
    participaci[oó]n_(?:de_(?:los_padres|las_familias)|familiar)"""
)
DONT = r"(?:no|nunca|jamás)\ (?:(?:les|le|se|lo|la|los|las)\ )*"
WILL = rf"""(?:importan?\b|interesan?\b|valoran?\b|esfuerzan?\b|preocupan?\b|respetan?\b|comprometen?\b|comportan?\b
    |intentan?\b|obedecen?\b|cooperan?\b|prestan?\ atenci[oó]n|ponen\ (?:atenci[oó]n|de\ su\ parte|esfuerzo)
                |hacen\ (?:ningún\ )?(?:el\ )?esfuerzo
    |quieren?\b{END}|quieren?\ (?:aprender|trabajar|estudiar|cambiar|ayudar|participar|leer|venir|mejorar|hacer)
    |escuchan?\b{END}|escuchan?\ (?:a\ |las\ instrucciones)|piensan?\b{END}|piensan?\ antes|aprenden?\b{END}
                |aprenden?\ nada
    |pueden?\ (?:aprender|pensar|comportarse|con\ )|apoyan?\b|ayudan?\b{END}|ayudan?\ (?:a\ sus|en|con)|leen\ (?:a
                |con)\ sus|hacen\ (?:la|las|su|sus)\ tareas?|contestan\ (?:el\ teléfono|las\ llamadas)
    |tienen?\ (?:ningún\ |ninguna\ |nada\ de\ )?{INNER}|les\ importa)"""

BLAME = (
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>{PEOPLE}\ (?:que\ son\ )?(?:muy\ |tan\ )?{TRAIT}\b|{PEOPLE}\ (?:muy
                \ |tan\ )?{EITHER_WAY}{END}|mal[oa]s\ {PEOPLE}\b
            |{PEOPLE}{FROM}\ (?:simplemente\ |siempre\ )?(?:son|es|están|está|parecen|eran
                |fueron)\ {SO}(?:un[oa]s\ )?{TRAIT}\b
            |{PEOPLE}\ (?:simplemente\ |siempre\ )?(?:son|es|parecen)\ {SO}{EITHER_WAY}{END})""",
        not_after=TURNED,
    ),
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>a\ (?:(?:los|las|estos|esas|esos|estas|muchos|muchas|nuestros|nuestras|la
                |el)\ )?{PEOPLE}\ no\ les?\ (?:importa|interesa|preocupa)n?\b
            |{PEOPLE}{FROM}\ (?:simplemente\ |casi\ |ya\ )?{DONT}(?:siquiera\ |realmente\ )?{WILL})""",
        not_after=TURNED,
        not_in=COUNTED,
    ),
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>{PEOPLE}\ (?:(?:simplemente|siempre|solo|enseguida)\ )*(?:se\ rinden
                |se\ dan\ por\ vencid\w+|ponen\ (?:excusas|pretextos)
            |carecen?\ de\ {INNER}|tienen\ (?:poc[oa]|nula|cero|mala)\ (?:{INNER}|actitud)|se\ resisten
                |llegan\ (?:muy\ |tan\ )?mal\ preparad\w+
            |prefieren\ no|tienen\ la\ culpa|son\ el\ problema|solo\ se\ quejan))""",
        not_after=TURNED,
    ),
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>(?:esos|esas|estos|estas)\ (?:niñ[oa]s|padres|familias|muchach[oa]s|chic[oa]s|alumn[oa]s
                |madres)\b(?!\ (?:que|dijeron|contaron))
            |(?:falta|carencia)\ de\ {INNER}\b|(?:poca|baja|escasa)\ (?:participaci[oó]n
                |ayuda)\ (?:de\ (?:los\ padres|las\ familias)|familiar)
            |sin\ (?:ganas|motivaci[oó]n|interés|disciplina|valores)\b|con\ (?:bajo|poco)\ (?:nivel|interés
                |esfuerzo)|(?:poco|bajo)\ (?:vocabulario|nivel\ intelectual|interés|esfuerzo)\b
                |poc[oa]s?\ (?:motivaci[oó]n|inteligencia|capacidad|ganas|disciplina)\b
            |mala\ (?:actitud|crianza|conducta|educaci[oó]n\ en\ casa)\b|malos\ (?:hábitos\ en\ casa|padres)
                |hogares\ (?:rotos|disfuncionales|desintegrados)
            |familias\ (?:rotas|desintegradas)|cultura\ de\ la\ pobreza|flojera|pereza|apatía|culpa\ de\ (?:los|las
                |la|el)\ \w+|bajas?\ capacidad(?:es)?)""",
        not_after=TURNED + r"|\bno\ (?:es\ |por\ |hay\ )?(?:la\ |una\ |el\ )?$",
    ),
    Sign(
        HintKind.BLAME,
        r"""\b(?P<span>(?:Sr|Sra|Srta|Dr|Dra|Prof)\.?\ [A-ZÁÉÍÓÚÑ][\w-]+)\b
            (?!\ (?:y\ (?:la\ |el\ )?(?:Sr|Sra|Dr|Dra)\w*\.?\ \w+\ )?(?:midió|contó|observó|anotó|preguntó
                |entrevistó|registró|recogió|miró|escribió|notó|encuestó
                |compartió|dijo|contaron|contó|midieron|observaron|anotaron|informó|escuchó|graficó)\b)""",
        not_after=r"""\b(?:escuela|calle|avenida|academia|biblioteca|sala|sal[oó]n\ de\ la|sal[oó]n\ del
                |clase\ de\ la|clase\ del|grupo\ de\ la|grupo\ del)\ $""",
        case=True,
    ),
)

ASKED = r"\b(?:qué|si|cómo|quién|quiénes|cuándo|cuál|cuáles|dónde|que|lo\ que|quienes)\b[^,]*$"
SAID = r"""\b(?:dijo|dijeron|dicen|dice|contó|contaron|escribió|escribieron|escriben|respondió|respondieron|informó
                |informaron|nombró|nombraron
    |explicó|explicaron|mencionó|mencionaron|anotó|anotaron)\b"""
OPINION = (
    Sign(
        HintKind.OPINION, r"\b(?P<span>porque)\b", not_after=rf"\b(?:no|solo|sólo|no\ es|no\ fue)\ (?:\w+\ )?$|{SAID}"
    ),
    Sign(
        HintKind.OPINION,
        r"\b(?P<span>deberíamos|debería[ns]?|debemos|hay\ que|tenemos\ que)\b",
        not_after=rf"{ASKED}|{SAID}|\bno\ $",
    ),
    Sign(
        HintKind.OPINION,
        r"\b(?P<span>deben?|necesitan?|tienen?\ que)\b(?!\ (?:\d|a\b))",
        not_after=rf"""{ASKED}|{SAID}|\b(?:no|nadie|nunca|ningun[oa])\ $|\d[\w\ ]*$|\b(?:la\ mitad|la\ mayoría
                |algun[oa]s|much[oa]s)\ de\b.{{0,25}}$""",
    ),
    Sign(
        HintKind.OPINION,
        r"""\b(?P<span>creo(?:\ que)?|creemos\ que|pienso\ que|pensamos\ que|siento\ que|sentimos\ que|opino\ que
                |me\ parece(?:\ que)?|nos\ parece(?:\ que)?
            |supongo\ que|estoy\ segur[oa]\ de|seguro\ que|en\ mi\ opini[oó]n|en\ nuestra\ opini[oó]n
                |a\ mi\ (?:juicio|parecer)|todos\ saben|todo\ el\ mundo\ sabe|todos\ sabemos
            |como\ sabemos|cualquiera\ ve|es\ (?:obvio|evidente|claro|sabido)\ que|está\ claro\ que|no\ hay\ duda
                |sin\ duda(?:\ alguna)?|la\ verdad\ es\ que|francamente
            |el\ (?:verdadero|principal|mayor)\ problema\ es|la\ verdadera\ (?:causa|raz[oó]n)\ es|hoy\ en\ día
                |los\ niños\ de\ hoy)\b""",
        not_after=r"\b(?:no|si|preguntamos|casi|hasta\ que|para\ que|cuando)\ (?:\w+\ )?$",
    ),
    Sign(
        HintKind.OPINION,
        r"""\b(?P<span>obviamente|claramente|evidentemente|seguramente|probablemente|definitivamente|indudablemente
                |por\ supuesto|desde\ luego|ciertamente|lógicamente)\b""",
        not_after=rf"""\b(?:no|hablan?|hablar|escriben?|escribir|leen?|leer|ven?|ver|oyen?|oír|dicen?|decir
                |explican?|explicar|pronuncian?|marcad[oa]s?|definid[oa]s?|visible)\ (?:\w+\ )?$|{SAID}""",
    ),
)
SIGNS: tuple[Sign, ...] = (*SOLUTION, *BLAME, *OPINION)
