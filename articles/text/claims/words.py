"""Word lists that several signs share, and the ways of making a pattern of one."""


def either(*patterns: str) -> str:
    """Return a pattern that matches wherever one of these does."""
    return "|".join(patterns)


def any_of(words: str) -> str:
    """Return a pattern for any of these whole words; `_` stands for a space, and a word may itself be a pattern."""
    return r"\b(?:" + either(*words.split()).replace("_", " ") + r")\b"


def verbs(stems: str) -> str:
    """Return a pattern for these regular English verbs in every form: heal, heals, healed, healing."""
    return any_of(" ".join(f"{_inflected(stem)} {stem} {_root(stem)}ing" for stem in stems.split()))


def clear_verbs(stems: str) -> str:
    """Like `verbs`, for words that are nouns or adjectives too: only what is surely a verb (slows, slowed)."""
    return any_of(" ".join(_inflected(stem) for stem in stems.split()))


def _inflected(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}[sd]"
    if stem.endswith("y") and stem[-2] not in "aeou":
        return f"{stem[:-1]}ie[sd]"
    return f"{stem}(?:es|ed)" if stem.endswith(("s", "sh", "ch", "x")) else f"{stem}(?:s|ed)"


def _root(stem: str) -> str:
    return stem.removesuffix("e")


# What one thing does to another: to say so is to assert a cause, the commonest kind of claim.
EFFECT = either(
    verbs("""
        accelerate activate affect aggravate alleviate attenuate boost combat constrict contaminate corrode
        counteract curb cure decrease dehydrate deplete destabilise destabilize destroy deteriorate diminish
        disinfect disrupt disturb eliminate enhance erase erode exacerbate expel facilitate halt hasten heal
        hinder impair improve increase induce inflame inhibit irritate lubricate modulate neutralise neutralize
        oxidise oxidize paralyse paralyze pollute prevent promote protect purify rebuild reduce regulate
        rejuvenate relieve repel replenish restore reverse shorten soften soothe stabilise stabilize sterilise
        sterilize stiffen stimulate strengthen suppress tighten trigger undermine weaken worsen
    """),
    clear_verbs("""
        alter benefit block calm cleanse clear clog damage delay dissolve drain ease fade fight firm flush harm hurt
        hydrate influence kill lessen lighten limit lower moisturise moisturize nourish plump raise remove repair
        settle shrink slow smooth speed starve thicken threaten treat warm
    """),
    any_of(r"thins thinned cuts burns rids helps spreads keeps_\w+(?:_\w+)? draws_out"),
    r"\b(?:can|may|could|to|not) "
    + any_of(
        "alter block change cut damage delay ease fight harm help influence kill lower raise remove repair slow treat"
    ),
)

# The words that tie an effect to its cause.
CAUSE = any_of("""
    due_to because_of owing_to thanks_to as_a_result_of responsible_for depends?_on derives?_from stems_from
    gives?_rise_to (?:lead|leads|leading|led)_to (?:result|results|resulting|resulted)_in
    (?:contribute|contributes|contributed|contributing)_to (?:cause|causes|caused|causing) (?:drives|driven|drove)_by?
    makes_it (?:this|that)_is_why
""")

# How a thing works: what it holds, makes, takes up and gives off.
WORKING = any_of("""
    absorbs? absorbed adsorbed attracts? binds? binding bound blocks blocked catalys(?:es|ed) cleaved
    compris(?:es?|ed|ing) composed consists? consisting_of contains? contained converts? converted degrad(?:es?|ed)
    dissolves? draws encod(?:es?|ed|ing) enters? express(?:es|ed|ion) fights? forms? formed generat(?:es?|ed|ing)
    interacts? involv(?:es?|ed|ing) metaboli[sz](?:es?|ed) penetrat(?:es?|ed) produc(?:es?|ed|ing) provid(?:es?|ed)
    react(?:s|ed)? releas(?:es?|ed|ing) secret(?:es?|ed) stor(?:es|ed) supplied suppl(?:y|ies) synthesi[sz](?:es?|ed)
    transmits? transports?
""")

