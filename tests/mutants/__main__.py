"""`python -m tests.mutants [--aantal 200] [--zaad 1] [--tegelijk 2] [PLAATS…]`: breaks rules and says what noticed them.

PLAATS is the name of a room, a file, or a line of a file (`db/rights.py:20`); of a file everything is broken, of a room
what fell to it. Ends with status 1 when less than 95% is noticed, or when one that is not has no reason in
`not_noticed.toml`.
"""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.choosing import chosen, in_place
from tests.mutants.operators import Change
from tests.mutants.rooms import ROOMS, judges, room_of
from tests.mutants.running import Broken, Copy, Judged, copies, each_in_turn

GOAL = 0.95
REASONS = Path(__file__).with_name("not_noticed.toml")


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("plaats", nargs="*")
    for name, usual in (("--aantal", 200), ("--zaad", 1), ("--tegelijk", 2)):
        parser.add_argument(name, type=int, default=usual)
    asked = parser.parse_args(words)
    # Also who judges is looked up before the tree is copied: what is written in the meantime does not count.
    changes = to_break(asked.plaats, asked.aantal, asked.zaad)
    broken = [Broken(change, tuple(judges(change.path))) for change in changes]
    found = []
    with copies(asked.tegelijk) as free:
        for judged in each_in_turn(free, asked.tegelijk, Copy.judge, broken):
            print(line(judged), flush=True)
            found.append(judged)
        require_whole(free.get(), found)
    print(summary(found))
    return 0 if is_reached(found) else 1


def to_break(places: Sequence[str], number: int, seed: int) -> list[Change]:
    everywhere = chosen(number, seed)
    rooms = {room.name for room in ROOMS}
    here = [change for change in everywhere if not places or room_of(change.path).name in places]
    return here + [change for place in places if place not in rooms for change in in_place(place)]


def require_whole(copy: Copy, found: Sequence[Judged]) -> None:
    """Every test that failed passes when nothing is broken: else it would be taken for noticing."""
    tests = sorted({judged.by for judged in found if judged.by})
    if tests and copy.run(tests) != "0":
        sys.exit(f"Zonder dat er iets kapot is, faalt ook {copy.first_failed() or tests}: dit zegt niets.")


def line(judged: Judged) -> str:
    change = judged.change
    what = f"{change.path}:{change.line}  {short(change.old)}  ->  {short(change.new)}"
    return f"{judged.verdict.value:12}  {what}" + (f"  [{judged.by}]" if judged.by else "")


def short(text: str) -> str:
    """On one line, at most 70 signs."""
    one = " ".join(text.split()) or "(weg)"
    return one if len(one) <= 70 else f"{one[:50]} … {one[-17:]}"


def summary(found: Sequence[Judged]) -> str:
    """Per room how many were noticed, then each that was not, with its reason."""
    lines = ["", "kamer         kapot  gemerkt"]
    for room in ROOMS:
        there = [judged for judged in found if room_of(judged.change.path) is room]
        if there:
            lines.append(f"{room.name:12} {len(there):6} {noticed(there):8}")
    lines.append(f"{'samen':12} {len(found):6} {noticed(found):8}  ({100 * noticed(found) // max(len(found), 1)}%)")
    kept = reasons()
    for judged in found:
        if not judged.verdict.noticed:
            lines += [
                "",
                line(judged),
                f"    {kept.get(judged.change.name, 'GEEN REDEN: schrijf de test, of zeg waarom niet')}",
            ]
            lines.append(f"    {judged.change.name}" if judged.change.name not in kept else "")
    return "\n".join(lines)


def noticed(found: Sequence[Judged]) -> int:
    return sum(judged.verdict.noticed for judged in found)


def is_reached(found: Sequence[Judged]) -> bool:
    kept = reasons()
    explained = all(judged.verdict.noticed or judged.change.name in kept for judged in found)
    return explained and noticed(found) >= GOAL * len(found)


def reasons() -> dict[str, str]:
    """Why no test can notice it, by the name of the change."""
    return {entry["naam"]: entry["reden"] for entry in tomllib.loads(REASONS.read_text(encoding="utf-8"))["mutant"]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
