"""The admin: people, topics and policy to change, articles and their history to look at."""

from articles.admin import contributors, history, people, site, topics

__all__ = ["contributors", "history", "people", "site", "topics"]
