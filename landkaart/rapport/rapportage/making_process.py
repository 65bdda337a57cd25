"""The other end of `maker.py`: `python -m landkaart.rapport.rapportage.making_process` makes reports and sheets.

What comes in and goes out are our own values, pickled, between a parent and its child.
"""

import pickle

from landkaart.rapport.own_process import begin_answering, write_block


def main() -> None:
    """Answer each report that is asked with its steps, and in the end with None, or with why it failed."""
    out, questions = begin_answering()
    from landkaart.domein.werkpleinblad import Bladen
    from landkaart.rapport.rapportage.making import make
    from landkaart.rapport.werkpleinblad.making import make_bladen

    for question in questions:
        asked = pickle.loads(question)
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
