"""trafilatura, by its defaults but for comments, which are no part of an article."""

import trafilatura
from serve import serve

serve(
    lambda page: trafilatura.extract(page["html"], url=page["url"], include_comments=False),
    lambda text, _: {"text": text or ""},
)
