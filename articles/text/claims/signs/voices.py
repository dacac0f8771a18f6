"""Signs of other voices: words quoted, views reported, research told, matters disputed."""

from articles.text.claims.sign import Sign, sign
from articles.text.claims.words import FINDING, LAW, RESEARCH_NOUN, SAYING, any_of

QUOTATION = (
    # Words in quotation marks of which three small ones follow each other: a title or a scare quote has none such.
    # A straight mark opens only where no word ends.
    sign(
        "QUOTATION",
        2.0,
        r'(?:[“„«»]|(?:^|[\s(\[—–:])")[^"“”„«»]*\b(?-i:\p{Ll}+,? \p{Ll}+,? \p{Ll}+)[^"“”„«»]*["“”«»]',
    ),
    # Where nouns are written large, as in German: whole words with their own stop, or after a colon or before a comma.
    sign("QUOTATION", 2.0, r"[„»«] ?(?:[\pL’'-]+,? ){2,}[^“”„«»]*(?:[.!?…] ?[“”«»]|[“”«»],)"),
    sign("QUOTATION", 2.0, r": ?[„»«] ?(?:[\pL’'-]+,? ){2,}[^“”„«»]*[“”«»]"),
    sign("QUOTATION", 2.0, r"(?:^|\s)[‘'][^‘]*\b(?-i:\p{Ll}+,? \p{Ll}+,? \p{Ll}+)[^‘]*[.,!?]?['’](?:[\s.,;]|$)"),
    sign("QUOTATION", 2.0, r"[「『][^「」『』]{6,}[」』]"),
    # Of a long quotation that was split into sentences, one end is left.
    sign("QUOTATION", 1.3, r'^["“„«][^"”“»]+$|^[^"“„«]+["”»]$'),
    sign("QUOTATION", 1.3, SAYING, r'["“„«»]|:$'),
)

ATTRIBUTION = (
    sign("ATTRIBUTION", 2.0, any_of("according_to et_al")),
    sign(
        "ATTRIBUTION",
        2.0,
        r"\b(?:said|says|argued?s?|claim(?:s|ed)|warn(?:s|ed)|announced|insist(?:s|ed)|admitted|believed?s?|reported"
        r"|told) (?:\pL+ )?that\b",
    ),
    # What the law says.
    sign("ATTRIBUTION", 1.4, LAW),
    # Several say it: fishermen say, its makers claim.
    sign(
        "ATTRIBUTION",
        1.7,
        r"\b(?:they|people|\pL+men|women|[\pL’-]{2,}[^s\s]s) (?:often |still |also |now )?(?:say|claim|argue|assert"
        r"|insist|maintain|allege|complain|report|recommend)\b",
        unless=r"\bas (?:they|people) say\b",
    ),
    sign(
        "ATTRIBUTION",
        1.7,
        r"\b(?:is|are|was|were|been|widely|often|once|generally|commonly) (?:\pL+ly )?(?:alleged|argued|believed"
        r"|claimed|considered|credited|deemed|regarded|reputed|rumou?red|said|seen as|thought|viewed)\b",
    ),
    sign("ATTRIBUTION", 1.4, SAYING, unless=r"^(?:that|having) said\b"),
    sign(
        "ATTRIBUTION",
        1.4,
        any_of("""
            analysts critics economists experts historians observers officials scholars scientists
            (?:doctors|some|locals|many)_(?:agree|argue|believe|claim|say)
        """),
    ),
)

RESEARCH = (
    sign("RESEARCH", 1.8, RESEARCH_NOUN, FINDING),
    sign(
        "RESEARCH",
        1.5,
        r"\b(?:has|have|had|is|are|was|were) (?:\pL+ ){0,2}(?:been )?(?:\pL+ly )?(?:demonstrated|described|detected"
        r"|discovered|documented|estimated|examined|identified|implicated|investigated|isolated|observed|proposed"
        r"|proven|recogni[sz]ed|reported|shown|studied|suggested)\b",
    ),
    sign(
        "RESEARCH",
        1.3,
        r"\b(?:they|who|colleagues|et al\.?|authors?|team) (?:\pL+ly )?(?:found|showed|reported|observed|demonstrated"
        r"|suggested|concluded|proposed|identified|analy[sz]ed?|examined)\b",
    ),
    sign("RESEARCH", 0.9, RESEARCH_NOUN),
    sign(
        "RESEARCH",
        0.8,
        any_of("clinical(?:ly)? found_that hypothesi[sz]ed in_vitro in_vivo laborator(?:y|ies) recently significantly"),
    ),
)

CONTROVERSIAL = (
    sign(
        "CONTROVERSIAL",
        1.3,
        any_of("""
            abus(?:e|ed|ive) accused alleged(?:ly)? antisemitic conspiracy contested controvers(?:y|ial)
            corrupt(?:ion)? cover-up convicted discriminat(?:es?|ed|ion) disputed fraud genocide guilty hoax
            illegal(?:ly)? massacre propaganda racis[mt] scam scandal terrorist
        """),
    ),
    sign(
        "CONTROVERSIAL",
        1.2,
        any_of("""
            abortion autism broken_promises? chemtrails climate_change collapsing destroying gene_therapy
            government_has gun_control homeopathy immigrants? ministers myth poisoning rent_control ruining
            vaccination vaccines?
        """),
    ),
)

VOICES: tuple[Sign, ...] = (*QUOTATION, *ATTRIBUTION, *RESEARCH, *CONTROVERSIAL)
