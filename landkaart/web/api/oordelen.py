"""The judgements of the AKO, one werkplein after the other: given, or taken over from last time, each saved by itself."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from db.act import Act, begin_act_of
from db.actions.indicaties import give_indicatie, take_over_indicatie
from db.engine import Session, read_session
from db.queries.data_version import DataVersion, data_version
from db.queries.oordelen import oordelen, taken_back
from db.queries.werkpleinen import names
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import NietToegestaan
from landkaart.domein.indicatie import AndersBeoordeeld, Indicatie, NieuwOordeel, Oordeel
from landkaart.domein.invulling import Wijziging
from landkaart.domein.rechten import Gebruiker, Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import formulier as sentences
from landkaart.web.api.answers import PREFIX, refusal
from landkaart.web.api.asked import Asked, read, who_asks

JUDGING = f"{PREFIX}oordelen/{{tertaal}}"


def address_of(tertaal: Tertaal) -> str:
    return JUDGING.format(tertaal=tertaal)


def about(who: Aangemeld, request: Request, body: Mapping[str, Any]) -> Asked:
    """Read which tertaal is judged, and which werkplein where one is in the address or in the body.

    Raises NietToegestaan for whoever may not judge, OngeldigTertaal, OngeldigeInvoer.
    """
    if not mag(who.bevoegdheid, Recht.INDICATIE_GEVEN):
        raise NietToegestaan(Recht.INDICATIE_GEVEN.weigering)
    path = dict(request.path_params)
    werkplein = path.pop("werkplein", None) or read(body.get("werkplein", ""), str, str)
    return Asked(who, werkplein, Tertaal.parse(path.pop("tertaal")), path, body)


@contextmanager
def begin_judging(request: Request, body: Mapping[str, Any]) -> Iterator[tuple[Act, Asked]]:
    """Open the transaction of what is asked; who asks is looked up in it.

    Raises what `who_asks` and `about` raise.
    """
    with begin_act_of(partial(who_asks, request=request)) as (act, who):
        yield act, about(who, request, body)


def give(request: Request, body: Mapping[str, Any]) -> dict[str, Any] | Response:
    """Save `waarde` where `gezien` is the mark of what was shown; answer with what stands there now.

    When somebody else was first: 409, with theirs.
    """
    try:
        with begin_judging(request, body) as (act, asked):
            keep(act, asked)
            return one_of_state(act.session, asked, act.now, act.by)
    except AndersBeoordeeld as error:
        with read_session() as session:
            asked = about(who_asks(session, request), request, body)
            gone, now = gone_from(session, asked), data_version(session=session).now()
        return refusal(error, veld=described(error.oordeel, now, asked.who.gebruiker, gone))


def keep(act: Act, asked: Asked) -> None:
    """Give the oordeel, or with None take it back; the note that stands there stays with it.

    Raises what `give_indicatie` raises.
    """
    value, seen = asked.body.get("waarde"), asked.body.get("gezien")
    wanted = None if value is None else read(value, str, Indicatie)
    kept = oordelen(session=act.session, tertaal=asked.tertaal).get(asked.werkplein)
    if wanted == (kept and kept.indicatie):
        return
    if seen != mark(kept):
        raise AndersBeoordeeld(kept)
    notitie = kept.notitie if kept and wanted else ""
    give_indicatie(act, **asked.place, oordeel=NieuwOordeel(wanted, notitie), seen=kept)


def take_over(request: Request, body: Mapping[str, Any]) -> dict[str, Any]:
    """Take over what the `werkplein` was last given; answer with the whole state."""
    with begin_judging(request, body) as (act, asked):
        take_over_indicatie(act, **asked.place)
        return state_of(act.session, asked.tertaal, act.by)


def send_state(request: Request) -> Response:
    """Answer with the state; 304 to who has this version already (`If-None-Match`)."""
    known = request.headers.get("if-none-match")
    with read_session() as session:
        asked = about(who_asks(session, request), request, {})
        if known is not None and known.removeprefix("W/").strip('"') == version_of(data_version(session=session)):
            return Response(status_code=304)
        found = state_of(session, asked.tertaal, asked.who.gebruiker)
    return JSONResponse(found, headers={"ETag": f'"{found["version"]}"'})


def state_of(session: Session, tertaal: Tertaal, by: Gebruiker) -> dict[str, Any]:
    """Return what was given to each werkplein there is, as its screen knows it."""
    found, known = data_version(session=session), oordelen(session=session, tertaal=tertaal)
    now, gone = found.now(), taken_back(session=session, tertaal=tertaal)
    return {
        "nu": now.isoformat(),
        "open": True,
        "version": version_of(found),
        "velden": {name(code): described(known.get(code), now, by, gone.get(code)) for code in names(session=session)},
    }


def one_of_state(session: Session, asked: Asked, now: datetime, by: Gebruiker) -> dict[str, Any]:
    kept = oordelen(session=session, tertaal=asked.tertaal).get(asked.werkplein)
    veld = described(kept, now, by, None if kept else gone_from(session, asked))
    return {"veld": veld, "velden": {name(asked.werkplein): veld}}


def gone_from(session: Session, asked: Asked) -> Wijziging | None:
    """Return who took the last oordeel of this werkplein back; None when nobody did."""
    return taken_back(session=session, tertaal=asked.tertaal).get(asked.werkplein)


def version_of(found: DataVersion) -> str:
    """Name the state: the same means that a screen has nothing new to show.

    A day is in it, because today's moments are shown without.
    """
    return f"{found.change}.{local_date(found.now()).toordinal()}"


def name(werkplein: str) -> str:
    return f"oordeel/{werkplein}"


def mark(oordeel: Oordeel | None) -> str | None:
    """Return what tells one oordeel from the next at the same werkplein: its moment, or what a file said."""
    if oordeel is None:
        return None
    return oordeel.gegeven_op.isoformat() if oordeel.gegeven_op else f"bestand {oordeel.indicatie.value}"


def described(oordeel: Oordeel | None, now: datetime, by: Gebruiker, gone: Wijziging | None) -> dict[str, Any]:
    """Return an oordeel as its screen knows it; `eigen`: given under the name of who looks.

    `gone`: who took the last one back, None when nobody did; for a werkplein without an oordeel.
    """
    if oordeel is None:
        found: dict[str, Any] = {"waarde": None, "versie": None, "door": None, "opgeslagen": None, "eigen": False}
        if gone is None or gone.op is None:
            return found
        return found | {"door": gone.door, "opgeslagen": sentences.when(gone.op, now), "eigen": gone.door == by.naam}
    moment = oordeel.gegeven_op
    found = {
        "waarde": oordeel.indicatie.value,
        "versie": mark(oordeel),
        "door": oordeel.door,
        "opgeslagen": moment and sentences.when(moment, now),
        "eigen": oordeel.door == by.naam,
        "notitie": oordeel.notitie,
    }
    wijze = "ingelezen" if moment is None else "overgenomen" if oordeel.overgenomen_uit else None
    return found | ({"wijze": wijze} if wijze else {})
