"""The magazine's topics, and what each says of itself."""

from articles import topics

SECTIONS = {
    ("Craft",): "Things made by hand, and the hands.",
    ("Craft", "Bells"): "Towers, ropes, and the people below.",
    ("Craft", "Clocks"): "Whatever tells the time in the valley, rightly or not.",
    ("Land",): "Fields, lanes, and what keeps them apart.",
    ("Land", "Hedges"): "How they are planted, laid and read.",
    ("Land", "Gates"): "Where the hedge stops.",
    ("Water",): "The Aske, from the weir to the harbour.",
    ("Water", "Ferries"): "Crossings, and those who wait for them.",
    ("Baking",): "Bread, ovens, and the patience in between.",
    ("Baking", "Ovens"): "One’s own, and everybody’s.",
}


def plant() -> None:
    """Make the topics with their descriptions."""
    for names, description in SECTIONS.items():
        if topic := topics.plant(names):
            topic.description = description
            topics.place(topic, topic.name, topic.parent)
