"""Signs of measuring: figures, dates and events, how common, how much, the most."""

from articles.text.claims.sign import Sign, sign
from articles.text.claims.words import EVENT, NUMBER, PAST, ROW_OF_FIGURES, any_of, either

_UNIT = either(
    r"[µμmk]?g|lbs?|oz|[mc]?l|[mcnkµμ]?m|miles?|feet|ft|inch(?:es)?|acres?|hectares?|ha|[kmg]?hz|m?v|k?w|[kmg]wh?"
    r"|k?cal|calories",
    r"k?j|iu|m?mol|hours?|hrs?|h|min(?:ute)?s?|sec(?:ond)?s?|s|days?|weeks?|months?|years?|yrs?|metres?|meters?"
    r"|litres?|liters?",
    r"tonnes?|tons?|degrees|°\s?[cf]?|fold|times|x|people|patients?|participants?|adults?|children|women|men|mice"
    r"|rats|studies",
    r"trials|cases|deaths|homes|jobs|million|billion|thousand|bn|[kmgt]b|mph|km/h|psi|rpm|dollars|euros|pounds",
)
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR = r"(?:1\d{3}|20[0-4]\d)s?"
# A figure that is no year and no part of a name such as B12.
_FIGURE = (
    r"(?:^|[\s(~≈<>≤≥=+–—-])(?:\p{Nd}{1,3}|[3-9]\d{3}|2[1-9]\d\d|\p{Nd}{5,}|\d+[.,]\d+)(?:[^\pL\p{Nd}.,]|[.,]?(?:\s|$))"
)
# Numbers that only name something: a list's item, a figure, a stand, a day of a month.
_NUMBERED = either(
    r"^\p{Nd}+[.)]?\s",
    rf"\b(?:figure|fig\.|table|box|chapter|section|page|part|stage|type|stand|step|grade|level|{_MONTH}) \d",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}",
)
# Anyone or anything called by name after the first word.
_NAME = r"[\pL,)] (?-i:\p{Lu}\pL{2,})"

STATISTIC = (
    sign(
        "STATISTIC",
        2.2,
        rf"(?:\p{{Nd}}|\b(?:{NUMBER}))\s?(?:[%‰٪％]|(?:per ?cent|percentage points?|prozent|pour ?cent|por ciento)\b)",
    ),
    sign("STATISTIC", 1.6, r"\b(?:odds|hazard|risk) ratio|\brelative risk|\b[pn]\s?[<=>≤]\s?0?[.\d]|\bci\b[:,]?\s?\d"),
    sign("STATISTIC", 1.5, r"[$€£¥₹]\s?\p{Nd}|\p{Nd}\s?(?:€|£|usd|eur|gbp)"),
    # Three in five, nine out of ten.
    sign("STATISTIC", 1.5, rf"\b(?:one|{NUMBER}|\d+) (?:\w+ )?(?:in|out of) (?:every )?(?:{NUMBER}|\d+)\b"),
    # With or without a space: 6hrs, 6 hrs, 6-hour.
    sign("STATISTIC", 1.4, rf"\p{{Nd}}[\s-]?(?:{_UNIT})\b"),
    sign(
        "STATISTIC",
        1.3,
        r"\b(?:an?|one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?\b|\bhalf (?:of|the|as|their|its)\b",
    ),
    sign(
        "STATISTIC",
        1.3,
        r"\b(?:twice|double|triple|\w+fold|\w+ times) (?:as|the|that|more|less|faster|higher|larger)\b",
    ),
    # The one so many times the other: two to one.
    sign("STATISTIC", 1.3, rf"\b(?:an? |{NUMBER}|\d+)\S* to (?:one|1)\b"),
    sign("STATISTIC", 1.2, r"\b(?:doubl|halv|quadrupl|trebl|tripl)(?:e[sd]|ing)\b"),
    sign("STATISTIC", 2.4, ROW_OF_FIGURES),
    sign("STATISTIC", 1.2, any_of("millions? billions? trillions? hundreds_of thousands_of dozens_of")),
    sign("STATISTIC", 1.1, rf"\b(?:{NUMBER}) (?:\w+ )?(?:\pL+s|people|men|women|children|percent|per cent|million)\b"),
    sign(
        "STATISTIC", 1.0, r"\b(?:average|median|mean) (?:of|age|income|price|score)\b|\bon average\b|\brates?(?: of)?\b"
    ),
    sign("STATISTIC", 0.8, _FIGURE, unless=_NUMBERED),
)

