"""Which sentences need a source, and why."""

from articles.text.claims.engine import ENGINE, Verdict, assess
from articles.text.claims.outcomes import Sensitivity, outcome
from articles.text.claims.reasons import REASONS, Reason, needs_own_source

__all__ = ["ENGINE", "REASONS", "Reason", "Sensitivity", "Verdict", "assess", "needs_own_source", "outcome"]
