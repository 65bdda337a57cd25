"""A process that makes reports and sheets: `python -m landkaart.rapport.rapportage.making_process`, until its pipe closes.

Drawing and writing take seconds in which Python's lock is held: in the server nobody else would be answered meanwhile.
What comes in and goes out are our own values, pickled, between a parent and its child.
"""

import os
import pickle
import sys

from landkaart.rapport.drawing_process import PRIORITY, read_block, write_block


def main() -> None:
    """Answer each report that is asked with its steps, and in the end with None, or with why it failed."""
    os.nice(PRIORITY)
    # What a library prints would be taken for an answer.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    from landkaart.domein.werkpleinblad import Bladen
    from landkaart.rapport.rapportage.making import make
    from landkaart.rapport.werkpleinblad.making import make_bladen

    while True:
        try:
            asked = pickle.loads(read_block(sys.stdin.buffer))
        except EOFError:
            return
        try:
            for step in make_bladen(asked) if isinstance(asked, Bladen) else make(asked):
                write_block(out, pickle.dumps(step))
            write_block(out, pickle.dumps(None))
        except BrokenPipeError:
            return
        except Exception as error:
            write_block(out, pickle.dumps(f"{type(error).__name__}: {error}"))


if __name__ == "__main__":
    main()
