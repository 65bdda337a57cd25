"""Every act there is, with what must be there before it can change anything."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from db import models
from db.act import begin_act
from db.actions import (
    accounts,
    afspraken,
    akkoorden,
    apitokens,
    bewaartermijnen,
    contacten,
    indieningen,
    invullingen,
    koppelingen,
    momentopnamen,
    sessies,
    tweede_factor,
    werkpleinen,
)
from db.actions import (
    klok as clock_acts,
)
from db.engine import read_session, write_session
from db.queries.afspraken import afspraken as kept_afspraken
from landkaart.domein.afspraak import AfspraakStatus
from landkaart.domein.band import Band
from landkaart.domein.rechten import Gebruiker, klok, operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.steps.acts_ako import BY_AKO, NAMENS_OF_AKO, ON_NAVRAGEN
from tests.steps.acts_files import FROM_FILE, OF_PRACTICE
from tests.steps.acts_post import MAIL_CLAIMS, ON_MAILINGS, ON_POST
from tests.steps.acts_rapport import ON_RAPPORT
from tests.steps.acts_uitnodigen import CLAIMS, INVITED_ALONE, ON_COLLEGAS, ON_UITNODIGEN, OWN_ADDRESS
from tests.steps.acts_uitvraag import OF_WERKPLEIN, ON_UITVRAAG
from tests.steps.case import Case, manage
from tests.steps.small_landkaart import (
    ASSEN,
    BEHEER,
    BREDA,
    CODES,
    DURING,
    VISIE,
    act,
    answer_all,
    keep,
    keep_person,
    make_werkplein,
    submit_all,
    submitted_before,
)


def freeze(by: Gebruiker | None = None) -> list[Tertaal]:
    """A month later than it is now."""
    with begin_act(by or klok()) as begun:
        return momentopnamen.freeze(replace(begun, now=begun.now + timedelta(30)))


def nothing() -> None:
    pass


def assen_has_a_token() -> None:
    manage(apitokens.make_apitoken, by=ASSEN, naam="Programma")


def a_failure_of_yesterday() -> None:
    keep(models.Poging(adres="wie@elders.nl", herkomst="10.0.0.1", moment=DURING - timedelta(days=2)))


def beheerder() -> None:
    keep_person(BEHEER, Rol.BEHEER)


def beheerder_and_one_account_off() -> None:
    beheerder()
    manage(accounts.disable, account_id=BREDA.account_id)


def beheerder_and_one_account_bound() -> None:
    beheerder()
    with write_session() as session:
        session.get(models.Account, BREDA.account_id).onderwerp = "https://aanmelden.nl|b-1"


def beheerder_and_a_secret_that_lies_open() -> None:
    """As it did before secrets were sealed."""
    beheerder()
    with write_session() as session:
        session.get(models.Account, BREDA.account_id).totp_geheim = "A" * 32


def assen_has_a_second_factor() -> None:
    manage(tweede_factor.turn_on, by=ASSEN, geheim="A" * 32, stap=1)


def beheerder_and_assen_closed() -> None:
    beheerder()
    manage(werkpleinen.close_werkplein, code="assen", tot=date(2031, 1, 1))


def beheerder_and_harderwijk() -> None:
    """One of the werkpleinen of the demo's accounts; Assen, the other, is there."""
    beheerder()
    keep(make_werkplein("harderwijk"))


def demo_accounts() -> None:
    beheerder_and_harderwijk()
    manage(accounts.add_demo_accounts, wachtwoord_hash="geheim")


def thirteen_confirmed_before() -> None:
    """The first mijlpaal is answered; the others stand as they stood, one with a toelichting."""
    submitted_before({VISIE: Band.GEDEELTELIJK}, {VISIE: "Besproken."})
    answer_all(codes=CODES[:1])


def thirteen_confirmed() -> None:
    thirteen_confirmed_before()
    act(invullingen.confirm, mijlpalen=CODES)


def one_afspraak() -> None:
    manage(afspraken.make_afspraak, by=ASSEN, werkplein="assen", **AFSPRAAK)


def change_afspraak(by: Gebruiker = ASSEN) -> None:
    """The first there is."""
    with read_session() as session:
        found = kept_afspraken(session=session, by=operator())[0]
    manage(afspraken.change_afspraak, by=by, afspraak=found, status=AfspraakStatus.GEDAAN, **AFSPRAAK)


