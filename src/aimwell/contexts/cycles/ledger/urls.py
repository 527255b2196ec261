from django.urls import path

from aimwell.contexts.cycles.ledger import views

app_name = "ledger"
urlpatterns = [
    path("forecasts/", views.mine, name="mine"),
    path("t/<int:team_id>/surprises/", views.surprises, name="surprises"),
    path("t/<int:team_id>/abandoned/", views.abandoned, name="abandoned"),
    path("i/<int:inquiry_id>/craft/", views.craft, name="craft"),
]
