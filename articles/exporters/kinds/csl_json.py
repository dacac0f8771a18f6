"""CSL-JSON: an edition's sources as items, with everything that is known of them."""

import json

from articles.exporters.published import Published
from articles.exporters.registry import exporter


@exporter("CSL-JSON", "json", "application/vnd.citationstyles.csl+json")
def csl_json(edition: Published) -> bytes:
    """Return a JSON array of items (CSL-JSON 1.0.2) in the order of the references, in UTF-8."""
    items = [work.to_csl() for work in edition.sources]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()
