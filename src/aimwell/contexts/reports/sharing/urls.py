from django.urls import path

from aimwell.contexts.reports.sharing import views

app_name = "sharing"
urlpatterns = [
    path("share/<str:kind>/<int:pk>/", views.page, name="page"),
    path("n/<str:kind>/<str:key>/", views.shared, name="shared"),
]
