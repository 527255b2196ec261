from django.urls import path

from aimwell.contexts.reports.threads import views

app_name = "threads"
urlpatterns = [
    path("trace/<slug:kind>/<int:pk>/", views.trace, name="trace"),
    path("t/<int:team_id>/principles/", views.principles, name="principles"),
]
