"""Every act there is, with what must be there before it can change anything."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from db.actions import demo, importeren, indienen, invullen
from db.engine import write_session
from landkaart.domein.band import Band
from landkaart.domein.clock import Clock
from landkaart.domein.rechten import Gebruiker, operator
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import AntwoordRecord, IndicatieRecord, VraagRecord
from tests.db.factories import CODES, NU, VISIE, act, answer_all, submit_all, submitted_before
from tests.factories import invulling_record, uitvraag_record, werkplein_record


@dataclass(frozen=True)
class Act:
    """`prepare()` and then `perform()` changes something; `perform` takes the keywords of the act, such as `by`."""

    prepare: Callable[[], object]
    perform: Callable[..., object]


def delivery() -> Aanlevering:
    """One row in every table: some new, some that change what Assen has."""
    return Aanlevering(
        werkpleinen=(werkplein_record("assen"), werkplein_record("delft")),
        uitvragen=(uitvraag_record(NU, sluit=date(2009, 9, 15)), uitvraag_record(Tertaal(2009, 1))),
        invullingen=(
            invulling_record("assen", NU, "2", toelichtingen={VISIE: "Ingelezen."}),
            invulling_record("delft", NU, "1"),
        ),
        vragen=(VraagRecord("integraal", NU, "Lukt het?", "vragen.csv", 2),),
        antwoorden=(AntwoordRecord("assen", NU, "integraal", "nee", "Te druk.", "antwoorden.csv", 2),),
        indicaties=(IndicatieRecord("assen", NU, "dit_jaar", "ako_indicatie.csv", 2),),
    )


def bring_in(aanlevering: Aanlevering | None = None, by: Gebruiker | None = None, **what) -> dict[str, int]:
    what = {"aanlevering": aanlevering or delivery(), "by": by or operator(), "clock": Clock(), **what}
    with write_session() as session:
        return importeren.import_aanlevering(session=session, **what)


def load_demo(by: Gebruiker | None = None) -> bool:
    with write_session() as session:
        return demo.load_demo(session=session, by=by or operator())


def nothing() -> None:
    pass


def thirteen_confirmed_before() -> None:
    """The first mijlpaal is answered; the others stand as they stood, one with a toelichting."""
    submitted_before({VISIE: Band.GEDEELTELIJK}, {VISIE: "Besproken."})
    answer_all(codes=CODES[:1])


BY_HAND = {
    "save_answer": Act(nothing, partial(act, invullen.save_answer, mijlpaal=VISIE, band=Band.NIET)),
    "confirm": Act(thirteen_confirmed_before, partial(act, invullen.confirm, mijlpalen=CODES)),
    "save_toelichting": Act(nothing, partial(act, invullen.save_toelichting, mijlpaal=VISIE, tekst="Klaar.")),
    "submit": Act(answer_all, partial(act, indienen.submit)),
}
FROM_FILE = {
    "import_aanlevering": Act(partial(submit_all, Band.NIET), bring_in),
    "load_demo": Act(nothing, load_demo),
}
ACTS = BY_HAND | FROM_FILE
