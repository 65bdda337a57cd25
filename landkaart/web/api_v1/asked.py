"""What a program asks: read from the address and judged; what cannot be asked is a 400 that names each mistake."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

from landkaart.domein.fouten import OngeldigTertaal
from landkaart.domein.tertaal import Tertaal
from landkaart.web.api_v1.problems import Mistake, Problem

# How large a page is when nobody says so, and at most; the last page, and the last edition, that can be asked.
PER_PAGE, MOST, LAST = 100, 500, 1_000_000
NO_NUMBER = "Dit moet een heel getal zijn van 1 tot en met {}."
JSON, CSV = "application/json", "text/csv"
HIGHEST = {"pagina": LAST, "perPagina": MOST, "editie": LAST}


@dataclass(frozen=True)
class Vraagstelling:
    """`tertaal` and `editie` are None where the address is about none."""

    tertaal: Tertaal | None
    editie: int | None
    pagina: int
    per_pagina: int
    media: str

    @property
    def first(self) -> int:
        """Return how many rows come before this page."""
        return (self.pagina - 1) * self.per_pagina


def read(request: Request, path: Mapping[str, str]) -> Vraagstelling:
    """Read it. `path`: what stands in the place of each name in the path.

    Raises Problem: 400, 404 for what is no tertaal, 406.
    """
    of_tertaal = "tertaal" in path
    numbers = numbers_of(request, ["pagina", "perPagina", *(["editie"] if of_tertaal else [])])
    return Vraagstelling(
        tertaal=tertaal_of(path["tertaal"]) if of_tertaal else None,
        editie=numbers.get("editie"),
        pagina=numbers.get("pagina", 1),
        per_pagina=numbers.get("perPagina", PER_PAGE),
        media=media_of(request.headers.get("accept", "*/*")),
    )


def numbers_of(request: Request, names: list[str]) -> dict[str, int]:
    """Return the numbers behind the question mark, by name.

    Raises Problem with every mistake at once.
    """
    given, mistakes, found = request.query_params.multi_items(), [], {}
    for naam, text in given:
        if naam not in names:
            mistakes.append(Mistake("query", naam, f"Dit kan hier niet gevraagd worden; wel: {', '.join(names)}."))
        elif naam in found:
            mistakes.append(Mistake("query", naam, "Dit staat er twee keer."))
        elif not (text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= HIGHEST[naam]):
            mistakes.append(Mistake("query", naam, NO_NUMBER.format(HIGHEST[naam])))
        else:
            found[naam] = int(text)
    if mistakes:
        raise Problem(400, "Verbeter wat hieronder staat en vraag het opnieuw.", mistakes)
    return found


def tertaal_of(text: str) -> Tertaal:
    """Return the tertaal in a path.

    Raises Problem.
    """
    try:
        return Tertaal.parse(text)
    except OngeldigTertaal as error:
        raise Problem(404, str(error)) from error


def media_of(accept: str) -> str:
    """Return in which form the answer is wanted, JSON when either will do.

    Raises Problem.
    """
    wanted = {JSON: 0.0, CSV: 0.0}
    for part in accept.split(","):
        kind, *more = [each.strip().lower() for each in part.split(";")]
        weight = weight_of(more)
        for media in wanted:
            if kind in (media, "*/*", f"{media.partition('/')[0]}/*"):
                wanted[media] = max(wanted[media], weight)
    if not any(wanted.values()):
        raise Problem(406, f"Er is {JSON} en {CSV}.")
    return max(wanted, key=lambda media: wanted[media])


def weight_of(parameters: list[str]) -> float:
    """Return the q of a kind; 1 when there is none, or none that says anything."""
    found = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    return float(found) if re.fullmatch(r"[01](\.[0-9]{1,3})?", found) else 1
