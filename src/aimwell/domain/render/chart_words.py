"""Words for limits and for rule sets: what was found, between what ordinary points lie, how often chance rings."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.domain.render.chart_limits import has_limits, only_height
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.render.numbers import Voice
from aimwell.domain.spc.false_signals import CONDITIONS, rate
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.reading import PhaseReading, Reading, ReadingPoint, Signal
from aimwell.domain.spc.rulesets import RULE_SETS, RuleSetName, rules_for
from aimwell.domain.words.conditions import TABLE as MEASURED_ON
from aimwell.domain.words.limits import TABLE
from aimwell.domain.words.numbers import count_word
from aimwell.domain.words.rules import RUNS, WHOLE_CHART
from aimwell.domain.words.rules import TABLE as RULES
from aimwell.domain.words.spc import TABLE as NAMES

ANHOEJ = frozenset({"long_run", "few_crossings"})
SPREAD = ("i", "ip", "xbar", "pp", "up")
"""Charts whose limits take their width from how the points differ, not from the line alone."""
TRAVELLING = ("trend_5", "trend_6", "trend_7")
"""Rules whose side says where the points go, not where they lie."""


def rule_set_of(reading: Reading) -> RuleSetName:
    return next(name for name in RULE_SETS if name == reading.method.rule)


def by_anhoej(reading: Reading) -> bool:
    return reading.method.rule == "anhoej"


def spoken_signals(reading: Reading) -> list[Signal]:
    """In time. What has sentences of its own is not among them: the shift, and Anhoej's runs and crossings."""
    told = ANHOEJ if by_anhoej(reading) else RUNS if reading.shift is not None else frozenset()
    found = [signal for phase in reading.phases for signal in phase.signals if signal.rule not in told]
    return sorted(found, key=lambda signal: (signal.last, signal.rule not in WHOLE_CHART))


@dataclass(frozen=True, slots=True)
class LimitSpeaker:
    """Sentences on limits and rules of one reading in one language; empty where there is nothing to say."""

    reading: Reading
    voice: Voice
    lang: str

    def say(self, key: str, **params: object) -> str:
        return TABLE.say(key, self.lang, **params)

    def by_period(self, key: str, **params: object) -> str:
        text = self.say(f"{key}.{self.reading.period}", **params)
        return text[:1].upper() + text[1:]

    def count(self, n: int) -> str:
        return count_word(n, self.lang)

    def found(self) -> str:
        """The latest signal, and how many there are beside it."""
        signals = spoken_signals(self.reading)
        if not signals:
            return ""
        text = self._signal(signals[-1])
        more = len(signals) - 1
        return f"{text} {self.say('more', n=more, count=self.count(more))}" if more else text

    def _signal(self, signal: Signal) -> str:
        what = RULES.say(signal.rule, self.lang)
        if signal.rule in WHOLE_CHART:
            return self.say("whole", what=what)
        aspect = "travel" if signal.rule in TRAVELLING else "side"
        side = self.say(f"{aspect}.{signal.side}") if signal.side else ""
        if signal.first == signal.last:
            return self.say("one", when=self.voice.when(signal.last), what=what, side=side)
        first, last = self.voice.date(signal.first), self.voice.date(signal.last)
        return self.say("many", first=first, last=last, what=what, side=side)

    def finding(self) -> str:
        signals = spoken_signals(self.reading)
        if not signals:
            return ""
        what = RULES.say(signals[-1].rule, self.lang)
        key = "find_signals" if len(signals) > 1 else "find_signal"
        text = self.say(key, what=what, count=self.count(len(signals)))
        return text[:1].upper() + text[1:]

    def quiet(self) -> str:
        return self.by_period("quiet", line=self.voice.line)

    def limits(self) -> str:
        """Between what ordinary points lie, or why nobody can say."""
        reading = self.reading
        if reading.last is None:
            return ""
        if reading.method.no_limits:
            return self.say(f"no_limits.{reading.method.no_limits}")
        limited = [point for point in reading.points if point.upper is not None]
        if not limited:
            return ""
        phase = reading.phases[limited[-1].phase]
        trial = f" {self.by_period('trial', count=self.count(phase.n_baseline))}" if phase.trial else ""
        return self._between(limited[-1], phase) + trial

    def _between(self, point: ReadingPoint, phase: PhaseReading) -> str:
        row = [one for one in self.reading.points if one.phase == phase.index]
        vary = only_height(row, lambda one: one.upper) is None
        high = self.voice.centre(point.upper or 0.0)
        if not point.lower:
            return self.say("up_to_vary", high=high) if vary else self.by_period("up_to", high=high)
        low = self.voice.centre(point.lower)
        if vary:
            return self.say("between_vary", low=low, high=high)
        return self.by_period("between", low=low, high=high)

    def rule(self) -> str:
        """The rules that were read, by name. For Anhoej's set only what limits add to it."""
        reading = self.reading
        kind = KINDS[reading.method.chart]
        if not kind.runs:
            return self.say("no_rules")
        if by_anhoej(reading):
            return self.say("or_outside", what=RULES.say("outside", self.lang)) if has_limits(reading) else ""
        found = rules_for(rule_set_of(reading), with_limits=kind.with_limits)
        listed = "; ".join(RULES.say(rule.name, self.lang) for rule in found)
        return self.say("rules", name=NAMES.say(f"rules.{reading.method.rule}", self.lang), list=listed)

    def rings(self, n_points: int) -> str:
        """How often chance alone gives a signal on as many points, and where that was measured."""
        method = self.reading.method
        times = round(rate(rule_set_of(self.reading), method.chart, n_points) * 100)
        key = "rings" if times else "rings_rarely"
        text = self.by_period(key, count=self.count(n_points), times=times)
        return f"{text} {MEASURED_ON.say(CONDITIONS[method.chart], self.lang)}"

    def notes(self) -> list[str]:
        reading, method = self.reading, self.reading.method
        found = []
        if method.screened:
            said = self.say("screened", n=method.screened, count=self.count(method.screened))
            found.append(said[:1].upper() + said[1:])
        if method.centre == "given":
            found.append(self.say("given"))
        if method.centre == "last_year" and method.chart in SPREAD and has_limits(reading):
            found.append(self.say("last_year"))
        if method.centre == "mean" and reading.phases and reading.phases[-1].frozen:
            found.append(self.say("kept", count=self.count(reading.phases[-1].n_baseline)))
        return found

    def key(self) -> list[tuple[str, str]]:
        """Marks and words for what the chart shows beyond a run chart."""
        reading = self.reading
        tones = dict.fromkeys(tone_of(point, reading) for point in reading.points)
        found: list[tuple[str, str]] = [(tone, self.say(f"key.{tone}")) for tone in tones if tone]
        if has_limits(reading):
            found.append(("limits", self.say("key.limits")))
            if any(phase.trial for phase in reading.phases):
                found.append(("trial", self.say("key.trial")))
        if any(point.excluded and point.value is not None for point in reading.points):
            found.append(("out", self.say("key.out")))
        return found
