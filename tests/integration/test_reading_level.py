"""Help, hints, lead sentences and guides can be read by whoever reads at grade 9, in both languages."""

import re
from pathlib import Path

import pytest

from integration.catalogs import shown_texts
from integration.reading import english_syllables, grade, perspicuity, sentences, spanish_syllables, words

GUIDES = sorted((Path(__file__).parents[2] / "docs/guides").glob("*.md"))
HIGHEST_GRADE, LOWEST_PERSPICUITY = 9, 55
LONG = 8
PRINTED = {"A next step is identified (Repeat, adapt, adopt, or abandon)"}  # an item of the rubric (S1 4.2)


def long_texts(lang):
    """Texts of more than eight words: shorter ones are labels, for which no formula was made."""
    texts = {text: place for place, spoken, text in shown_texts() if spoken == lang and text not in PRINTED}
    return {text: place for text, place in texts.items() if len(words(text)) > LONG}


def prose(markdown):
    """A guide without its pictures, files, commands and programs. Each cell of a table is a paragraph."""
    text = re.sub(r"^```.*?^```$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^\|.*\|$", lambda row: row[0].replace("|", "\n\n"), text, flags=re.MULTILINE)
    return "\n".join(line for line in text.splitlines() if not line.startswith("!["))


def test_english_texts_ask_for_grade_nine_at_most():
    texts = long_texts("en")
    assert "Nothing is lost here. What was set aside can come back with its links." in texts
    assert {text: (where, grade(text)) for text, where in texts.items() if grade(text) > HIGHEST_GRADE} == {}


def test_spanish_texts_are_normal_to_read():
    texts = long_texts("es")
    assert "Aquí nada se pierde. Lo apartado puede volver con sus enlaces." in texts
    hard = {text: (where, perspicuity(text)) for text, where in texts.items() if perspicuity(text) < LOWEST_PERSPICUITY}
    assert hard == {}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_guides_ask_for_grade_nine_at_most_paragraph_by_paragraph(guide):
    paragraphs = [part for part in prose(guide.read_text()).split("\n\n") if len(words(part)) > LONG]
    assert [(part, grade(part)) for part in paragraphs if grade(part) > HIGHEST_GRADE] == []


# The measure itself


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("make", 1), ("table", 2), ("idea", 3), ("measures", 2), ("started", 2), ("asked", 1), ("students", 2),
        ("prediction", 3), ("evidence", 3), ("people", 2), ("created", 3), ("improvement", 3), ("pages", 2),
        ("whole", 1), ("question", 2), ("cycle", 2), ("something", 2), ("changes", 2), ("being", 2), ("2026-01-05", 1),
    ],
)  # fmt: skip
def test_english_syllables(word, count):
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("idea", 3), ("ciclo", 2), ("día", 2), ("estudiantes", 4), ("predicción", 3), ("línea", 3), ("guía", 2),
        ("quién", 1), ("muy", 1), ("leer", 2), ("equipo", 3), ("hoy", 1), ("ahí", 2), ("causa", 2), ("distribución", 4),
    ],
)  # fmt: skip
def test_spanish_syllables(word, count):
    assert spanish_syllables(word) == count


def test_sentences_and_words():
    assert sentences("One. Two? Three") == 3
    assert words("Room 12: %(n)s of {count}, it’s 3.5 %.") == ["room", "12", "this", "of", "this", "it’s", "3.5"]


def test_a_hard_text_is_told_from_an_easy_one():
    easy = "We ask before they think. A quiet minute comes first."
    hard = "Implementation fidelity necessitates operationalizing organizational accountability infrastructures."
    assert round(grade(easy), 1) == 1.7
    assert grade(hard) > 30
    assert perspicuity("Con una línea basta. La puede cambiar luego.") > 75
    assert perspicuity("La operacionalización institucional imposibilita determinadas transformaciones.") < 0
