"""The reader's addresses."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from articles.reader import exports, feeds, sitemaps
from articles.reader.views import article, comment, contributor, corrections, home, search, topic

urlpatterns = [
    path("", home.home, name="home"),
    path("topics/<path:path>/", topic.topic, name="topic"),
    path("articles/<slug:slug>.<str:ending>", exports.export, name="export"),
    path("articles/<str:slug>/", article.article, name="article"),
    path("articles/<str:slug>/editions/<int:number>/", article.edition, name="edition"),
    path("articles/<str:slug>/comment/", comment.comment, name="comment"),
    path("contributors/", contributor.contributors, name="contributors"),
    path("contributors/<str:slug>/", contributor.contributor, name="contributor"),
    path("search/", search.search, name="search"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("feed/", feeds.atom, name="feed"),
    path("feed/topics/<path:path>/", feeds.topic, name="topic-feed"),
    path("feed/contributors/<str:slug>/", feeds.contributor, name="contributor-feed"),
    path("feed.json", feeds.json_feed, name="feed-json"),
    path("sitemap.xml", sitemap, {"sitemaps": sitemaps.SITEMAPS}, name="sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
]
