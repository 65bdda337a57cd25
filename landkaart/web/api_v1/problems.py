"""What a program hears when it gets nothing: application/problem+json (RFC 9457)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from starlette.responses import JSONResponse, Response

from db.failures import failure_sentence, is_unavailable
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.errors import log_with_number
from landkaart.web.serving.turns import TeDruk, TeVeel

MEDIA = "application/problem+json"
BROKEN = "Er ging iets mis in de landkaart. Blijft het misgaan, geef dan dit nummer door aan de beheerder: {}."
# By status: what is the matter, whoever asks.
TITLES = {
    400: "De vraag klopt niet",
    401: "Geen geldig token",
    403: "Geen recht",
    404: "Niet gevonden",
    405: "Alleen lezen",
    406: "Deze vorm is er niet",
    429: "Te veel tegelijk",
    500: "Fout in de landkaart",
    503: "Nu niet beschikbaar",
}
NO_TOKEN = "Stuur een geldig token mee: Authorization: Bearer …. Op de pagina Mijn account maakt u er een."
LATER = {"Retry-After": "10"}


class Mistake(NamedTuple):
    """What is wrong with one part of the question: in which (`query` or `path`), and called what."""

    where: str
    naam: str
    detail: str


class Problem(Exception):
    """What is answered instead."""

    def __init__(self, status: int, detail: str, mistakes: Sequence[Mistake] = (), headers: Mapping[str, str] | None = None):
        super().__init__(detail)
        self.status, self.detail, self.mistakes, self.headers = status, detail, mistakes, headers


def answer_of(error: Exception) -> Response:
    """Answer with what went wrong, and log what nobody expected."""
    return as_response(error if isinstance(error, Problem) else problem_of(error))


def problem_of(error: Exception) -> Problem:
    if is_unavailable(error):
        return Problem(503, failure_sentence(error), headers=LATER)
    match error:
        case NietAangemeld():
            return Problem(401, NO_TOKEN, headers={"WWW-Authenticate": 'Bearer realm="landkaart"'})
        case NietToegestaan():
            return Problem(403, str(error))
        case TeVeel():
            return Problem(429, "Er wordt al veel voor u gemaakt. Wacht tot dat er is.", headers=LATER)
        case TeDruk():
            return Problem(503, "Het is druk. Vraag dit zo opnieuw.", headers=LATER)
    return Problem(500, BROKEN.format(log_with_number(error)))


def as_response(problem: Problem) -> Response:
    content: dict[str, Any] = {"title": TITLES[problem.status], "status": problem.status, "detail": problem.detail}
    if problem.mistakes:
        content["errors"] = [{"in": each.where, "name": each.naam, "detail": each.detail} for each in problem.mistakes]
    return JSONResponse(content, problem.status, problem.headers, MEDIA)


def of_the_guard(response: Response) -> Response:
    """Say what the guard refuses in plain words as a problem, with its status and its headers."""
    status = response.status_code if response.status_code in TITLES else 400
    kept = {name: value for name, value in response.headers.items() if name == "retry-after"}
    return as_response(Problem(status, bytes(response.body).decode(), headers=kept))
