"""What a request for a file asks: by whom, and about which tertaal."""

from collections.abc import Container

from starlette.requests import Request

from db.engine import Session, read_session
from db.freezing import freeze_what_closed
from db.queries.clock import clock
from db.queries.heruitgaven import holding_editions
from db.queries.tertaalbeeld import tertaalbeeld, tertalen
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan, OngeldigTertaal
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.figuur_by_name import compared_with
from landkaart.rapport.herkomst import Gemaakt


def who_asks(request: Request) -> Aangemeld:
    """Return whom the guard let in.

    Raises NietAangemeld.
    """
    found: Aangemeld | None = getattr(request.state, "aangemeld", None)
    if found is None:
        raise NietAangemeld
    return found


def require(request: Request, recht: Recht, werkplein: str | None = None) -> None:
    """Let through who has this right, for this werkplein or for all.

    Raises NietAangemeld, NietToegestaan.
    """
    if not mag(who_asks(request).bevoegdheid, recht, werkplein):
        raise NietToegestaan(recht.weigering)


def tertaal_of(request: Request) -> Tertaal:
    """Return the tertaal in the path of the request.

    Raises KeyError for what is no tertaal, and for one of which nothing is known: at that address there is nothing.
    """
    try:
        tertaal = Tertaal.parse(request.path_params["tertaal"])
    except OngeldigTertaal as error:
        raise KeyError("tertaal") from error
    with read_session() as session:
        if tertaal not in tertalen(session=session):
            raise KeyError(tertaal)
    return tertaal


def beeld_of(request: Request) -> Tertaalbeeld:
    """Return the tertaal in the path of the request, as it stood at its closing or, before that, as it stands.

    `?editie=2` asks for a later edition.

    Raises KeyError as `tertaal_of` does, and for an edition that there is not.
    """
    tertaal = tertaal_of(request)
    # A download can be the first that comes by after a closing.
    freeze_what_closed()
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=tertaal, editie=editie_of(session, request, tertaal))


def editie_of(session: Session, request: Request, tertaal: Tertaal) -> int | None:
    """Return the number of the edition that is asked for; None for the one that holds by itself.

    Raises KeyError for one that there is not, or that was taken back.
    """
    asked = request.query_params.get("editie")
    if asked is None:
        return None
    numbers = {str(number): number for number in holding_editions(session=session, tertaal=tertaal)}
    return numbers[asked]


def require_known(asked: str | None, known: Container[str]) -> None:
    """Let through a werkplein, or another choice, that is known; None stands for all.

    Raises KeyError for another: of that there is no file, not even an empty one.
    """
    if asked is not None and asked not in known:
        raise KeyError(asked)


def yes(request: Request, name: str) -> bool:
    """Return whether the address says ja to something; nee, or nothing, is no.

    Raises KeyError for anything else.
    """
    return {"ja": True, "nee": False, "": False}[request.query_params.get(name, "")]


def gemaakt_by(request: Request) -> Gemaakt:
    """Return by whom and when what is asked for is made.

    Raises NietAangemeld.
    """
    who = who_asks(request)
    with read_session() as session:
        return Gemaakt(who.naam, system_now(), clock(session=session).now())


def compared(beeld: Tertaalbeeld, request: Request) -> Tertaalbeeld:
    """Return the same beside the tertaal that `?met=` asks for, or else the one before.

    Raises KeyError for one that is not known.
    """
    return beeld.compared_with(compared_with(beeld, request.query_params)) if "met" in request.query_params else beeld
