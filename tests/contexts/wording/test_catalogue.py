"""Every text of the product can take local words, of either gender, without a small word beside them going wrong."""

import re

import pytest

from aimwell.domain.words.other_senses import OTHER_SENSES
from aimwell.domain.words.speech import in_local_words, speech_of, spoken
from aimwell.domain.words.tables import all_tables
from aimwell.domain.words.terms import TERMS
from integration.catalogs import apps, catalog

NOUNS = [term for term in TERMS.values() if not term.is_stage]
WRONG = {
    "f": "el|un|del|al|este|ese|otro|ningún|algún|nuestro|primer|todo|los|unos|estos|esos|otros|nuestros|todos",
    "m": "la|una|esta|esa|otra|ninguna|alguna|nuestra|primera|toda|las|unas|estas|esas|otras|nuestras|todas",
}


def texts():
    """(English source, English, Spanish) of everything that pages, mail and files say."""
    for app in apps():
        for entry in catalog(app):
            if entry.id:
                ids = entry.id if isinstance(entry.id, tuple) else (entry.id, entry.id)
                said = entry.string if isinstance(entry.string, tuple) else (entry.string, entry.string)
                yield from ((ids[0], one, other) for one, other in zip(ids, said, strict=True))
    for table in all_tables():
        for entry in table.entries.values():
            pairs = [text if isinstance(text, tuple) else (text, text) for text in (entry["en"], entry["es"])]
            yield from ((pairs[0][0], one, other) for one, other in zip(*pairs, strict=True))


ALL = sorted(set(texts()))


@pytest.mark.ac("S4 R-61")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_text_keeps_an_old_noun(lang):
    words = {term.key: {"en": ["zed", "zeds"], "es": ["zeta", "zetas", term.es.gender]} for term in NOUNS}
    forms = [form for term in NOUNS for form in (term.house(lang).one, term.house(lang).many)]
    old = re.compile(rf"(?<![\w{{(])(?<!might )({'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
    with spoken(speech_of(words)):
        told = [in_local_words(text[1 if lang == "en" else 2], lang, text[0]) for text in ALL]
    left = {text[0] for text, said in zip(ALL, told, strict=True) if old.search(said)}
    assert left - OTHER_SENSES == set()


@pytest.mark.parametrize("gender", ["f", "m"])
def test_small_words_agree_with_a_word_of_the_other_gender(gender):
    words = {term.key: {"es": ["zeta", "zetas", gender]} for term in NOUNS}
    bad = re.compile(rf"\b(?:{WRONG[gender]}) zetas?\b", re.IGNORECASE)
    with spoken(speech_of(words)):
        told = [in_local_words(spanish, "es", source) for source, _english, spanish in ALL]
    assert [text for text in told if bad.search(text)] == []


def test_what_has_another_sense_is_really_said():
    assert OTHER_SENSES - {source for source, _english, _spanish in ALL} == set()
