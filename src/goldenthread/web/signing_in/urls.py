"""Addresses of signing in; the names are those by which allauth finds them."""

from django.urls import path

from goldenthread.web.signing_in import views

urlpatterns = [
    path("sign-in", views.SignIn.as_view(), name="account_login"),
    path("sign-out", views.SignOut.as_view(), name="account_logout"),
]
