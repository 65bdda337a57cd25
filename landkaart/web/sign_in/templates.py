"""Plain pages without Streamlit: they cost nothing for who is not signed in, and work without JavaScript."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse


def page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """`fout` and `goed` are the sentences above the form."""
    shown = {"fout": None, "goed": None} | values
    return HTMLResponse(templates().get_template(template).render(shown), status)


@cache
def templates() -> Environment:
    folder = Path(__file__).parent / "html"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
