from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.orgs.models import Method
from aimwell.domain.words.speech import LONGEST
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
