"""The OpenAPI document: all that can be asked, and all that can be answered. It holds no data, so everybody may read it."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from landkaart import settings
from landkaart.domein.tertaal import PER_YEAR, VOORBEELD
from landkaart.programma.namen import NAAM, ONDERWERP, TERTAAL, WERKPLEINEN
from landkaart.rapport.archief.beschrijving import KolomBeschrijving, KolomSoort
from landkaart.web.api_v1.asked import CSV, HIGHEST, JSON, PER_PAGE
from landkaart.web.api_v1.bronnen import Apibron, bronnen
from landkaart.web.api_v1.problems import MEDIA, TITLES

VERSION = "1.0.0"
PREFIX = "/api/v1"
ABOUT = (
    f"De cijfers van de {NAAM}, om te lezen: hoe ver de {WERKPLEINEN} per {TERTAAL} zijn met {ONDERWERP}. "
    "Een programma ziet wat de eigenaar van zijn token ziet. Tokens maakt en trekt men in op de pagina Mijn account. "
    "Antwoorden zijn JSON of CSV, naar de header Accept. Een leeg veld is nooit 0. Van vastgestelde cijfers krijgt u "
    "een ETag: vraag ze opnieuw met If-None-Match en u krijgt 304 zolang ze hetzelfde zijn."
)
PARAMETERS = {
    "pagina": "De hoeveelste pagina.",
    "perPagina": "Hoeveel rijen op een pagina.",
    "editie": f"Een bepaalde vaststelling van het {TERTAAL}; zonder is het die nu geldt.",
}
DEFAULTS = {"pagina": 1, "perPagina": PER_PAGE}
HEADERS = {
    "API-Version": ("De versie van deze API.", "string"),
    "Link": ("De wegen naar andere pagina's (RFC 8288).", "string"),
    "X-Total-Count": ("Hoeveel rijen er in alle pagina's samen zijn.", "integer"),
    "ETag": ("Alleen bij vastgestelde cijfers.", "string"),
    "Retry-After": ("Na hoeveel seconden het opnieuw kan.", "integer"),
}
TYPES = {KolomSoort.GETAL: {"type": "integer"}, KolomSoort.DATUM: {"type": "string", "format": "date"}}
TYPES |= {KolomSoort.MOMENT: {"type": "string", "format": "date-time"}}


@cache
def document() -> bytes:
    """Write it."""
    return json.dumps(as_data(), ensure_ascii=False, indent=1).encode()


def as_data() -> dict[str, Any]:
    """Return the document as JSON has it."""
    return {
        "openapi": "3.0.3",
        "info": {"title": NAAM, "version": VERSION, "description": ABOUT, "contact": contact()},
        "servers": [{"url": PREFIX}],
        "security": [{"token": []}],
        "paths": {each.pad: {"get": operation(each)} for each in bronnen()} | {"/openapi.json": {"get": of_itself()}},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "Een token van Mijn account."}},
            "schemas": {"Problem": problem()} | {schema_name(each): row(each.kolommen) for each in bronnen()},
        },
    }


def contact() -> dict[str, str]:
    """Return whom to ask, as far as the settings say."""
    found = settings.contact() or settings.address()
    named = {"name": "De beheerder van deze landkaart"}
    return named | ({"email": found.removeprefix("mailto:")} if found.startswith("mailto:") else {"url": found})


def operation(bron: Apibron) -> dict[str, Any]:
    """Return what can be asked of a resource and answered."""
    refused = [400, 401, 403, *([404] if bron.of_tertaal else []), 406, 429, 500, 503]
    return {
        "operationId": bron.naam,
        "summary": bron.titel,
        "description": bron.tekst,
        "parameters": list(parameters(bron)),
        "responses": {
            "200": {
                "description": bron.titel,
                "headers": headers("API-Version", "Link", "X-Total-Count", "ETag"),
                **content(bron),
            },
            "304": {"description": "Nog hetzelfde.", "headers": headers("API-Version", "ETag")},
            **{str(status): refusal(status) for status in refused},
        },
    }


def of_itself() -> dict[str, Any]:
    said = {
        "description": "Dit document.",
        "headers": headers("API-Version"),
        "content": {JSON: {"schema": {"type": "object"}}},
    }
    return {
        "operationId": "openapi",
        "summary": "Deze beschrijving",
        "description": "Zonder token te lezen.",
        "security": [],
        "responses": {"200": said, "400": refusal(400), "500": refusal(500)},
    }


def parameters(bron: Apibron) -> Iterable[dict[str, Any]]:
    """Yield what can be chosen in its address."""
    if bron.of_tertaal:
        schema = {"type": "string", "pattern": f"^[1-9][0-9]{{3}}-[1-{PER_YEAR}]$", "example": str(VOORBEELD)}
        yield {"name": "tertaal", "in": "path", "required": True, "description": f"Zoals {VOORBEELD}.", "schema": schema}
    for naam, said in PARAMETERS.items():
        if naam != "editie" or bron.of_tertaal:
            number: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": HIGHEST[naam]}
            schema = number | ({"default": DEFAULTS[naam]} if naam in DEFAULTS else {})
            yield {"name": naam, "in": "query", "required": False, "description": said, "schema": schema}


def content(bron: Apibron) -> dict[str, Any]:
    """Return a page of it, in each of its forms."""
    number, word = {"type": "integer"}, {"type": "string"}
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{schema_name(bron)}"}}
    about = {"totaal": number, "pagina": number, "perPagina": number, "resultaten": rows}
    if bron.of_tertaal:
        fixed = {"type": "boolean", "description": "Of niets hierin nog verandert."}
        about |= {"tertaal": word, "uitgave": word, "vastgesteld": fixed}
    page = {"type": "object", "required": list(about), "properties": about, "additionalProperties": False}
    return {"content": {JSON: {"schema": page}, CSV: {"schema": word}}}


def row(kolommen: Iterable[KolomBeschrijving]) -> dict[str, Any]:
    """Return what a row holds: every column, null where there is nothing."""
    found = {each.naam: field(each) for each in kolommen}
    return {"type": "object", "required": list(found), "properties": found, "additionalProperties": False}


def field(kolom: KolomBeschrijving) -> dict[str, Any]:
    unit = f" In {kolom.eenheid}." if kolom.eenheid else ""
    codes = "".join(f" {code}: {label}." for code, label in kolom.codes.items())
    found = {**TYPES.get(kolom.soort, {"type": "string"}), "nullable": True, "description": f"{kolom.tekst}{unit}{codes}"}
    return found | ({"enum": [*kolom.codes, None]} if kolom.codes else {})


def refusal(status: int) -> dict[str, Any]:
    known = headers("API-Version", *(["Retry-After"] if status in (429, 503) else []))
    return {
        "description": TITLES[status],
        "headers": known,
        "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def headers(*names: str) -> dict[str, Any]:
    return {naam: {"description": HEADERS[naam][0], "schema": {"type": HEADERS[naam][1]}} for naam in names}


def problem() -> dict[str, Any]:
    word = {"type": "string"}
    mistake = {
        "type": "object",
        "properties": {"in": word, "name": word, "detail": word},
        "required": ["in", "name", "detail"],
    }
    found = {"title": word, "status": {"type": "integer"}, "detail": word, "errors": {"type": "array", "items": mistake}}
    return {"type": "object", "required": ["title", "status", "detail"], "properties": found}


def schema_name(bron: Apibron) -> str:
    return "".join(part.capitalize() for part in bron.naam.split("-"))


def is_ours(path: str) -> bool:
    """Say whether an address lies below it."""
    return path == PREFIX or path.startswith(f"{PREFIX}/")
