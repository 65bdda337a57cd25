"""Pages that are written from a template: what a visitor typed is text in them, and a name that is not given is an error."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from landkaart.programma.namen import NAMEN
from landkaart.screens import PlainPage
from landkaart.web.program.letters import our_letters
from landkaart.web.program.look import variables


@cache
def templates_in(folder: Path) -> Environment:
    """Return the templates of a folder; they know what this landkaart is called, our plain pages, colours and letters."""
    found = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    found.globals |= {"PlainPage": PlainPage, "colours": Markup(variables()), "letters": Markup(our_letters()), **NAMEN}
    return found
