"""A page of a resource as JSON or CSV, with the ways to the other pages; of what is fixed with an ETag."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from starlette.responses import Response

from db.engine import Session
from landkaart.rapport.archief.beschrijving import KolomSoort
from landkaart.rapport.csv_texts import csv_text
from landkaart.web.api_v1.asked import JSON, Vraagstelling
from landkaart.web.api_v1.bronnen import Apibron
from landkaart.web.api_v1.reading import Gelezen


@dataclass(frozen=True)
class Apiantwoord:
    """A page as it goes out; with an ETag in its headers when nothing in it changes any more."""

    content: bytes
    headers: Mapping[str, str]
    media: str

    def to(self, known: str) -> Response:
        """Answer with it; 304 to who has it already. `known`: what `If-None-Match` says."""
        if self.headers.get("ETag") in [each.strip().removeprefix("W/") for each in known.split(",")]:
            return Response(status_code=304, headers=self.headers)
        return Response(self.content, headers=self.headers, media_type=self.media)


def answer(session: Session, bron: Apibron, asked: Vraagstelling, path: str) -> Apiantwoord:
    """Return the page that is asked for.

    Raises Problem.
    """
    found = bron.read(session, asked)
    page = found.table.iloc[asked.first : asked.first + asked.per_pagina]
    headers = {"Link": links(path, asked, len(found.table)), "X-Total-Count": str(len(found.table)), "Vary": "Accept"}
    if asked.media == JSON:
        content, media = as_json(bron, asked, found, page), JSON
    else:
        content, media = csv_text(page).encode(), "text/csv; charset=utf-8"
    if found.vast:
        headers["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
    return Apiantwoord(content, headers, media)


def as_json(bron: Apibron, asked: Vraagstelling, found: Gelezen, page: pd.DataFrame) -> bytes:
    """Write a page: where it stands among the others, how fixed it is, and its rows by the names of their columns."""
    kinds = {each.naam: each.soort for each in bron.kolommen}
    columns = {naam: [plain(value, kinds[naam]) for value in page[naam].tolist()] for naam in page.columns}
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    about: dict[str, Any] = {"totaal": len(found.table), "pagina": asked.pagina, "perPagina": asked.per_pagina}
    if found.uitgave:
        about |= {"tertaal": str(asked.tertaal), "uitgave": found.uitgave, "vastgesteld": found.vast}
    return json.dumps(about | {"resultaten": rows}, ensure_ascii=False, separators=(",", ":")).encode()


def plain(value: object, soort: KolomSoort) -> object:
    """Return a cell as JSON has it; null where there is none, which is never 0."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return int(str(value)) if soort is KolomSoort.GETAL else str(value)


def links(path: str, asked: Vraagstelling, total: int) -> str:
    """Write the ways to the first, the previous, the next and the last page, and to what describes it (RFC 8288)."""
    last = max(-(-total // asked.per_pagina), 1)
    pages = {"first": 1, "prev": asked.pagina - 1, "next": asked.pagina + 1, "last": last}
    there = {rel: page for rel, page in pages.items() if 1 <= page <= last}
    found = [f'<{path}?{query(asked, page)}>; rel="{rel}"' for rel, page in there.items()]
    return ", ".join([*found, '</api/v1/openapi.json>; rel="service-desc"'])


def query(asked: Vraagstelling, page: int) -> str:
    given: Mapping[str, int] = {"pagina": page, "perPagina": asked.per_pagina}
    return urlencode(given if asked.editie is None else {**given, "editie": asked.editie})
