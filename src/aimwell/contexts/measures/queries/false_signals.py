"""How many signals a page would show if nothing had changed at all."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from aimwell.domain.spc.false_signals import CONDITIONS, expected_on_page, reading_rate
from aimwell.domain.spc.reading import Reading
from aimwell.domain.spc.rulesets import RuleSetName
from aimwell.domain.words.conditions import TABLE as CONDITION_WORDS
from aimwell.domain.words.numbers import number_text


def expected_signals(readings: Iterable[Reading], rules: RuleSetName) -> float:
    """Over all phases of all `readings`."""
    return expected_on_page(reading_rate(rules, reading) for reading in readings)


def expected_words(readings: Iterable[Reading], rules: RuleSetName) -> str:
    number = expected_signals(readings, rules)
    if number < 0.005:
        return _("Expected false signals on this page: fewer than 0.01.")
    return _("Expected false signals on this page: about %(number)s.") % {"number": number_text(number, 2)}


def condition_words(reading: Reading, rules: RuleSetName, lang: str) -> str:
    """On which values that was measured; empty where it is exact for all."""
    chart = reading.method.chart
    return "" if (rules, chart) == ("anhoej", "run") else CONDITION_WORDS.say(CONDITIONS[chart], lang)
