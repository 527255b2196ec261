"""One cycle as pages, sheets and drawings tell it. Every number on every page comes from here."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.models import Cycle, CycleState, Level, Origin, PredictionFields
from aimwell.contexts.cycles.queries.facts import complete, result_of, verdict_of
from aimwell.domain.pdsa.judging import Verdict, gap_words, in_words, result_words, trend_of
from aimwell.domain.pdsa.predictions import Kind, Prediction, chance_words, words
from aimwell.domain.render.strip import strip_svg
from aimwell.domain.words.dates import short_date
from aimwell.domain.words.pdsa import say
from aimwell.domain.words.speech import kept_in_words

_strip = kept_in_words(maxsize=512)(strip_svg)
"""Drawn once for all who read it, until its prediction or result changes."""


def span(first: datetime.date, last: datetime.date | None, lang: str) -> str:
    """ "Jan 11–29", "Nov 30–Dec 14"; one day alone where the last is missing or the same."""
    start = short_date(first, lang)
    if last is None or last <= first:
        return start
    end = short_date(last, lang)
    if (first.year, first.month) != (last.year, last.month):
        return f"{start}–{end}"
    return f"{first.day}–{end}" if lang.startswith("es") else f"{start}–{last.day}"


@dataclass(frozen=True)
class PredictionWords:
    """A prediction as a sentence in two weights: **12 or more of 24** students give a reason."""

    strong: str
    rest: str = ""
    chance: str = ""

    @classmethod
    def of(cls, row: PredictionFields, lang: str) -> PredictionWords | None:
        predicted = complete(row)
        if predicted is None:
            return None
        told = words(predicted, lang)
        sure = "" if row.chance is None else chance_words(row.chance, lang)
        if predicted.kind is Kind.DIRECTION:
            return cls(f"{row.unit_name} {told}".strip(), chance=sure)
        return cls(told, row.unit_name if row.out_of is not None else "", sure)


@dataclass(frozen=True)
class CycleRow:
    """A cycle with its words in one language. Holding one means being allowed to read it."""

    cycle: Cycle
    lang: str

    @property
    def url(self) -> str:
        return reverse("cycles:cycle", args=[self.cycle.pk])

    @property
    def name(self) -> str:
        return say("cycle", self.lang, label=self.cycle.number)

    @property
    def title(self) -> str:
        return self.cycle.try_what

    @property
    def draft(self) -> bool:
        return self.cycle.state == CycleState.DRAFT

    @property
    def done(self) -> bool:
        return self.cycle.state == CycleState.DONE

    @property
    def days(self) -> str:
        """When it ran: from the lock to its end, or to the day of the look."""
        if self.cycle.locked_at is None:
            return ""
        end = timezone.localdate(self.cycle.done_at) if self.cycle.done_at else self.cycle.look_on
        return span(timezone.localdate(self.cycle.locked_at), end, self.lang)

    @property
    def brought_in(self) -> bool:
        """Whether it was written elsewhere and brought in later: nothing was fixed here before Do."""
        return self.cycle.origin == Origin.IMPORTED

    @property
    def where(self) -> str:
        """ "Jan 11–29, Rooms 12, 14", or "Draft, Room 14"."""
        first = say("state.draft", self.lang) if self.draft else self.days
        if self.cycle.practice:
            first = say("state.practice", self.lang)
        elif self.cycle.paused_on and not self.done:
            first = say("state.paused", self.lang)
        last = _("from an old form") if self.brought_in else ""
        return ", ".join(part for part in (first, self.cycle.who_where, last) if part)

    @cached_property
    def prediction(self) -> Prediction | None:
        return complete(self.cycle)

    @cached_property
    def sentence(self) -> PredictionWords | None:
        return PredictionWords.of(self.cycle, self.lang)

    @property
    def predicted(self) -> str:
        return words(self.prediction, self.lang) if self.prediction else ""

    @property
    def predicted_short(self) -> str:
        """Without the whole where the result says it: "12 or more"."""
        return words(self.prediction, self.lang, short=True) if self.prediction else ""

    @cached_property
    def verdict(self) -> Verdict | None:
        return verdict_of(self.cycle)

    @property
    def met(self) -> bool:
        return self.verdict is not None and self.verdict.held

    @property
    def result(self) -> str:
        """ "27 of 50", "it went up", "it happened"; empty where there is none."""
        found = result_of(self.cycle)
        if self.cycle.result_happened is not None:
            return _("it happened") if self.cycle.result_happened else _("it did not happen")
        if found.value is None and (trend := trend_of(found)):
            return say(f"went.{trend}", self.lang)
        return result_words(found, self.lang)

    @property
    def found(self) -> str:
        """Prediction beside result in one or two neutral sentences; empty before Study."""
        if self.prediction is None or self.verdict is None:
            return ""
        return in_words(self.prediction, result_of(self.cycle), self.lang)

    @property
    def gap(self) -> str:
        """How far the result lies from the prediction; empty where it was met or nothing was counted (S1 R-30)."""
        if self.prediction is None or self.verdict is None or not self.verdict.gap:
            return ""
        return gap_words(self.prediction, result_of(self.cycle), self.lang)

    @property
    def line(self) -> str:
        """ "8 of 24; predicted 12 or more", "predicts 16 or more of 26"."""
        if not self.prediction:
            return say("unpredicted", self.lang) if self.cycle.locked_at else ""
        if self.result:
            same = self.cycle.result_out_of is not None and self.cycle.result_out_of == self.cycle.out_of
            told = self.predicted_short if same else self.predicted
            return say("ramp.line", self.lang, result=self.result, prediction=told)
        if self.draft or not self.cycle.not_collected_because:
            return say("ramp.predicts", self.lang, prediction=self.predicted)
        return self.found

    @property
    def mark(self) -> str:
        """The name of the mark: met, below, above, set_aside; planned where there is no result yet."""
        return self.verdict.mark if self.verdict else "planned"

    @property
    def mark_words(self) -> str:
        return say(f"mark.{self.mark}", self.lang)

    @property
    def decision(self) -> str:
        return say(f"act.{self.cycle.decision}", self.lang) if self.cycle.decision else ""

    @property
    def level(self) -> str:
        """Where it is tried, where that is above one classroom (S3 R-46)."""
        return "" if self.cycle.level == Level.CLASSROOM else str(self.cycle.get_level_display())

    @property
    def state(self) -> str:
        return say(f"state.{self.cycle.state}", self.lang)

    @property
    def act(self) -> str:
        """Where it stands: the decision of a finished cycle, else its state."""
        return self.decision if self.done else self.state

    @cached_property
    def strip(self) -> SafeString:
        """Prediction beside result as a line; empty where no number was predicted."""
        if self.prediction is None or not self.prediction.counted:
            return mark_safe("")
        found = result_of(self.cycle) if self.verdict else None
        svg = _strip(self.prediction, found, lang=self.lang, width=196, labels=False, prefix=f"s{self.cycle.pk}")
        return mark_safe(svg)  # noqa: S308  (written by the strip, which escapes)
