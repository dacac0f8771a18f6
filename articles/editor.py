"""The rich text editor's pages: what they allow beyond the policy of every other page."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update

# CKEditor 4 writes its frame, its handlers and its styles inline. docs/decisions/0010-the-rich-text-editor.md.
editor_page = csp_update({"script-src": [UNSAFE_INLINE], "style-src": [UNSAFE_INLINE], "frame-src": [SELF]})
