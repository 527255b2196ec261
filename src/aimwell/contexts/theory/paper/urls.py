from django.urls import path

from aimwell.contexts.theory.paper import views

app_name = "paper"
urlpatterns = [
    path("i/<int:inquiry_id>/paper/", views.forms, name="forms"),
    path("i/<int:inquiry_id>/paper/<slug:key>/", views.form, name="form"),
    path("i/<int:inquiry_id>/paper/<slug:key>.pdf", views.file, name="file"),
]
