"""Signs in English. Phrases that they must catch and must leave alone stand in tests/domain/theory/hint_phrases.py."""

from aimwell.domain.theory.hints.signs import HintKind, Sign, any_of

END = r"(?=\s*(?:$|[.,;:!?)]|because\b|and\b|or\b|so\b|about\b|when\b|at\ (?:home|school)\b|in\ (?:class|school)\b))"
NOT = r"(?:\ not|n['’]t)"
COUNTED = r"\d\s*(?:%|percent)|\b\d+\ (?:out\ )?of\ (?:the\ |our\ )?\d+"
TURNED = r"""\b(?:not|isn['’]t|wasn['’]t|n['’]t)\ (?:that|because|true\ that|saying|say|mean|believe|think|assume
                |find)\b
    |\b(?:nobody|no\ one|none\ of\ us|never)\ (?:says?|said|thinks?|thought|believes?|believed|called)\b
    |\b(?:stop|stopped|instead\ of|rather\ than)\ (?:saying|thinking|blaming|calling|labell?ing)\b"""

RESOURCE = any_of(
    r"""programs? programmes? curricul(?:um|ums|a) coach(?:es|ing)? tutors? tutoring trainings? workshops? aides?
    assistants? staff staffing counselors? specialists? interventionists? paraprofessionals? substitutes? mentors?
    mentoring software apps? platforms? tablets? laptops? chromebooks? computers? ipads? devices? smartboards?
    books? textbooks? materials workbooks? manipulatives funding money budget grants? technology interventions?
    policy policies incentives? rewards? library librarian librarians bus(?:es)? transportation pd
    professional_development periods? blocks? class(?:es)? lessons? courses? kits? teachers? nurses?
    social_workers? psychologists? security_guards? cameras? system systems protocols? dashboards? newsletters?
    resources? equipment supplies planning_time after-school_clubs? clubs? detentions? liaisons?
    common_assessments? rubrics contracts? licen[cs]es? subscriptions? assemblies assembly academy academies"""
)
LACK = rf"""(?:lack(?:s|ed|ing)?(?:\ of)?|shortage\ of|absence\ of|short\ (?:on|of)|(?:do|does
                |did){NOT}\ have(?:\ enough)?
    |have(?:n['’]t|\ not)?\ (?:no|got|any|enough)|has\ no|having\ no|there\ (?:is|are|was|were)\ (?:no|not\ enough
                |too\ few)
    |there(?:\ is|\ are)?{NOT}\ enough|not\ enough|too\ few|insufficient|no|without|missing
    |not\ having|need\ for|(?:not|n['’]t)\ (?:been\ )?(?:given|getting|received|offered|provided)\ (?:enough|any)
    |needs?(?:\ to\ (?:buy|hire|get|have))?|want|could\ use|wish\ we\ had|should\ (?:buy|hire|get|have))"""
BETWEEN = r"(?:access\ to\ )?(?:(?!(?:to|in|of|for|from|on|that|who|when|one|two)\b(?!-))[\w'’-]+\ ){0,3}?"
FOR_WHOM = r"(?:\ (?:for|to|in)\ (?:every|each|all|our|the)\ [\w'’-]+)?"
ADOPT = any_of(
    r"""adopt adopting implement implementing purchase purchasing buy buying hire hiring introduce introducing install
    installing roll_out rolling_out launch launching fund funding switch_to switching_to bring_in bringing_in
    set_up mandate mandating create creating establish establishing require requiring provide providing train
    training offer offering invest_in investing_in"""
)
PUT_IN = any_of(
    r"""adopt implement purchase buy hire introduce install roll_out launch fund switch_to bring_in mandate invest_in"""
)
AS_USED = r"""\b(?:policy|law|state|district|contract|grant)\ (?:says?|requires?)|\basked\b|\bwhether\b
    |\b(?:cost|price|plan|vote|decision|meeting|law)\b.{0,20}$"""

