"""`python -m landkaart toegang`: a way in for the first beheerder."""

import typer

from db.act import begin_act
from db.actions.accounts import first_beheerder
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.screens import toegangslink
from landkaart.settings import address


def toegang() -> None:
    """Geeft een link die één keer aanmeldt als beheerder, zolang er nog geen beheerder met een wachtwoord is."""
    with begin_act(operator()) as act:
        token = first_beheerder(act)
    if token is None:
        raise Fout("Er is al een beheerder die zelf kan aanmelden. Vraag daar een herstellink.")
    typer.echo(toegangslink(address(), token))
