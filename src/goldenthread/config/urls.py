"""Addresses: where each page of the web door stands."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("goldenthread.web.signing_in.urls")),
    path("", include("goldenthread.web.urls")),
]

handler403 = "goldenthread.web.pages.faults.forbidden"
handler404 = "goldenthread.web.pages.faults.missing"
handler500 = "goldenthread.web.pages.faults.broken"