SOLUTION = (
    Sign(
        HintKind.SOLUTION,
        rf"\b{LACK}\ (?P<span>{BETWEEN}{RESOURCE}\b(?![-’']|\ (?:was|were)\ \w){FOR_WHOM})",
        not_after=rf"""\b(?:no|not\ a|any|never\ a)\ (?:lack|shortage|absence)\ of\ $|\bwhether\b|\b(?:do|does
                |did){NOT}\ need\ $
            |\bare\ not\ $|\bwith\ or\ without\ |{COUNTED}""",
    ),
    Sign(
        HintKind.SOLUTION,
        rf"""\b(?:(?:we|they|teachers|schools?|the\ (?:school|district)|everyone|students)\ )?
            (?:(?:just|really|all)\ )?(?:needs?\ to|have\ to|has\ to|must|should|ought\ to|want\ to|could\ just
                |let['’]?s)
            \ (?:(?:just|also|all|finally|simply)\ )?(?P<span>{ADOPT}\ [\w'’-]+)""",
        not_after=AS_USED,
    ),
    Sign(HintKind.SOLUTION, rf"(?:^|[.!?;]\s+|\n)\s*(?P<span>{PUT_IN}\ [\w'’-]+)"),
    Sign(
        HintKind.SOLUTION,
        r"""(?:^|[.!?;]\s+)(?P<span>(?:by\ )?\w+ing\ (?:an?|more|new|the)\ .{2,40}\ (?:would
                |will|could)\ (?:help|fix|solve))\b""",
    ),
    Sign(
        HintKind.SOLUTION,
        r"""\b(?P<span>(?:the|our|a|best|only|real)\ (?:solution|answer|fix)\ (?:is|would\ be)\b
            |(?:would|will|could)\ (?:fix|solve)\ (?:it|this|that|the|our|everything)\b
            |if\ (?:only\ )?we\ (?:only\ |just\ )?had\b|all\ we\ need\ is\b)""",
        not_after=r"\b(?:students?|pupils?|kids|children|they)\ (?:think|thought|said|say|wait|check|ask)",
    ),
)

PEOPLE = any_of(
    r"""students? kids? child(?:ren)? learners? pupils? teachers? educators? parents? famil(?:y|ies) boys? girls?
    staff principals? mothers? fathers? moms? dads? they colleagues? graders? seniors freshmen teens? teenagers?
    guardians? caregivers? administrators? aides? substitutes? counselors? communit(?:y|ies) readers? homes?"""
)
TRAIT = any_of(
    r"""lazy unmotivated shy careless disrespectful uncaring indifferent disengaged apathetic incapable unwilling
    stubborn resistant uninterested disinterested irresponsible uncooperative ungrateful undisciplined uninvolved
    unsupportive incompetent rude spoiled immature defiant neglectful hopeless stupid dumb dysfunctional unruly
    entitled lousy unteachable unreliable unprepared lacking checked_out set_in_their_ways low-ability low_ability
    not_(?:motivated|interested|smart|trying|supportive|involved|committed|capable)"""
)
FROM = r"(?:\ (?:here|today|now|who))?(?:\ (?:in|of|from|at|on)\ (?:(?:the|this|our|my|that)\ )?(?:\w+\ )?[\w-]+)?"
EITHER_WAY = any_of(r"slow weak low bad difficult negative needy absent poor to_blame")
SO = r"(?:(?:just|simply|so|too|very|really|all|always|often|mostly|pretty|basically)\ )*"
BE = r"(?:are|is|were|was|seem|seems|aren['’]t|isn['’]t|['’]re)"
INNER = any_of(
    r"""motivation effort discipline grit work_ethic ambition drive respect responsibility initiative self-control
    self-discipline interest parenting commitment intelligence upbringing curiosity perseverance resilience
    (?:parent(?:al)?|family|home|parents[’'])_(?:involvement|support|engagement|interest|care)
    (?:involvement|support|interest|help)_(?:from|by|of)_(?:the_)?(?:parents|families|home)
    (?:support|help|discipline|structure|books)_at_home buy-in"""
)
DONT = rf"(?:do(?:es)?{NOT}|did{NOT}|will{NOT}|won['’]t|never|can['’]?t|cannot)"
WILL = rf"""(?:care|value|bother|respect|behave|cooperate|try\b{END}|try\ (?:hard|to|their)|apply\ themselves
                |put\ in|make\ (?:an|the|any)\ effort
    |take\ (?:it|school|learning|anything|responsibility)|pay\ attention|follow\ through|follow\ (?:rules
                |directions)
    |work\ hard|want\b{END}|want\ to\ (?:learn|work|try|be|change|help|come|participate|improve|do|study)
    |listen\b{END}|listen\ to\ (?:us|teachers|adults|anyone|me|directions|instructions|feedback)
    |think\b{END}|think\ (?:before|ahead|for\ themselves)|learn\b{END}|learn\ (?:anything|from)
    |(?:support|help)\b{END}|(?:support|help)\ (?:their|us|the\ school|with\ homework|learning)
    |do\ (?:their|the|any)\ (?:homework|work|reading|best|job|part)|show\ up|answers?\ (?:the\ phone|calls|e-?mails
                |us)|discipline\ their
    |return\ (?:calls|e-?mails)|read\ to\ their|see\ the\ point\ of|have\ (?:any\ |the\ |enough\ )?{INNER})"""

