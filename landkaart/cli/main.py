"""All commands together. Whoever has a shell here is the operator, and is logged as such."""

import sys

import typer

from db.failures import is_unavailable
from db.private import keep_private
from landkaart.cli.archief import archief
from landkaart.cli.console import errors
from landkaart.cli.demo import demo
from landkaart.cli.exporteer import exporteer
from landkaart.cli.gezond import gezond
from landkaart.cli.herinner import herinner
from landkaart.cli.herstel import herstel
from landkaart.cli.importeer import importeer
from landkaart.cli.klok import klok
from landkaart.cli.opruimen import opruimen
from landkaart.cli.post import post
from landkaart.cli.programma import programma
from landkaart.cli.rapport import rapport
from landkaart.cli.reservekopie import reservekopie
from landkaart.cli.toegang import toegang
from landkaart.cli.verhuis import verhuis
from landkaart.cli.werkpleinbladen import werkpleinbladen
from landkaart.domein.fouten import Fout
from landkaart.programma.namen import NAAM

NOT_NOW = (
    "De database neemt nu niets aan: {}. Er is niets gewijzigd. Zorg dat er ruimte is en dat geen ander programma haar "
    "bezet houdt, en probeer het opnieuw."
)
app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=f"De {NAAM}.")
KEEPING = (reservekopie, herstel, verhuis, gezond, klok, opruimen, programma)
for command in (importeer, exporteer, rapport, werkpleinbladen, archief, demo, toegang, herinner, post, *KEEPING):
    app.command()(command)


def main() -> None:
    """Run the command that was asked for; a Fout becomes its sentence on standard error, and status 1.

    So does what the database does not do now; anything else that nobody expected keeps its traceback.
    """
    keep_private()
    try:
        app()
    except Fout as error:
        errors.print(str(error))
        sys.exit(1)
    except Exception as error:
        if not is_unavailable(error):
            raise
        errors.print(NOT_NOW.format(str(getattr(error, "orig", None) or error).splitlines()[0]))
        sys.exit(1)
