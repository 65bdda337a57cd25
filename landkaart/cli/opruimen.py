"""`python -m landkaart opruimen`: the terms of personal data, carried out now instead of tonight."""

import typer

from db.act import begin_act
from db.actions.bewaartermijnen import carry_out_terms
from db.backup.retention import remove_half_made
from landkaart import settings
from landkaart.domein.bewaartermijnen import Termijnen
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import operator
from landkaart.rapport import dutch


def opruimen() -> None:
    """Wist persoonsgegevens waarvan de termijn voorbij is, en zegt van elke termijn wat er verdween."""
    with begin_act(operator()) as act:
        done = carry_out_terms(act)
    folder = settings.backup_folder()
    done[Termijnen.KOPIEEN] = len(remove_half_made(folder, system_now())) if folder else 0
    for term, number in done.items():
        each = term.value
        typer.echo(f"{dutch.count(number)} {each.wat}, {dutch.counted(each.na.days, 'dag', 'dagen')} na {each.vanaf}.")
