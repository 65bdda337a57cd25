"""Who may do what, read from the code and tried for real: no page without a right, no writing without a row here."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions.beantwoorden import save_vraag_antwoord
from db.actions.demo import FOLDER
from db.actions.indienen import submit
from db.actions.invullen import confirm
from db.actions.mailings import start_mailing
from db.actions.momentopname import freeze
from db.actions.uitvragen import make_uitvraag
from db.actions.uitzonderingen import give_uitstel, give_vrijstelling
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session, write_session
from db.queries.clock import clock
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.afspraak import Afspraak, Status
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.herinnering import Groep
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.planning import Planning
from landkaart.domein.rechten import Recht, Weg, klok, operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import Soort
from landkaart.domein.vraag import JaNee
from landkaart.invoer.aanlevering import read_paths
from pages.contents import PAGES
from tests.accounts import make_account, sign_in_as

ROOT = Path(__file__).parents[2]
ACTIONS = sorted((ROOT / "db" / "actions").glob("*.py"))

# Every try is about Harderwijk: "eigen" holds it, "ander" is of the role werkplein and holds another.
OPERATOR = {"operator"}
AKO = {"operator", "ako"}
BEHEER = {"operator", "beheer"}
EIGEN = {"operator", "eigen"}
ACCOUNTS = {"eigen", "ander", "ako", "beheer", "lezer"}
HERE = {"werkplein": "harderwijk", "tertaal": Tertaal(2009, 3)}
ASKED = {"tertaal": HERE["tertaal"], "code": "lukt-het"}
VRAAG = HERE | {"vraag": "lukt-het"}
DATES = list(map(datetime.fromisoformat, ("2010-03-15", "2010-04-15", "2010-05-01", "2010-01-01")))
NEXT = {"tertaal": Tertaal(2010, 1), "planning": Planning(*DATES), "vragen_aan": None}
NIEUW = {"naam": "Nieuw", "organisatie": "", "rol": Rol.LEZER, "werkpleinen": ()}
PLACE = {"plaats": "Urk", "gemeente": "Urk", "provincie": "Flevoland", "arbeidsmarktregio": "Flevoland"}
WHERE = PLACE | {"breedtegraad": 52.66, "lengtegraad": 5.6, "actief_van": None}


@dataclass(frozen=True)
class Row:
    """Who may; with which keywords it is tried (`given`, made when it is tried), after what (`prepare`).

    `personal`: it is about somebody's own account, which the operator has not.
    """

    may: set[str]
    given: Callable[[], dict]
    prepare: Callable = lambda session: None
    personal: bool = False


def somebody() -> dict:
    with read_session() as session:
        return {"account_id": session.exec(select(models.Account.id).where(models.Account.adres == "lezer@demo.nl")).one()}


def submit_harderwijk(session) -> None:
    what = {"session": session, "by": operator(), "clock": clock(session=session), **HERE}
    confirm(mijlpalen=catalogus().codes, **what)
    submit(**what)


def a_list() -> dict:
    """Nobody is below 0: that list is empty."""
    return {"tertaal": Tertaal(2009, 2), "regel": Regel(0, 0, False), "seen": [], "seen_fixed": None}


AFSPRAAK = {"wat": "Kijken in Zwolle.", "wie": "Iemand", "wanneer": date(2010, 1, 15)}
MOMENT = system_now()
MADE = {"door": "iemand", "gemaakt_op": MOMENT, "gewijzigd_op": MOMENT}
SHOWN = Afspraak(1, "harderwijk", None, None, status=Status.OPEN, **AFSPRAAK, **MADE)


def keep_afspraak(session) -> None:
    harderwijk = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "harderwijk")).one()
    session.add(models.Afspraak(id=SHOWN.id, werkplein_id=harderwijk, **AFSPRAAK, **MADE))


def ask_harderwijk(session) -> None:
    session.add(models.Vraag(tertaal="2009-3", code="lukt-het", tekst="Lukt het?"))


def answer_harderwijk(session) -> None:
    ask_harderwijk(session)
    save_vraag_antwoord(session=session, by=operator(), clock=clock(session=session), **VRAAG, antwoord=JaNee.JA)


def plan(session) -> None:
    make_uitvraag(session=session, by=operator(), clock=clock(session=session), **NEXT)


def allow_harderwijk(session) -> None:
    what = {"session": session, "by": operator(), "clock": clock(session=session), "reden": "Ziek.", **HERE}
    give_uitstel(tot=datetime.fromisoformat("2010-01-09"), **what)
    give_vrijstelling(soort=Soort.VRIJGESTELD, **what)


def close_harderwijk(session) -> None:
    close_werkplein(session=session, by=operator(), clock=clock(session=session), code="harderwijk", tot=date(2010, 1, 1))


REMINDER = {"sleutel": "1", "tertaal": Tertaal(2009, 3), "groep": Groep.NIET_BEGONNEN}
REMINDER |= {"onderwerp": "Landkaart", "tekst": "Zie {link}", "nogmaals": True}


def remind(session) -> None:
    """The first mailing there is; its mails wait."""
    start_mailing(session=session, by=operator(), clock=clock(session=session), **REMINDER)


def remind_in_vain(session) -> None:
    remind(session)
    session.exec(update(models.Bericht).values(status="mislukt"))


MATRIX = {
    "accounts.invite": Row(BEHEER, lambda: {"adres": "nieuw@gemeente.nl", **NIEUW}),
    "accounts.change": Row(BEHEER, lambda: somebody() | NIEUW),
    "accounts.disable": Row(BEHEER, somebody),
    "accounts.enable": Row(BEHEER, somebody),
    "accounts.reset": Row(BEHEER, somebody),
    "accounts.first_beheerder": Row(BEHEER, dict),
    "accounts.add_demo_accounts": Row(
        BEHEER,
        lambda: {"wachtwoord_hash": "x"},
        lambda session: session.exec(update(models.Account).values(adres="a" + models.Account.adres)),
    ),
    "accounts.end_demo": Row(BEHEER, dict),
    "afspraken.make_afspraak": Row(EIGEN, lambda: {"werkplein": "harderwijk", **AFSPRAAK}),
    "afspraken.change_afspraak": Row(EIGEN, lambda: {"afspraak": SHOWN, "status": Status.GEDAAN, **AFSPRAAK}, keep_afspraak),
    "akkoord.give_akkoord": Row({"eigen"}, lambda: HERE | {"versie": 1}, submit_harderwijk, personal=True),
    "contact.set_contact": Row(
        BEHEER | {"ako", "eigen"},
        lambda: {"werkplein": "harderwijk", "naam": "Jo", "adres": "jo@harderwijk.nl", "gedeeld": True},
    ),
    "akkoord.withdraw_akkoord": Row({"eigen"}, lambda: HERE | {"versie": 1}, submit_harderwijk, personal=True),
    "beantwoorden.save_vraag_antwoord": Row(EIGEN, lambda: VRAAG | {"antwoord": JaNee.JA}, ask_harderwijk),
    "beantwoorden.save_vraag_toelichting": Row(EIGEN, lambda: VRAAG | {"tekst": "Klaar."}, answer_harderwijk),
    "demo.load_demo": Row(OPERATOR, dict),
    "importeren.import_aanlevering": Row(OPERATOR, lambda: {"aanlevering": read_paths([FOLDER / "werkpleinen.csv"])}),
    "indicaties.give_indicatie": Row(AKO, lambda: HERE | {"indicatie": Indicatie.DIT_JAAR, "notitie": "Op weg."}),
    "indienen.submit": Row(EIGEN, lambda: HERE, submit_harderwijk),
    "invullen.save_answer": Row(EIGEN, lambda: HERE | {"mijlpaal": "ketenjaarplan", "band": Band.NIET}),
    "invullen.confirm": Row(EIGEN, lambda: HERE | {"mijlpalen": ["ketenjaarplan"]}),
    "invullen.save_toelichting": Row(EIGEN, lambda: HERE | {"mijlpaal": "ketenjaarplan", "tekst": "Klaar."}),
    "lijsten.fix_lijst": Row(AKO, a_list),
    "momentopname.freeze": Row(OPERATOR, dict),
    "sessies.change_password": Row(ACCOUNTS, lambda: {"wachtwoord_hash": "x"}, personal=True),
    "sessies.set_totp": Row(ACCOUNTS, lambda: {"geheim": "A" * 32, "stap": 1}, personal=True),
    "uitvragen.make_uitvraag": Row(AKO, lambda: NEXT),
    "uitvragen.change_uitvraag": Row(AKO, lambda: NEXT | {"vragen_aan": "het AKO"}, plan),
    "uitvragen.remove_uitvraag": Row(AKO, lambda: {"tertaal": NEXT["tertaal"]}, plan),
    "uitzonderingen.give_uitstel": Row(AKO, lambda: HERE | {"tot": datetime.fromisoformat("2010-01-09"), "reden": "Ziek."}),
    "uitzonderingen.give_vrijstelling": Row(AKO, lambda: HERE | {"soort": Soort.VRIJGESTELD, "reden": "Nieuw."}),
    "uitzonderingen.withdraw_uitstel": Row(AKO, lambda: HERE, allow_harderwijk),
    "uitzonderingen.withdraw_vrijstelling": Row(AKO, lambda: HERE, allow_harderwijk),
    "vragen.add_vraag": Row(AKO, lambda: {"tertaal": HERE["tertaal"], "tekst": "Lukt het?"}),
    "vragen.change_vraag": Row(AKO, lambda: ASKED | {"tekst": "Lukt het nu?"}, ask_harderwijk),
    "vragen.remove_vraag": Row(AKO, lambda: ASKED, ask_harderwijk),
    "mailings.start_mailing": Row(AKO, lambda: REMINDER),
    "mailings.claim": Row(AKO, lambda: {"mailing_id": 1}, remind),
    "mailings.hand_out": Row(AKO, lambda: {"mailing_id": 1}, remind),
    "mailings.retry": Row(AKO, lambda: {"mailing_id": 1}, remind_in_vain),
    "werkpleinen.add_werkplein": Row(BEHEER, lambda: {"code": "urk", "naam": "Urk", **WHERE}),
    "werkpleinen.rename_werkplein": Row(
        BEHEER, lambda: {"code": "harderwijk", "naam": "Harderwijk-Ermelo", "vanaf": date(2009, 11, 1)}
    ),
    "werkpleinen.close_werkplein": Row(BEHEER, lambda: {"code": "harderwijk", "tot": date(2010, 1, 1)}),
    "werkpleinen.reopen_werkplein": Row(BEHEER, lambda: {"code": "harderwijk"}, close_harderwijk),
    "werkpleinen.merge_werkplein": Row(BEHEER, lambda: {"code": "harderwijk", "into": "zwolle", "tot": date(2010, 1, 1)}),
}

# Nobody is in yet (or nothing is written): what stands in for the right.
WITHOUT_BY = {
    "sessies.start_session": "after a password, a link or another's word was checked",
    "sessies.end_session": "whoever holds the token",
    "sessies.touch": "a sign of life of a session that was found",
    "sessies.note_failure": "anybody may fail",
    "sessies.note_request": "anybody may ask",
    "sessies.forgot": "anybody may ask; what comes of it goes to the mailbox of the account",
    "sessies.use_link": "whoever holds the token",
    "sessies.use_totp": "after the password was right",
    "sessies.bind_subject": "after the provider's word was checked",
    "importeren.reference_faults": "only reads",
    "admission.admission_faults": "only reads",
    "mailings.settle": "what came of a mail is written down, also when the right to send ended since",
}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in ACTIONS:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                yield f"{path.stem}.{node.name}", node


def keywords(node: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in node.args.kwonlyargs}


def acts(*, with_by: bool) -> set[str]:
    """The functions that others call with `session=`: each is an act."""
    return {name for name, node in functions() if "session" in keywords(node) and ("by" in keywords(node)) is with_by}


def calls(node: ast.FunctionDef) -> set[str]:
    return {call.func.id for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)}


def test_every_page_asks_for_a_right():
    assert [entry.file for entry in PAGES if not isinstance(entry.recht, Recht)] == [], "give the page a Recht in PAGES"


def test_every_act_stands_in_the_matrix():
    missing = acts(with_by=True) - set(MATRIX)
    assert not missing, f"add a row to MATRIX in tests/house/test_rights.py: who may do {sorted(missing)}?"
    gone = set(MATRIX) - acts(with_by=True)
    assert not gone, f"these are no longer there, or have no `by`: take {sorted(gone)} out of MATRIX"


def test_an_act_without_a_doer_has_a_reason():
    missing = acts(with_by=False) - set(WITHOUT_BY)
    assert not missing, f"{sorted(missing)} writes without `by`: add it and call eis(), or give the reason in WITHOUT_BY"
    assert set(WITHOUT_BY) - acts(with_by=False) == set(), "take what is gone out of WITHOUT_BY"


def test_every_act_calls_eis_itself_or_through_what_it_calls():
    asking, before = {"eis"}, set()
    while asking != before:
        before = set(asking)
        asking |= {node.name for _, node in functions() if calls(node) & asking}

    silent = [name for name, node in functions() if name in acts(with_by=True) and not calls(node) & asking]
    assert silent == [], "call eis(session, by, Recht....) before anything else"


@pytest.fixture
def people(landkaart_2009):
    """One of each, with a running session; "weg" was beheerder until he signed out."""
    found = {rol: sign_in_as(rol) for rol in ("ako", "beheer", "lezer")}
    found |= {"eigen": sign_in_as("werkplein", ["harderwijk"]), "ander": sign_in_as("werkplein", ["zwolle"])}
    found |= {"operator": operator(), "weg": sign_in_as("beheer")}
    with write_session() as session:
        mine = models.Sessie.id == found["weg"].sessie_id
        session.exec(update(models.Sessie).where(mine).values(beeindigd_op=system_now()))
    return found


class Undo(Exception):
    """It was allowed; nothing of it must stay."""


def attempt(act: Callable, row: Row, by) -> str:
    given = row.given()
    if "clock" in signature(act).parameters:
        with read_session() as session:
            given = given | {"clock": clock(session=session)}
    try:
        with write_session() as session:
            row.prepare(session)
            act(session=session, by=by, **given)
            raise Undo
    except Undo:
        return "mag"
    except NietToegestaan:
        return "mag niet"
    except NietAangemeld:
        return "niet aangemeld"


@pytest.mark.parametrize("name", MATRIX)
def test_only_who_may_does_it(people, name):
    row = MATRIX[name]
    module, function = name.split(".")
    act = getattr(import_module(f"db.actions.{module}"), function)
    asked = people if not row.personal else {who: by for who, by in people.items() if who != "operator"}

    answers = {who: attempt(act, row, by) for who, by in asked.items()}

    assert answers.pop("weg") == "niet aangemeld"
    assert answers == {who: "mag" if who in row.may else "mag niet" for who in answers}


@pytest.mark.parametrize("name", MATRIX)
def test_the_clock_does_nothing_but_freeze(people, name):
    module, function = name.split(".")
    act = getattr(import_module(f"db.actions.{module}"), function)

    assert attempt(act, MATRIX[name], klok()) == ("mag" if name == "momentopname.freeze" else "niet aangemeld")


def test_who_calls_himself_the_clock_with_an_account_is_not(people):
    pretender = replace(people["lezer"], weg=Weg.KLOK)

    assert attempt(freeze, MATRIX["momentopname.freeze"], pretender) == "mag niet"


def test_a_session_of_one_account_is_not_worth_anything_to_another(people):
    other = replace(people["eigen"], account_id=make_account("werkplein", ["harderwijk"]))

    assert attempt(confirm, MATRIX["invullen.confirm"], other) == "niet aangemeld"


def test_whoever_calls_himself_operator_with_an_account_is_not(people):
    pretender = replace(people["lezer"], weg=Weg.OPDRACHTREGEL)

    assert attempt(confirm, MATRIX["invullen.confirm"], pretender) == "mag niet"


def test_what_is_saved_counts_as_a_sign_of_life(landkaart_2009, set_clock):
    start = system_now()
    set_clock(start)
    by = sign_in_as("werkplein", ["harderwijk"])

    def save() -> None:
        with write_session() as session:
            confirm(session=session, by=by, clock=clock(session=session), mijlpalen=["ketenjaarplan"], **HERE)

    for minutes in (29, 58, 87):
        set_clock(start + timedelta(minutes=minutes))
        save()
    set_clock(start + timedelta(minutes=117))
    with pytest.raises(NietAangemeld):
        save()
