from django.urls import path

from aimwell.contexts.people.wording import views

app_name = "vocabulary"
urlpatterns = [
    path("o/<int:org_id>/words/", views.org_words, name="org"),
    path("o/<int:org_id>/words/<slug:key>/", views.org_word, name="org_word"),
    path("o/<int:org_id>/steps/", views.org_steps, name="org_steps"),
    path("o/<int:org_id>/method/", views.org_method, name="org_method"),
    path("o/<int:org_id>/cycle-words/", views.org_cycle, name="org_cycle"),
    path("t/<int:team_id>/words/", views.team_words, name="team"),
    path("t/<int:team_id>/words/<slug:key>/", views.team_word, name="team_word"),
    path("t/<int:team_id>/steps/", views.team_steps, name="team_steps"),
    path("t/<int:team_id>/method/", views.team_method, name="team_method"),
    path("t/<int:team_id>/cycle-words/", views.team_cycle, name="team_cycle"),
]
