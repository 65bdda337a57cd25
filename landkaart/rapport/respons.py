"""The respons as a table: in Dutch for the screen, in codes for the file."""

from collections.abc import Sequence
from datetime import date, datetime

import pandas as pd

from landkaart.domein.clock import AMSTERDAM, local_date
from landkaart.domein.respons import Persoon, Reactie
from landkaart.rapport import dutch


def screen_table(reacties: Sequence[Reactie], today: date) -> pd.DataFrame:
    """Days as dates, so that they sort; `dagen` since the last change."""
    return pd.DataFrame(
        {
            "naam": texts(reactie.naam for reactie in reacties),
            "klasse": texts(reactie.zin for reactie in reacties),
            "actualiteit": texts(reactie.actualiteit.label for reactie in reacties),
            "laatst": days(reactie.laatst for reactie in reacties),
            "dagen": ages(reacties, today),
            "contact": texts(", ".join(map(person, reactie.contacten)) or None for reactie in reacties),
            "herinnerd": days(reactie.herinnerd for reactie in reacties),
            "uitstel": texts(reactie.uitstel and dutch.until(reactie.uitstel) for reactie in reacties),
            "provincie": texts(reactie.provincie for reactie in reacties),
        }
    )


def file_table(reacties: Sequence[Reactie], today: date) -> pd.DataFrame:
    """Moments in the time of Amsterdam, to the second; whom to reach as "naam <adres>", with `;` in between."""
    table = pd.DataFrame(
        {
            "code": texts(reactie.code for reactie in reacties),
            "naam": texts(reactie.naam for reactie in reacties),
            "provincie": texts(reactie.provincie for reactie in reacties),
            "arbeidsmarktregio": texts(reactie.arbeidsmarktregio for reactie in reacties),
            "klasse": texts(reactie.klasse.value for reactie in reacties),
            "beoordeeld": [reactie.beoordeeld for reactie in reacties],
            "akkoorden": [reactie.akkoorden for reactie in reacties],
            "alles_bevestigd": texts("ja" if reactie.bevestigd else "nee" for reactie in reacties),
            "actualiteit": texts(reactie.actualiteit.value for reactie in reacties),
            "laatste_wijziging": texts(moment(reactie.laatst) for reactie in reacties),
            "dagen_geleden": ages(reacties, today),
            "uitstel_tot": texts(moment(reactie.uitstel) for reactie in reacties),
            "laatste_herinnering": texts(moment(reactie.herinnerd) for reactie in reacties),
        }
    )
    found = ("; ".join(f"{each.naam} <{each.adres}>" for each in reactie.contacten) or None for reactie in reacties)
    return table.assign(contact=texts(found))


def person(found: Persoon) -> str:
    return f"{found.naam} ({found.adres})" if found.naam else found.adres


def ages(reacties: Sequence[Reactie], today: date) -> pd.Series:
    """Whole days since the last change."""
    found = [reactie.laatst and (today - local_date(reactie.laatst)).days for reactie in reacties]
    return pd.Series(found, dtype="Int64")


def days(moments) -> pd.Series:
    return pd.Series([found and pd.Timestamp(local_date(found)) for found in moments], dtype="datetime64[s]")


def texts(found) -> pd.Series:
    return pd.Series(list(found), dtype="str")


def moment(when: datetime | None) -> str | None:
    return when and when.astimezone(AMSTERDAM).isoformat(timespec="seconds")
