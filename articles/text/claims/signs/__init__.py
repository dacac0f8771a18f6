"""Every sign, by what it listens for: for a source in measures, effects and voices; against "
"in reader, author and plain."""

from articles.text.claims.sign import Sign
from articles.text.claims.signs.author import AUTHOR
from articles.text.claims.signs.effects import EFFECTS
from articles.text.claims.signs.measures import MEASURES
from articles.text.claims.signs.plain import PLAIN
from articles.text.claims.signs.reader import READER
from articles.text.claims.signs.voices import VOICES

SIGNS: tuple[Sign, ...] = (*MEASURES, *EFFECTS, *VOICES, *READER, *AUTHOR, *PLAIN)
