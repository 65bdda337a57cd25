"""`python -m landkaart klok`: whether the clock of the server is believed."""

from typing import Annotated

import typer

from db.act import begin_act
from db.actions.klok import confirm_clock
from db.engine import read_session
from db.queries.clock import clock_record
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.rapport import dutch
from landkaart.rapport.klok import doubt_text


def klok(
    bevestig: Annotated[bool, typer.Option("--bevestig", help="De klok klopt: vertrouw hem vanaf nu.")] = False,
) -> None:
    """Zegt of de klok van de server vertrouwd wordt. Eindigt met status 1 als het niet zo is."""
    if bevestig:
        with begin_act(operator()) as act:
            confirm_clock(act)
    with read_session() as session:
        found = clock_record(session=session)
    doubt = found.doubt()
    if doubt is not None:
        raise Fout(f"{doubt_text(doubt)} Bevestigen: python -m landkaart klok --bevestig")
    typer.echo(f"De klok wordt vertrouwd: het is {dutch.day_and_hour(found.clock.now())}.")
