"""Signs of the author: a view, this text, the work reported in it, the work still to do."""

from articles.text.claims.sign import Sign, sign
from articles.text.claims.words import SAYING, any_of, either

# The first person singular, and not the "I" of Charles I.
_I = (
    r"(?:^|[,;:(“‘\"—–] ?|\b(?:and|as|because|but|did|do|for|how|if|me|so|than|that|then|what|"
    r"when|where|which|while|why) )(?-i:I)\b"
)

# The first person in somebody else's mouth: in a quotation that opens the sentence or follows its comma or colon.
_QUOTED = r"(?:^|[,:] )[\"“„«»][^\"“”„«»]*\b(?:i|my|our|us|we)\b"

OPINION = (
    sign(
        "OPINION",
        -3.2,
        r"\bi (?:\w+ )?"
        + any_of("""
            admit adore believe confess doubt enjoy feel guess hate hope like love miss prefer suspect think want wish
            wonder
        """),
    ),
    sign("OPINION", -3.2, r"\bwe (?:\w+ )?" + any_of("believe feel hope love think want wish")),
    sign("OPINION", -3.2, r"\bwe are (?:\w+ )?" + any_of("delighted excited happy pleased proud thrilled")),
    sign(
        "OPINION",
        -3.2,
        any_of(r"in_(?:my|our)_(?:experience|opinion|view) i['’]m_\w+ my_favou?rite personally to_my_mind"),
    ),
    sign("OPINION", -2.3, either(_I, r"\bmy\b|\bI['’]|\b(?-i:I) (?:have |['’]ve )?(?:ever|know)\b"), unless=_QUOTED),
    sign(
        "OPINION",
        -2.2,
        r"\b(?:is|are|was|were|it['’]s|that['’]s|be|feels|felt|looks|looked|seems|sounds|tastes?)(?: \pL+ly| so| very"
        r"| quite| rather| such| an?| all| too| just| more than)* "
        + any_of(r"""
            absurd amazing awful beautiful boring charming delicious delightful disgrace exciting fantastic fun
            gorgeous great joy lovely magical mistake nice perfect pity pleasant pleasure sad shame silly terrible
            treat ugly unfair wonderful worth_(?:it|an?_\w+|the_\w+|\w+ing) wrong
        """),
    ),
    # Words that judge only at the end: a good model for barley is no opinion.
    sign(
        "OPINION",
        -1.8,
        r"\b(?:is|are|was|were|it['’]s|that['’]s)(?: really| so| very| quite)? (?:good|bad|fine|kind|clear"
        r"|interesting)\b[^\pL]*(?:$|to us)",
    ),
    sign(
        "OPINION",
        -1.8,
        any_of("""
            alas anybody['’]s_guess deserves? frankly (?:un)?fortunately hopefully i['’]d interestingly
            it['’]?s?_(?:is_)?(?:high_)?time_to maybe much_to_(?:admire|like|love) perhaps sadly surely things_get
            what_a who_knows would_argue
        """),
    ),
    # An exclamation mark alone says nothing: a claim can be shouted.
    sign("OPINION", -1.8, r"^(?:ah|hooray|how|hurrah|oh|well|what|wow)\b[^?]*!$"),
    # Too much is the author's measure, unless it is said for what.
    sign(
        "OPINION",
        -1.6,
        r"\b(?:is|are|was|were|it['’]s|feels?|seems?) (?:all |far |just |much )?too \pL+",
        unless=either(
            r"\btoo \pL+ (?:\pL+ ){0,2}(?:for|to)\b", SAYING, any_of("argue because claim complain if means say when")
        ),
    ),
    sign(
        "OPINION",
        -1.3,
        r"\b(?:we|ours?|(?-i:us))\b",
        unless=either(r"\bour (?:\pL+ ){1,3}\pL+s\b", _QUOTED),
    ),
    sign(
        "OPINION",
        -1.0,
        any_of("beautiful breathtaking charming cosy delicious delightful gorgeous lovely magical stunning wonderful"),
    ),
)

_PART_OF_TEXT = (
    "(?:article|blog|book|chapter|column|essay|guide|overview|page|paper|part|post|review|section|series|story"
    "|tutorial|video)"
)
_CAPTION = (
    r"^(?:appendix|box|chart|exhibit|fig\.?|figure|illustration|image|map|panel|photo|plate|slide|table|video)s?"
    r" ?(?:\d+|[ivx]+\b|[a-z]\b)?\s?[:.|–—]"
)
_ENDS = r"[.!]$"

