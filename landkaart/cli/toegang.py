"""`python -m landkaart toegang`: a way in for the first beheerder, or for who cannot come in any more."""

from typing import Annotated

import typer

from db.act import begin_act
from db.actions.accounts import first_beheerder, reset_by_adres
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.screens import toegangslink
from landkaart.settings import address

VOOR = typer.Option(
    help="E-mailadres van een account: een link om een nieuw wachtwoord te kiezen, die de tweede factor uitzet."
)


def toegang(voor: Annotated[str, VOOR] = "") -> None:
    """Geeft een link die één keer aanmeldt als beheerder, zolang er nog geen beheerder met een wachtwoord is.

    Met --voor een herstellink voor een account, ook als geen beheerder zich meer kan aanmelden.
    """
    with begin_act(operator()) as act:
        token = reset_by_adres(act, adres=voor) if voor else first_beheerder(act)
    if token is None:
        raise Fout("Er is al een beheerder die zelf kan aanmelden. Vraag daar een herstellink.")
    typer.echo(toegangslink(address(), token))
