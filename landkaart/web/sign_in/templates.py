"""Plain pages without Streamlit: they cost nothing for who is not signed in, and work without JavaScript."""

from pathlib import Path

from starlette.responses import HTMLResponse

from landkaart.web.templates import templates_in

HTML = Path(__file__).parent / "html"


def page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page of the folder `html/`; `fout` and `goed` are the sentences above the form."""
    shown = {"fout": None, "goed": None} | values
    return HTMLResponse(templates_in(HTML).get_template(template).render(shown), status)
