"""Pieces of patterns that every part of a reference is made of."""

# `re` has no class for capital letters: those of the Latin, Greek and Cyrillic scripts, in which names begin.
UPPER = "".join(letter for letter in map(chr, range(0x530)) if letter.isupper())

# Where a full stop after one of these stands, no sentence ends.
ABBREVIATIONS = frozenset(
    "v vs no nr vol vols p pp ed eds st dr mr mrs ms jr sr ca cf etc al art ch fig suppl inc ltd co corp dept univ "
    "proc int natl trans rev ser pt approx spp sp subsp hg hrsg bd aufl dir coll".split()
)
