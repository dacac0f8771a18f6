"""Finding the signs of one reason in a sentence, in linear time."""

from collections.abc import Iterable

import re2

from articles.text.claims.sign import Sign


class Finder:
    """The patterns of one reason's signs, compiled into one RE2 set that reads a sentence once.

    RE2 because users' text must never make matching slow. A set for each reason and not one for all, because a set's
    states multiply with its patterns: one for all took twenty times as long as these together.
    """

    def __init__(self, reason: str, signs: Iterable[Sign]) -> None:
        self.reason = reason
        options = re2.Options()
        options.case_sensitive = False
        self.patterns = re2.Set.SearchSet(options)
        self._numbers: dict[str, int] = {}
        self._signs = [(s.weight, frozenset(map(self._number, s.patterns)), self._number(s.unless)) for s in signs]
        self.patterns.Compile()

    def _number(self, pattern: str) -> int:
        """Return the pattern's number in the set, the same for signs that share it; "" never matches and has -1."""
        if pattern and pattern not in self._numbers:
            self._numbers[pattern] = self.patterns.Add(pattern)
        return self._numbers.get(pattern, -1)

    def weight(self, text: bytes) -> float:
        """Return the weight of the strongest sign in `text` (UTF-8), or 0.0 where there is none."""
        found = self.patterns.Match(text)
        if not found:
            return 0.0
        numbers = frozenset(found)
        return max(
            (weight for weight, all_of, unless in self._signs if all_of <= numbers and unless not in numbers),
            key=abs,
            default=0.0,
        )
