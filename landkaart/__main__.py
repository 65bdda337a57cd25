"""The command line: `python -m landkaart`. Whoever has a shell here is the operator, and is logged as such."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from db.actions.accounts import first_beheerder
from db.actions.admission import admission_faults
from db.actions.demo import AndereGegevens, load_demo
from db.actions.importeren import import_aanlevering, reference_faults
from db.actions.momentopname import freeze
from db.engine import read_session, write_session
from db.queries.clock import clock
from db.queries.tertaalbeeld import tertaalbeeld, tertalen
from landkaart.console import errors, progress_bar
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import klok, operator
from landkaart.domein.tertaal import Tertaal
from landkaart.herinner import herinner
from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.faults import Fault
from landkaart.rapport.files import TABLES, write_files
from landkaart.settings import address
from landkaart.web.closing import freeze_what_closed
from landkaart.web.passwords import make_hash
from landkaart.web.sign_in import DEMO_PASSWORD

SHOWN_FAULTS = 200

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="De SUWI-landkaart.")


@app.command()
def importeer(
    paden: Annotated[list[Path], typer.Argument(metavar="MAP_OF_BESTAND…", help="Mappen of losse bestanden.")],
    na_sluiting: Annotated[
        bool, typer.Option("--na-sluiting", help="Lees ook in wat een vastgesteld tertaal wijzigt; de tabellen blijven.")
    ] = False,
) -> None:
    """Leest bestanden in: alles of niets. Fouten staan er allemaal tegelijk, met bestand, regel, kolom en reden.

    Wat een vastgesteld tertaal zou wijzigen, wordt geweigerd. Met --na-sluiting komt het er in; de tabellen blijven dan.
    """
    with progress_bar() as step:
        aanlevering = read_paths(paden, step)
    with write_session() as session:
        freeze(session=session, by=klok(), clock=clock(session=session), by_hand=True)
    given = {"aanlevering": aanlevering, "na_sluiting": na_sluiting}
    with read_session() as session:
        faults = [*aanlevering.faults, *reference_faults(session=session, aanlevering=aanlevering)]
        faults += admission_faults(session=session, clock=clock(session=session), **given)
    if faults:
        refuse(faults)
    with progress_bar() as step, write_session() as session:
        now = clock(session=session)
        changed = import_aanlevering(session=session, by=operator(), clock=now, progress=step, **given)
    if not any(changed.values()):
        typer.echo("Er is niets veranderd: alles stond er al zo in.")
        return
    typer.echo("Ingelezen, nieuw of gewijzigd: " + ", ".join(f"{n} {name}" for name, n in changed.items() if n) + ".")
    if na_sluiting:
        typer.echo("De vastgestelde tabellen zijn niet veranderd. De pagina's tonen wat na de sluiting is gewijzigd.")


@app.command()
def exporteer(
    tertaal: Annotated[str, typer.Option(help="Zoals 2009-2.")],
    naar: Annotated[Path, typer.Option(help="De map; wordt gemaakt als hij er niet is.")],
) -> None:
    """Schrijft de tabellen van een tertaal als CSV en als Excel-werkmap."""
    chosen = Tertaal.parse(tertaal)
    freeze_what_closed()
    with read_session() as session:
        known = tertalen(session=session)
        if chosen not in known:
            options = ", ".join(map(str, known)) or "nog geen enkel"
            raise Fout(f"Van tertaal {chosen} is niets bekend. Wel bekend: {options}.")
        beeld = tertaalbeeld(session=session, tertaal=chosen)
    try:
        with progress_bar() as step:
            for done, path in enumerate(write_files(beeld, naar), start=1):
                step(path.name, done, len(TABLES) + 1)
    except OSError as error:
        raise Fout(f"In {naar} kan niet geschreven worden. Kies met --naar een andere map.") from error
    typer.echo(f"{len(TABLES) + 1} bestanden geschreven in {naar}.")


@app.command()
def demo(
    als_leeg: Annotated[bool, typer.Option("--als-leeg", help="Sla over als er al andere gegevens zijn.")] = False,
) -> None:
    """Laadt de landkaart van 2009, met de klok op 1 december 2009."""
    try:
        with progress_bar() as step, write_session() as session:
            loaded = load_demo(session=session, by=operator(), wachtwoord_hash=make_hash(DEMO_PASSWORD), progress=step)
    except AndereGegevens:
        if not als_leeg:
            raise
        loaded = None
    said = {True: "De landkaart van 2009 is geladen.", False: "De landkaart van 2009 stond er al.", None: "Overgeslagen."}
    typer.echo(said[loaded])


@app.command()
def toegang() -> None:
    """Geeft een link die één keer aanmeldt als beheerder, zolang er nog geen beheerder met een wachtwoord is."""
    with write_session() as session:
        token = first_beheerder(session=session, by=operator(), clock=clock(session=session))
    if token is None:
        raise Fout("Er is al een beheerder die zelf kan aanmelden. Vraag daar een herstellink.")
    typer.echo(f"{address()}/toegang/{token}")


def refuse(faults: Sequence[Fault]) -> None:
    """All of them on standard error, and status 1; nothing was written."""
    for fault in faults[:SHOWN_FAULTS]:
        errors.print(str(fault))
    if len(faults) > SHOWN_FAULTS:
        errors.print(f"… en nog {len(faults) - SHOWN_FAULTS} fouten.")
    errors.print("Er is niets ingelezen. Verbeter de bestanden en probeer het opnieuw.")
    raise typer.Exit(1)


app.command()(herinner)


def main() -> None:
    try:
        app()
    except Fout as error:
        errors.print(str(error))
        sys.exit(1)


if __name__ == "__main__":
    main()
