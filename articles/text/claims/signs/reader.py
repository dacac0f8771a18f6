"""Signs of turning to the reader: asking, ordering, inviting."""

from articles.text.claims.sign import Sign, sign
from articles.text.claims.words import EFFECT, LAW, any_of, either

QUESTION = (sign("QUESTION", -3.5, r"[?？؟][)\]]?$"),)

# What may stand before an order: "Then stir", "If it rains, bring", "To save a draft, press".
_LEAD = either(
    "and|but|so|then|or|first|next|finally|now|please|also|always|never|instead|however",
    r"if [^,]{1,80}|when [^,]{1,80}|to [^,]{1,60}",
)
_OPENER = rf"^(?:(?:{_LEAD}),? )?"
_OBJECT = any_of(r"""
    about after all an? any as at away back before each early enough for from half if in into it me more now of off on
    only our out over plain plenty some that the them these this those through to today until up us well with your \d+
""")
# An order that gives its reason makes a claim: "Take zinc, because it shortens a cold."
_REASONED = r", (?:because|since|which) "

_ANY_OPENER = rf"^(?:(?:{_LEAD}|\pL+ly),? )?"
_DETERMINER = r"(?-i:the|an?|each|every|its?|some|them|these|this|those|your)\b"
# What else stands before a determiner at the opening: the words of grammar, and forms that are never an order.
_GRAMMAR = any_of("""
    about above across after afterwards against albeit all along also although always amid among and another any
    anybody anyone are around as at be because been before behind below beneath beside besides better between beyond
    both but by can children come could despite did do does down during earlier either elsewhere enough even ever
    everybody everyone everything except few first for from given given had half has have he hence her here him his
    how however if in indeed inside instead into is just last later least less lest like likewise long make many maybe
    meanwhile men might mine more moreover most much must near neither never next no nobody none nor not nothing
    notwithstanding now of off often on once one only onto opposite or other otherwise ours out outside over past
    people per perhaps please quite rather regardless round seldom several shall she should since so some somehow
    sometimes somewhere soon still such than that then there therefore they though through throughout thus till to
    today together tomorrow tonight too toward towards twice under underneath unless unlike until up upon very via was
    we well were what whatever when whenever where whereas wherever whether which while whilst who whoever whom whose
    why will with within without women worse would yesterday yet you \\pL+(?:ed|ing|ly|[^s]s) \\pL+n['’]t
""")
_NO_ORDER = either(
    _ANY_OPENER + _GRAMMAR + " " + _DETERMINER,
    # William the Conqueror; exercise every day; tea this year; "a" is a verb in French: Paris a perdu.
    r"^\pL+ the (?-i:\p{Lu})",
    r"^\pL+ (?:each|every|this) (?:day|night|morning|evening|week|month|year|spring|summer|autumn|winter)\b",
    any_of("de du des la le les un une que der die und das"),
)

ADVICE = (
    sign(
        "ADVICE",
        -3.0,
        any_of(
            "please (?:call|see|ask|tell|talk_to|speak_to)_(?:your|a)_(?:doctor|dentist|gp|midwife|nurse|pharmacist)"
        ),
    ),
    # Words that open a sentence only as an order.
    sign(
        "ADVICE",
        -2.8,
        _OPENER
        + any_of(r"""
            add allow ask avoid bake be_aware be_sure bring choose chop click consider do_not don['’]t drizzle eat
            ensure enter follow get give go imagine install keep learn let_yourself look make_sure never_\w+ peel pour
            preheat put_on put read remember see seek select simmer speak sprinkle stir stop take talk tap tell try
            type use wash wear whisk
        """),
        unless=_REASONED,
    ),
    # Words that are nouns as well: an order only with its object after them.
    sign(
        "ADVICE",
        -2.8,
        _OPENER
        + any_of("""
            apply beat boil book buy call charge check clean close come contact cook cool count cover cut drain drink
            drive drop dry find fold fry heat help hold join leave limit listen mark measure meet mind mix note open
            order pack pick place plan press rest return ring rub run save season serve set share show sign sit slice
            spread start stay store switch test track train turn visit wait walk watch work write
        """)
        + " "
        + _OBJECT,
        unless=either("^note that", _REASONED),
    ),
    # Any other verb that opens a sentence with its object after it: only a verb stands there bare.
    sign("ADVICE", -2.3, _ANY_OPENER + r"\pL{3,} " + _DETERMINER, unless=either(_NO_ORDER, _REASONED)),
    sign(
        "ADVICE",
        -1.9,
        any_of("you_(?:can|could|have_to|may|might|must|need_to|ought_to|should|want_to|will) if_you should_you"),
    ),
    sign("ADVICE", -1.8, r"^serves (?:\d|two|three|four|six|eight)\b"),
    sign(
        "ADVICE",
        -1.5,
        any_of(r"""
            it_is_(?:advisable|best|essential|important|necessary|recommended|wise|worth)_\w+ have_to let['’]s let_us
            must need_to needs_to ought_to should
        """),
        unless=LAW,
    ),
    sign("ADVICE", -0.9, any_of("you your yourself"), unless=rf"(?:{EFFECT}) your\b|\b(?:bad|good) for you\b"),
)

CALL_TO_ACTION = (
    sign(
        "CALL_TO_ACTION",
        -3.5,
        any_of(r"""
            add_to_cart all_rights_reserved (?:book|request|schedule|get)_(?:an?|your)_\w+(?:_\w+)? buy_now call_us
            click_here contact_us find_out_more follow_us for_more_information free_consultation get_in_touch
            information_(?:about_\w+_\w+_)?is_available join_us learn_more leave_a_comment limited_offer order_now
            see_you shop_now sign_up stay_tuned subscribe thank_you thanks_for try_\w+_(?:free|today)
            visit_(?:our|us|the) we_will_(?:deliver|send|ship) welcome_to
        """),
    ),
)

READER: tuple[Sign, ...] = (*QUESTION, *ADVICE, *CALL_TO_ACTION)
