"""Inviting many at once: each a link of his own, and none is wiped by the next; on both kinds of database."""

from datetime import timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions import uitnodigen as acts
from db.actions.accounts import change_address, disable, erase
from db.actions.sessies import use_link
from db.engine import read_session, write_session
from db.queries.accounts import account, by_link
from db.queries.uitnodigingen import handed_out, regels, rondes
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.herinnering import GONE, BerichtStatus
from tests.steps.accounts import make_account
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
SENT, FAILED, UNCERTAIN = BerichtStatus.VERZONDEN, BerichtStatus.MISLUKT, BerichtStatus.ONZEKER
DAY = timedelta(1)


def person(naam: str, **columns) -> int:
    return make_account("werkplein", ["assen"], naam, adres=f"{naam.lower()}@voorbeeld.nl", **columns)


def begin(*ids: int, sleutel: str = "1", als_bestand: bool = False) -> int:
    return perform(acts.start_uitnodigen, account_ids=ids, sleutel=sleutel, als_bestand=als_bestand)


def claim(ronde: int):
    return perform(acts.claim_uitnodiging, ronde_id=ronde)


def settle(brief, status: BerichtStatus = SENT, melding: str | None = None) -> None:
    perform(acts.settle_uitnodiging, uitnodiging_id=brief.uitnodiging_id, status=status, melding=melding)


def send(ronde: int, status: BerichtStatus = SENT) -> list:
    """All that waits, with what comes of each."""
    found = []
    while (brief := claim(ronde)) is not None:
        settle(brief, status)
        found.append(brief)
    return found


def states(ronde: int) -> dict[str, str]:
    with read_session() as session:
        return {each.naam: each.status.value for each in regels(session=session, ronde_id=ronde)}


def opens(token: str) -> str | None:
    """Whose link it is, when it works."""
    with read_session() as session:
        found = by_link(session=session, token=token, now=system_now())
    return found and found.account.naam


def along(ronde: int) -> list:
    with read_session() as session:
        return handed_out(session=session, ronde_id=ronde, now=system_now())


def test_each_gets_a_link_of_his_own_and_all_of_them_work():
    ronde = begin(person("Jan"), person("Piet"), person("Bo"))

    briefs = send(ronde)

    assert [opens(brief.token) for brief in briefs] == ["Bo", "Jan", "Piet"]
    assert states(ronde) == {"Bo": "verzonden", "Jan": "verzonden", "Piet": "verzonden"}


def test_no_link_is_made_before_its_mail_is_about_to_leave():
    begin(person("Jan"))

    with read_session() as session:
        assert session.exec(select(models.Toegangslink)).all() == []


def test_who_is_invited_again_can_use_either_link_and_then_neither():
    number = person("Jan")
    [first] = send(begin(number))
    [second] = send(begin(number, sleutel="2"))
    assert (opens(first.token), opens(second.token)) == ("Jan", "Jan")

    with write_session() as session:
        use_link(session=session, token=first.token, wachtwoord_hash="x", now=system_now())

    assert (opens(first.token), opens(second.token)) == (None, None)


def test_a_mail_that_failed_leaves_no_link_and_the_one_of_before_works():
    number = person("Jan")
    [first] = send(begin(number))

    [failed] = send(begin(number, sleutel="2"), FAILED)

    assert (opens(failed.token), opens(first.token)) == (None, "Jan")


def test_the_same_press_of_the_button_is_one_ronde():
    number = person("Jan")

    assert begin(number) == begin(number)
    with read_session() as session:
        assert len(rondes(session=session)) == 1


def test_who_has_a_way_in_is_off_or_reads_no_mail_is_passed_over_with_the_reason():
    off = person("Uit")
    perform(disable, account_id=off)
    people = [person("Jan"), person("Binnen", wachtwoord="x"), off, person("Oefen", demo=True)]

    ronde = begin(*people)

    with read_session() as session:
        found = {each.naam: each.melding for each in regels(session=session, ronde_id=ronde)}
    assert found == {
        "Jan": None,
        "Binnen": "heeft al een eigen toegang",
        "Uit": "dit account staat uit",
        "Oefen": "een oefenaccount: daar leest niemand post",
    }


