"""The words that synthetic articles are made of. Places, people and journals are invented."""

SECTIONS = "Moor,Field,Coast,Garden,Weather,Town".split(",")
SIDES = "north,south,east,west,dry,wet,high,far".split(",")
THINGS = (
    "barley,heather,river silt,roof slate,harbour ice,peat,orchard fruit,wool,tide water,hedge sparrow song,"
    "clay,rye,sea fog,bracken,limestone,kelp,hay,goose down,mill water,road salt,lamp oil,beeswax,gorse,flax,"
    "chalk dust,sheep dung,bog oak,willow bark,oyster shell,turnip seed,birch sap,granite dust"
).split(",")
KINDS = (
    "early,late,coastal,upland,winter,summer,wild,sown,fresh,old,northern,southern,shaded,exposed,wet,dry,"
    "deep,shallow,rare,common,managed,abandoned,fenced,grazed,burnt,drained,local,imported"
).split(",")
DOES = "slows,doubles,halves,raises,reduces,shortens,strengthens,weakens,delays,improves".split(",")
WHAT = (
    "the growth of moss,the yield of oats,the flow of groundwater,the age of roofs,the weight of lambs,the "
    "depth of snow,the return of swifts,the drying of hay,the rot of fence posts,the colour of milk,the run "
    "of eels,the price of fleece,the wear of tyres,the spread of thistles,the height of hedges,the taste of "
    "cider"
).split(",")
TITLES = (
    "{Thing} and {what} at {place}",
    "{Thing}, {kind} and otherwise, in the parish of {place}",
    "{Kind} {thing} and {what}",
    "{Kind} {thing} at {place}: a record of {years} years",
    "{place} and its {thing}: observations on {what}",
    "{place} revisited: {kind} {thing} after {years} years",
    "How {kind} {thing} changes {what} near {place}",
    "Does {kind} {thing} alter {what}?",
    "{Thing} at {place} as a measure of {what}",
    "Effects of {kind} {thing} on {what} at {place}",
    "On {thing}: notes from {place}",
    "{Kind} {thing}: towards a theory of {what}",
    "A trial of {kind} {thing} against {what} in {place}",
    "{place}, its {kind} {thing} and {what}",
    "Mapping {kind} {thing} between {place} and the coast",
    "Why {kind} {thing} fails: {what} in {place}",
)
JOURNALS = (
    "Upland Notes,The Field Recorder,Annals of Weather,Moor and Fen,Slate Quarterly,Harbour Studies,Journal of Hedges,"
    "Proceedings of the Silt Society,The Almanac Review,Letters on Rain"
).split(",")
PLACES = (
    "Ardmore Bellweir Corrin Dunmallet Eskside Farrow Glenhope Harlow Inverley Jessop Kirkmoor Lunnay "
    "Marrick Netherby Ockley Pentwell Quarne Rosewick Skelton Tarbrook Ulpha Venning Wharram Yarrowby "
    "Applecote Brindle Caddon Drewley Elsing Fallowmere"
).split()
FORENAMES = "Agnes Bruno Clara Dov Edith Farid Greta Hugo Ines Jonas Kamala Leif Maud Nils Olga Petra Ravi Una".split()
SURNAMES = (
    "Abara Birk Castellane Dray Egede Fonn Galvin Hoekstra Imrie Jarl Kovan Lisle Munro Nkemi Orlov Prew Quist "
    "Rask Sorley Tamm Ugland Vane Wexell Yarde Zeller Ashby Bellamy Corin Dunmore Eyre Falk Grieve Halden Istvan "
    "Jorvik Keane Lund Mather Norling Okafor Pell Rahm Stroud Tveit Usher Voss Wray Ystad Zand Amsel Brodie Cato "
    "Drummond Elphin Fenn Garrick Holt Inman Jessel Kirkby"
).split()
