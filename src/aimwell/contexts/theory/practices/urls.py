from django.urls import path

from aimwell.contexts.theory.practices import views

app_name = "practices"
urlpatterns = [
    path("i/<int:inquiry_id>/practices/", views.practices, name="practices"),
    path("existing-practices/<int:pk>/", views.practice, name="practice"),
    path("i/<int:inquiry_id>/grounds/", views.grounds, name="grounds"),
    path("i/<int:inquiry_id>/sources/", views.source_add, name="source_add"),
    path("sources/<int:pk>/", views.source, name="source"),
    path("parts/<int:pk>/hunch/", views.hunch, name="hunch"),
    path("practicing/<slug:kind>/<int:pk>/aside/", views.aside, name="aside"),
    path("practicing/<slug:kind>/<int:pk>/restore/", views.back, name="restore"),
]
