from django.urls import path

from aimwell.contexts.people.equity import views

app_name = "equity"
urlpatterns = [
    path("t/<int:team_id>/equity/", views.team, name="team"),
    path("t/<int:team_id>/equity/without/", views.without, name="without"),
    path("t/<int:team_id>/equity/own-words/", views.own_words, name="own_words"),
    path("o/<int:org_id>/equity/", views.org, name="org"),
    path("n/<int:network_id>/equity/", views.network, name="network"),
]
