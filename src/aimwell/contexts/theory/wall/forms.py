"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import short
from aimwell.contexts.theory.wall.queries import Line, PhotoLines

MOST_WORDS = 10_000


def _words() -> forms.CharField:
    return forms.CharField(
        label=_("The words on it"), required=False, max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("One line for each note. A line with the name of a bone is a heading."),
    )  # fmt: skip


class WordsForm(forms.Form):
    transcription = _words()
    alt = short(
        _("What does it show?"), length=300, help=_("One line for those who do not see it. No name of a student.")
    )


class BesideForm(forms.Form):
    """`places`: where a photo of this work may stand, as (value, words)."""

    beside = forms.ChoiceField(label=_("Where does it belong?"))

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["beside"].choices = places  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """As a place and, where the place has several, the key of one."""
        sent = super().clean() or {}
        place, _dash, pk = sent.get("beside", "").partition("-")
        return {**sent, "place": place, "beside": int(pk) if pk else None}


class PhotoForm(BesideForm):
    file = forms.FileField(
        label=_("Photo"), help_text=_("JPEG, PNG or WebP, up to 10 MB. The place where it was taken is removed."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"required": _("Choose a picture first.")},
    )  # fmt: skip
    alt = short(_("What does it show?"), length=300, help=_("One line for those who do not see it."))
    transcription = _words()
    checked = forms.BooleanField(
        label=_("We looked: no name and no face of a student is on it"), required=False,
        help_text=_("You can add it without this. Then only your team sees the photo until somebody has looked."),
    )  # fmt: skip
    field_order = ("file", "alt", "checked", "beside", "transcription")


class LinesForm(forms.Form):
    """One tick and one bone for each line that is no cause yet. `bone` is for ticked lines that name none."""

    bone = forms.ChoiceField(label=_("Bone for ticked lines that have none"), required=False)
    system_part = short(_("Which part of our system?"), required=False)

    def __init__(self, *args: Any, told: PhotoLines, rule: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.bones = {str(bone.pk): bone for bone in told.bones}
        choices = [("", "–"), *((key, bone.name) for key, bone in self.bones.items())]
        self.fields["bone"].choices = choices  # type: ignore[attr-defined]
        if not rule:
            del self.fields["system_part"]
        self.lines = told.lines
        for one in self.open:
            number = one.line.number
            self.fields[f"line-{number}"] = forms.BooleanField(
                label=one.line.text, required=False, initial=one.bone is not None
            )
            self.fields[f"bone-{number}"] = forms.ChoiceField(
                label=_("Bone"), required=False, choices=choices, initial=str(one.bone.pk) if one.bone else ""
            )

    @property
    def open(self) -> list[Line]:
        return [one for one in self.lines if one.made is None and one.line.fits]

    def rows(self) -> list[tuple[Line, Any, Any]]:
        """Each line with its two fields; those that cannot be chosen have none."""
        may = {one.line.number for one in self.open}
        return [
            (one, self[f"line-{one.line.number}"], self[f"bone-{one.line.number}"])
            if one.line.number in may else (one, None, None)
            for one in self.lines
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        ticked = [one for one in self.open if sent.get(f"line-{one.line.number}")]
        if not ticked:
            self.add_error(None, _("Choose at least one line."))
        for one in ticked:
            if not self._bone(sent, one):
                self.add_error(f"bone-{one.line.number}", _("Choose a bone for this line."))
        sent["lines"] = [(one.line.text, self._bone(sent, one)) for one in ticked]
        return sent

    @staticmethod
    def _bone(sent: dict[str, Any], one: Line) -> str:
        return str(sent.get(f"bone-{one.line.number}") or sent.get("bone") or "")

    def preview(self) -> list[tuple[str, list[str]]]:
        """By bone, what would go under it."""
        lines: list[tuple[str, str]] = self.cleaned_data["lines"]
        told = [(bone.name, [text for text, pk in lines if pk == key]) for key, bone in self.bones.items()]
        return [(name, texts) for name, texts in told if texts]
