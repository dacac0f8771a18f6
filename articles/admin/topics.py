"""Topics in the admin: placed through articles/topics.py, so that those below one move along."""

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest

from articles import topics
from articles.models import Topic


class TopicForm(forms.ModelForm):
    """A topic, refused where it cannot stand."""

    class Meta:
        model = Topic
        fields = ("name", "parent", "description", "sensitivity")

    def clean(self) -> dict[str, object]:
        said = super().clean() or self.cleaned_data
        if said.get("name"):
            # A copy as it is stored: validation writes the new values into self.instance.
            stored = Topic.objects.filter(pk=self.instance.pk).first() or Topic()
            try:
                topics.require_place(stored, said["name"], said.get("parent"))
            except topics.Misplaced as fault:
                self.add_error("name", str(fault))
        return said


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    form = TopicForm
    list_display = ("path", "name", "sensitivity", "articles_in_it")
    list_display_links = ("path", "name")
    search_fields = ("name", "path")
    readonly_fields = ("path",)
    fields = ("name", "parent", "path", "description", "sensitivity")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return super().get_queryset(request).annotate(in_it=Count("articles"))

    @admin.display(description="articles", ordering="in_it")
    def articles_in_it(self, topic: Topic) -> int:
        return topic.in_it  # type: ignore[attr-defined]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Topic, form: forms.ModelForm, change: bool) -> None:
        topics.place(obj, obj.name, obj.parent)
