"""The acts that bring in files, with what must be there before they can change anything."""

from datetime import date
from functools import partial

from db.act import rehearse
from db.actions import aanleveringen, demo, uploads
from landkaart.domein.ingelezen import merk_of
from landkaart.domein.rechten import Gebruiker, operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import AccountRecord, AntwoordRecord, ContactRecord, IndicatieRecord, VraagRecord
from tests.steps.case import Case
from tests.steps.factories import invulling_record, kengetal_record, plan_record, uitvraag_record, werkplein_record
from tests.steps.perform import perform
from tests.steps.small_landkaart import NU, VISIE


def delivery() -> Aanlevering:
    """One row in every table: some new, some that change what Assen has."""
    return Aanlevering(
        werkpleinen=(werkplein_record("assen"), werkplein_record("delft")),
        uitvragen=(uitvraag_record(NU, opent=date(2009, 7, 15), sluit=date(2009, 9, 15)), uitvraag_record(Tertaal(2009, 1))),
        invullingen=(
            invulling_record("assen", NU, "2", day=date(2009, 8, 3), toelichtingen={VISIE: "Ingelezen."}),
            invulling_record("delft", NU, "1", day=date(2009, 8, 3)),
        ),
        vragen=(VraagRecord("integraal", NU, "Lukt het?", None, None, None, "vragen.csv", 2),),
        antwoorden=(AntwoordRecord("assen", NU, "integraal", "nee", "Te druk.", "antwoorden.csv", 2),),
        indicaties=(IndicatieRecord("assen", NU, "dit_jaar", "ako_indicatie.csv", 2),),
        accounts=(AccountRecord("jan@uwv.nl", "Jan", "UWV", Rol.WERKPLEIN, ("delft",), ("delft",), "accounts.csv", 2),),
        contacten=(ContactRecord("assen", "Jo", "jo@assen.nl", True, "contacten.csv", 2),),
        kengetallen=(kengetal_record("10", NU),),
        plan=(plan_record("I.1"),),
    )


def bring_in(aanlevering: Aanlevering | None = None, by: Gebruiker | None = None, **what) -> dict[str, int]:
    """How many rows changed, by file."""
    found = perform(aanleveringen.import_aanlevering, by, aanlevering=aanlevering or delivery(), **what)
    return {name: rows.changed for name, rows in found.items()}


def bring_in_before() -> None:
    """What a delivery changes: an invulling of the day before."""
    bring_in(Aanlevering(invullingen=(invulling_record("assen", NU, "0", day=date(2009, 8, 2)),)))


def take_in(by: Gebruiker | None = None) -> object:
    """What somebody agreed to."""
    shown = rehearse(operator(), partial(aanleveringen.import_aanlevering, aanlevering=delivery()))
    given = {"aanlevering": delivery(), "na_sluiting": False, "agreed": merk_of(shown)}
    return perform(uploads.take_in, by, **given)


def load_demo(by: Gebruiker | None = None) -> bool:
    return perform(demo.load_demo, by)


FROM_FILE = {
    "import_aanlevering": Case(bring_in_before, bring_in),
    "take_in": Case(bring_in_before, take_in),
}
OF_PRACTICE = {"load_demo": Case(lambda: None, load_demo)}
