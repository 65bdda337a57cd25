"""`python -m landkaart toegang`: a way in for the first beheerder."""

import typer

from db.actions.accounts import first_beheerder
from db.engine import write_session
from db.queries.clock import clock
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.settings import address


def toegang() -> None:
    """Geeft een link die één keer aanmeldt als beheerder, zolang er nog geen beheerder met een wachtwoord is."""
    with write_session() as session:
        token = first_beheerder(session=session, by=operator(), clock=clock(session=session))
    if token is None:
        raise Fout("Er is al een beheerder die zelf kan aanmelden. Vraag daar een herstellink.")
    typer.echo(f"{address()}/toegang/{token}")
