"""A reading in words: what was found, how we can tell, what it does not say."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.domain.calendar.years import LastYear
from aimwell.domain.render.chart_limits import has_limits
from aimwell.domain.render.chart_tones import good_way
from aimwell.domain.render.chart_words import LimitSpeaker, by_anhoej, spoken_signals
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.spc.false_signals import run_rate
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.rates import false_run_rate
from aimwell.domain.spc.reading import ENOUGH_USEFUL, PhaseReading, Reading, Shift
from aimwell.domain.words.numbers import count_word, one_in, value_text
from aimwell.domain.words.readings import TABLE
from aimwell.domain.words.spc import TABLE as NAMES


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One piece of the sentence under the chart.

    `mark`: toward, away, neutral, open, limits, trial, out, band or empty.
    """

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """`latest` is set strong before `sentences[1:]`; `one_line` is for lists; `finding` can be a title.

    `shows`: what such a chart shows at all. `sentences`: three at most, the first of them `latest`.
    """

    finding: str
    latest: str
    one_line: str
    sentences: tuple[str, ...]
    rule: str
    how_we_can_tell: str
    what_it_does_not_say: str
    notes: tuple[str, ...]
    direction: str
    key: tuple[KeyPart, ...]
    alt: str
    shows: str


def reading_words(reading: Reading, lang: str) -> ReadingWords:
    """The words of a reading in English or Spanish. The same reading always gives the same words."""
    speaker = _Speaker(reading, voice_for(reading, lang), lang)
    latest, found, middle = speaker.latest(), speaker.found(), speaker.middle()
    sentences = tuple(text for text in (latest, found, middle) if text)
    return ReadingWords(
        finding=speaker.finding(),
        latest=latest,
        one_line=" ".join(text for text in (latest, found) if text),
        sentences=sentences,
        rule=speaker.rule(),
        how_we_can_tell=speaker.how(),
        what_it_does_not_say=speaker.not_said(),
        notes=speaker.notes(),
        direction=TABLE.say(way, lang, line="") if (way := good_way(reading)) else "",
        key=speaker.key(),
        alt=speaker.alt(found, middle),
        shows=speaker.shows(),
    )


def reading_alt(reading: Reading, lang: str) -> str:
    """`ReadingWords.alt` alone, for a drawing."""
    speaker = _Speaker(reading, voice_for(reading, lang), lang)
    return speaker.alt(speaker.found(), speaker.middle())


def early(reading: Reading) -> bool:
    """Too few values for the rules to speak."""
    return reading.points_wanted > 0


