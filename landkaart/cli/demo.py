"""`python -m landkaart demo`: the landkaart of 2009."""

from typing import Annotated

import typer

from db.act import begin_act
from db.actions.demo import AndereGegevens, load_demo
from landkaart.cli.console import progress_bar
from landkaart.domein.rechten import operator
from landkaart.web.sign_in.password_hash import make_hash
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD


def demo(
    als_leeg: Annotated[bool, typer.Option("--als-leeg", help="Sla over als er al andere gegevens zijn.")] = False,
) -> None:
    """Laadt de landkaart van 2009, met de klok op 1 december 2009."""
    try:
        with progress_bar() as step, begin_act(operator()) as act:
            loaded = load_demo(act, wachtwoord_hash=make_hash(DEMO_PASSWORD), progress=step)
    except AndereGegevens:
        if not als_leeg:
            raise
        loaded = None
    outcome = {True: "De landkaart van 2009 is geladen.", False: "De landkaart van 2009 stond er al.", None: "Overgeslagen."}
    typer.echo(outcome[loaded])
