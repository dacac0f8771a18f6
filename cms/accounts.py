"""Who gets an account: whoever was invited, nobody else."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ByInvitation(DefaultAccountAdapter):
    """allauth's own sign-up form is closed; cms/views/invitation.py is the way in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
