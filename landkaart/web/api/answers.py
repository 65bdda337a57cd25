"""How an answer goes out: JSON, and of every refusal a code for the form and a sentence for the reader."""

from starlette.responses import JSONResponse, Response

from db.failures import failure_sentence, is_unavailable
from landkaart.domein.fouten import Fout, Gesloten, NietAangemeld, NietCompleet, NietToegestaan, OngeldigTertaal
from landkaart.domein.indicatie import AndersBeoordeeld
from landkaart.domein.invulling import AndersGewijzigd, NietGezien
from landkaart.errors import log_with_number

PREFIX = "/api/"
BROKEN = (
    "Er ging iets mis in de landkaart; dit is niet opgeslagen. Houd deze pagina open en probeer het zo weer. Blijft het "
    "misgaan, geef dan dit nummer door aan de beheerder: {}."
)


class Onbekend(Fout):
    """There is nothing at this address."""


class TeGroot(Fout):
    """More came in than one answer can be."""


class NuNiet(Fout):
    """What may come in, but not now."""


class GeenJson(Fout):
    """Not what a form sends."""


# Status and code of each refusal; any other Fout is about what was typed.
REFUSALS: dict[type[Fout], tuple[int, str]] = {
    NietAangemeld: (401, "sessie"),
    NietToegestaan: (403, "recht"),
    Onbekend: (404, "onbekend"),
    OngeldigTertaal: (404, "onbekend"),
    AndersGewijzigd: (409, "anders"),
    AndersBeoordeeld: (409, "anders"),
    NietGezien: (409, "niet_gezien"),
    TeGroot: (413, "te_groot"),
    GeenJson: (415, "invoer"),
    NietCompleet: (422, "niet_compleet"),
    Gesloten: (423, "gesloten"),
    NuNiet: (429, "druk"),
}
# Of what the guard refuses, which comes here as a plain sentence.
GUARDED = {400: "invoer", 401: "sessie", 403: "recht", 404: "onbekend", 405: "invoer", 429: "druk"}


def refusal(error: Exception, **more: object) -> Response:
    """Answer with what went wrong, and log what nobody expected; `more`: what the form needs to know besides."""
    if is_unavailable(error):
        return answer(503, "storing", failure_sentence(error))
    if isinstance(error, Fout):
        status, code = REFUSALS.get(type(error), (422, "invoer"))
        if isinstance(error, NietGezien):
            more = more | {"titels": error.titels}
        return answer(status, code, str(error), **more)
    return answer(500, "storing", BROKEN.format(log_with_number(error)))


def answer(status: int, code: str, zin: str, **more: object) -> Response:
    """Make the answer of a refusal: `code` for the form, `zin` for the reader."""
    return JSONResponse({"code": code, "zin": zin, **more}, status)


def as_json(refused: Response) -> Response:
    """Turn what the guard says into an answer for a form."""
    code = GUARDED.get(refused.status_code, "storing")
    return answer(refused.status_code, code, bytes(refused.body).decode())
