"""`python -m landkaart werkpleinbladen`: a sheet for each werkplein, as PDF files in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from db.engine import read_session
from db.freezing import freeze_what_closed
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.werkpleinblad import blad_gegevens
from landkaart.cli.console import progress_bar
from landkaart.cli.files import require_known_tertaal, written_in
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import VOORBEELD, Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.werkpleinblad.pdf import blad_name, werkpleinblad


def werkpleinbladen(
    tertaal: Annotated[str, typer.Option(help=f"Zoals {VOORBEELD}.")],
    naar: Annotated[Path, typer.Option(help="De map; wordt gemaakt als hij er niet is.")],
    werkplein: Annotated[list[str] | None, typer.Option(help=f"De code van een {WERKPLEIN}; zonder: allemaal.")] = None,
) -> None:
    """Maakt van elk werkplein met een stand een blad van twee bladzijden, als PDF."""
    beeld = read(Tertaal.parse(tertaal))
    codes = chosen(beeld, werkplein or [])
    with written_in(naar), progress_bar() as step:
        for done, code in enumerate(codes, start=1):
            write(naar, beeld, code)
            step(beeld.namen[code], done, len(codes))
    written = "1 blad" if len(codes) == 1 else f"{len(codes)} bladen"
    typer.echo(f"{written} geschreven in {naar}.")


def read(tertaal: Tertaal) -> Tertaalbeeld:
    """Read the figures of a tertaal.

    Raises Fout for one that there is not, and while nobody has a stand.
    """
    freeze_what_closed()
    with read_session() as session:
        require_known_tertaal(session, tertaal)
        beeld = tertaalbeeld(session=session, tertaal=tertaal)
    if not beeld.stand.n:
        raise Fout(
            f"In {tertaal} heeft nog geen enkel {WERKPLEIN} een ingediende invulling. Er zijn nog geen bladen te maken."
        )
    return beeld


def chosen(beeld: Tertaalbeeld, asked: list[str]) -> list[str]:
    """Return the codes of those asked for, or of all with a stand, by name.

    Raises Fout for one without a stand.
    """
    there = set(beeld.stand.bands.index)
    missing = [code for code in asked if code not in there]
    if missing:
        raise Fout(f"In {beeld.tertaal} heeft {missing[0]} geen stand. De codes staan in werkpleinen.csv en in de adressen.")
    return [code for code in beeld.namen if code in there and (not asked or code in asked)]


def write(naar: Path, beeld: Tertaalbeeld, code: str) -> None:
    with read_session() as session:
        found = blad_gegevens(session=session, by=operator(), beeld=beeld, werkplein=code, with_afspraken=True)
    (naar / blad_name(found)).write_bytes(werkpleinblad(found))
