"""What every peer in Python does around its own call: one document of JSON a line in, one answer a line out, each with
what the call took in milliseconds of the clock and of the processor (all threads of the process)."""

import json
import sys
import time

# The peers' own chatter must not get between the answers.
ANSWERS = sys.stdout
sys.stdout = sys.stderr


def serve(work, finish=lambda found, document: found):
    """`work` takes a document and is timed; `finish` makes the scorer's form of what it gave, and is not."""
    for line in sys.stdin:
        document = json.loads(line)
        began, before = time.perf_counter(), time.process_time()
        found, error = None, None
        try:
            found = work(document)
        except Exception as thrown:  # A peer may throw anything: it is counted, and the run goes on.
            error = f"{type(thrown).__name__}: {thrown}".split("\n")[0][:200]
        cpu, wall = time.process_time() - before, time.perf_counter() - began
        answer = {"error": error} if error is not None else finish(found, document)
        answer |= {"id": document["id"], "wall": wall * 1000, "cpu": cpu * 1000}
        ANSWERS.write(json.dumps(answer) + "\n")
        ANSWERS.flush()


def utf16(text):
    """Python counts code points, the scorer UTF-16 code units: the table from the one to the other."""
    table, at = [0], 0
    for character in text:
        at += 2 if ord(character) > 0xFFFF else 1
        table.append(at)
    return table
