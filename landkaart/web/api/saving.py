"""One part of a form at a time: the value that was given, in the place of the one that was on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.responses import Response

from db.actions import invullingen, vraag_antwoorden
from db.engine import read_session, write_session
from db.queries.clock import clock
from db.queries.vragen import vraag_antwoorden as said_to
from db.queries.vragen import vragen
from db.queries.wijzigingen import wijzigingen
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Veld
from landkaart.domein.invulling import AndersGewijzigd, Wijziging
from landkaart.domein.vraag import JaNee
from landkaart.web.api.answers import Onbekend, refusal
from landkaart.web.api.asked import Asked, read, version
from landkaart.web.api.state import Inhoud, around, described, fields_of, form_of, left, name, of_mijlpalen, of_vraag

NO_FIELD = "Dit onderdeel van het formulier bestaat niet. Ververs de pagina."


@dataclass(frozen=True)
class Soort:
    """How a kind of part is saved: the act, its keywords for what it is about and for the value, and how that is read."""

    act: Callable
    about: str
    what: str
    read: Callable[[object], Any]


def band(value: object) -> Band | None:
    return None if value is None else read(value, str, Band.parse)


def ja_nee(value: object) -> JaNee | None:
    return None if value is None else read(value, str, JaNee)


def text(value: object) -> str:
    return "" if value is None else read(value, str, str)


SOORTEN = {
    "band": Soort(invullingen.save_answer, "mijlpaal", "band", band),
    "toelichting": Soort(invullingen.save_toelichting, "mijlpaal", "tekst", text),
    "antwoord": Soort(vraag_antwoorden.save_vraag_antwoord, "vraag", "antwoord", ja_nee),
    "uitleg": Soort(vraag_antwoorden.save_vraag_toelichting, "vraag", "tekst", text),
}


def save(asked: Asked) -> dict[str, Any] | Response:
    """Saves `waarde` where `gezien` is the version that was shown; answers with what stands there now.

    When somebody else was first: 409, with theirs.
    """
    veld = veld_of(asked)
    try:
        return keep(asked, veld)
    except AndersGewijzigd as error:
        with read_session() as session:
            form = form_of(session, **asked.place)
            there = fields_of(session, form, vragen(session=session, tertaal=asked.tertaal), asked.who.gebruiker)
        return refusal(error, veld=there.get(name(veld)))


def veld_of(asked: Asked) -> Veld:
    """Raises Onbekend."""
    soort, code = asked.path["soort"], asked.path["code"]
    if soort not in SOORTEN or (SOORTEN[soort].about == "mijlpaal" and code not in catalogus().codes):
        raise Onbekend(NO_FIELD)
    return soort, code


def keep(asked: Asked, veld: Veld) -> dict[str, Any]:
    """In one transaction, with what it makes of the form read back."""
    soort, by = SOORTEN[veld[0]], asked.who.gebruiker
    what = {soort.about: veld[1], soort.what: soort.read(asked.body.get("waarde"))}
    seen = version(asked.body.get("gezien"))
    with write_session() as session:
        here = clock(session=session)
        begun = here.now()
        soort.act(session=session, by=by, clock=here, seen=seen, **asked.place, **what)
        form = form_of(session, **asked.place)
        found = touched(session, form, veld)
        fields = {}
        for each, inhoud in found.items():
            fields[name(each)] = described(inhoud, doer(session, form, each, inhoud, asked, begun), form.ronde.moment, by)
        return {"veld": fields[name(veld)], "velden": fields, **around(session, form, by)}


def touched(session, form: Formulier, veld: Veld) -> dict[Veld, Inhoud]:
    """The parts that have another version now: of a vraag both."""
    if SOORTEN[veld[0]].about == "mijlpaal":
        return {veld: of_mijlpalen(form.now)[veld]}
    said = said_to(session=session, werkplein=form.ronde.werkplein, tertaal=form.ronde.tertaal)
    return of_vraag(veld[1], said.get(veld[1]))


def doer(session, form: Formulier, veld: Veld, inhoud: Inhoud, asked: Asked, begun: datetime) -> Wijziging | None:
    """Whoever asked, when it was made now; the log is read only when it stood there already."""
    moment, who = inhoud[1], asked.who
    if moment is None or moment >= begun:
        return moment and Wijziging(who.naam, who.account_id, moment)
    return left(wijzigingen(session=session, versions=[moment], **asked.place), veld, inhoud)
