"""The edit page's forms: the text, what it is filed under, and who signs it."""

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.http import QueryDict

from articles import roles
from articles.crediting import Credit
from articles.desk.editor import BodyWidget
from articles.drafting import LONGEST_STANDFIRST, LONGEST_TITLE, Draft
from articles.models import Article, Byline, Contributor, Topic
from articles.models.revision import Text


class TopicField(forms.ModelMultipleChoiceField):
    """Topics as a list in which each stands under its parent."""

    def label_from_instance(self, topic: Topic) -> str:
        return "\u2003" * topic.path.count("/") + topic.name


class TextForm(forms.Form):
    """An article's text as a person types it, and its topics."""

    title = forms.CharField(max_length=LONGEST_TITLE)
    standfirst = forms.CharField(
        required=False,
        max_length=LONGEST_STANDFIRST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One or two sentences under the title.",
    )
    body = forms.CharField(label="Text", required=False, strip=False, widget=BodyWidget)
    language = forms.CharField(max_length=20, help_text="The text’s language as a code: en, de-AT.")
    topics = TopicField(Topic.objects.all(), required=False, widget=forms.CheckboxSelectMultiple)

    @property
    def draft(self) -> Draft:
        """What was typed, of a form that is valid."""
        told = self.cleaned_data
        return Draft(told["title"], told["body"], told["standfirst"], told["language"])


class BylineForm(forms.Form):
    """One line of who signs the text; one without a contributor says nothing."""

    role = forms.ChoiceField(choices=[(role.value, role.label) for role in Byline.Role], initial=Byline.Role.AUTHOR)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contributor"] = forms.TypedChoiceField(
            choices=[("", "Nobody"), *people], coerce=int, empty_value=None, required=False
        )


_Bylines = forms.formset_factory(BylineForm, extra=1, can_order=True, max_num=50, validate_max=True)


class Edit:
    """All that the edit page's one form holds: `text` and `bylines`, bound to what was sent or filled from `shown`."""

    def __init__(self, article: Article, person: AbstractBaseUser, shown: Text, sent: QueryDict | None = None) -> None:
        said = {name: getattr(shown, name) for name in ("title", "standfirst", "body", "language")}
        self.text = TextForm(sent, initial=said | {"topics": [topic.pk for topic in article.topics.all()]})
        bylines = list(article.bylines.select_related("contributor"))
        signed = [{"contributor": str(each.contributor_id), "role": each.role} for each in bylines]
        # What was sent is all that counts then: a line that is as it was saved would pass for one that was left empty.
        self.bylines = _Bylines(
            sent,
            initial=signed if sent is None else None,
            prefix="bylines",
            form_kwargs={"people": _people(bylines)},
        )
        if not roles.may(person, "write", article):
            for form in (self.text, *self.bylines.forms):
                for field in form.fields.values():
                    field.disabled = True

    def is_valid(self) -> bool:
        """Whether all of it may be taken as it was sent."""
        return self.text.is_valid() & self.bylines.is_valid()

    @property
    def credits(self) -> list[Credit]:
        """Who is named, in order, of what is valid."""
        told = [form.cleaned_data for form in self.bylines.ordered_forms if form.cleaned_data.get("contributor")]
        return [Credit(each["contributor"], each["role"]) for each in told]

    @property
    def errors(self) -> list[str]:
        """What is wrong with what was sent, as sentences."""
        found = []
        for form in (self.text, *self.bylines.forms):
            for name, errors in form.errors.items():
                named = f"{form[name].label}: " if name in form.fields else ""
                found += [f"{named}{error}" for error in errors]
        return found + [str(error) for error in self.bylines.non_form_errors()]


def _people(bylines: list[Byline]) -> list[tuple[str, str]]:
    """Return who may be credited, those who are already included."""
    kept = Contributor.objects.filter(Q(active=True) | Q(pk__in=[byline.contributor_id for byline in bylines]))
    return [(str(pk), name) for pk, name in kept.values_list("pk", "name")]
