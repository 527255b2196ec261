from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Method
from aimwell.contexts.people.wording.queries import all_stops
from aimwell.domain.pdsa import stages
from aimwell.domain.pdsa.moves import Act
from aimwell.domain.pdsa.rounds import MOST
from aimwell.domain.theory.focus import LARGEST
from aimwell.domain.theory.path import LONGEST_NAME, Path, Wish
from aimwell.domain.words.speech import LONGEST
from aimwell.domain.words.tables import LANGS
from aimwell.ui.forms import ChoiceRow

GENDERS = [("m", pgettext_lazy("grammar", "el")), ("f", pgettext_lazy("grammar", "la"))]
METHODS = [
    (Method.STRUCTURED, pgettext_lazy("method", "Structured")),
    (Method.LIGHT, pgettext_lazy("method", "Light")),
]


def _word(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, required=False)


class WordForm(forms.Form):
    """The words of one term. A language that is left empty keeps what holds above."""

    en_one = _word(_("English, one"))
    en_many = _word(_("English, many"))
    es_one = _word(_("Spanish, one"))
    es_many = _word(_("Spanish, many"))
    es_gender = forms.ChoiceField(label=_("Spanish article"), choices=GENDERS, required=False, widget=ChoiceRow())

    def __init__(self, *args: Any, is_stage: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_stage:
            for name in ("en_many", "es_many", "es_gender"):
                del self.fields[name]
            self.fields["en_one"].label, self.fields["es_one"].label = _("English"), _("Spanish")

    def words(self) -> dict[str, dict[str, str]]:
        typed = self.cleaned_data
        found = {lang: {name: typed.get(f"{lang}_{name}", "") for name in ("one", "many")} for lang in ("en", "es")}
        return {**found, "es": {**found["es"], "gender": typed.get("es_gender", "")}}


class MethodForm(forms.Form):
    method = forms.ChoiceField(label=_("Method"), choices=METHODS, widget=forms.RadioSelect)


CORES = [
    ("", _("not chosen yet")),
    (stages.Core.PLAN, _("Plan")),
    (stages.Core.DO, _("Do")),
    (stages.Core.STUDY, _("Study")),
    (stages.Core.ACT, _("Act")),
]
DECISIONS = [
    (Act.ADOPT, pgettext_lazy("decision", "adopt: it becomes part of our work")),
    (Act.ADAPT, pgettext_lazy("decision", "adapt: we change something and test again")),
    (Act.REPEAT, pgettext_lazy("decision", "repeat: we test the same once more")),
    (Act.SCALE, pgettext_lazy("decision", "scale: we test it in more places")),
    (Act.ABANDON, pgettext_lazy("decision", "abandon: we let it go and keep what it taught")),
]
FIRST_ROWS, MORE_ROWS = 5, 2


class StagesForm(forms.Form):
    """A row for each local stage: its names, and where it belongs. A row without a name is left out."""

    def __init__(self, data: Any = None, *, local: stages.LocalCycle | None) -> None:
        super().__init__(data)
        shown = local.stages if local else ()
        self.count = min(stages.MOST_STAGES, max(FIRST_ROWS, len(shown) + MORE_ROWS))
        for lang, label in (("en", _("What the whole is called, in English")), ("es", _("and in Spanish"))):
            self.fields[f"title_{lang}"] = _name(label, local.title.get(lang, "") if local else "")
        for number in range(self.count):
            stage = shown[number] if number < len(shown) else None
            for lang, label in (("en", _("Name in English")), ("es", _("Name in Spanish"))):
                self.fields[f"{lang}-{number}"] = _name(label, stage.names.get(lang, "") if stage else "")
            self.fields[f"core-{number}"] = forms.ChoiceField(
                label=_("Belongs to"), choices=CORES, required=False, initial=stage.core if stage else ""
            )
        self.fields["prediction"] = self._place(_("We write what we expect in"), local.prediction if local else None)
        self.fields["comparison"] = self._place(_("We put what came beside it in"), local.comparison if local else None)

    def _place(self, label: Any, now: int | None) -> forms.TypedChoiceField:
        choices: list[tuple[Any, Any]] = [("", _("no stage"))]
        choices += [(number, _("stage %(n)s") % {"n": number + 1}) for number in range(self.count)]
        return forms.TypedChoiceField(
            label=label, choices=choices, coerce=int, required=False, empty_value=None, initial=now
        )

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "number": number + 1,
                "names": [self[f"{lang}-{number}"] for lang in LANGS],
                "core": self[f"core-{number}"],
            }
            for number in range(self.count)
        ]

    def wishes(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "wishes": [
                stages.Wish(typed[f"core-{n}"], {lang: typed[f"{lang}-{n}"] for lang in LANGS})
                for n in range(self.count)
            ],
            "prediction": typed["prediction"],
            "comparison": typed["comparison"],
            "title": {lang: typed[f"title_{lang}"] for lang in LANGS},
        }


def _name(label: Any, initial: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=stages.LONGEST_NAME, required=False, initial=initial)


class DecisionsForm(forms.Form):
    offered = forms.MultipleChoiceField(
        label=_("Offer in Act"), choices=DECISIONS, required=False, widget=forms.CheckboxSelectMultiple
    )

    def hidden(self) -> list[str]:
        return [str(one) for one in Act if one not in self.cleaned_data["offered"]]


class RoundsForm(forms.Form):
    shortest = forms.IntegerField(label=_("Shortest, in days"), min_value=1, max_value=MOST)
    longest = forms.IntegerField(label=_("Longest, in days"), min_value=1, max_value=MOST)


class AimsForm(forms.Form):
    most = forms.IntegerField(label=_("Aims at one time"), min_value=1, max_value=LARGEST)


class StepsForm(forms.Form):
    """A row for each step of a path: whether it is in, its place, and a name by language."""

    def __init__(self, data: Any = None, *, path: Path) -> None:
        super().__init__(data)
        self.path = path
        for number, (stop, inside) in enumerate(all_stops(path), 1):
            self.fields[f"in-{stop.key}"] = forms.BooleanField(label=_("In"), required=False, initial=inside)
            self.fields[f"place-{stop.key}"] = forms.IntegerField(
                label=_("Place"), min_value=1, max_value=99, required=False, initial=number
            )
            for lang, label in (("en", _("Name in English")), ("es", _("Name in Spanish"))):
                self.fields[f"{lang}-{stop.key}"] = forms.CharField(
                    label=label, max_length=LONGEST_NAME, required=False, initial=stop.names.get(lang, ""),
                    widget=forms.TextInput(attrs={"placeholder": stop.printed_name(lang)}),
                )  # fmt: skip

    def rows(self) -> list[dict[str, Any]]:
        """For the page: each step with its four fields, in the language of the reader."""
        lang = get_language() or "en"
        return [
            {
                "name": stop.printed_name(lang),
                "gloss": stop.gloss(lang),
                "cells": [self[f"{name}-{stop.key}"] for name in ("in", "place")],
                "names": (names := [self[f"{name}-{stop.key}"] for name in LANGS]),
                "renamed": any(one.value() or one.errors for one in names),
            }
            for stop, _inside in all_stops(self.path)
        ]

    def wishes(self) -> list[Wish]:
        """The steps that are in. A place that is left empty comes last."""
        typed = self.cleaned_data
        return [
            Wish(stop.key, typed.get(f"place-{stop.key}") or 99, {lang: typed[f"{lang}-{stop.key}"] for lang in LANGS})
            for stop, _inside in all_stops(self.path)
            if typed.get(f"in-{stop.key}")
        ]
