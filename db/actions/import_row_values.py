"""What each record of a delivery becomes in the database: how its row is called, and its columns."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from db.act import Act
from db.actions.import_vragen import Vormen, place_of
from db.queries.kengetallen import latest_closed
from db.queries.vragen import vorm_columns
from landkaart.domein.ingelezen import Rij
from landkaart.domein.kengetal_indeling import indeling
from landkaart.domein.typed_text import distinct
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import KengetalRecord, UitvraagRecord, WerkpleinRecord

# What is kept in a row, by the names of its columns.
Values = dict[str, Any]


class Known(NamedTuple):
    """The id of every werkplein and how it is called, by its code."""

    ids: dict[str, int]
    namen: dict[str, str]


def werkplein_rows(aanlevering: Aanlevering, before: Mapping[str, str]) -> Iterator[tuple[Rij, Values]]:
    """Yield each as it would be called among all there are then; `before`: the naam by code of those there were."""
    namen = distinct({**before, **{record.code: record.naam for record in aanlevering.werkpleinen}})
    for record in aanlevering.werkpleinen:
        yield Rij(namen[record.code]), plain(record)


def uitvraag_row(record: UitvraagRecord) -> tuple[Rij, Values]:
    return Rij(str(record.tertaal)), plain(record)


def vraag_rows(aanlevering: Aanlevering, vormen: Vormen) -> Iterator[tuple[Rij, Values]]:
    for record in aanlevering.vragen:
        what = {"tertaal": str(record.tertaal), "code": record.code, "tekst": record.tekst}
        yield Rij(record.code, record.tertaal), what | vorm_columns(vormen.given[place_of(record)])


def antwoord_rows(
    aanlevering: Aanlevering, known: Known, vragen: dict[tuple[str, str], int], vormen: Vormen
) -> Iterator[tuple[Rij, Values]]:
    for record in aanlevering.antwoorden:
        yield (
            Rij(known.namen[record.werkplein], record.tertaal),
            {
                "werkplein_id": known.ids[record.werkplein],
                "vraag_id": vragen[str(record.tertaal), record.vraag],
                "antwoord": vormen.kept(record),
                "toelichting": record.toelichting,
            },
        )


def indicatie_rows(aanlevering: Aanlevering, known: Known) -> Iterator[tuple[Rij, Values]]:
    for record in aanlevering.indicaties:
        values = {"werkplein_id": known.ids[record.werkplein], "tertaal": str(record.tertaal), "indicatie": record.indicatie}
        yield Rij(known.namen[record.werkplein], record.tertaal), values


def kengetal_rows(act: Act, aanlevering: Aanlevering) -> Iterator[tuple[Rij, Values]]:
    """Yield them; those that name no tertaal are of the one that closed last."""
    latest = latest_closed(session=act.session, now=act.now)
    for record in aanlevering.kengetallen:
        tertaal = record.tertaal or latest
        yield Rij(indeling().kop(record.tabel).titel, tertaal), plain(record) | {"tertaal": str(tertaal)}


def plain(record: WerkpleinRecord | UitvraagRecord | KengetalRecord) -> Values:
    """Return the columns of a record as its table has them, without where in which file it stood."""
    names = (field.name for field in fields(record) if field.name not in ("bestand", "regel"))
    values = {name: getattr(record, name) for name in names}
    return values | ({"tertaal": str(record.tertaal)} if "tertaal" in values else {})