BY_HAND = {
    "save_answer": Case(nothing, partial(act, invullingen.save_answer, mijlpaal=VISIE, band=Band.NIET)),
    "confirm": Case(thirteen_confirmed_before, partial(act, invullingen.confirm, mijlpalen=CODES)),
    "unconfirm": Case(thirteen_confirmed, partial(act, invullingen.unconfirm, mijlpalen=CODES)),
    "save_toelichting": Case(nothing, partial(act, invullingen.save_toelichting, mijlpaal=VISIE, tekst="Klaar.")),
    "submit": Case(answer_all, partial(act, indieningen.submit)),
    "give_akkoord": Case(submit_all, partial(act, akkoorden.give_akkoord, versie=1)),
    **OF_WERKPLEIN,
}
AFSPRAAK = {"wat": "Kijken in Breda.", "wie": "de manager", "wanneer": date(2009, 10, 1)}
PERSON = {"naam": "Iemand", "organisatie": "UWV", "rol": Rol.WERKPLEIN, "werkpleinen": ["assen"]}
OTHER = {"account_id": BREDA.account_id}
URK = dict.fromkeys(("naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio"), "Urk")
URK |= {"code": "urk", "breedtegraad": 52.7, "lengtegraad": 5.6, "actief_van": None}
RENAMED = {"code": "breda", "naam": "Baronie", "vanaf": date(2009, 8, 1)}
CLOSED = {"code": "breda", "tot": date(2010, 1, 1)}
ON_ACCOUNTS = {
    "invite": Case(beheerder, partial(manage, accounts.invite, adres="iemand@voorbeeld.nl", **PERSON)),
    "change": Case(beheerder, partial(manage, accounts.change, **OTHER, **PERSON)),
    "change_address": Case(beheerder, partial(manage, accounts.change_address, **OTHER, adres="anders@voorbeeld.nl")),
    "erase": Case(beheerder, partial(manage, accounts.erase, **OTHER)),
    "disable": Case(beheerder, partial(manage, accounts.disable, **OTHER)),
    "enable": Case(beheerder_and_one_account_off, partial(manage, accounts.enable, **OTHER)),
    "reset": Case(beheerder, partial(manage, accounts.reset, **OTHER)),
    "reset_by_adres": Case(beheerder, partial(manage, accounts.reset_by_adres, adres=f"{BREDA.account_id}@voorbeeld.nl")),
    "unbind": Case(beheerder_and_one_account_bound, partial(manage, koppelingen.unbind, **OTHER)),
    "seal_anew": Case(beheerder_and_a_secret_that_lies_open, partial(manage, tweede_factor.seal_anew)),
    "first_beheerder": Case(nothing, partial(manage, accounts.first_beheerder, by=operator())),
    "add_demo_accounts": Case(
        beheerder_and_harderwijk, partial(manage, accounts.add_demo_accounts, wachtwoord_hash="geheim")
    ),
    **ON_UITNODIGEN,
}
LOADING = {"end_demo": Case(demo_accounts, partial(manage, accounts.end_demo))}
ON_WERKPLEINEN = {
    "add_werkplein": Case(beheerder, partial(manage, werkpleinen.add_werkplein, **URK)),
    "rename_werkplein": Case(beheerder, partial(manage, werkpleinen.rename_werkplein, **RENAMED)),
    "close_werkplein": Case(beheerder, partial(manage, werkpleinen.close_werkplein, **CLOSED)),
    "reopen_werkplein": Case(beheerder_and_assen_closed, partial(manage, werkpleinen.reopen_werkplein, code="assen")),
    "merge_werkplein": Case(beheerder, partial(manage, werkpleinen.merge_werkplein, into="assen", **CLOSED)),
}
ON_AFSPRAKEN = {
    "make_afspraak": Case(
        nothing, partial(manage, afspraken.make_afspraak, by=ASSEN, werkplein="assen", met="breda", **AFSPRAAK)
    ),
    "change_afspraak": Case(one_afspraak, change_afspraak),
}
ON_ONESELF = {
    "change_password": Case(nothing, partial(manage, sessies.change_password, by=ASSEN, wachtwoord_hash="nieuw")),
    "turn_on": Case(nothing, partial(manage, tweede_factor.turn_on, by=ASSEN, geheim="A" * 32, stap=1)),
    "turn_off": Case(assen_has_a_second_factor, partial(manage, tweede_factor.turn_off, by=ASSEN)),
    **OWN_ADDRESS,
    "make_apitoken": Case(nothing, partial(manage, apitokens.make_apitoken, by=ASSEN, naam="Programma")),
    "withdraw_apitoken": Case(assen_has_a_token, partial(manage, apitokens.withdraw_apitoken, by=ASSEN, naam="Programma")),
    "renew_noodcodes": Case(assen_has_a_second_factor, partial(manage, tweede_factor.renew_noodcodes, by=ASSEN)),
}
ON_CONTACTS = {
    "set_contact": Case(
        beheerder, partial(manage, contacten.set_contact, werkplein="assen", naam="Jo", adres="jo@assen.nl", gedeeld=True)
    ),
}
BY_ITSELF = {
    "freeze": Case(submit_all, freeze),
    "carry_out_terms": Case(a_failure_of_yesterday, partial(manage, bewaartermijnen.carry_out_terms, by=klok())),
}
ON_CLOCK = {"confirm_clock": Case(beheerder, partial(manage, clock_acts.confirm_clock))}
ACTS = BY_HAND | FROM_FILE | OF_PRACTICE | LOADING | ON_ACCOUNTS | ON_WERKPLEINEN | ON_ONESELF | ON_CONTACTS | BY_AKO
# The line in the log comes when the mail is settled.
BEFORE_THE_LOG = MAIL_CLAIMS | CLAIMS
ACTS |= ON_NAVRAGEN | ON_AFSPRAKEN | BY_ITSELF | ON_UITVRAAG | ON_MAILINGS | ON_POST | BEFORE_THE_LOG | ON_CLOCK
ACTS |= ON_RAPPORT | ON_COLLEGAS | INVITED_ALONE | NAMENS_OF_AKO
