"""The respons as a table: in Dutch for the screen, in codes for the file."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import pandas as pd
from pandas.api.extensions import ExtensionArray

from landkaart.domein.clock import iso_moment, local_date
from landkaart.domein.respons import Persoon, Reactie
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.tables import text_column, whole_column


def screen_table(reacties: Sequence[Reactie], today: date) -> pd.DataFrame:
    """Give a row per werkplein, in the order given; days as dates, so that they sort, `dagen` since the last change.

    `namens` only where the AKO fills in for one of them.
    """
    table = pd.DataFrame(
        {
            "naam": text_column(reactie.naam for reactie in reacties),
            "klasse": text_column(reactie.zin for reactie in reacties),
            "actualiteit": text_column(reactie.actualiteit.label for reactie in reacties),
            "laatst": days(reactie.laatst for reactie in reacties),
            "dagen": ages(reacties, today),
            "contact": text_column(", ".join(map(person, reactie.contacten)) or None for reactie in reacties),
            "herinnerd": days(reactie.herinnerd for reactie in reacties),
            "uitstel": text_column(dutch.until(reactie.uitstel) if reactie.uitstel else None for reactie in reacties),
            "provincie": text_column(reactie.provincie for reactie in reacties),
        }
    )
    if any(reactie.namens for reactie in reacties):
        table.insert(2, "namens", pd.Series(on_behalf(reacties)))
    return table


def uitstel_text(late: Sequence[Reactie]) -> str:
    """Say who can still answer though it closed; `late`: at least one."""
    many = dutch.counted(len(late), f"{WERKPLEIN} heeft", f"{WERKPLEINEN} hebben")
    names = dutch.enumeration([f"{each.naam} ({dutch.until(each.uitstel)})" for each in late if each.uitstel])
    return f"{many} uitstel en {dutch.verb(len(late), 'kan', 'kunnen')} nog indienen: {names}."


def on_behalf(reacties: Sequence[Reactie]) -> ExtensionArray:
    """Write on whose word the AKO fills in for each; missing where the werkplein does it itself."""
    return text_column(reactie.namens.zin if reactie.namens else None for reactie in reacties)


def file_table(reacties: Sequence[Reactie], today: date) -> pd.DataFrame:
    """Give a row per werkplein, as `docs/formaten.md` has it; whom to reach as "naam <adres>", with `;` in between."""
    table = pd.DataFrame(
        {
            "code": text_column(reactie.code for reactie in reacties),
            "naam": text_column(reactie.naam for reactie in reacties),
            "provincie": text_column(reactie.provincie for reactie in reacties),
            "arbeidsmarktregio": text_column(reactie.arbeidsmarktregio for reactie in reacties),
            "klasse": text_column(reactie.klasse.value for reactie in reacties),
            "beoordeeld": [reactie.beoordeeld for reactie in reacties],
            "akkoorden": [reactie.akkoorden for reactie in reacties],
            "alles_bevestigd": text_column("ja" if reactie.bevestigd else "nee" for reactie in reacties),
            "actualiteit": text_column(reactie.actualiteit.value for reactie in reacties),
            "laatste_wijziging": moments_text(reactie.laatst for reactie in reacties),
            "dagen_geleden": ages(reacties, today),
            "uitstel_tot": moments_text(reactie.uitstel for reactie in reacties),
            "laatste_herinnering": moments_text(reactie.herinnerd for reactie in reacties),
        }
    )
    found = ("; ".join(f"{each.naam} <{each.adres}>" for each in reactie.contacten) or None for reactie in reacties)
    marked = ("; ".join(each.adres for each in reactie.contacten if each.onbestelbaar) or None for reactie in reacties)
    people = {"contact": text_column(found), "onbestelbaar": text_column(marked)}
    return table.assign(**people, namens=on_behalf(reacties))


def person(found: Persoon) -> str:
    """Write "Jan Jansen (jan@emmen.nl)"; only the address of who has no name; "onbestelbaar" where no mail arrives."""
    said = f"{found.naam} ({found.adres})" if found.naam else found.adres
    return f"{said} – onbestelbaar" if found.onbestelbaar else said


def ages(reacties: Sequence[Reactie], today: date) -> ExtensionArray:
    """Count whole days since the last change of each; missing where there was none."""
    return whole_column((today - local_date(each.laatst)).days if each.laatst else None for each in reacties)


def days(moments: Iterable[datetime | None]) -> pd.Series:
    """Make a column of days; missing where there is no moment."""
    return pd.Series([moment and pd.Timestamp(local_date(moment)) for moment in moments], dtype="datetime64[s]")


def moments_text(moments: Iterable[datetime | None]) -> ExtensionArray:
    """Make a column of moments as files have them; missing where there is none."""
    return text_column(iso_moment(moment) if moment else None for moment in moments)
