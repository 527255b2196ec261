from django.urls import path

from aimwell.contexts.meetings.launch import views

app_name = "launch"
urlpatterns = [
    path("t/<int:team_id>/launch/", views.kit, name="kit"),
    path("t/<int:team_id>/launch/steps/<slug:step>/", views.step, name="step"),
    path("t/<int:team_id>/launch/agenda/<slug:length>/", views.agenda, name="agenda"),
    path("t/<int:team_id>/launch/primer/", views.primer, name="primer"),
    path("t/<int:team_id>/launch/norms/", views.norms, name="norms"),
    path("t/<int:team_id>/launch/norms/show/", views.show, name="show"),
    path("t/<int:team_id>/launch/norms/agree/", views.agree, name="agree"),
    path("t/<int:team_id>/launch/conditions/", views.conditions, name="conditions"),
    path("t/<int:team_id>/launch/conditions/<slug:condition>/ask/", views.ask, name="ask"),
    path("t/<int:team_id>/launch/builds-on/", views.ground, name="ground"),
    path("orgs/<int:org_id>/launch/", views.grounds, name="grounds"),
]
