"""What everybody said to an extra question, from the database."""

from datetime import date

import pytest

from db import models
from db.actions.momentopnamen import freeze
from db.actions.vraag_antwoorden import save_vraag_antwoord, save_vraag_toelichting
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session
from db.queries.vraag_antwoorden import last_answer, uitslagen
from landkaart.domein.invulling import AndersGewijzigd
from landkaart.domein.rechten import klok
from landkaart.domein.vraagvorm import JaNee
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import AntwoordRecord, VraagRecord
from tests.steps.acts import bring_in
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, SLUIT, VORIG, act, keep, make_uitvraag, make_werkplein, submit_all

pytestmark = pytest.mark.usefixtures("database")


def found(tertaal=NU):
    with read_session() as session:
        return uitslagen(session=session, tertaal=tertaal)


def stamp():
    with read_session() as session:
        return last_answer(session=session)


def answered(werkplein, antwoord, toelichting=None):
    record = AntwoordRecord(werkplein, NU, "lukt", antwoord, toelichting, "antwoorden.csv", 2)
    return Aanlevering(
        vragen=(VraagRecord("lukt", NU, "Lukt het?", None, None, None, "vragen.csv", 2),), antwoorden=(record,)
    )


@pytest.fixture
def three():
    """Two are open at the closing of 1 September; Delft closed the day before it."""
    closed = make_werkplein("delft", actief_tot=date(2009, 8, 31))
    keep(make_werkplein("assen"), make_werkplein("breda"), closed, make_uitvraag())
    bring_in(answered("assen", "nee", "Te druk."))


def test_who_was_asked_and_said_nothing_is_a_class_and_who_was_closed_counts_nowhere(three):
    bring_in(answered("delft", "ja", "Nog net."))

    uitslag = found()[0]

    assert (uitslag.vraag, uitslag.tekst, uitslag.n, uitslag.beantwoord) == ("lukt", "Lukt het?", 2, 1)
    assert (uitslag.gevraagd, uitslag.antwoorden) == (["assen", "breda"], {"assen": JaNee.NEE})
    assert uitslag.toelichtingen == {"assen": "Te druk."}
    assert uitslag.niet_gevraagd == ["delft"]


def test_a_question_belongs_to_one_tertaal(three):
    assert found(VORIG) == []


def test_the_stamp_moves_with_every_answer_and_stays_while_nothing_changes(three):
    before = stamp()
    assert stamp() == before

    bring_in(answered("breda", "ja"))

    assert stamp() > before


def test_questions_stand_in_the_order_in_which_they_were_asked(three):
    keep(models.Vraag(tertaal=str(NU), code="aanvullend", tekst="En verder?"))

    assert [uitslag.vraag for uitslag in found()] == ["lukt", "aanvullend"]


def test_who_was_asked_in_a_frozen_tertaal_stays_so(three, set_clock):
    set_clock(DURING)
    submit_all()
    set_clock(SLUIT)
    perform(freeze, klok())
    before = found()[0]

    perform(close_werkplein, code="assen", tot=date(2009, 8, 1))

    assert (before.n, found()[0]) == (2, before)


def test_a_file_over_an_answer_that_was_given_by_hand_is_a_version_of_its_own(three, set_clock):
    set_clock(DURING)
    seen = act(save_vraag_antwoord, vraag="lukt", antwoord=JaNee.JA)
    bring_in(answered("assen", "nee"))

    with pytest.raises(AndersGewijzigd):
        act(save_vraag_toelichting, vraag="lukt", tekst="Het lukt.", seen=seen)
