"""The site's policy: one row."""

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
