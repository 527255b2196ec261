from django.urls import path

from aimwell.contexts.theory.coherence import views

app_name = "coherence"
urlpatterns = [
    path("i/<int:inquiry_id>/coherence/", views.check, name="check"),
    path("i/<int:inquiry_id>/coherence/<slug:question>/", views.answer, name="answer"),
    path("i/<int:inquiry_id>/connects/<slug:tool>/", views.connect, name="connect"),
]
