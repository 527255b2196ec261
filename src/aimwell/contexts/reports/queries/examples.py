"""A worked example of each field, under the labels of the forms themselves, so that neither can drift (S0 R-8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.forms.do import EntryForm
from aimwell.contexts.cycles.forms.plan import PlanForm
from aimwell.contexts.cycles.forms.study import StudyForm
from aimwell.contexts.measures.forms import MeasureForm
from aimwell.contexts.theory import forms as theory
from aimwell.domain.words.examples import CHOSEN, NUMBERS, WRITTEN, say

UNSEEN = frozenset({"key", "version", "nothing_surprised_us"})
FORMS: dict[str, type[forms.BaseForm]] = {
    "problem": theory.SubjectForm,
    "more": theory.MoreForm,
    "fact": theory.EvidenceForm,
    "voice": theory.PerspectiveForm,
    "check": theory.VerifyForm,
    "cause": theory.CauseForm,
    "cause_facts": theory.FactsForm,
    "aim": theory.AimForm,
    "outside": theory.OutsideForm,
    "equity": theory.EquityForm,
    "driver": theory.PartForm,
    "idea": theory.PartForm,
    "plan": PlanForm,
    "do": EntryForm,
    "study": StudyForm,
    "measure": MeasureForm,
}
SHEETS = {
    "problem": ("problem", "more", "fact", "voice", "check"),
    "causes": ("cause", "cause_facts"),
    "aim": ("aim", "outside", "equity"),
    "drivers": ("driver", "idea"),
    "measure": ("measure",),
    "cycle": ("plan", "do", "study"),
}


@dataclass(frozen=True)
class Sheet:
    """`key`: the place on the page, which links name. `parts`: headings with label and example of each field."""

    key: str
    title: str
    parts: list[tuple[str, list[tuple[str, str]]]]


def example(form: str, name: str, field: Any, lang: str) -> str:
    """What stands in this field; empty where nobody has written one yet."""
    key = f"{form}.{name}"
    if key in CHOSEN:
        return next(str(label) for value, label in field.choices if str(value) == CHOSEN[key])
    return str(NUMBERS[key]) if key in NUMBERS else say(key, lang) if key in WRITTEN else ""


def examples(lang: str) -> list[Sheet]:
    titles = {
        "problem": _("A problem"), "causes": _("A cause"), "aim": _("An aim"), "drivers": _("A driver and an idea"),
        "measure": _("A measure"), "cycle": _("A cycle"),
    }  # fmt: skip
    heads = {
        "problem": _("The three parts"), "more": _("More about it"), "fact": _("A statement of fact"),
        "voice": _("What somebody says"), "check": _("Checked with data"), "cause": _("On the fishbone"),
        "cause_facts": _("What is said of it"), "aim": _("The sentence"), "outside": _("Whom it leaves out"),
        "equity": _("Equity"), "driver": _("What must be true"), "idea": _("What we try"), "plan": _("Plan"),
        "do": _("Do"), "study": _("Study and Act"), "measure": _("How it is counted"),
    }  # fmt: skip
    return [
        Sheet(key, titles[key], [(heads[form], _rows(form, lang)) for form in forms_]) for key, forms_ in SHEETS.items()
    ]


def _rows(form: str, lang: str) -> list[tuple[str, str]]:
    fields = FORMS[form].base_fields  # type: ignore[attr-defined]
    return [
        (str(field.label), example(form, name, field, lang)) for name, field in fields.items() if name not in UNSEEN
    ]
