"""No rule, chart or rule set is without its words."""

from __future__ import annotations

import pytest

from aimwell.domain.spc.kinds import CHART_KINDS
from aimwell.domain.spc.rulesets import RULE_SET_NAMES, RULES
from aimwell.domain.words.limits import TABLE as LIMITS
from aimwell.domain.words.methods import TABLE as METHODS
from aimwell.domain.words.rules import RUNS, WHOLE_CHART
from aimwell.domain.words.rules import TABLE as SENTENCES
from aimwell.domain.words.spc import TABLE as NAMES
from aimwell.domain.words.tables import LANGS, gaps

HARSH = ("significan", "because of", "failed", "error", "caused", "porque", "gracias a", "overdue", "!")

COUNTED = ("shift", "trend", "one_side", "steady_trend", "alternating", "within_one_sigma", "beyond_one_sigma")


def test_every_rule_has_one_sentence_and_no_other_has():
    assert set(SENTENCES.entries) == set(RULES)
    assert set(RULES) >= RUNS | WHOLE_CHART


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_names_its_own_number(rule):
    numbers = {5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
    points = int(rule.settings.get("points", 0))
    said = SENTENCES.say(rule.name, "en")
    if rule.test in (
        "shift",
        "trend",
        "one_side",
        "steady_trend",
        "alternating",
        "within_one_sigma",
        "beyond_one_sigma",
    ):
        assert said.startswith(numbers.get(points, str(points)))
    else:
        assert "or more points" not in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("chart", CHART_KINDS)
def test_every_chart_has_its_words(chart, lang):
    assert NAMES.say(f"chart.{chart}", lang)
    for table, key in ((NAMES, "shows"), (NAMES, "when"), (METHODS, "formula")):
        assert table.say(f"{key}.{chart}", lang).endswith(".")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rule_set", RULE_SET_NAMES)
def test_every_rule_set_has_its_words(rule_set, lang):
    assert NAMES.say(f"rules.{rule_set}", lang)
    assert NAMES.say(f"rules_when.{rule_set}", lang).endswith(".")


@pytest.mark.parametrize("table", [LIMITS, METHODS, NAMES, SENTENCES], ids=lambda table: table.name)
def test_words_are_whole_and_plain(table):
    assert gaps(table) == []
    texts = [str(text).lower() for entry in table.entries.values() for text in entry.values()]
    assert [text for text in texts if any(word in text for word in HARSH)] == []
