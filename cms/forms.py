"""The log-in form in our words."""

from allauth.account.forms import LoginForm


class LogInForm(LoginForm):
    """User name or e-mail, and the password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "User name or e-mail"
        self.fields["remember"].label = "Stay logged in on this device"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
