from django.urls import path

from aimwell.contexts.theory.focus import views

app_name = "focus"
urlpatterns = [
    path("i/<int:inquiry_id>/aim/gap/", views.gap, name="gap"),
    path("i/<int:inquiry_id>/aim/gap/sentence/", views.gap_sentence, name="gap_sentence"),
    path("i/<int:inquiry_id>/aim/pause/", views.pause, name="pause"),
    path("i/<int:inquiry_id>/aim/resume/", views.resume, name="resume"),
]
