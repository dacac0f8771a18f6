"""Signs of saying nothing that a source could settle: a definition, what all know, no sentence at all."""

from articles.text.claims.sign import Sign, sign
from articles.text.claims.words import CARRIER, EFFECT, PLURAL_BESIDE, PLURAL_DOES, ROW_OF_FIGURES, any_of, either

# A definition says what its subject is and no more: with these words it says more.
_MORE_THAN_DEFINED = either(
    r"^(?:there|this|these|those|it|they|he|she|in|at|on|for|however|finally|but)\b",
    any_of(r"\pL+est causes? first important key kind_of main major more most one_of only part_of result risk worst"),
)

DEFINITION = (
    sign(
        "DEFINITION",
        -1.7,
        r"\b(?:is|are) (?:an?|the|any) (?:[\pL-]+ ){0,2}(?:branch|class|condition|device|disease|dish|disorder|form"
        r"|group|kind|method|piece|process|program|set|state|system|technique|term|tool|type|unit|way)s? (?:of|in"
        r"|that|which|for|used|where|when)\b",
    ),
    sign("DEFINITION", -1.2, any_of("(?:is|are)_(?:also_)?(?:called|defined_as|known_as|referred_to_as|termed)")),
    sign(
        "DEFINITION", -1.2, any_of("in_other_words is_when means_(?:an?|that|the|your) refers?_to stands_for the_term")
    ),
    sign(
        "DEFINITION",
        -1.2,
        r"^(?:an?|the)? ?(?:[\pL'’()-]+ ){1,4}(?:(?:is|was) an? |(?:are|were) )(?:[\pL'’-]+,? ){1,4}(?:that|which|who"
        r"|of|in which|where|used to|for|made)\b",
        unless=_MORE_THAN_DEFINED,
    ),
    sign("DEFINITION", -0.8, r"^(?:an?|the)? ?(?:[\pL'’()-]+ ){1,5}(?:is|are) an? (?:[\pL'’-]+ ){0,5}[\pL'’-]+\.$"),
)
# To say what something is not is to say something of one's own.
_DENIAL = r"^\pL+ (?:is|are|was|were|can|may|will) ?not\b"

COMMON_KNOWLEDGE = (
    sign(
        "COMMON_KNOWLEDGE",
        -1.3,
        any_of(r"""
            as_we_all_know (?:vary|varies|differ|differs)_(?:between|by|from|greatly|widely) everyone_knows in_general
            it_is_(?:clear|no_secret|obvious|well_known) needless_to_say normal_reactions? of_course others_may
            pros_and_cons some_\w+_(?:can|do|feel|may|might) takes_practice
            there_are_(?:different|lots|many|several|three|two|various)_\w+
        """),
    ),
    sign(
        "COMMON_KNOWLEDGE",
        -0.7,
        r"\b(?:may|might|can) (?:also |sometimes )?(?:be|have|feel|include|need|happen|help|make|take)\b",
    ),
    sign("COMMON_KNOWLEDGE", -0.7, any_of("may_also possibl[ey] (?:is|are|will)_likely")),
    # A made-up case, to make something clear.
    sign(
        "COMMON_KNOWLEDGE",
        -1.6,
        r"\b(?:for (?:example|instance),? (?:if|imagine|suppose|when)|suppose that|imagine an?)\b",
    ),
    # Leaning on the sentence before, or drawing a conclusion from it.
    sign(
        "COMMON_KNOWLEDGE",
        -0.7,
        r"^(?:this|these|those|that|they) (?:is|are|was|were|can|may|will|also)\b",
        unless=_DENIAL,
    ),
    sign(
        "COMMON_KNOWLEDGE",
        -0.7,
        r"^(?:hence|in (?:brief|conclusion|short|summary)|overall|taken together|therefore|thus)\b",
    ),
)
_WHOLE = either(CARRIER, ROW_OF_FIGURES)

FRAGMENT = (
    sign("FRAGMENT", -4.0, r"^[^\pL]*$", unless=ROW_OF_FIGURES),
    sign("FRAGMENT", -2.0, r"[^.!?…。:\"”»“]$", unless=either(_WHOLE, PLURAL_DOES)),
    sign("FRAGMENT", -2.0, r"[^.!?…。:\"”»“]$", PLURAL_BESIDE, unless=_WHOLE),
    # A line of code.
    sign("FRAGMENT", -2.5, r"^[\w.\[\]]+ (?:=|:=|\+=) \S|^(?:\$|>>>|//|#!) ?\S|[;{}]$", unless=r"[.!?]$"),
    # A list's item: a few words, of which the bracket only says what they mean; or so much of something.
    sign(
        "FRAGMENT",
        -1.8,
        r"^(?-i:\p{Ll}[\pL-]*(?: [\pL-]+){0,3}) \([^()]*\)?[.;,]?$",
        unless=rf"\((?:{EFFECT})",
    ),
    sign(
        "FRAGMENT",
        -2.5,
        r"^[\p{Nd}½¼¾⅓⅔][\p{Nd}½¼¾⅓⅔/., –-]*(?:c?[lm]|g|k[gm]|m[gl]|oz|lbs?|cups?|tsp|tbsp)\b[^.!?]*$",
        unless=any_of("is are was were has have had can will"),
    ),
)

PLAIN: tuple[Sign, ...] = (*DEFINITION, *COMMON_KNOWLEDGE, *FRAGMENT)