HISTORY = (
    sign("HISTORY", 1.9, rf"\b{_YEAR}\b", EVENT),
    sign("HISTORY", 1.6, EVENT, _NAME),
    sign(
        "HISTORY",
        1.4,
        any_of(
            r"(?:name|term|word)_(?:is_derived|derives|comes|came|stems) named_after takes_its_name "
            r"dat(?:es_back|es_from|ing_back)"
        ),
    ),
    sign(
        "HISTORY",
        1.4,
        any_of(r"(?:have|has)_\pL+ed_since ha(?:s|ve)_(?:long_)?been_\pL+_(?:\pL+_)*(?:for|since) since_the"),
    ),
    sign("HISTORY", 1.4, any_of(r"centur(?:y|ies) \d+_(?:bce?|ce|ad) ad_\d+")),
    # A bare year reads the same in any language.
    sign("HISTORY", 1.3, rf"(?:^|[\s(–-]){_YEAR}(?:[\s.,;:)–-]|$)"),
    sign("HISTORY", 1.3, any_of("he she his her him"), either(PAST, EVENT), unless=any_of("i my we you your")),
    sign(
        "HISTORY",
        1.3,
        rf"\b\pL{{3,}}ed (?:the|an?|its|their|his|her|them|\d+|{NUMBER}) ",
        unless=r"\b(?:is|are|be|been) \pL+ed\b",
    ),
    # What happened to something that has no name: the fire started in a kitchen.
    sign(
        "HISTORY",
        1.0,
        r"^(?:the|an?|her|his|its|their) (?:[\pL’'-]+ ){1,4}\pL{2,}ed (?:at|by|down|for|from|in|into|on|out|over"
        r"|through|to|up|with)\b",
        unless=any_of("are be been can is may will"),
    ),
    # What somebody did: they never saw, nobody asked.
    sign(
        "HISTORY",
        1.2,
        r"\b(?:he|she|they|nobody|no one) (?:\pL+ly |also |ever |first |never |once |soon |then )*"
        + either(r"\pL{3,}ed\b", rf"(?:{EVENT})", rf"(?:{PAST})").join(("(?:", ")")),
        unless=r"\bthey (?:was|were|need|used to)\b",
    ),
    sign("HISTORY", 1.1, EVENT),
    sign("HISTORY", 1.0, PAST, _NAME),
    sign(
        "HISTORY",
        0.8,
        any_of("""
            ancient decades dynasty empire formerly generations historically medieval once originally reign
            tradition(?:ally)? war
        """),
    ),
    # Somebody or some place in particular is spoken of.
    sign("HISTORY", 0.7, r"[\pL,] (?-i:\p{Lu}\pL{2,} \p{Lu}\pL+)"),
    sign("HISTORY", 0.5, either(_NAME, r"^(?-i:(?:\p{Lu}\pL+ ){2})")),
)