@dataclass(frozen=True, slots=True)
class _Speaker:
    reading: Reading
    voice: Voice
    lang: str

    @property
    def limits(self) -> LimitSpeaker:
        return LimitSpeaker(self.reading, self.voice, self.lang)

    def say(self, key: str, **params: object) -> str:
        return TABLE.say(key, self.lang, line=self.voice.line, **params)

    def by_period(self, key: str, **params: object) -> str:
        text = self.say(f"{key}.{self.reading.period}", **params)
        return text[:1].upper() + text[1:]

    def count(self, n: int) -> str:
        return count_word(n, self.lang)

    def latest(self) -> str:
        last = self.reading.last
        if last is None:
            return ""
        return self.say("latest", when=self.voice.when(last.on), value=self.voice.full(last))

    def found(self) -> str:
        reading = self.reading
        if reading.last is None:
            return self.say("empty")
        signals = self.limits.found()
        if reading.shift is not None:
            return " ".join(text for text in (self.shift(reading.shift), signals) if text)
        if signals:
            return signals
        if early(reading):
            more = reading.points_wanted
            text = self.by_period("more", n=more, count=self.count(more))
            return f"{text} {self.say('story')}"
        return self.no_shift()

    def no_shift(self) -> str:
        reading, phase = self.reading, self.reading.phases[-1]
        if reading.flat:
            return self.by_period("flat", count=self.count(len(reading.values)))
        if not by_anhoej(reading) or not KINDS[reading.method.chart].runs:
            return self.limits.quiet()
        if phase.mostly_on_line:
            return self.by_period("on_line")
        if phase.n_useful < ENOUGH_USEFUL:
            key = "few_useful_new" if phase.n_values < ENOUGH_USEFUL else "few_useful"
            return self.by_period(key, count=self.count(phase.n_values), useful=self.count(phase.n_useful))
        if phase.few_crossings:
            return self.by_period(
                "few_crossings",
                crossings=self.say("times", n=phase.crossings, count=self.count(phase.crossings)),
                fewest=self.count(phase.crossings_min),
                count=self.count(phase.n_useful),
            )
        return self.by_period("ordinary")

    def shift(self, shift: Shift) -> str:
        return self.by_period(
            f"{self._stretch(shift)}_{'earlier' if shift.against_earlier else 'own'}"
            if self._stretch(shift) != "all_since"
            else "all_since",
            count=self.count(shift.length),
            side=self.say(f"side.{shift.side}"),
            centre=self.voice.centre(shift.centre),
            date=self.voice.date(self.reading.phases[shift.phase].starts),
            first=self.voice.date(shift.first),
            last=self.voice.date(shift.last),
        )

    def _stretch(self, shift: Shift) -> str:
        """Whether the run is the whole phase, its end, or further back."""
        inside = [p for p in self.reading.values if p.phase == shift.phase and not p.excluded]
        if shift.against_earlier and len(inside) == shift.length:
            return "all_since"
        ending = inside[-shift.length :]
        if ending and ending[0].on == shift.first and ending[-1].on == shift.last:
            return "last"
        return "past"

    def middle(self) -> str:
        reading = self.reading
        centres = [phase for phase in reading.phases if phase.centre is not None]
        texts = []
        limits = self.limits.limits()
        if centres and (limits or not early(reading) or reading.method.centre in ("given", "last_year")):
            texts.append(self._middle_text(centres))
        texts.append(limits)
        if reading.target is not None:
            target = reading.target.value
            aim = value_text(target, self.voice.unit, self.voice.aim(target))
            by = reading.target.by
            texts.append(self.say("aim_by", value=aim, date=self.voice.date(by)) if by else self.say("aim", value=aim))
        return " ".join(text for text in texts if text)

    def _middle_text(self, centres: list[PhaseReading]) -> str:
        now = self.voice.centre(centres[-1].centre or 0.0)
        method = self.reading.method
        if method.centre == "given":
            key = "line_given_source" if method.source else "line_given"
            return self.say(key, centre=now, source=method.source.rstrip("."))
        if method.last_year is not None:
            return self._last_year(method.last_year, now)
        key = "mean" if self.reading.method.centre == "mean" else "middle"
        if len(centres) == 1:
            return self.say(key, centre=now)
        before = self.voice.centre(centres[-2].centre or 0.0)
        return self.say(f"{key}_now", centre=now, before=before, date=self.voice.date(centres[-1].starts))

    def _last_year(self, stretch: LastYear, centre: str) -> str:
        key = "line_last_year.month" if self.reading.period == "month" else "line_last_year"
        first, last = self.voice.date(stretch.first), self.voice.date(stretch.last)
        return self.say(key, centre=centre, first=first, last=last, n=stretch.matched)

    def finding(self) -> str:
        reading = self.reading
        if reading.last is None:
            return self.say("find_empty")
        shift = reading.shift
        if shift is not None and not shift.ongoing:
            return self.by_period("find_mixed")
        if shift is not None:
            key = "find_earlier" if shift.against_earlier else "find_shift"
            side = self.say(f"side.{shift.side}")
            return self.by_period(key, count=self.count(shift.length), side=side)
        signal = self.limits.finding()
        if signal:
            return signal
        if early(reading):
            return self.say("find_early")
        return self._finding_without_shift()

    def _finding_without_shift(self) -> str:
        phase = self.reading.phases[-1]
        if self.reading.flat:
            return self.by_period("find_flat")
        if phase.mostly_on_line and by_anhoej(self.reading):
            return self.by_period("find_on_line")
        if phase.n_useful < ENOUGH_USEFUL or phase.centre is None:
            return self.say("find_early")
        if phase.few_crossings:
            return self.by_period("find_mixed")
        return self.by_period("find_ordinary", centre=self.voice.centre(phase.centre))

    def rule(self) -> str:
        if not self.reading.phases:
            return ""
        return " ".join(text for text in (self._run_rule(), self.limits.rule()) if text)

    def _run_rule(self) -> str:
        """Of Anhoej's runs and crossings; empty while they may not speak."""
        shift, phases = self.reading.shift, self.reading.phases
        if early(self.reading) or not by_anhoej(self.reading) or not KINDS[self.reading.method.chart].runs:
            return ""
        if shift is not None and shift.against_earlier:
            return self.by_period("rule_earlier", run=self.count(shift.limit + 1))
        phase = phases[-1]
        if phase.n_useful < ENOUGH_USEFUL or phase.mostly_on_line:
            return ""
        run = self.count(phase.longest_run_max + 1)
        return self.by_period("rule", run=run, fewest=self.count(phase.crossings_min))

    def how(self) -> str:
        if not self.rule():
            return ""
        shift, phase = self.reading.shift, self.reading.phases[-1]
        if not self._run_rule():
            return self.limits.rings(phase.n_values)
        if shift is not None and shift.against_earlier:
            before = self.reading.phases[shift.phase - 1]
            rate = false_run_rate(phase.n_values, baseline=before.n_baseline, longer_than=shift.limit)
            here = self.say("here_run", count=self.count(shift.length))
            return f"{here} {self.rings(rate, phase.n_values)}"
        here = self.say(
            "here",
            n=phase.crossings,
            run=self.count(phase.longest_run),
            crossings=self.count(phase.crossings),
        )
        if has_limits(self.reading):
            return f"{here} {self.limits.rings(phase.n_values)}"
        return f"{here} {self.rings(run_rate(self.reading, phase), phase.n_useful)}"

    def rings(self, rate: float, n: int) -> str:
        key = "rings" if rate >= 0.001 else "rings_rarely"
        return self.by_period(key, count=self.count(n), times=one_in(rate))

    def not_said(self) -> str:
        reading = self.reading
        if reading.last is None:
            return ""
        if reading.shift is not None or spoken_signals(reading):
            return self.say("not_said_shift")
        return self.say("not_said_early" if early(reading) else "not_said")

    def notes(self) -> tuple[str, ...]:
        method, phases = self.reading.method, self.reading.phases
        found = []
        if method.left_out:
            dates = ", ".join(self.voice.date(day) for day in method.left_out)
            found.append(self.say("left_out", n=len(method.left_out), dates=dates))
        if method.missing:
            said = self.say("missing", n=method.missing, count=self.count(method.missing))
            found.append(said[:1].upper() + said[1:])
        if method.centre == "median" and phases and phases[-1].frozen:
            found.append(self.say("kept", count=self.count(phases[-1].n_baseline)))
        if method.per_session:
            found.append(self.say("per_session.note"))
        return (*found, *self.limits.notes())

    def key(self) -> tuple[KeyPart, ...]:
        reading = self.reading
        parts = [KeyPart("", self.say(way))] if (way := good_way(reading)) else []
        shown = self._marks() if by_anhoej(reading) and not has_limits(reading) else self.limits.key()
        parts += [KeyPart(mark, text) for mark, text in shown]
        if {"toward", "away", "neutral"} & {mark for mark, _ in shown}:
            parts.append(KeyPart("open", self.say(f"key.open.{reading.period}")))
        if any(found.shaded for found in reading.breaks):
            parts.append(KeyPart("band", self.say("key.band")))
        return tuple(parts)

    def _marks(self) -> list[tuple[str, str]]:
        tones = dict.fromkeys(point.shift.tone for point in self.reading.points if point.shift is not None)
        return [(tone, self.say(f"key.{tone}")) for tone in tones]

    def shows(self) -> str:
        return NAMES.say(f"shows.{self.reading.method.chart}", self.lang)

    def alt(self, found: str, middle: str) -> str:
        return " ".join(text for text in (self._span(), found, middle) if text)

    def _span(self) -> str:
        """What chart it is, from when to when, from what to what."""
        chart = NAMES.say(f"chart.{self.reading.method.chart}", self.lang)
        points = self.reading.values
        if not points:
            return ""
        if len(points) == 1:
            first = points[0]
            return self.say("alt_one", chart=chart, when=self.voice.when(first.on), value=self.voice.full(first))
        values = [point.value for point in points if point.value is not None]
        return self.by_period(
            "alt",
            chart=chart,
            count=self.count(len(points)),
            first=self.voice.date(points[0].on),
            last=self.voice.date(points[-1].on),
            low=self.voice.value(min(values)),
            high=self.voice.value(max(values)),
        )
