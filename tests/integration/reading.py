"""How hard a text is to read, in English and Spanish.

English: the grade of Kincaid, Fishburne, Rogers and Chissom (1975): 0.39 words per sentence + 11.8 syllables per word
- 15.59. Spanish: the perspicuity of Szigriszt-Pazos (1993): 206.835 - 62.3 syllables per word - words per sentence;
55 and above is "normal" on the INFLESZ scale of Barrio-Cantalejo and others (2008).

Syllables are counted by rule, without a dictionary: groups of vowels, less the silent e of English (Flesch 1948); in
Spanish two strong vowels, or a weak one with an accent, make two syllables (RAE, Ortografía 2010, 3.4).
"""

from __future__ import annotations

import re
from typing import Literal

Lang = Literal["en", "es"]
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d(?:[\d.,:-]*\d)?")
SENTENCE = re.compile(r"[.?!…]+[”\"’)]*(?=\s|$)|\n\s*\n")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{[^}]*\}")
ENGLISH_GROUP = re.compile(r"[aeiouy]+")
SPLIT = re.compile(r"i(?:a|u[ms])|(?<![tscg])io(?!u)|(?<![qg])ua|eo(?!u|pl)|[aeiouy]ing|creat|(?<=sc|qu)ie|[aeiou]\wea")
SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouy]es$|[^aeiouytd]ed$|[^aeiouy]e(?=ment|ful|ly|less)|some(?=[tobw])"
)
VOICED = re.compile(r"(?:[cgsxz]|ch|sh)es$|[^aeiouy]le[sd]$")
SPANISH_GROUP = re.compile(r"[aeiouáéíóúü]+")
HIATUS = re.compile(r"(?<=[aeoáéó])(?=[aeoáéóíú])|(?<=[íú])(?=[aeoáéó])")


def words(text: str) -> list[str]:
    return WORD.findall(PLACEHOLDER.sub("this", text).lower())


def sentences(text: str) -> int:
    return max(1, sum(bool(words(part)) for part in SENTENCE.split(PLACEHOLDER.sub("this", text))))


def english_syllables(word: str) -> int:
    if word[0].isdigit():
        return 1
    groups = len(ENGLISH_GROUP.findall(word)) + len(SPLIT.findall(word))
    return max(1, groups - len(SILENT.findall(word)) + len(VOICED.findall(word)))


def spanish_syllables(word: str) -> int:
    if word[0].isdigit():
        return 1
    plain = re.sub(r"y$", "i", re.sub(r"(?<=[qg])u(?=[eiéí])", "", word))
    return max(1, sum(1 + len(HIATUS.findall(group)) for group in SPANISH_GROUP.findall(plain)))


def grade(text: str) -> float:
    """The school grade of an English text."""
    found = words(text)
    syllables = sum(english_syllables(word) for word in found)
    return 0.39 * len(found) / sentences(text) + 11.8 * syllables / len(found) - 15.59


def perspicuity(text: str) -> float:
    """The ease of a Spanish text, about 0 to 100; 55 and above is normal."""
    found = words(text)
    syllables = sum(spanish_syllables(word) for word in found)
    return 206.835 - 62.3 * syllables / len(found) - len(found) / sentences(text)
