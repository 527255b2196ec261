from django.urls import path

from aimwell.contexts.people import views

app_name = "people"
STRUCTURE = "o/<int:org_id>/structure/"
PEOPLE = "o/<int:org_id>/people/"
OUTSIDERS = "o/<int:org_id>/outsiders/"
urlpatterns = [
    path("start/", views.start, name="start"),
    path("home/", views.home, name="home"),
    path("teams/new/", views.team_new, name="team_new"),
    path("t/<int:team_id>/people/", views.members, name="members"),
    path("t/<int:team_id>/people/invite/", views.invite, name="invite"),
    path("t/<int:team_id>/people/add/", views.add_member, name="add_member"),
    path("t/<int:team_id>/people/<int:membership_id>/end/", views.end_membership, name="end_membership"),
    path("t/<int:team_id>/people/team/", views.change_team, name="change_team"),
    path("t/<int:team_id>/people/<int:membership_id>/", views.place, name="place"),
    path("o/", views.org_list, name="orgs"),
    path("o/<int:org_id>/", views.org, name="org"),
    path(STRUCTURE, views.structure, name="structure"),
    path(f"{STRUCTURE}rename/", views.rename_org, name="rename_org"),
    path(f"{STRUCTURE}move/", views.move_org, name="move_org"),
    path(f"{STRUCTURE}below/", views.make_org, name="make_org"),
    path(f"{STRUCTURE}teams/", views.make_team, name="make_team"),
    path(f"{STRUCTURE}networks/", views.make_network, name="make_network"),
    path(f"{STRUCTURE}networks/join/", views.join_network, name="join_network"),
    path(f"{STRUCTURE}networks/<int:network_id>/leave/", views.leave_network, name="leave_network"),
    path(PEOPLE, views.org_people, name="org_people"),
    path(f"{PEOPLE}roles/", views.give_office, name="give_office"),
    path(f"{PEOPLE}roles/<int:pk>/end/", views.end_office, name="end_office"),
    path(f"{PEOPLE}coaches/", views.name_coach, name="name_coach"),
    path(f"{PEOPLE}coaches/<int:pk>/end/", views.end_coaching, name="end_coaching"),
    path(f"{PEOPLE}hub/", views.give_hub_place, name="give_hub_place"),
    path(f"{PEOPLE}hub/<int:pk>/end/", views.end_hub_place, name="end_hub_place"),
    path(OUTSIDERS, views.outsiders, name="outsiders"),
    path(f"{OUTSIDERS}<str:role>/close/", views.keep_out, name="keep_out"),
    path(f"{OUTSIDERS}<str:role>/open/", views.let_in, name="let_in"),
    path("roles/", views.roles, name="roles"),
    path("join/<str:token>/", views.join, name="join"),
    path("settings/", views.settings_page, name="settings"),
    path("settings/tokens/", views.tokens, name="tokens"),
    path("settings/tokens/<int:token_id>/revoke/", views.revoke_token, name="revoke_token"),
    path("settings/theme/", views.theme, name="theme"),
]
