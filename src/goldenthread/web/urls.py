"""Addresses of the pages; a row each in the table of who may see what."""

from django.urls import path

from goldenthread.web import brand
from goldenthread.web.pages import home, indicators, scorecards

urlpatterns = [
    path("", home.page, name="home"),
    path("changes/", home.changed, name="changed"),
    path("scorecards/", scorecards.index, name="scorecards"),
    path("scorecards/levels/<str:level>/", scorecards.level, name="level"),
    path("scorecards/<str:code>/", scorecards.one, name="scorecard"),
    path("indicators/", indicators.index, name="indicators"),
    path("indicators/<str:code>/", indicators.one, name="indicator"),
    path("brand.css", brand.sheet, name="brand"),
]
