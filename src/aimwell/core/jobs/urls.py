from django.urls import path

from aimwell.core.jobs import views

app_name = "jobs"
urlpatterns = [path("healthz", views.healthz, name="healthz")]
