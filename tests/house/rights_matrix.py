"""Who may do what: a row for each act, with what it is tried with."""

from datetime import date, datetime
from functools import partial

from sqlalchemy import update
from sqlmodel import select

from db import models
from db.act import Act, rehearse
from db.actions.aanleveringen import import_aanlevering
from db.actions.demo import FOLDER
from db.actions.indieningen import submit
from db.actions.invullingen import confirm
from db.actions.kengetallen import save_kengetal
from db.actions.mailings import start_mailing
from db.actions.momentopnamen import freeze_one
from db.actions.onbestelbaar import mark_undeliverable
from db.actions.rapportage import save_tekst
from db.actions.uitvragen import make_uitvraag
from db.actions.uitzonderingen import give_uitstel, give_vrijstelling
from db.actions.vraag_antwoorden import save_vraag_antwoord
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session
from db.queries.plan import plan as the_plan
from landkaart.domein.account import Profiel
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.afspraak import Afspraak, AfspraakInhoud, AfspraakStatus
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import system_now
from landkaart.domein.geplande_post import PostInhoud
from landkaart.domein.herinnering import HerinnerGroep, Herinnering, PostSoort
from landkaart.domein.indicatie import Indicatie, NieuwOordeel
from landkaart.domein.ingelezen import merk_of
from landkaart.domein.invulling import Veld
from landkaart.domein.kengetal import Kengetal
from landkaart.domein.onbestelbaar import Postbus, Retour
from landkaart.domein.plan import PlanAfspraak, PlanInhoud
from landkaart.domein.planning import Planning
from landkaart.domein.rapportage import RapportDeel, RapportPlek
from landkaart.domein.rechten import operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import VrijstellingSoort
from landkaart.domein.vraagvorm import JaNee
from landkaart.domein.werkplein import NieuwWerkplein
from landkaart.invoer.aanlevering import read_paths
from tests.house.rights_around import OF_AROUND
from tests.house.rights_people import OF_PEOPLE
from tests.house.rights_row import Row

# Every try is about Harderwijk: "eigen" holds it, "ander" is of the role werkplein and holds another.
OPERATOR = {"operator"}
AKO = {"operator", "ako"}
BEHEER = {"operator", "beheer"}
LADEN = AKO | BEHEER
# "coordinator" holds Harderwijk too, and is its coördinator.
EIGEN = {"operator", "eigen", "coordinator"}
SIGNING = {"eigen", "coordinator"}
ACCOUNTS = {"eigen", "ander", "coordinator", "ako", "beheer", "lezer"}
HERE = {"werkplein": "harderwijk", "tertaal": Tertaal(2009, 3)}
ASKED = {"tertaal": HERE["tertaal"], "code": "lukt-het"}
VRAAG = {"veld": Veld(*HERE.values(), "lukt-het")}
MIJLPAAL = {"veld": Veld(*HERE.values(), "ketenjaarplan")}
DATES = list(map(datetime.fromisoformat, ("2010-03-15", "2010-04-15", "2010-05-01", "2010-01-01")))
NEXT = {"tertaal": Tertaal(2010, 1), "planning": Planning(*DATES), "vragen_aan": None}
NIEUW = {"profiel": Profiel("Nieuw", "", Rol.LEZER)}
URK = NieuwWerkplein("urk", "Urk", "Urk", "Urk", "Flevoland", "Flevoland", 52.66, 5.6, None)


def somebody() -> dict:
    with read_session() as session:
        return {"account_id": session.exec(select(models.Account.id).where(models.Account.adres == "lezer@demo.nl")).one()}


def bind_somebody(act: Act) -> None:
    act.session.exec(update(models.Account).where(models.Account.adres == "lezer@demo.nl").values(onderwerp="https://a|1"))


def everybody_has_a_second_factor(act: Act) -> None:
    act.session.exec(update(models.Account).values(totp_geheim="sealed"))


def submit_harderwijk(act: Act) -> None:
    confirm(act, mijlpalen=catalogus().codes, **HERE)
    submit(act, **HERE)


def confirm_harderwijk(act: Act) -> None:
    confirm(act, mijlpalen=["ketenjaarplan"], **HERE)