# The body, its parts and its troubles.
BODY = any_of("""
    antibod(?:y|ies) antioxidants? bacteria blood bones? bowels? brain cells? collagen digestion eyes? gums? gut
    hearts? hormon(?:es?|al) immune immunity insulin jaw joints? kidneys? liver lungs? memory metabolism muscles?
    nerves? skin stomach teeth tissues? allerg(?:y|ies|ic) anxiety appetite arthritis asthma autism cancers?
    cholesterol colds? cough dementia depression diabetes diseases? disorders? fatigue fertility fever flu germs
    headaches? health infants? infections? inflammat(?:ion|ory) pro-inflammatory insomnia migraines? mortality babies
    obesity pain patients? pregnan(?:t|cy) pressure pulse scars? sleep stress strokes? swelling symptoms? syndrome
    toxins? tumou?rs? vaccines? viruse?s? vitamins? weight_loss wounds? wrinkles
""")

# Who or what finds things out, and the verbs of having found them.
RESEARCH_NOUN = any_of("""
    stud(?:y|ies) trials? research researchers? scientists? investigators? academics historians meta-analys[ei]s
    systematic_reviews? experiments? surveys? evidence literature findings cohorts? randomi[sz]ed double-blind placebo
    analys[ei]s reports? data
""")
FINDING = any_of("""
    concludes? concluded confirms? confirmed demonstrates? demonstrated detected discovered documented estimated
    examined finds? found identified indicates? indicated investigated links linked observed proposed proven? proved
    proves recommended reported reveals? revealed shows? showed shown suggests? suggested supports? supported
""")

# Saying, with somebody behind it.
SAYING = any_of("""
    admitted announced argues argued asserts asserted claims claimed claiming complained declared insists insisted
    maintains recalled remarked replied said says states stated tells told warns warned wrote
""")

# What a life or a news report is made of.
EVENT = any_of("""
    abolished appointed arrested awarded banned began born bought broke broken brought built burned burnt captured
    carried closed collapsed commissioned composed conquered continued converted crowned defeated designed_by
    destroyed died directed discovered elected emigrated ended established executed exiled fell fled fought founded
    graduated granted grew inherited introduced invaded invented joined launched lived lost managed married moved
    named opened painted performed published recorded reigned released resigned retired returned rose ruled sank sent
    served settled signed sold spent starred studied taught voted won worked wrote
""")

# A past tense, in the verbs that carry most of them.
PAST = any_of("was were had did went came took made gave led held kept left stood saw knew got used_to")

# A number in words, but for "one", which is more often a pronoun.
NUMBER = either(
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty",
    "seventy|eighty|ninety|hundreds?|thousands?|dozens?",
)

# What makes words a sentence: a finite verb. Without one, and without a full stop, they are a label or a list's item.
CARRIER = either(
    any_of("""
        is are was were be been i_am has have had do does did can could may might must shall should will would it's
        that's i'm we're they're (?:is|are|do|does|ca|wo)n['’]t
    """),
    r"\b(?-i:[a-z]{2,}ed)\b",
    r"^(?:the|an?) [\pL’-]+ \pL{3,}s\b",
    r"\b\pL{3,}[^s\s]s (?:the|an?|it|its|their|them|into|onto)\b",
    EFFECT,
    WORKING,
)

# A table's row, its cells parted by bars, with a figure that is no year in one cell after the first.
ROW_OF_FIGURES = (
    r" \| (?:[^|]*[^\p{Nd}\pL.,|])?(?:\p{Nd}{1,3}|[3-9]\d{3}|2[1-9]\d\d|\p{Nd}{5,}|\d+[.,]\d+)(?:[^\p{Nd}]|$)"
)

# What several do to something, enzymes split the starch; and what only looks like it, boats along the quay.
_PLURAL = r"[a-z][a-rt-z]s (?:of [a-z]+ )?"
_OBJECT = r" (?:the|an?|it|its|their|them)\b"
PLURAL_DOES = _PLURAL + r"(?-i:[a-z]{3,})" + _OBJECT
PLURAL_BESIDE = (
    _PLURAL
    + any_of("""
        about above across after against along although among and around because before behind below beneath beside
        besides between beyond but depending despite during except for from given how if inside into like near onto off
        out outside over past per plus regarding rather since some such than that the though through throughout till
        toward towards under unless until unlike upon via what when where whereas whether which while whose why with
        within without was were are is had has have not \\pL+ing
    """)
    + _OBJECT
)

# What a law or a court lays down.
LAW = (
    r"\b(?:acts?|code|constitution|courts?|directive|judges?|laws?|regulations?|rules|ruling|statute|treaty|tribunal)\b"
    r".* (?:allows?|bans?|banned|binds?|entitles?|forbids?|held|limits?|must|obliges?|permits?|prohibits?|requires?"
    r"|ruled)\b"
)
