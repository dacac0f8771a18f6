"""Where an invited person makes the account."""

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from articles import inviting
from articles.roles import Refused


class AccountForm(forms.Form):
    """How the person is called and logs in."""

    name = forms.CharField(
        max_length=200,
        help_text="As it stands beside what you do at the desk.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    username = forms.CharField(
        label="User name",
        max_length=150,
        validators=[User.username_validator],
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        widget=forms.PasswordInput({"autocomplete": "new-password"}), help_text=password_validators_help_text_html
    )

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        user = User(username=said.get("username", ""), first_name=said.get("name", ""))
        try:
            validate_password(said.get("password", ""), user)
        except forms.ValidationError as fault:
            self.add_error("password", fault)
        return said


@never_cache
@sensitive_post_parameters("password")
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form, make the account, log its owner in."""
    invitation = inviting.find(token)
    form = AccountForm(request.POST if request.method == "POST" else None)
    if invitation and form.is_valid():
        try:
            user = inviting.accept(token, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            login(request, user, "allauth.account.auth_backends.AuthenticationBackend")
            messages.success(request, "Your account is made. This is the desk, where you work from now on.")
            return redirect("desk:home")
    status = 200 if invitation else 410
    answer = render(request, "account/invitation.html", {"form": form, "invitation": invitation}, status=status)
    # The address holds the token: no other site may learn it.
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
