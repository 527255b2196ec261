from django.urls import path

from aimwell.contexts.theory.layers import views

app_name = "layers"
urlpatterns = [
    path("i/<int:inquiry_id>/layers/", views.both, name="both"),
    path("layers/<int:pk>/close/", views.close, name="close"),
    path("layers/<int:pk>/open/", views.reopen, name="open"),
    path("layer-lines/<int:pk>/take/", views.take, name="take"),
    path("layer-lines/<int:pk>/merge/", views.merge, name="merge"),
    path("layer-lines/<int:pk>/back/", views.back_beside, name="back"),
    path("asked/", views.mine, name="mine"),
    path("asked/<int:pk>/", views.asked, name="asked"),
    path("layer-lines/<int:pk>/", views.change, name="change"),
    path("layer-lines/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("layer-lines/<int:pk>/put-back/", views.put_back, name="put_back"),
]