PREVALENCE = (
    sign(
        "PREVALENCE",
        1.1,
        r"\b(?:few|half|many|most|much|none) of (?:all|her|his|its|the|their|these|your)\b",
        unless=r"\bof the (?:day|time)\b",
    ),
    sign(
        "PREVALENCE",
        1.1,
        r"\b(?:most|many|majority|some|few|(?:nearly |almost )?all|half) (?:of the |of |\pL+ )?(?:\pL+s|people|men"
        r"|women|children)\b",
        unless=r"\bmost (?:importantly|likely)\b|\bhow many\b",
    ),
    sign(
        "PREVALENCE",
        1.1,
        any_of("""
            commonly endemic frequently incidence increasingly mainly majority mostly predominantly prevalen(?:t|ce)
            proportion rarely seldom typically ubiquitous widely_used widespread
        """),
    ),
    sign(
        "PREVALENCE",
        0.7,
        any_of(r"""
            almost approximately at_least common found_in generally globally more_than nearly occurs? often over_\d+
            rare sometimes up_to usually worldwide
        """),
    ),
    sign("PREVALENCE", 1.1, r"\bnever\b", unless=r"\b(?:had|has|have) never\b"),
)

COMPARISON = (
    sign("COMPARISON", 1.7, r"\b(?:more|less|fewer|better|worse|rather|other|\pL{3,}er) (?:[\pL'’-]+ ){0,6}than\b"),
    sign(
        "COMPARISON",
        1.4,
        any_of("""
            compared_(?:with|to) differs?_from exceeds? in_comparison in_contrast inferior_to outperform(?:s|ed)?
            relative_to superior_to surpass(?:es)? unlike unmatched versus whereas
        """),
    ),
    sign(
        "COMPARISON",
        1.2,
        r"\b(?:do|does|did|fare|perform|sell|sleep|work)(?:s|ed)? (?:far |much |no |slightly )?(?:better|worse)\b"
        r"|\b\pL{3,}s (?:about |almost |nearly )?as (?:many|much) as\b",
    ),
    # Outweighs, outlasts, outnumbered: a comparison in one word.
    sign(
        "COMPARISON",
        1.4,
        r"\bout(?:bid|class|did|do|earn|grew|grow|last|live|match|number|pace|play|rank|ran|run|sell|shine|sold|spend"
        r"|vote|weigh)(?:e?s|e?d|ing)?\b",
    ),
    sign("COMPARISON", 1.3, r"\bas (?:\pL+ ){1,2}as\b", unless=r"\bas (?:well|soon|long|far|much) as\b"),
    sign(
        "COMPARISON",
        1.2,
        any_of("""
            bigger cheaper cleaner colder cooler darker deeper denser drier faster fewer greater healthier heavier
            higher hotter inferior larger lighter longer lower older poorer rarer richer safer shorter slower smaller
            softer stronger superior taller thicker thinner warmer weaker wetter wider younger
        """),
    ),
)

SUPERLATIVE = (
    sign(
        "SUPERLATIVE",
        1.3,
        any_of("""
            biggest cheapest coldest deadliest deepest driest earliest fastest greatest highest hottest largest
            longest lowest oldest poorest richest safest shortest slowest smallest strongest tallest wettest youngest
        """),
    ),
    sign(
        "SUPERLATIVE",
        1.1,
        r"(?:\b(?:the|its|their|his|her)|['’]s) (?:\w+ )?\pL{3,}est \pL{3,}",
        unless=any_of("forest harvest interest latest protest request contest honest modest dearest guest conquest"),
    ),
    sign("SUPERLATIVE", 1.1, r"(?:\b(?:the|its|their|his|her)|['’]s) (?:\w+ )?(?:most|least) \pL+|\bone of the \pL+"),
    sign(
        "SUPERLATIVE",
        1.1,
        any_of("the_(?:best|foremost|key|leading|main|major|primary|principal|worst|only) unique(?:ly)?"),
    ),
    sign(
        "SUPERLATIVE",
        1.1,
        r"(?:\b(?:the|its|his|her|was|were|also)|['’]s) (?:\w+ )?first\b|\bfirst to\b|\bfor the first time\b",
    ),
    sign("SUPERLATIVE", 1.1, any_of("than_(?:anywhere|anything|anyone|any_other) (?:has|have|had)_never")),
)

MEASURES: tuple[Sign, ...] = (*STATISTIC, *HISTORY, *PREVALENCE, *COMPARISON, *SUPERLATIVE)
