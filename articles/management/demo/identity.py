"""What the demonstration's magazine says of itself."""

from articles.models import SiteIdentity

IMPRINT = """\
Hedge & Harbour is a magazine of quiet crafts and slow water. It appears when something is ready.

Published by the Hedge & Harbour Society, 3 Wool Hall Yard, Marrowby. Responsible for the content: Joost Pellworm.

Everything here is invented: the valley, its people, its bells, and every source that is cited. The magazine is Stet’s \
demonstration."""
POLICY = """\
How we check. Every sentence that a reader could ask a source for has one, or a reason why it stands without. Somebody \
who wrote nothing of a text reads it against its sources and approves exactly that text. If a word changes afterwards, \
they read it again. Who that was is named at each article.

What we correct. If a fact was wrong, we publish a new edition and say at its head, and on the page Corrections, what \
was wrong and what is right. Earlier editions stay readable. Nothing is changed in silence.

What we retract. If a text cannot be put right, we say so at its head. It stays where it was, so that whoever cited it \
finds out.

What we are paid for. Promotion is labelled and stands apart. Interests of our contributors are printed beside their \
names."""


def introduce() -> None:
    """Give the site the magazine's name and policies, unless somebody has given it theirs."""
    said = {
        "name": "Hedge & Harbour",
        "tagline": "Quiet crafts and slow water",
        "contact": "desk@example.com",
        "imprint": IMPRINT,
        "policy": POLICY,
    }
    SiteIdentity.objects.get_or_create(pk=1, defaults=said)