STRUCTURE = (
    # A caption may be a label or a whole sentence, which can be a claim like any other.
    sign("STRUCTURE", -3.5, _CAPTION, unless=_ENDS),
    sign("STRUCTURE", -0.6, _CAPTION, _ENDS),
    sign("STRUCTURE", -2.8, rf"\b(?:in|of) (?:this|the (?:next|following|previous|present|last)) {_PART_OF_TEXT}\b"),
    sign(
        "STRUCTURE",
        -2.8,
        r"\bthis (?:article|chapter|column|essay|guide|overview|page|post|review|section|story|tutorial)\b",
    ),
    sign(
        "STRUCTURE",
        -2.6,
        any_of("""
            as_(?:described|discussed|mentioned|noted|outlined|stated)_(?:above|before|below|earlier|previously)
            (?:described|discussed|listed|outlined|see|shown|summari[sz]ed)_(?:above|below|earlier|later)
            let_us_(?:begin|look|start|turn) (?:following|next|previous)_(?:chapter|page|paragraph|section)s? read_on
            we_(?:will|shall|now|then|next|first|also)_(?:cover|describe|discuss|explain|explore|look|review|see|set|show|turn)
            we_(?:discuss|explore|look|review|summari[sz]e)
        """),
    ),
    sign(
        "STRUCTURE",
        -2.0,
        r"^(?:by|categor(?:y|ies)|credit|filed under|image|photo(?:graph)?|picture|posted|published|related|share"
        r"|sources?|tags|(?:last )?updated?)\b ?(?:credit|by|in|on)?\s?[:©]|^©|\bupdated as\b",
    ),
    sign("STRUCTURE", -1.5, r"\b(?:below|above)[.:]?$|\bthe following\b|\b(?:see|in) (?:table|figure|fig\.?|box) ?\d"),
    # What leads a list in; what leads a quotation in is another matter.
    sign("STRUCTURE", -0.8, r":$", unless=r"\b(?:code|declared|reads?|reporter|said|stated|told|wrote)\b[^:]*:$"),
)

_WE_DID = "(?:have |had |also |then |first |further |therefore |here |previously )*"

OWN_WORK = (
    sign(
        "OWN_WORK",
        -3.2,
        r"\b(?:the present|the current|our|present) (?:\pL+ )?(?:aim|analysis|approach|cohort|data|experiment"
        r"|findings|hypothesis|investigation|method|model|objective|research|results|sample|study|survey|thesis|trial"
        r"|work)s?\b",
    ),
    sign(
        "OWN_WORK",
        -3.2,
        r"\bthis (?:\pL+ )?(?:analysis|investigation|research|study|survey|thesis|trial|work)\b",
        unless=any_of("co-?authors colleagues et_al"),
    ),
    sign(
        "OWN_WORK",
        -3.2,
        rf"\bwe {_WE_DID}(?:aim|analy[sz]e|apply|applied|assess|calculate|clone|collect|compare|conduct|demonstrate"
        r"|describe|develop|evaluate|examine|expect|explore|find|focus|found|hypothesi[sz]e|identify|identified"
        r"|implement|introduce|investigate|measure|observe|perform|present|propose|report|select|show|studie|test)(?:d|ed|n)?\b"
        r"|\bwe (?:also |first |here |then )?(?:used|use (?:an?|the|these|this))\b",
    ),
    sign(
        "OWN_WORK",
        -1.8,
        r"\b(?:aim|objective|purpose|goal)s? (?:of|was|were|is|are|to)\b|^these (?:data|findings|results)\b",
    ),
    sign(
        "OWN_WORK",
        -1.8,
        r"\b(?:was|were) (?:analy[sz]ed|calculated|collected|extracted|incubated|measured|purchased|randomly"
        r"|recruited)\b",
    ),
)

FUTURE_WORK = (
    sign(
        "FUTURE_WORK",
        -2.0,
        r"\b(?:additional|further|future|more) (?:\pL+ )?(?:analys[ei]s|data|efforts|experiments|investigations?"
        r"|research|studies|trials|work)\b",
        any_of("could may must necessary needed remains? required should warranted will would"),
    ),
    sign(
        "FUTURE_WORK",
        -1.6,
        r"\b(?:remains?|are|is|still|yet) (?:yet |still |largely |currently |not |poorly )*(?:elusive|enigmatic"
        r"|lacking|scanty|to be (?:\pL+ed|seen|shown)|unclear|understood|unknown|warranted)\b",
    ),
    sign("FUTURE_WORK", -1.6, any_of("little_is_known poorly_understood never_been_(?:studied|tested)")),
    sign(
        "FUTURE_WORK",
        -1.3,
        r"\bwill (?:\pL+ly )?(?:allow|contribute|enable|facilitate|help|improve|inform|provide|require)\b",
    ),
)

AUTHOR: tuple[Sign, ...] = (*OPINION, *STRUCTURE, *OWN_WORK, *FUTURE_WORK)