def a_list() -> dict:
    """Nobody is below 0: that list is empty."""
    return {"tertaal": Tertaal(2009, 2), "regel": Regel(0, 0, False), "seen": [], "seen_fixed": None}


def a_delivery() -> dict:
    return {"aanlevering": read_paths([FOLDER / "werkpleinen.csv"])}


def agreed() -> dict:
    shown = rehearse(operator(), partial(import_aanlevering, **a_delivery()))
    return a_delivery() | {"na_sluiting": False, "agreed": merk_of(shown)}


AFSPRAAK = {"wat": "Kijken in Zwolle.", "wie": "Iemand", "wanneer": date(2010, 1, 15)}
INHOUD = AfspraakInhoud(**AFSPRAAK)
MOMENT = system_now()
MADE = {"door": "iemand", "gemaakt_op": MOMENT, "gewijzigd_op": MOMENT}
SHOWN = Afspraak(1, "harderwijk", None, None, status=AfspraakStatus.OPEN, **AFSPRAAK, **MADE)


def keep_afspraak(act: Act) -> None:
    harderwijk = act.session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "harderwijk")).one()
    act.session.add(models.Afspraak(id=SHOWN.id, werkplein_id=harderwijk, **AFSPRAAK, **MADE))


OF_2009_2 = {"tertaal": Tertaal(2009, 2)}
BANEN = Kengetal("banen", "", "Banen", "totaal", "2009", "realisatie", "10", "personen")
PLAN = PlanInhoud("X.1", "Selectiviteit", "Kijken in Zwolle.", "UWV", "")


def of_the_plan() -> PlanAfspraak:
    """The first of 2009."""
    with read_session() as session:
        return the_plan(session=session)[0]


def keep_kengetal(act: Act) -> None:
    save_kengetal(act, kengetal=BANEN, **OF_2009_2)


def ask_harderwijk(act: Act) -> None:
    act.session.add(models.Vraag(tertaal="2009-3", code="lukt-het", tekst="Lukt het?"))


def answer_harderwijk(act: Act) -> None:
    ask_harderwijk(act)
    save_vraag_antwoord(act, veld=Veld(*HERE.values(), "lukt-het"), antwoord=JaNee.JA)


def plan(act: Act) -> None:
    make_uitvraag(act, **NEXT)


def allow_harderwijk(act: Act) -> None:
    give_uitstel(act, tot=datetime.fromisoformat("2010-01-09"), reden="Ziek.", **HERE)
    give_vrijstelling(act, soort=VrijstellingSoort.VRIJGESTELD, reden="Ziek.", **HERE)


def close_harderwijk(act: Act) -> None:
    close_werkplein(act, code="harderwijk", tot=date(2010, 1, 1))


REMINDER = {
    "herinnering": Herinnering(Tertaal(2009, 3), HerinnerGroep.NIET_BEGONNEN, "Landkaart", "Zie {link}"),
    "sleutel": "1",
    "nogmaals": True,
}


def remind(act: Act) -> None:
    """The first mailing there is; its mails wait."""
    start_mailing(act, **REMINDER)


def remind_in_vain(act: Act) -> None:
    remind(act)
    act.session.exec(update(models.Bericht).values(status="mislukt"))


PLANNED = {"tertaal": HERE["tertaal"], "soort": PostSoort.DRINGEND}
INHOUD_POST = PostInhoud("Landkaart", "Zie {link}", True, datetime.fromisoformat("2009-12-28T10:00"))


def mark_jo(act: Act) -> None:
    mark_undeliverable(act, adres="jo@harderwijk.nl", reden="Weg.")


TEKST = {"plek": RapportPlek(RapportDeel.CONCLUSIES), "tekst": "Het gaat goed.", "seen": None}


def write_earlier(act: Act) -> None:
    save_tekst(act, tertaal=Tertaal(2009, 2), **TEKST)


def freeze_too_early(act: Act) -> None:
    submit_harderwijk(act)
    freeze_one(act.by_clock(), HERE["tertaal"])


