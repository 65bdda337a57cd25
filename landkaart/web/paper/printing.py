"""The form as a page that prints: `/formulier/harderwijk/2009-3`, and with `?versie=1` what was submitted."""

from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from db.engine import Session, read_session
from db.queries.formulier import formulier
from db.queries.invullingen import akkoorden, indieningen
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.formulier import Formulier
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.formulier_print import Vel, blank, record
from landkaart.rapport.herkomst import Gemaakt, made_text
from landkaart.web.templates import templates_in

HTML = Path(__file__).parent / "html"
SCRIPT = "/formulier/afdrukken.js"


def page_of(werkplein: str, tertaal: Tertaal, versie: str | None, gemaakt: Gemaakt) -> str:
    """Write the page, as HTML; `versie`: the number of what was submitted, None for a form to write on.

    Raises KeyError for a form or a version that there is not.
    """
    with read_session() as session:
        form = formulier(session=session, werkplein=werkplein, tertaal=tertaal)
        if form is None:
            raise KeyError(werkplein)
        asked = vragen(session=session, tertaal=tertaal)
        vel = blank(form, asked) if versie is None else submitted(session, form, versie)
    here = f"/formulier/{werkplein}/{tertaal}"
    elders = [("Als werkmap (.xlsx)", f"{here}.xlsx")] if versie is None else [("Leeg formulier", here)]
    if versie is None and form.submitted:
        elders.append(("Wat is ingediend", f"{here}?versie={form.submitted.versie}"))
    which = f"versie {versie}" if versie else "leeg formulier"
    voet = f"{form.ronde.naam} · {tertaal} · {which} · gemaakt {made_text(gemaakt)}"
    return (
        templates_in(HTML).get_template("formulier.html").render(vel=vel, script=SCRIPT, elders=elders, voet=css_text(voet))
    )


def css_text(text: str) -> Markup:
    """Return it for within the quotes of CSS, where HTML is not read: every sign that could end them by its number."""
    return Markup("".join(sign if sign.isalnum() else f"\\{ord(sign):06x}" for sign in text))


def submitted(session: Session, form: Formulier, versie: str) -> Vel:
    """Lay out a version that was submitted.

    Raises KeyError for one that there is not.
    """
    here: dict[str, Any] = {"werkplein": form.ronde.werkplein, "tertaal": form.ronde.tertaal}
    versions = {str(each.versie): each for each in indieningen(session=session, **here)}
    found = versions[versie]
    signed = akkoorden(session=session, **here).get(found.versie, [])
    said = vraag_antwoorden(session=session, **here)
    asked = [(vraag, said.get(vraag.code)) for vraag in vragen(session=session, tertaal=form.ronde.tertaal)]
    return record(form, found, signed, asked)


@cache
def script() -> str:
    return (HTML / "afdrukken.js").read_text(encoding="utf-8")
