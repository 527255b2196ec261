from django.urls import path

from aimwell.contexts.cycles.support import views

app_name = "support"
urlpatterns = [
    path("t/<int:team_id>/support/", views.team, name="team"),
    path("support-requests/<int:pk>/back/", views.back, name="back"),
    path("support-requests/<int:pk>/again/", views.again, name="again"),
    path("support-requests/<int:pk>/note/", views.note, name="note"),
    path("support-requests/", views.inbox, name="inbox"),
    path("support-requests/answer/", views.answer, name="answer"),
]
