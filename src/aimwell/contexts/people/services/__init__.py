"""What may be done with people, teams and their work. Every service takes `by` and checks for itself."""

from aimwell.contexts.people.services.account import change_settings
from aimwell.contexts.people.services.content import (
    change_content,
    create_content,
    restore,
    set_aside,
    share,
    store_once,
)
from aimwell.contexts.people.services.offices import (
    end_coaching,
    end_hub_place,
    end_office,
    give_hub_place,
    give_office,
    name_coach,
)
from aimwell.contexts.people.services.outsiders import close_to, open_to
from aimwell.contexts.people.services.places import change_place, change_team
from aimwell.contexts.people.services.rights import require, require_member
from aimwell.contexts.people.services.site import run_site
from aimwell.contexts.people.services.structure import (
    join_network,
    leave_network,
    make_network,
    make_org,
    make_team,
    move_org,
    rename_org,
)
from aimwell.contexts.people.services.teams import (
    INVITATION_DAYS,
    add_member_without_login,
    invite,
    join_team,
    leave_team,
    open_invitation,
    start_team,
    welcome_person,
)
from aimwell.contexts.people.services.tokens import digest_of, make_token, revoke_token, token_of, tokens_of

__all__ = [
    "INVITATION_DAYS",
    "add_member_without_login",
    "change_content",
    "change_place",
    "change_settings",
    "change_team",
    "close_to",
    "create_content",
    "digest_of",
    "end_coaching",
    "end_hub_place",
    "end_office",
    "give_hub_place",
    "give_office",
    "invite",
    "join_network",
    "join_team",
    "leave_network",
    "leave_team",
    "make_network",
    "make_org",
    "make_team",
    "make_token",
    "move_org",
    "name_coach",
    "open_invitation",
    "open_to",
    "rename_org",
    "require",
    "require_member",
    "restore",
    "revoke_token",
    "run_site",
    "set_aside",
    "share",
    "start_team",
    "store_once",
    "token_of",
    "tokens_of",
    "welcome_person",
]