BLAME = (
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>(?:{TRAIT}|{EITHER_WAY})\ (?:and\ [\w-]+\ )?{PEOPLE}\b
            |{PEOPLE}{FROM}\ {BE}\ {SO}{TRAIT}\b
            |{PEOPLE}\ {BE}\ {SO}{EITHER_WAY}{END})""",
        not_after=TURNED,
    ),
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>{PEOPLE}{FROM}\ {SO}{DONT}\ (?:even\ |really\ |ever\ |be\ bothered\ to\ |seem\ to
                \ |even\ want\ to\ )*{WILL})""",
        not_after=TURNED,
        not_in=COUNTED,
    ),
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>{PEOPLE}\ (?:(?:just|simply|always|often|easily)\ )*(?:give\ up\ (?:too\ )?(?:easily
                |quickly|fast)|make\ excuses|makes\ excuses
            |choose\ not\ to|refuse[sd]?\ to|would\ rather|only\ care\ about|expect\ (?:us|everything|others)
                |lacks?\ (?:any\ |the\ )?(?:{INNER}|vocabulary)
            |have\ (?:no|little|zero|poor)\ {INNER}|has\ (?:no|little|zero|poor)\ {INNER}
            |come\ (?:in\ |to\ us\ )?(?:so\ |too\ )?low|resist\ (?:all|any|every|change|new)|get\ defensive
                |are\ the\ problem))""",
        not_after=TURNED,
    ),
    Sign(
        HintKind.BLAME,
        rf"""\b(?P<span>(?:those|these)\ (?:kids|children|parents|families|people|boys|girls)\b(?!\ (?:who|whose
                |told|said))
            |(?:lack|absence)\ of\ (?:[\w’'-]+\ )?{INNER}\b|(?:no|zero)\ (?:work\ ethic|motivation|ambition
                |discipline|self-control|respect|drive)\b
            |(?:low|poor|little|weak)\ (?:parent(?:al)?|family)\ (?:involvement|support|engagement|interest)\b
                |single[-\ ]parent\ (?:homes?|families|households?)
            |(?:poor|bad|low|weak|negative)\ (?:attitudes?|parenting|work\ ethic|motivation|behavior|home\ li(?:fe
                |ves)|upbringing|ability|intelligence
                |vocabulary|values|character|self-control)\b
            |broken\ (?:homes?|families)|culture\ of\ poverty|laziness|apathy|incompetence|bad\ apples?
            |(?:parents?|teachers?|students?|families|kids)[’']s?\ fault|fault\ of\ the\ [\w-]+)""",
        not_after=TURNED + r"|\b(?:not|no)\ (?:an?\ |the\ )?$|\b(?:isn['’]t|never)\ (?:a\ |the\ )?$",
    ),
    Sign(
        HintKind.BLAME,
        r"""\b(?P<span>(?:Mr|Mrs|Ms|Mx|Miss|Dr)\.?\ [A-Z](?:[\w-]|['’](?!s\b))+)\b
            (?!['’]s\ (?:room|class|notes|tally|count|lesson|lessons|log)\b
            |\ (?:and\ (?:Mr|Mrs|Ms|Mx|Dr)\.?\ \w+\ )?(?:timed|counted|observed|tallied|asked|interviewed|recorded
                |collected|watched|wrote|noted|measured
                |surveyed|shared|said|told|reported|listened|sorted|graphed|and\ I)\b
            |\ (?:\w+\ )?(?:Elementary|Middle|High|School|Academy|Street|Avenue|Hall|Center|Library|Day|Park|Jr)\b)""",
        case=True,
    ),
)

ASKED = r"\b(?:what|whether|if|how|who|when|which|where|that|why)\b[^,]*$"
SAID = r"""\b(?:said|says?|told|wrote|writes?|reported|reports?|answered|answers?|named|explained|gave|mentioned
                |stated|noted
    |report|write)\b"""
OPINION = (
    Sign(
        HintKind.OPINION,
        r"\b(?P<span>because)\b(?!\ is\b)",
        not_after=rf"\b(?:not|just|only|n['’]t|it\ (?:is|was)\ not)\ (?:\w+\ )?$|{SAID}",
        not_in=r"\bn['’]t\ because\b|\b(?:is|was|are|were|do|does)\ not\ .{0,30}because\ of\b",
    ),
    Sign(
        HintKind.OPINION,
        rf"\b(?P<span>should(?:{NOT})?|ought\ to)\b",
        not_after=rf"{ASKED}|{SAID}|\b(?:than|as)\ (?:it|they)\ $",
    ),
    Sign(
        HintKind.OPINION,
        r"\b(?P<span>needs?\ to)\b",
        not_after=rf"""{ASKED}|{SAID}|\b(?:not|n['’]t|no|never|who|nobody|no\ one|the|a)\ $|\d[\w ]*$|\b(?:most
                |some|half|many)\ of\ .{{0,20}}$""",
    ),
    Sign(
        HintKind.OPINION,
        r"""\b(?P<span>must)\b(?=\ (?:(?:all|just|really|first|also)\ )?(?:be\ (?:changed|fixed|held|given|taught
                |made|more|less|better|willing)|learn|try|do|stop|change|take|work|care|improve|fix|start
            |realize|understand|teach|raise|accept|get|have|know|think|become|insist|hold|push|make|want))""",
        not_after=rf"{ASKED}|{SAID}|\d[\w ]*$",
    ),
    Sign(
        HintKind.OPINION,
        r"""\b(?P<span>I\ (?:(?:just|really|strongly|personally|do)\ )?(?:think|feel|believe|bet|guess|suspect
                |am\ sure|know\ that)
            |we\ (?:(?:all|just|really|strongly|do)\ )?(?:feel|believe|think|suspect|know\ that
                |all\ know)(?!\ (?:aloud|about|together|of)\b)|I['’]m\ (?:sure|convinced)|in\ (?:my
                |our)\ (?:opinion|view|experience)
            |everyone\ knows|everybody\ knows|we\ all\ know|as\ we\ know|anyone\ can\ see|it\ is\ (?:clear|obvious
                |well\ known|common\ sense)(?:\ that)?
            |it['’]s\ (?:clear|obvious|common\ sense)(?:\ that)?|no\ doubt|there\ is\ no\ question|if\ you\ ask\ me
                |to\ be\ honest
            |the\ (?:real|true|main|biggest)\ (?:problem|issue|reason|culprit)\ is|it\ (?:seems|feels)\ like
                |kids\ these\ days|nowadays|the\ best\ way\ to)\b""",
        not_after=r"""\b(?:not|whether|if|asked|hardly|nearly|almost|until|so\ that|that|when|what|how
                |before)\ (?:\w+\ ){0,1}$""",
    ),
    Sign(
        HintKind.OPINION,
        r"""\b(?P<span>obviously|undoubtedly|surely|probably|of\ course|definitely|certainly|honestly|frankly
                |apparently)\b""",
        not_after=rf"\b(?:not|n['’]t)\ $|{SAID}",
    ),
    Sign(HintKind.OPINION, r"(?:^|[.!?;,]\s+)(?P<span>clearly)\b(?!\ \w+ed\b)"),
    Sign(
        HintKind.OPINION,
        r"""\b(?:is|are|was|were|has|have|it|they|students|teachers|families|we)\ (?P<span>clearly)
            \ (?!marked|posted|labell?ed|written|printed|stated|visible|audible|heard|seen|shown|defined|explained
                |displayed|enough)""",
        not_after=SAID,
    ),
)
SIGNS: tuple[Sign, ...] = (*SOLUTION, *BLAME, *OPINION)
