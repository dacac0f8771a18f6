"""Signs of cause: what something does, to what, and how."""

from articles.text.claims.sign import Sign, sign
from articles.text.claims.words import BODY, CAUSE, EFFECT, PLURAL_BESIDE, PLURAL_DOES, WORKING, any_of, either

CAUSE_EFFECT = (
    sign("CAUSE_EFFECT", 1.2, EFFECT),
    sign("CAUSE_EFFECT", 1.2, CAUSE),
    sign("CAUSE_EFFECT", 1.2, any_of("(?:associated|correlate[sd]?|linked|tied|related)_(?:with|to)")),
    sign("CAUSE_EFFECT", 1.2, any_of("(?:association|correlation|relationship|link)s?_between")),
    sign(
        "CAUSE_EFFECT",
        1.1,
        any_of("risk_(?:of|for|factors?) (?:more|less)_likely predict(?:s|ed|ors?) (?:effects?|impact)_(?:of|on)"),
    ),
    # One thing changes as another does.
    sign(
        "CAUSE_EFFECT",
        1.1,
        r"\b(?:climb|drop|fall|grow|increase|decrease|rise|shrink|widen)s? (?:\pL+ly )?(?:as|when|whenever|with) ",
    ),
    sign("CAUSE_EFFECT", 0.8, any_of("consequences? hence makes? outcomes so_that thereby therefore thus")),
)

# A leaflet names the body in every line: what counts is that something is done to it.
HEALTH_EFFECT = (
    sign("HEALTH_EFFECT", 1.4, any_of("(?:good|bad|safe|dangerous)_for safely safe_to harmful_to side_effects?")),
    sign("HEALTH_EFFECT", 1.1, either(EFFECT, CAUSE), BODY),
    # Without an object: whom it kills or heals goes without saying.
    sign("HEALTH_EFFECT", 1.6, r"\b(?:cures|heals|kills?|poisons)[.!]*$"),
    sign(
        "HEALTH_EFFECT", 1.1, any_of("anti-inflammatory antibacterial antimicrobial antiviral detox(?:es|ify|ifies)?")
    ),
    sign(
        "HEALTH_EFFECT",
        0.6,
        any_of("""
            dos(?:es?|age) drugs? harmful healthy medication medicines? overdose remed(?:y|ies) supplements?
            therap(?:y|ies|eutic) toxic treatments? unhealthy vaccinat(?:ed|ion)
        """),
    ),
    sign("HEALTH_EFFECT", 0.3, BODY),
)

MECHANISM = (
    sign(
        "MECHANISM",
        1.3,
        r"\b(?:do|does|did|can|will)(?: ?not|n['’]t) (?:\pL+ly )?(?:affect|alter|cause|change|contain|cross|damage"
        r"|dissolve|enter|harm|leave|need|produce|protect|reach|react|replace|require|spread|work)\b",
    ),
    sign("MECHANISM", 1.1, WORKING),
    sign("MECHANISM", 1.1, r"\bplay(?:s|ed)? (?:an? |\pL+ )*(?:role|part)s?\b|\bpart of\b|\bmade (?:of|from|up)\b"),
    sign(
        "MECHANISM",
        1.1,
        any_of("(?:serve|act|function|work)s?_(?:as|by|through|like) (?:role|function|mechanism|pathway)s?"),
    ),
    # What a thing does to another, in whatever words: it fades the dye, it spins them round.
    sign(
        "MECHANISM",
        1.1,
        r"\b\pL{3,}[^s\s]s (?:the|an?|its|their|it|them|up|into|down|out|away|back|off) ",
        unless=r"^(?:everyone|nobody|nothing|this)\b|\b(?:our|my|we)\b"
        r"|\b(?:was|is|always|perhaps|as|his|yes) (?:the|an?|its|their|it)\b",
    ),
    # Hydrogen leaks through steel.
    sign(
        "MECHANISM",
        1.0,
        r"^(?:the |an? )?[\pL’-]{3,} \pL{3,}[^s\s]s (?:across|along|below|beneath|by|from|in|inside|into|on|out|over"
        r"|through|to|under|up|with) [^!?]*\.$",
        unless=any_of("are can is may was were will"),
    ),
    sign("MECHANISM", 0.9, PLURAL_DOES, unless=PLURAL_BESIDE),
    sign(
        "MECHANISM",
        0.9,
        r"^[\pL’' -]+ (?:can|cannot|can['’]t) \pL{4,}",
        unless=r"\b(?:you|we|i|can (?:also|sometimes|only|easily|make|take|have|feel))\b",
    ),
    # Names of substances and genes, a field's abbreviations: a detail that nobody knows by heart.
    sign(
        "MECHANISM", 0.8, r"\b(?-i:[A-Z]{1,5}[a-z]?-?\d+[A-Za-z]*|[a-z]{1,3}[A-Z]{2,}|[A-Z]{2,}-[A-Za-z])|[αβγδκμ]-?\pL"
    ),
    sign(
        "MECHANISM",
        0.7,
        any_of(r"""
            acids? chromosomes? dna enzymes? genes? genetic m?rna molecul(?:es?|ar) plants? proteins? soil species
            strains? \w{4,}(?:ases?|cytes?|ceptors?|genic|genesis|osis|itis|amines?|peptides?|lysis)
        """),
    ),
    sign("MECHANISM", 0.4, r"\b(?-i:[A-Z]{2,6}s?)\b"),
)

PRODUCT_CLAIM = (
    sign(
        "PRODUCT_CLAIM",
        1.5,
        any_of("""
            award-winning best-selling breakthrough chemical-free clinically_proven cutting-edge dermatologists?
            guaranteed hypoallergenic long-lasting medical[-_]grade non-toxic patented proven_to revolutionary
            revolutioni[sz]e[sd]? scientifically state-of-the-art unrivalled world-class
            (?:as_a|a|the|our)_(?:superior|premium)
        """),
    ),
    sign(
        "PRODUCT_CLAIM",
        1.3,
        r"\bour (?:\pL+ ){1,3}(?:\pL{2,}s|is|are|has|have|can|will|contain|last|give|work|stay|reduce|outlast)\b",
        either(EFFECT, any_of("contains? cools? delivers? gives? lasts? only outlasts? saves? stays? than works?")),
    ),
    sign(
        "PRODUCT_CLAIM",
        1.2,
        any_of("""
            anti-age?ing approved_(?:by|for|in) certified designed_to engineered_to formulated_(?:with|to) free_from
            last_longer lasts_(?:for|up|around|about|longer) licensed_(?:by|for|in) natural_ingredients
            rejuvenat(?:es?|ing|ion) specially_formulated toxins
        """),
    ),
)

EFFECTS: tuple[Sign, ...] = (*CAUSE_EFFECT, *HEALTH_EFFECT, *MECHANISM, *PRODUCT_CLAIM)
