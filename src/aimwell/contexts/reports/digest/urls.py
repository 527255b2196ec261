from django.urls import path

from aimwell.contexts.reports.digest import views

app_name = "digest"
urlpatterns = [
    path("settings/digest/", views.settings_page, name="settings"),
    path("settings/digest/preview/", views.preview, name="preview"),
    path("digest/stop/<str:token>/", views.stop, name="stop"),
]
