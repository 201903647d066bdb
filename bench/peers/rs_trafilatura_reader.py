"""rs-trafilatura, by its defaults."""

import rs_trafilatura
from serve import serve

serve(
    lambda page: rs_trafilatura.extract(page["html"], url=page["url"]),
    lambda found, _: {"text": found.main_content or ""},
)
