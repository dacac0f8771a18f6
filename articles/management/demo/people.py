"""The demonstration's people: one account for each role."""

from django.contrib.auth.models import Group, User

PASSWORD = "stet-demo"  # noqa: S105 - it is printed in the documentation, and made only while DEBUG is on
PEOPLE = {
    "writer": ("Contributor", "Ines", "Halloran"),
    "editor": ("Editor", "Tomas", "Reyl"),
    "checker": ("Fact-checker", "Maryam", "Odell"),
    "publisher": ("Publisher", "Joost", "Pellworm"),
    "admin": ("Admin", "Astrid", "Keel"),
}


def settle() -> dict[str, User]:
    """Return the demonstration's users by name, making those that are missing. None is a superuser."""
    users = {}
    for name, (role, first_name, last_name) in PEOPLE.items():
        said = {"email": f"{name}@example.com", "first_name": first_name, "last_name": last_name}
        user, made = User.objects.get_or_create(username=name, defaults=said)
        if made:
            user.set_password(PASSWORD)
            user.is_staff = role == "Admin"
            user.save()
            user.groups.add(Group.objects.get(name=role))
        users[name] = user
    return users
