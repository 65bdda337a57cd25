"""Pages that are written from a template: what a visitor typed is text in them, and a name that is not given is an error."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from landkaart.screens import PlainPage
from landkaart.web.program.letters import our_letters
from landkaart.web.program.look import variables


@cache
def templates_in(folder: Path) -> Environment:
    """Return the templates of a folder, which know the addresses of our plain pages, our colours and our letters."""
    found = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    found.globals["PlainPage"] = PlainPage
    found.globals["colours"], found.globals["letters"] = Markup(variables()), Markup(our_letters())
    return found
