"""How well the prognose foretells, beside what is simpler: on the landkaart of 2009, or on the database that is named.

`python -m tests.backtest [ADRES]`, with ADRES as DATABASE_URL writes it.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from db.engine import read_session
from db.queries.clock import clock
from db.queries.stands import stands
from db.queries.tertaalbeeld import tertalen
from db.queries.uitvragen import uitvragen
from landkaart.domein.prognose import Prognoses
from landkaart.domein.prognose_toets import Proef, proef, terugblik
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing
from tests.bench.landkaarten import landkaart_2009


def main(addresses: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = addresses[0] if addresses else f"sqlite:///{landkaart_2009(Path(folder) / 'proef.db')}"
        found = closed_stands()
    console = Console(width=120)
    console.print(of_proofs([proef(found, vooruit) for vooruit in (1, 2)]), of_ranges(found))


def closed_stands() -> Mapping[Tertaal, Stand]:
    """What is still being filled in proves nothing."""
    with read_session() as session:
        rounds, now = uitvragen(session=session), clock(session=session).now()
        closed = [tertaal for tertaal in tertalen(session=session) if closing(tertaal, rounds.get(tertaal)) <= now]
        return stands(session=session, tertalen=closed)


def of_proofs(proofs: list[Proef]) -> Table:
    table = Table("tertalen vooruit", "n", "eigen tempo", "geen verandering", "laatste stap herhaald", "beter?",
                  title="Gemiddelde afwijking in punten")  # fmt: skip
    for each in proofs:
        distances = (points(distance) for distance in (each.tempo, each.gelijk, each.stap))
        table.add_row(str(each.vooruit), str(each.n), *distances, "ja" if each.beats_simple else "nee")
    return table


def of_ranges(found: Mapping[Tertaal, Stand]) -> Table:
    table = Table("tertaal", "n", "afwijking", "binnen de marge", title="Elke prognose naast het volgende tertaal")
    for tertaal in sorted(found)[:-1]:
        if Prognoses.of(found, tertaal).to_keep() and tertaal.after() in found:
            back = terugblik(found, tertaal)
            table.add_row(str(tertaal), str(back.n), points(back.afwijking), str(back.binnen))
    return table


def points(distance: float) -> str:
    return f"{distance:.2f}".replace(".", ",")


if __name__ == "__main__":
    main(sys.argv[1:])
