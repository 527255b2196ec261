from django.urls import path

from aimwell.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.people, name="people"),
    path("as/<slug:key>/", views.sign_in, name="sign_in"),
]
