"""The library's addresses."""

from django.urls import path

from references.views import adding, editing, merging, picking, sources

app_name = "library"
urlpatterns = [
    path("", sources.index, name="list"),
    path("add/", adding.add, name="add"),
    path("pick/", picking.pick, name="pick"),
    path("<slug:key>/", sources.show, name="source"),
    path("<slug:key>/edit/", editing.edit, name="edit"),
    path("<slug:key>/merge/", merging.merge, name="merge"),
]
