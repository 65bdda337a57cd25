"""The invitation of one person has a line, as those of many at once have; on both kinds of database."""

import pytest

from db.actions import accounts, collegas
from db.actions.losse_uitnodiging import note_uitnodiging
from db.engine import read_session
from db.queries.uitnodigingen import regels, rondes
from landkaart.domein.account import Profiel
from landkaart.domein.fouten import NietToegestaan
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account
from tests.steps.acts_uitnodigen import assen_leads_a_colleague
from tests.steps.case import manage
from tests.steps.perform import perform
from tests.steps.small_landkaart import ASSEN, BREDA

pytestmark = pytest.mark.usefixtures("small_landkaart")
SENT, FAILED, UNCERTAIN = BerichtStatus.VERZONDEN, BerichtStatus.MISLUKT, BerichtStatus.ONZEKER
JAN = {"adres": "jan@uwv.nl", "profiel": Profiel("Jan", "UWV", Rol.WERKPLEIN, ("assen",))}
BO = {"adres": "bo@uwv.nl", "profiel": Profiel("Bo", "UWV", Rol.WERKPLEIN, ("assen",))}


def note(token: str, status: BerichtStatus = SENT, melding: str | None = None) -> None:
    perform(note_uitnodiging, token=token, status=status, melding=melding)


def lines() -> dict[str, list[tuple[str, str, str | None]]]:
    """By ronde, each line as (naam, status, melding)."""
    with read_session() as session:
        return {
            f"{each.door}, {each.n}": [
                (line.naam, line.status.value, line.melding) for line in regels(session=session, ronde_id=each.id)
            ]
            for each in rondes(session=session)
            if each.een_voor_een
        }


def test_those_of_one_person_on_one_day_stand_together():
    note(perform(accounts.invite, **JAN))
    note(perform(accounts.invite, **BO), FAILED, "geen postbus")

    assert list(lines().values()) == [[("Bo", "mislukt", "geen postbus"), ("Jan", "verzonden", None)]]


def test_a_later_word_about_the_same_person_takes_the_place_of_the_first():
    token = perform(accounts.invite, **JAN)
    note(token, UNCERTAIN, "onderweg")

    note(token)

    assert list(lines().values()) == [[("Jan", "verzonden", None)]]


def test_a_link_for_a_new_password_is_no_invitation():
    number = make_account("lezer", adres="lezer@uwv.nl", wachtwoord="een lang wachtwoord")

    note(perform(accounts.reset, account_id=number))

    assert lines() == {}


def test_a_coordinator_writes_down_his_own_and_nobody_that_of_another_werkplein():
    assen_leads_a_colleague()
    token = manage(collegas.invite_collega_again, by=ASSEN, werkplein="assen", account_id=9050)
    said = {"token": token, "status": SENT, "melding": None}

    with pytest.raises(NietToegestaan):
        manage(note_uitnodiging, by=BREDA, **said)
    manage(note_uitnodiging, by=ASSEN, **said)

    assert list(lines().values()) == [[("Collega", "verzonden", None)]]


def test_he_writes_nothing_about_who_opens_no_werkplein():
    assen_leads_a_colleague()
    token = perform(accounts.invite, adres="lezer@uwv.nl", profiel=Profiel("Lezer", "UWV", Rol.LEZER))

    with pytest.raises(NietToegestaan):
        manage(note_uitnodiging, by=ASSEN, token=token, status=SENT, melding=None)
