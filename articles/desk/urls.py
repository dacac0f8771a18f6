"""The desk's addresses."""

from django.urls import path

from articles.desk.views import articles, claims, comments, edit, history, home, importing, preview, review, steps

app_name = "desk"
urlpatterns = [
    path("", home.index, name="home"),
    path("articles/", articles.index, name="articles"),
    path("new/", articles.new, name="new"),
    path("import/", importing.bring, name="import"),
    path("articles/<int:pk>/", edit.edit, name="article"),
    path("articles/<int:pk>/check/", edit.check, name="check"),
    path("articles/<int:pk>/keep/", edit.keep, name="keep"),
    path("articles/<int:pk>/review/", review.show, name="review"),
    path("articles/<int:pk>/preview/", preview.show, name="preview"),
    path("articles/<int:pk>/history/", history.index, name="history"),
    path("articles/<int:pk>/compare/", history.compare, name="compare"),
    path("articles/<int:pk>/restore/<int:number>/", history.restore, name="restore"),
    path("articles/<int:pk>/steps/<slug:step>/", steps.take, name="step"),
    path("claims/<int:pk>/waiver/", claims.ask_waiver, name="ask-waiver"),
    path("claims/<int:pk>/ruling/", claims.rule, name="rule"),
    path("rulings/<int:pk>/revoke/", claims.revoke, name="revoke"),
    path("waivers/", claims.waivers, name="waivers"),
    path("waivers/<int:pk>/", claims.decide_waiver, name="decide-waiver"),
    path("waivers/<int:pk>/end/", claims.end_waiver, name="end-waiver"),
    path("comments/", comments.index, name="comments"),
    path("comments/<int:pk>/", comments.decide, name="decide-comment"),
]