def test_with_nobody_to_invite_there_is_no_ronde():
    with pytest.raises(OngeldigeInvoer, match="niemand om uit te nodigen"):
        begin(person("Binnen", wachtwoord="x"))

    with read_session() as session:
        assert rondes(session=session) == []


@pytest.mark.parametrize(
    "act", [disable, lambda act, account_id: change_address(act, account_id=account_id, adres="anders@voorbeeld.nl")]
)
def test_what_changed_since_is_judged_when_the_mail_is_to_leave(act):
    number = person("Jan")
    ronde = begin(number)
    perform(act, account_id=number)

    assert claim(ronde) is None
    assert states(ronde) == {"Jan": "overgeslagen"}


def test_who_was_erased_is_gone_from_the_list_too():
    number = person("Jan")
    ronde = begin(number)
    perform(erase, account_id=number)

    assert (claim(ronde), states(ronde)) == (None, {})


def test_a_claim_is_for_one_and_what_broke_off_does_not_leave_again(set_clock):
    ronde = begin(person("Jan"))
    brief = claim(ronde)
    assert claim(ronde) is None

    set_clock(DURING + GONE + DAY / 1440)

    assert claim(ronde) is None
    assert states(ronde) == {"Jan": "onzeker"}
    assert opens(brief.token) == "Jan"


def test_what_failed_can_be_tried_again_and_what_is_uncertain_not():
    ronde = begin(person("Jan"), person("Piet"))
    settle(claim(ronde), FAILED, "weg")
    settle(claim(ronde), UNCERTAIN)

    assert perform(acts.retry_uitnodigingen, ronde_id=ronde) == 1

    assert states(ronde) == {"Jan": "wacht", "Piet": "onzeker"}
    with pytest.raises(OngeldigeInvoer, match="geen mislukte uitnodiging"):
        perform(acts.retry_uitnodigingen, ronde_id=ronde)


def test_as_a_file_everybody_has_his_link_until_it_is_used_or_runs_out(set_clock):
    ronde = begin(person("Jan"), person("Piet"), als_bestand=True)

    found = along(ronde)
    assert [(brief.account.naam, opens(brief.token), brief.werkpleinen) for brief in found] == [
        ("Jan", "Jan", ("Assen",)),
        ("Piet", "Piet", ("Assen",)),
    ]
    assert {brief.tot for brief in found} == {DURING + 7 * DAY}
    with write_session() as session:
        use_link(session=session, token=found[0].token, wachtwoord_hash="x", now=system_now())
    assert [brief.account.naam for brief in along(ronde)] == ["Piet"]

    set_clock(DURING + 7 * DAY)
    assert along(ronde) == []


def test_what_could_not_be_mailed_goes_along_as_a_file():
    ronde = begin(person("Jan"), person("Piet"))
    settle(claim(ronde), FAILED, "weg")

    assert perform(acts.hand_out_uitnodigingen, ronde_id=ronde) == 2

    assert [brief.account.naam for brief in along(ronde)] == ["Jan", "Piet"]


def test_no_token_stands_open_in_the_database():
    ronde = begin(person("Jan"), als_bestand=True)
    [brief] = along(ronde)

    with read_session() as session:
        line = session.exec(select(models.Uitnodiging)).one()
        link = session.exec(select(models.Toegangslink)).one()
    assert brief.token not in f"{line.verzegeld} {link.token_hash} {log('nieuw', 'oud')}"


def test_an_invitation_makes_an_account_that_the_organisation_may_vouch_for():
    number = person("Jan")
    send(begin(number))

    with read_session() as session:
        assert account(session=session, account_id=number).koppelbaar


def test_the_log_says_how_many_and_under_which_number_what_came_of_it():
    number = person("Jan")
    send(begin(number))

    lines = [line for line in log("handeling", "nieuw") if line[0] == "uitnodiging"]
    assert [line[1] for line in lines] == [
        '{"accounts": 1, "als_bestand": false}',
        f'{{"account": {number}, "status": "verzonden"}}',
    ]