MATRIX = {
    **OF_AROUND,
    "accounts.invite": Row(BEHEER, lambda: {"adres": "nieuw@gemeente.nl", **NIEUW}),
    "accounts.change": Row(BEHEER, lambda: somebody() | NIEUW),
    "accounts.disable": Row(BEHEER, somebody),
    "accounts.enable": Row(BEHEER, somebody),
    "accounts.reset": Row(BEHEER, somebody),
    "accounts.reset_by_adres": Row(BEHEER, lambda: {"adres": "lezer@demo.nl"}),
    "accounts.change_address": Row(BEHEER, lambda: somebody() | {"adres": "anders@gemeente.nl"}),
    "accounts.erase": Row(BEHEER, somebody),
    "accounts.first_beheerder": Row(BEHEER, dict),
    "accounts.add_demo_accounts": Row(
        BEHEER,
        lambda: {"wachtwoord_hash": "x"},
        lambda act: act.session.exec(update(models.Account).values(adres="a" + models.Account.adres)),
    ),
    "accounts.end_demo": Row(LADEN, dict),
    "afspraken.make_afspraak": Row(EIGEN, lambda: {"werkplein": "harderwijk", "inhoud": INHOUD}),
    "afspraken.change_afspraak": Row(
        EIGEN, lambda: {"afspraak": SHOWN, "inhoud": INHOUD, "status": AfspraakStatus.GEDAAN}, keep_afspraak
    ),
    "akkoorden.give_akkoord": Row(SIGNING, lambda: HERE | {"versie": 1}, submit_harderwijk, personal=True),
    **OF_PEOPLE,
    "contacten.set_contact": Row(
        BEHEER | {"ako", "eigen", "coordinator"},
        lambda: {"werkplein": "harderwijk", "naam": "Jo", "adres": "jo@harderwijk.nl", "gedeeld": True},
    ),
    "akkoorden.withdraw_akkoord": Row(SIGNING, lambda: HERE | {"versie": 1}, submit_harderwijk, personal=True),
    "vraag_antwoorden.save_vraag_antwoord": Row(EIGEN, lambda: VRAAG | {"antwoord": JaNee.JA}, ask_harderwijk),
    "vraag_antwoorden.save_vraag_toelichting": Row(EIGEN, lambda: VRAAG | {"tekst": "Klaar."}, answer_harderwijk),
    "demo.load_demo": Row(OPERATOR, dict),
    "aanleveringen.import_aanlevering": Row(LADEN, a_delivery),
    "uploads.take_in": Row(LADEN, agreed),
    "indicaties.give_indicatie": Row(AKO, lambda: HERE | {"oordeel": NieuwOordeel(Indicatie.DIT_JAAR, "Op weg.")}),
    "indieningen.submit": Row(EIGEN, lambda: HERE, submit_harderwijk),
    "invullingen.save_answer": Row(EIGEN, lambda: MIJLPAAL | {"band": Band.NIET}),
    "invullingen.confirm": Row(EIGEN, lambda: HERE | {"mijlpalen": ["ketenjaarplan"]}),
    "invullingen.unconfirm": Row(EIGEN, lambda: HERE | {"mijlpalen": ["ketenjaarplan"]}, confirm_harderwijk),
    "invullingen.save_toelichting": Row(EIGEN, lambda: MIJLPAAL | {"tekst": "Klaar."}),
    "koppelingen.unbind": Row(BEHEER, somebody, bind_somebody),
    "lijsten.fix_lijst": Row(AKO, a_list),
    "kengetallen.save_kengetal": Row(AKO, lambda: OF_2009_2 | {"kengetal": BANEN}),
    "kengetallen.remove_kengetal": Row(AKO, lambda: OF_2009_2 | {"kengetal": BANEN}, keep_kengetal),
    "plan.make_plan_afspraak": Row(AKO, lambda: {"inhoud": PLAN}),
    "plan.change_plan_afspraak": Row(AKO, lambda: {"afspraak": of_the_plan(), "inhoud": PLAN}),
    "plan.add_plan_stand": Row(AKO, lambda: {"afspraak": of_the_plan(), "stand": of_the_plan().stand}),
    "klok.confirm_clock": Row(LADEN, dict),
    "momentopnamen.freeze": Row(OPERATOR, dict),
    "momentopnamen.take_back": Row(AKO, lambda: {"tertaal": HERE["tertaal"], "reden": "Te vroeg."}, freeze_too_early),
    "rapportage.save_opzet": Row(AKO, lambda: {"tertaal": HERE["tertaal"], "delen": ["conclusies"], "seen": None}),
    "rapportage.save_tekst": Row(AKO, lambda: {"tertaal": HERE["tertaal"], **TEKST}),
    "rapportage.take_over": Row(AKO, lambda: {"tertaal": HERE["tertaal"], "van": Tertaal(2009, 2)}, write_earlier),
    "sessies.change_password": Row(ACCOUNTS, lambda: {"wachtwoord_hash": "x"}, personal=True),
    "tweede_factor.turn_on": Row(ACCOUNTS, lambda: {"geheim": "A" * 32, "stap": 1}, personal=True),
    "tweede_factor.turn_off": Row(ACCOUNTS, dict, personal=True),
    "tweede_factor.renew_noodcodes": Row(ACCOUNTS, dict, everybody_has_a_second_factor, personal=True),
    "tweede_factor.seal_anew": Row(BEHEER, dict),
    "bewaartermijnen.carry_out_terms": Row(OPERATOR, dict),
    "uitvragen.make_uitvraag": Row(AKO, lambda: NEXT),
    "uitvragen.change_uitvraag": Row(AKO, lambda: NEXT | {"vragen_aan": "het AKO"}, plan),
    "uitvragen.remove_uitvraag": Row(AKO, lambda: {"tertaal": NEXT["tertaal"]}, plan),
    "uitzonderingen.give_uitstel": Row(AKO, lambda: HERE | {"tot": datetime.fromisoformat("2010-01-09"), "reden": "Ziek."}),
    "uitzonderingen.give_vrijstelling": Row(AKO, lambda: HERE | {"soort": VrijstellingSoort.VRIJGESTELD, "reden": "Nieuw."}),
    "uitzonderingen.withdraw_uitstel": Row(AKO, lambda: HERE, allow_harderwijk),
    "uitzonderingen.withdraw_vrijstelling": Row(AKO, lambda: HERE, allow_harderwijk),
    "vragen.add_vraag": Row(AKO, lambda: {"tertaal": HERE["tertaal"], "tekst": "Lukt het?"}),
    "vragen.change_vraag": Row(AKO, lambda: ASKED | {"tekst": "Lukt het nu?"}, ask_harderwijk),
    "vragen.take_over_vragen": Row(AKO, lambda: {"tertaal": HERE["tertaal"], "uit": Tertaal(2009, 2)}),
    "vragen.remove_vraag": Row(AKO, lambda: ASKED, ask_harderwijk),
    "mailings.start_mailing": Row(AKO, lambda: REMINDER),
    "mailings.claim": Row(AKO, lambda: {"mailing_id": 1}, remind),
    "mailings.hand_out": Row(AKO, lambda: {"mailing_id": 1}, remind),
    "mailings.retry": Row(AKO, lambda: {"mailing_id": 1}, remind_in_vain),
    "geplande_post.plan_post": Row(AKO, lambda: PLANNED | {"inhoud": INHOUD_POST}),
    "geplande_post.send_post_now": Row(AKO, lambda: PLANNED),
    "geplande_post.start_due_post": Row(AKO, dict),
    "onbestelbaar.mark_undeliverable": Row(BEHEER | {"ako"}, lambda: {"adres": "jo@harderwijk.nl", "reden": "Weg."}),
    "onbestelbaar.mark_deliverable": Row(BEHEER | {"ako"}, lambda: {"adres": "jo@harderwijk.nl"}, mark_jo),
    "onbestelbaar.take_bounces": Row(AKO, lambda: {"retouren": [Retour("jo@harderwijk.nl", "Weg.")], "postbus": Postbus()}),
    "werkpleinen.add_werkplein": Row(BEHEER, lambda: {"werkplein": URK}),
    "werkpleinen.rename_werkplein": Row(
        BEHEER, lambda: {"code": "harderwijk", "naam": "Harderwijk-Ermelo", "vanaf": date(2009, 11, 1)}
    ),
    "werkpleinen.close_werkplein": Row(BEHEER, lambda: {"code": "harderwijk", "tot": date(2010, 1, 1)}),
    "werkpleinen.reopen_werkplein": Row(BEHEER, lambda: {"code": "harderwijk"}, close_harderwijk),
    "werkpleinen.merge_werkplein": Row(BEHEER, lambda: {"code": "harderwijk", "into": "zwolle", "tot": date(2010, 1, 1)}),
}
