from django.urls import path

from aimwell.ui import views

app_name = "ui"
urlpatterns = [path("style", views.style, name="style")]
