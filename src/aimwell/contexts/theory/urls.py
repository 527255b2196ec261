from django.urls import URLPattern

app_name = "theory"
urlpatterns: list[URLPattern] = []
