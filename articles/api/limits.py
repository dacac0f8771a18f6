"""How often one address may ask."""

from ninja.throttling import AnonRateThrottle


class PerAddress(AnonRateThrottle):
    """So many questions of one kind from one address in a time, as in "20/m"; each kind counts for itself."""

    def __init__(self, kind: str, rate: str) -> None:
        self.scope = kind
        super().__init__(rate)
