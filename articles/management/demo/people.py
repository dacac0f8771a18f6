"""The demonstration's people: one for each role."""

from django.contrib.auth.models import Group, User

PASSWORD = "stet-demo"  # noqa: S105 - it is printed in the documentation, and made only while DEBUG is on
PEOPLE = {
    "writer": "Contributor",
    "editor": "Editor",
    "checker": "Fact-checker",
    "publisher": "Publisher",
    "admin": "Admin",
}


def settle() -> dict[str, User]:
    """Return the demonstration's users by name, making those that are missing. None is a superuser."""
    users = {}
    for name, role in PEOPLE.items():
        user, made = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.com"})
        if made:
            user.set_password(PASSWORD)
            user.is_staff = role == "Admin"
            user.save()
            user.groups.add(Group.objects.get(name=role))
        users[name] = user
    return users
