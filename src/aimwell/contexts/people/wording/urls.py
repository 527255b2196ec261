from django.urls import path

from aimwell.contexts.people.wording import views

app_name = "vocabulary"
urlpatterns = [
    path("o/<int:org_id>/words/", views.org_words, name="org"),
    path("o/<int:org_id>/words/<slug:key>/", views.org_word, name="org_word"),
    path("o/<int:org_id>/method/", views.org_method, name="org_method"),
    path("t/<int:team_id>/words/", views.team_words, name="team"),
    path("t/<int:team_id>/words/<slug:key>/", views.team_word, name="team_word"),
    path("t/<int:team_id>/method/", views.team_method, name="team_method"),
]
