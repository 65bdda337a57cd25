"""Plain pages without Streamlit: they cost nothing for who is not signed in, and work without JavaScript."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from landkaart.screens import PlainPage


def page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page of the folder `html/`; `fout` and `goed` are the sentences above the form."""
    shown = {"fout": None, "goed": None} | values
    return HTMLResponse(templates().get_template(template).render(shown), status)


@cache
def templates() -> Environment:
    """Return the templates, which know the addresses of our pages as `PlainPage`; a name that is not given is an error."""
    folder = Path(__file__).parent / "html"
    found = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    found.globals["PlainPage"] = PlainPage
    return found
