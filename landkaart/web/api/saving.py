"""One part of a form at a time: the value that was given, in the place of the one that was on the screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from db.act import Act
from db.actions import invullingen, vraag_antwoorden
from db.engine import Session, read_session
from db.queries.vragen import vraag_antwoorden as said_to
from db.queries.vragen import vragen
from db.queries.wijzigingen import left_by, wijzigingen
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Onderdeel
from landkaart.domein.invulling import AndersGewijzigd, Veld, Wijziging
from landkaart.web.api.answers import Onbekend, refusal
from landkaart.web.api.asked import Asked, begin_asked, read, version
from landkaart.web.api.state import Inhoud, around, described, fields_of, form_of, name, of_mijlpalen, of_vraag

NO_FIELD = "Dit onderdeel van het formulier bestaat niet. Ververs de pagina."


@dataclass(frozen=True)
class Soort:
    """How a kind of part is saved: what it is `about` (a mijlpaal or a vraag), the act, its keyword for the value, and how
    that is read.
    """

    act: Callable[..., datetime | None]
    about: str
    what: str
    read: Callable[[object], Any]


def band(value: object) -> Band | None:
    return None if value is None else read(value, str, Band.parse)


def given(value: object) -> str | None:
    """Read an answer as it was typed or chosen; the act reads it in the vorm of its vraag."""
    return None if value is None else read(value, str, str)


def text(value: object) -> str:
    return "" if value is None else read(value, str, str)


SOORTEN = {
    "band": Soort(invullingen.save_answer, "mijlpaal", "band", band),
    "toelichting": Soort(invullingen.save_toelichting, "mijlpaal", "tekst", text),
    "antwoord": Soort(vraag_antwoorden.save_vraag_antwoord, "vraag", "antwoord", given),
    "uitleg": Soort(vraag_antwoorden.save_vraag_toelichting, "vraag", "tekst", text),
}


def save(request: Request, body: Mapping[str, Any]) -> dict[str, Any] | Response:
    """Save `waarde` where `gezien` is the version that was shown; answer with what stands there now.

    When somebody else was first: 409, with theirs.
    """
    asked: Asked | None = None
    try:
        with begin_asked(request, body) as (act, asked):
            return keep(act, asked, part_of(asked))
    except AndersGewijzigd as error:
        if asked is None:
            raise
        return theirs(error, asked)


def theirs(error: AndersGewijzigd, asked: Asked) -> Response:
    with read_session() as session:
        form = form_of(session, **asked.place)
        there = fields_of(session, form, vragen(session=session, tertaal=asked.tertaal), asked.by)
    return refusal(error, veld=there.get(name(part_of(asked))))


def part_of(asked: Asked) -> Onderdeel:
    """Read which part of the form is asked about.

    Raises Onbekend.
    """
    soort, code = asked.path["soort"], asked.path["code"]
    if soort not in SOORTEN or (SOORTEN[soort].about == "mijlpaal" and code not in catalogus().codes):
        raise Onbekend(NO_FIELD)
    return soort, code


def keep(act: Act, asked: Asked, part: Onderdeel) -> dict[str, Any]:
    """Save it, and read back in the same transaction what it makes of the form."""
    kind, code = part
    soort, by = SOORTEN[kind], act.by
    what = {"veld": Veld(asked.werkplein, asked.tertaal, code), soort.what: soort.read(asked.body.get("waarde"))}
    soort.act(act, seen=version(asked.body.get("gezien")), **what)
    form, fields = form_of(act.session, toelichtingen=kind == "toelichting", **asked.place), {}
    for each, inhoud in touched(act.session, form, part).items():
        fields[name(each)] = described(inhoud, doer(act, asked, each, inhoud), form.ronde.moment, by)
    return {"veld": fields[name(part)], "velden": fields, **around(act.session, form, by)}


def touched(session: Session, form: Formulier, part: Onderdeel) -> dict[Onderdeel, Inhoud]:
    """Return the parts that have another version now: of a vraag both."""
    if SOORTEN[part[0]].about == "mijlpaal":
        return {part: of_mijlpalen(form.now)[part]}
    said = said_to(session=session, werkplein=form.ronde.werkplein, tertaal=form.ronde.tertaal)
    [vraag] = [each for each in vragen(session=session, tertaal=form.ronde.tertaal) if each.code == part[1]]
    return of_vraag(vraag, said.get(part[1]))


def doer(act: Act, asked: Asked, part: Onderdeel, inhoud: Inhoud) -> Wijziging | None:
    """Return whoever asked, when it was made now; read the log only when it stood there already, or is empty."""
    moment, by = inhoud[1], act.by
    if moment == act.now:
        return Wijziging(by.weg.whose(by.naam), by.account_id, moment)
    return left_by(wijzigingen(session=act.session, versions=[moment] if moment else [], **asked.place), part, moment)
