"""Contributors and what they do on an article."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from references import identifiers


def validate_orcid(value: str) -> None:
    """Raise ValidationError where the check digit of an ORCID iD is wrong."""
    if not identifiers.orcid(value):
        raise ValidationError(
            "%(value)s is no ORCID iD: its check digit is wrong. Copy it from orcid.org.", params={"value": value}
        )


class Contributor(models.Model):
    """A person or an organisation that readers see credited. Deactivated rather than deleted."""

    class Kind(models.TextChoices):
        PERSON = "person"
        ORGANISATION = "organisation"

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="contributor"
    )
    credentials = models.CharField(max_length=300, blank=True, help_text="What stands after the name: PhD, RD.")
    affiliation = models.CharField(max_length=500, blank=True)
    bio = models.TextField(blank=True)
    disclosure = models.TextField(blank=True, help_text="Interests that readers should know; “None declared.” counts.")
    orcid = models.CharField("ORCID iD", max_length=40, blank=True, validators=[validate_orcid])
    photo = models.ImageField(upload_to="contributors/", blank=True)
    photo_alt = models.CharField("alternative text", max_length=300, blank=True)
    photo_credit = models.CharField(max_length=200, blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        permissions = [
            ("propose_bio", "Can propose a change of their own bio"),
            ("approve_bio", "Can approve a proposed bio"),
        ]

    def __str__(self) -> str:
        return self.name


class Byline(models.Model):
    """A contributor's role on one article."""

    class Role(models.TextChoices):
        AUTHOR = "author"
        EDITOR = "editor"
        REVIEWER = "reviewer"
        INTERVIEWER = "interviewer"
        ILLUSTRATOR = "illustrator"
        PHOTOGRAPHER = "photographer"
        TRANSLATOR = "translator"

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(Contributor, models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=12, choices=Role, default=Role.AUTHOR)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "contributor", "role"], name="one_byline_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.contributor} ({self.role})"
