"""The site's policy and its identity: one row each."""

from django.core.cache import cache
from django.db import models

from articles.checks.policy import Coverage, Policy
from articles.text.claims import Sensitivity
from references.models import Numbering

_RANK = {Sensitivity.LENIENT: 0, Sensitivity.STANDARD: 1, Sensitivity.STRICT: 2}


class SitePolicy(models.Model):
    """How readily the site asks for a source, how far a citation reaches, and how references are numbered."""

    sensitivity = models.CharField(
        max_length=10, choices=[(each.value, each.value) for each in Sensitivity], default=Sensitivity.STANDARD.value
    )
    coverage = models.CharField(
        max_length=10, choices=[(each.value, each.value) for each in Coverage], default=Coverage.SENTENCE.value
    )
    numbering = models.CharField(max_length=10, choices=Numbering, default=Numbering.PER_SOURCE)

    class Meta:
        verbose_name = verbose_name_plural = "site policy"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_site_policy")]

    def __str__(self) -> str:
        return "Site policy"

    @classmethod
    def current(cls) -> "SitePolicy":
        """The row, or one with the defaults where nobody has set anything yet."""
        return cls.objects.first() or cls(pk=1)

    def raised(self, sensitivities: list[str]) -> Policy:
        """The policy for a text whose topics ask for these sensitivities: the strictest counts, the site's own
        included.
        """
        asked = [Sensitivity(self.sensitivity), *(Sensitivity(each) for each in sensitivities if each)]
        return Policy(max(asked, key=lambda each: _RANK[each]), Coverage(self.coverage))


class SiteIdentity(models.Model):
    """Who speaks to the reader: the magazine's name and what the law and readers want to know of it."""

    KEPT = 60  # seconds

    name = models.CharField(max_length=100, default="Stet")
    tagline = models.CharField(max_length=200, blank=True)
    contact = models.EmailField(blank=True, help_text="Where readers write to, about a mistake too.")
    imprint = models.TextField(blank=True, help_text="Publisher, address, who is responsible. Shown on the page About.")
    policy = models.TextField(blank=True, help_text="How texts are checked, corrected and retracted. Shown there too.")

    class Meta:
        verbose_name = verbose_name_plural = "site identity"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_site_identity")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "SiteIdentity":
        """The row, or one with the defaults where nobody has set anything yet; at most KEPT seconds old, so that a page
        costs no query for it.
        """
        kept: SiteIdentity | None = cache.get("site-identity")
        if kept is None:
            kept = cls.objects.first() or cls(pk=1)
            cache.set("site-identity", kept, cls.KEPT)
        return kept

    @staticmethod
    def forget() -> None:
        """Have current() read the row anew."""
        cache.delete("site-identity")
