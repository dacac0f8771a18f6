"""A reader's comment: its form, and what keeps machines from filling the editors' desk."""

from hashlib import sha256

from django import forms
from django.core.cache import cache

from articles.models import Comment

MOST = 5
WINDOW = 600  # seconds
LONGEST = 5_000


class CommentForm(forms.ModelForm):
    """A name and a text; the address is for the editors alone. `website` is a trap: people do not see it."""

    text = forms.CharField(
        label="Your comment", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8}), strip=True
    )
    email = forms.EmailField(
        label="E-mail (optional)", required=False, help_text="Never shown. Only for an editor’s answer to you."
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))

    class Meta:
        model = Comment
        fields = ["name", "email", "text"]
        labels = {"name": "Your name"}
        help_texts = {"name": "Shown beside your comment."}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}

    @property
    def is_trapped(self) -> bool:
        """Whether the field was filled that people do not see."""
        return bool(self.cleaned_data["website"])


def too_many(address: str) -> bool:
    """Count a comment from an address, and say whether there were more than five in ten minutes.

    The cache has the address's digest alone, and forgets it.
    """
    key = f"comments:{sha256(address.encode()).hexdigest()}"
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key) > MOST
    except ValueError:
        # It was forgotten in between: this is the first of a new ten minutes.
        return False
