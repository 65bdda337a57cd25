"""What a page gives to the form in the browser: what never changes while it is open."""

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from db.engine import Session
from db.models import TOELICHTING_LENGTH
from db.queries.formulier import steps
from db.queries.namens import namens
from db.queries.uitvragen import uitvragen
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Tussenstand
from landkaart.domein.namens import running
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.inhoud import Mijlpaal
from landkaart.rapport import formulier as sentences
from landkaart.rapport.colours import on_screen
from landkaart.web.api.answers import PREFIX
from landkaart.web.api.state import form_of


def data_of(session: Session, werkplein: str, tertaal: Tertaal, who: Aangemeld) -> dict[str, Any]:
    """Return what the component is given; the state it asks for itself.

    Raises Onbekend.
    """
    form = form_of(session, werkplein, tertaal)
    return {
        "api": f"{PREFIX}invullen/{werkplein}/{tertaal}",
        "account": account_key(who),
        # In characters as Python counts them: an emoji is one.
        "max": TOELICHTING_LENGTH,
        "zinnen": sentences.in_the_browser(TOELICHTING_LENGTH),
        "fasen": [
            {"naam": fase.naam, "mijlpalen": [of_mijlpaal(each, form) for each in fase.mijlpalen]}
            for fase in catalogus().fasen
        ],
    }


def account_key(who: Aangemeld) -> str:
    """Return what tells accounts apart in a browser that more people use, without saying whose it is."""
    return hashlib.sha256(f"{who.account_id} {who.adres}".encode()).hexdigest()[:16]


def of_mijlpaal(mijlpaal: Mijlpaal, form: Formulier) -> dict[str, Any]:
    return described(mijlpaal) | {"vorige": vorige(mijlpaal.code, form)}


@cache
def described(mijlpaal: Mijlpaal) -> dict[str, Any]:
    return {
        "code": mijlpaal.code,
        "titel": mijlpaal.titel,
        "uitleg": mijlpaal.definitie,
        "banden": [
            {
                "code": band.code,
                "label": band.label,
                "range": band.range,
                "zin": mijlpaal.sentence(band),
                "teken": band.sign,
                "kleur": on_screen(band.colour),
            }
            for band in Band
        ],
    }


def vorige(code: str, form: Formulier) -> dict[str, Any] | None:
    """Return what the werkplein said of a mijlpaal when it last submitted, and in which tertaal; None when it never did."""
    if form.before is None or code not in form.before.banden:
        return None
    band = form.before.banden[code]
    return {
        "band": band.code,
        "label": band.label,
        "toelichting": form.before.toelichtingen.get(code, ""),
        "tertaal": str(form.before_tertaal),
        "reconstructie": form.before.reconstructie,
    }


def steps_of(session: Session, who: Aangemeld, tertaal: Tertaal) -> Sequence[Tussenstand]:
    """Return how far each is that this account fills in, its own ones or on behalf of others."""
    own = [code for code in who.bevoegdheid.werkpleinen if mag(who.bevoegdheid, Recht.INVULLEN, code)]
    if mag(who.bevoegdheid, Recht.NAMENS_INVULLEN):
        own = [code for code, _ in running(namens(session=session, tertaal=tertaal))]
    return steps(session=session, werkpleinen=own, tertaal=tertaal)


def overview(session: Session, who: Aangemeld) -> list[dict[str, Any]]:
    """List each werkplein that this account fills in, by each uitvraag that is open to it; the first to close first.

    `tertaal` and `sluit` are None for a werkplein that has nothing to fill in now.
    """
    found = [each for tertaal in uitvragen(session=session) for each in steps_of(session, who, tertaal)]
    todo = sorted((each for each in found if each.ronde.is_open), key=lambda each: each.ronde.sluit)
    busy = {each.ronde.werkplein for each in todo}
    idle = {each.ronde.werkplein: each for each in found if each.ronde.werkplein not in busy}
    shown = [*todo, *idle.values()]
    return [
        {
            "werkplein": each.ronde.werkplein,
            "naam": each.ronde.naam,
            "tertaal": str(each.ronde.tertaal) if each.ronde.is_open else None,
            "sluit": sentences.closes(each.ronde) if each.ronde.is_open else None,
            "beoordeeld": each.beoordeeld,
            "van": sentences.ALL,
            "ingediend": each.ingediend,
            "gewijzigd": each.gewijzigd,
            "zin": sentences.step(each),
        }
        for each in shown
    ]
