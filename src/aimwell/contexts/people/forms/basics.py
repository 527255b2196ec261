from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import TeamRole, Theme, TokenScope, User, WordsShown
from aimwell.contexts.people.queries import teams_of
from aimwell.contexts.people.services import welcome_person

HOLDS = [(7, _("7 days")), (30, _("30 days")), (90, _("90 days")), (365, _("one year"))]


class SignUpExtras(forms.Form):
    """What allauth's sign-up page asks for besides e-mail and password: who you are and what your team is called."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    team = forms.CharField(
        label=_("Your team"),
        max_length=120,
        required=False,
        help_text=_("A team of one is fine. Without a name it carries yours."),
    )
    field_order = ("name", "team", "email", "password1")

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Called by allauth once the account exists."""
        assert isinstance(user, User)
        name, team = self.cleaned_data["name"], self.cleaned_data["team"]
        joining = request.session.pop("join", None)
        welcome_person(
            user=user, name=name, team_name=team or (_("Team of %(name)s") % {"name": name}), joining=joining
        )


class TeamForm(forms.Form):
    name = forms.CharField(label=_("What is your team called?"), max_length=120)
    about = forms.CharField(
        label=_("Grade, subject or work (optional)"),
        max_length=200,
        required=False,
        help_text=_("For example: grade 5 math"),
    )


class MemberForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.ChoiceField(label=_("Role"), choices=TeamRole.choices, initial=TeamRole.MEMBER)


class OnDayForm(forms.Form):
    on = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=dict.fromkeys(("invalid", "required"), _("Choose a day, such as 2027-01-29.")),
    )


class SettingsForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=120)
    theme = forms.ChoiceField(label=_("Light or dark"), choices=Theme.choices, required=False, widget=forms.RadioSelect)
    words_shown = forms.ChoiceField(
        label=_("Pages of other teams use"), choices=WordsShown.choices, required=False, widget=forms.RadioSelect
    )

    def clean_words_shown(self) -> str:
        return self.cleaned_data["words_shown"] or WordsShown.THEIRS


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What is it for?"), max_length=80, help_text=_("For example: weekly attendance upload")
    )
    scope = forms.ChoiceField(label=_("It may"), choices=TokenScope.choices, initial=TokenScope.READ)
    team = forms.ModelChoiceField(
        label=_("Where"), queryset=Team.objects.none(), required=False, empty_label=_("everywhere that I may")
    )
    days = forms.TypedChoiceField(label=_("It holds for"), coerce=int, choices=HOLDS, initial=90)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams_of(user).order_by("name")
