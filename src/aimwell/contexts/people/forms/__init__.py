from aimwell.contexts.people.forms.basics import (
    MemberForm,
    OnDayForm,
    SettingsForm,
    SignUpExtras,
    TeamForm,
    TokenForm,
)
from aimwell.contexts.people.forms.orgs import (
    CoachForm,
    FindForm,
    HubForm,
    JoinForm,
    MoveForm,
    NetworkForm,
    OfficeForm,
    OrgForm,
    OrgNameForm,
    OrgTeamForm,
    SwitchForm,
)
from aimwell.contexts.people.forms.places import PlaceForm, TeamChangeForm

__all__ = [
    "CoachForm",
    "FindForm",
    "HubForm",
    "JoinForm",
    "MemberForm",
    "MoveForm",
    "NetworkForm",
    "OfficeForm",
    "OnDayForm",
    "OrgForm",
    "OrgNameForm",
    "OrgTeamForm",
    "PlaceForm",
    "SettingsForm",
    "SignUpExtras",
    "SwitchForm",
    "TeamChangeForm",
    "TeamForm",
    "TokenForm",
]
