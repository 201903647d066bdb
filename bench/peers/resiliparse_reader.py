"""Resiliparse's extraction of the main content as plain text."""

from resiliparse.extract.html2text import extract_plain_text
from serve import serve

serve(
    lambda page: extract_plain_text(page["html"], main_content=True, alt_texts=False),
    lambda text, _: {"text": text},
)
