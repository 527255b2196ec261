"""The tone of voice, as far as single words show it: no cheer, no alarm, no claim of cause, no traffic lights."""

import re

import pytest

from integration.catalogs import shown_texts

UNWANTED = {
    "en": {
        "exclamation": r"!",
        "begging": r"\bplease\b|\bsorry\b|\boops\b",
        "alarm": r"\berrors?\b|\bfail\w*|\boverdue\b|\binvalid\b|\bwarning\b",
        "praise": r"\bcongrat\w*|\bgreat\b|\bwell done\b|\bawesome\b|\bgood job\b",
        "statistics as verdict": r"\bsignificant\w*|\bprove[sdn]?\b",
        "claim of cause": r"\b(?:caused|improved|explained) by\b|\b(?:led|thanks) to\b|\bresulted in\b|\bbecause of\b",
        "traffic light": r"\b(?:red|green)\b",
        "ranking": r"\brank\w*|\bscores?\b|\bleader ?boards?\b|\bbest team\b|\bworst\b",
    },
    "es": {
        "exclamation": r"[!¡]",
        "begging": r"\bpor favor\b|\blo sentimos\b|\bdisculp\w+",
        "alarm": r"\berror(?:es)?\b|\bfall[óoa]\w*|\b(?:fracas|inválid|advert)\w+|\b(?:vencid|atrasad)[oa]s?\b",
        "praise": r"\bfelici\w+|\bexcelente\b|\bbuen trabajo\b",
        "statistics as verdict": r"\bsignificativ\w+|\bdemuestra\w*",
        "claim of cause": r"\bcausad[oa]s? por\b|\bgracias al?\b|\bdebido al?\b|\bmejor[óo] por\b|\ba raíz del?\b",
        "traffic light": r"\broj[oa]s?\b|\bverdes?\b",
        "ranking": r"\bpuntaj\w+|\bclasificaci\w+|\bel peor\b|\bla peor\b",
        "to students only": r"\btú\b|\btus?\b|\bhaz\b|\bvosotros\b|\bvuestr\w+",
    },
}

# The words, and why they may stand.
ALLOWED = {
    "How one cycle led to the next": "one test leads to the next by the team's own decision; no result is explained",
    "See how one led to the next": "the same",
    "Changed because of cycle 3.": "the team says why it changed its own plan (mockups, string 19)",
    "Cambió a raíz del ciclo 3.": "the same in Spanish",
    "Day first, because of {forced}. One date read.": "why a date was read in one way; a fact of the file",
    "Day first, because of {forced}. {count} dates read.": "the same",
    "Any failures, errors or surprises are noted": "an item of the rubric as it was printed (S1 4.2)",
    "Se anota lo que no resultó, los errores o las sorpresas, si los hubo": "the same in Spanish",
    "Does the quality of the PDSAs improve over time? Do the scores improve or at least stay the same?": "S1 4.1",
}


def found(lang, pattern):
    return [
        (where, text)
        for where, spoken, text in shown_texts()
        if spoken == lang and text not in ALLOWED and re.search(pattern, text, re.IGNORECASE)
    ]


@pytest.mark.parametrize(("lang", "kind"), [(lang, kind) for lang, kinds in UNWANTED.items() for kind in kinds])
def test_no_text_has_a_word_of_this_kind(lang, kind):
    assert found(lang, UNWANTED[lang][kind]) == []


@pytest.mark.parametrize(
    ("lang", "kind", "text"),
    [
        ("en", "exclamation", "Saved!"),
        ("en", "alarm", "The upload failed."),
        ("en", "claim of cause", "The rise was caused by cycle 2."),
        ("en", "traffic light", "Goals in red need work."),
        ("es", "alarm", "Hubo un error."),
        ("es", "claim of cause", "Subió gracias al ciclo 2."),
        ("es", "to students only", "Escribe tu nombre."),
    ],
)
def test_the_patterns_find_what_they_look_for(lang, kind, text):
    assert re.search(UNWANTED[lang][kind], text, re.IGNORECASE)


def test_every_exception_is_still_needed():
    said = {text for _, _, text in shown_texts()}
    assert [text for text in ALLOWED if text not in said] == []


def test_per_cent_signs_stand_after_a_space_that_does_not_break():
    """ "34 %" has a no-break space (U+00A0); a sign that belongs to a placeholder is left alone."""
    assert [(where, text) for where, _, text in shown_texts() if re.search(r"[\d}] ?%(?![(sd%])", text)] == []
