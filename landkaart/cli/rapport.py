"""`python -m landkaart rapport`: the report of a tertaal as Word, PDF and a web page in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from db.engine import read_session
from db.freezing import freeze_what_closed
from db.queries.momentopnamen import momentopname
from db.queries.rapportage import rapport_gegevens
from landkaart import settings
from landkaart.cli.console import errors, progress_bar
from landkaart.cli.files import require_known_tertaal, written_in
from landkaart.domein.fouten import Fout
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.tertaal import VOORBEELD, Tertaal
from landkaart.programma.namen import TERTAAL, WERKPLEIN
from landkaart.rapport.rapportage.making import RapportSoort, make, rapport_name
from landkaart.rapport.rapportage.rapport import compose


def rapport(
    tertaal: Annotated[str, typer.Option(help=f"Zoals {VOORBEELD}.")],
    naar: Annotated[Path, typer.Option(help="De map; wordt gemaakt als hij er niet is.")],
    editie: Annotated[int | None, typer.Option(min=1, help="Een eerdere vaststelling, ook als die is teruggenomen.")] = None,
    levend: Annotated[bool, typer.Option("--levend", help="Zoals het nu is, ook als het is vastgesteld.")] = False,
) -> None:
    """Maakt het rapport van een tertaal als Word, PDF en webpagina."""
    found = read(Tertaal.parse(tertaal), editie, levend)
    checked = compose(found)
    for bevinding in checked.fouten:
        errors.print(f"Klopt niet: {bevinding.wat}: {bevinding.uitkomst}")
    for melding in checked.meldingen:
        errors.print(melding.zin)
    with written_in(naar), progress_bar() as step:
        for each in make(found):
            step(each.wat, each.klaar, each.van)
            if each.soort:
                (naar / rapport_name(found, each.soort)).write_bytes(each.bestand)
    typer.echo(f"{len(RapportSoort)} bestanden geschreven in {naar}.")


def read(tertaal: Tertaal, editie: int | None, levend: bool) -> RapportGegevens:
    """Read what the report is made from.

    Raises Fout for a tertaal or an edition that there is not, and while nobody has a stand.
    """
    if levend and editie is not None:
        raise Fout("Kies --editie of --levend, niet allebei.")
    freeze_what_closed()
    with read_session() as session:
        require_known_tertaal(session, tertaal)
        if editie is not None and momentopname(session=session, tertaal=tertaal, editie=editie) is None:
            raise Fout(f"Van {TERTAAL} {tertaal} is er geen editie {editie}. Op de pagina Uitvraag staat welke er zijn.")
        adres = settings.address()
        found = rapport_gegevens(session=session, tertaal=tertaal, adres=adres, editie=editie, levend=levend)
    if not found.beeld.stand.n:
        raise Fout(
            f"In {tertaal} heeft nog geen enkel {WERKPLEIN} een ingediende invulling. Er is nog niets te rapporteren."
        )
    return found
