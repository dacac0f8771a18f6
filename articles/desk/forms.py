"""The desk's forms: what is asked for, and in what shape it comes back."""

from datetime import datetime, time
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.models import User
from django.forms.utils import from_current_timezone
from django.utils import timezone

from articles import drafting
from articles.models import Public, Ruling, State, Topic, Waiver

LARGEST_FILE = 1_500_000  # bytes; a text of 2 MB is refused anyway, and what is carried over must fit into a form


def _in_tree(topic: Topic) -> str:
    """Return a topic's name behind a dash for each topic above it: the paths' order makes a tree of them."""
    return f"{'– ' * topic.path.count('/')}{topic.name}"


class TopicField(forms.ModelChoiceField):
    """One topic, chosen from the tree."""

    def label_from_instance(self, obj: Topic) -> str:
        return _in_tree(obj)


class TopicsField(forms.ModelMultipleChoiceField):
    """Any number of topics, ticked in the tree."""

    def label_from_instance(self, obj: Topic) -> str:
        return _in_tree(obj)


class New(forms.Form):
    """What a new article begins with."""

    title = forms.CharField(max_length=drafting.LONGEST_TITLE, help_text="It can be changed until it is published.")
    topics = TopicsField(
        Topic.objects.all(), required=False, widget=forms.CheckboxSelectMultiple, help_text="Where readers find it."
    )
    language = forms.CharField(initial="en", max_length=20, help_text="A code such as en or de-AT.")


class Filters(forms.Form):
    """Which articles a list shows. All of it stands in the address, so that a list can be sent to somebody."""

    q = forms.CharField(required=False, label="Words in the title")
    state = forms.ChoiceField(required=False, choices=[("", "Any state"), *State.choices])
    public = forms.ChoiceField(required=False, choices=[("", "Any"), *Public.choices], label="Readers see")
    topic = TopicField(Topic.objects.all(), required=False, to_field_name="path", empty_label="Any topic")
    owner = forms.ModelChoiceField(
        User.objects.filter(articles__isnull=False).distinct().order_by("username"),
        required=False,
        to_field_name="username",
        empty_label="Anybody’s",
    )


class Bring(forms.Form):
    """A text to import: a file, or what was pasted."""

    file = forms.FileField(required=False, help_text="Plain text, Markdown or HTML, up to 1.5 MB.")
    pasted = forms.CharField(
        required=False, strip=False, widget=forms.Textarea(attrs={"rows": 12}), label="Or paste the text here"
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file, pasted = given.get("file"), given.get("pasted", "")
        if file and pasted.strip():
            raise forms.ValidationError("Choose a file or paste a text, not both.")
        if not file and not pasted.strip():
            raise forms.ValidationError("Choose a file, or paste a text.")
        if (file.size if file else len(pasted.encode())) > LARGEST_FILE:
            raise forms.ValidationError("This is larger than 1.5 MB. Split the text and import its parts.")
        return given


class Taking(forms.Form):
    """What a step takes: the revision that was read, and a note."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 4}))
    at: datetime | None = None


class TakingAway(Taking):
    """A step that takes something from readers: it is asked twice."""

    sure = forms.BooleanField(
        label="Yes, readers shall no longer see it as it is.", error_messages={"required": "Tick the box to go on."}
    )


class Scheduling(Taking):
    """A step with a time, in a zone that is named."""

    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}), initial=time(9))
    zone = forms.ChoiceField(choices=[(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if {"day", "time", "zone"} <= given.keys():
            with timezone.override(given["zone"]):
                # Refuses an hour that the clocks skip, and one that they show twice.
                self.at = from_current_timezone(datetime.combine(given["day"], given["time"]))
        return given


class AskWaiver(forms.Form):
    """A request that a claim may stand without a source."""

    reason = forms.ChoiceField(
        choices=[(reason, reason.capitalize()) for reason in Waiver.Reason.values], widget=forms.RadioSelect
    )
    note = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))


class DecideWaiver(forms.Form):
    """The answer to such a request."""

    granted = forms.ChoiceField(choices=[("yes", "Grant"), ("no", "Refuse")])
    expires = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def clean_granted(self) -> bool:
        return self.cleaned_data["granted"] == "yes"

    def clean_expires(self) -> datetime | None:
        day = self.cleaned_data["expires"]
        return from_current_timezone(datetime.combine(day, time.max)) if day else None


class Rule(forms.Form):
    """A ruling on a claim."""

    kind = forms.ChoiceField(choices=Ruling.Kind)
    note = forms.CharField(required=False)
