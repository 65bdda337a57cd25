"""What holds for each act: who may, when it may, and that it happens whole or not at all."""

import importlib
import inspect
import pkgutil
from datetime import date, timedelta

import pytest
from sqlalchemy import update

import db.act
import db.actions
from db.engine import write_session
from db.models import Werkplein
from landkaart.domein.fouten import Gesloten, NietAangemeld, NietToegestaan, OngeldigeInvoer
from landkaart.domein.rechten import Gebruiker, Weg, klok, operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.steps.acts import (
    ACTS,
    BEFORE_THE_LOG,
    BY_AKO,
    BY_HAND,
    BY_ITSELF,
    FROM_FILE,
    LOADING,
    OF_PRACTICE,
    ON_ACCOUNTS,
    ON_AFSPRAKEN,
    ON_CLOCK,
    ON_MAILINGS,
    ON_ONESELF,
    ON_POST,
    ON_UITVRAAG,
    ON_WERKPLEINEN,
    Case,
)
from tests.steps.acts_ako import NAMENS_OF_AKO, NAVRAGEN_OF_AKO, NAVRAGEN_OF_WERKPLEIN
from tests.steps.acts_uitnodigen import ON_COLLEGAS
from tests.steps.interruption import interrupt_everywhere
from tests.steps.small_landkaart import AKO, ASSEN, BEHEER, BREDA, OPENT, SLUIT, everything, keep_person, log

SECOND = timedelta(seconds=1)
pytestmark = pytest.mark.usefixtures("small_landkaart")
NOBODY = Gebruiker("iemand zonder werkplein", Weg.FORMULIER, 9004, 9004)
NOT_IN = [
    Gebruiker("iemand zonder account", Weg.FORMULIER),
    Gebruiker("iemand zonder sessie", Weg.FORMULIER, ASSEN.account_id),
    Gebruiker("iemand met een sessie van niemand", Weg.FORMULIER, ASSEN.account_id, 9999),
    Gebruiker("iemand met een sessie van een ander", Weg.FORMULIER, BREDA.account_id, ASSEN.sessie_id),
]


@pytest.fixture
def prepared(request: pytest.FixtureRequest) -> Case:
    """The act of this name, when all is there that it needs."""
    act = ACTS[request.param]
    act.prepare()
    return act


def each(names) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("prepared", names, indirect=True)


def test_every_function_that_writes_is_among_the_acts():
    modules = [importlib.import_module(found.name) for found in pkgutil.iter_modules(db.actions.__path__, "db.actions.")]
    functions = {name for module in modules for name, found in inspect.getmembers(module, is_act)}

    # What became of a mail is written down without asking: see tests/house/without_right.py.
    assert functions - {"settle", "settle_uitnodiging"} == set(ACTS), (
        "add to tests/steps/acts.py every function that takes an Act by itself"
    )


def is_act(found: object) -> bool:
    """It takes an Act first, and its subject by keyword."""
    if not inspect.isfunction(found):
        return False
    parameters = inspect.signature(found).parameters.values()
    return [each.annotation for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD] == [db.act.Act]


# Who


@each(BY_HAND)
@pytest.mark.parametrize("by", [BREDA, NOBODY], ids=lambda by: by.naam)
def test_who_fills_in_for_another_werkplein_is_refused_and_nothing_changes(prepared, by):
    keep_person(NOBODY, Rol.WERKPLEIN)

    refused(prepared, NietToegestaan, "U mag de landkaart van dit werkplein niet invullen. Er is niets opgeslagen.", by=by)


@each(FROM_FILE | LOADING)
def test_who_fills_in_cannot_bring_in_files(prepared):
    refused(prepared, NietToegestaan, "U mag geen gegevens inlezen. Er is niets opgeslagen.", by=ASSEN)


@each(OF_PRACTICE)
@pytest.mark.parametrize("by", [ASSEN, BEHEER], ids=lambda by: by.naam)
def test_only_the_operator_makes_it_a_landkaart_to_practise_in(prepared, by):
    keep_person(BEHEER, Rol.BEHEER)

    refused(prepared, NietToegestaan, "U mag de landkaart van 2009 niet laden. Er is niets opgeslagen.", by=by)


@each(ON_ACCOUNTS)
def test_who_is_no_beheerder_cannot_manage_accounts(prepared):
    refused(prepared, NietToegestaan, "U mag geen accounts beheren. Er is niets opgeslagen.", by=ASSEN)


@each(ON_WERKPLEINEN)
def test_who_is_no_beheerder_cannot_manage_werkpleinen(prepared):
    refused(prepared, NietToegestaan, "U mag geen werkpleinen beheren. Er is niets opgeslagen.", by=ASSEN)


@each(BY_AKO)
def test_who_is_not_of_the_ako_cannot_judge_for_it(prepared):
    what = r"(geen AKO-indicatie geven|de lijst .* niet vaststellen|geen rapport maken)"
    with pytest.raises(NietToegestaan, match=rf"^U mag {what}\. Er is niets opgeslagen\.$"):
        prepared.perform(by=ASSEN)


@each(ON_AFSPRAKEN)
@pytest.mark.parametrize("by", [BREDA, NOBODY], ids=lambda by: by.naam)
def test_who_agrees_something_for_another_werkplein_is_refused(prepared, by):
    keep_person(NOBODY, Rol.WERKPLEIN)

    refused(prepared, NietToegestaan, "U mag geen afspraken van dit werkplein vastleggen. Er is niets opgeslagen.", by=by)


@each(NAVRAGEN_OF_AKO)
@pytest.mark.parametrize("by", [ASSEN, BEHEER], ids=lambda by: by.naam)
def test_only_the_ako_asks_about_an_answer_and_closes_that(prepared, by):
    keep_person(BEHEER, Rol.BEHEER)

    refused(prepared, NietToegestaan, "U mag geen navraag doen bij een werkplein. Er is niets opgeslagen.", by=by)


@each(NAMENS_OF_AKO)
@pytest.mark.parametrize("by", [ASSEN, BEHEER], ids=lambda by: by.naam)
def test_only_the_ako_begins_and_ends_filling_in_on_behalf(prepared, by):
    keep_person(BEHEER, Rol.BEHEER)

    said = "U mag de landkaart niet namens een werkplein invullen. Er is niets opgeslagen."
    refused(prepared, NietToegestaan, said, by=by)


@each(NAVRAGEN_OF_WERKPLEIN)
@pytest.mark.parametrize("by", [BREDA, AKO], ids=lambda by: by.naam)
def test_only_the_werkplein_itself_answers_what_it_is_asked(prepared, by):
    refused(prepared, NietToegestaan, "U mag geen navraag bij dit werkplein beantwoorden. Er is niets opgeslagen.", by=by)


@each(ON_COLLEGAS)
@pytest.mark.parametrize("by", [BREDA, NOBODY, BEHEER], ids=lambda by: by.naam)
def test_who_is_no_coordinator_of_the_werkplein_sees_to_none_of_its_people(prepared, by):
    keep_person(NOBODY, Rol.WERKPLEIN)
    keep_person(BEHEER, Rol.BEHEER)

    said = "U mag de collega's van dit werkplein niet uitnodigen of weghalen. Er is niets opgeslagen."
    refused(prepared, NietToegestaan, said, by=by)


@each(BY_ITSELF)
def test_who_has_an_account_does_not_do_what_time_brings_about(prepared):
    keep_person(BEHEER, Rol.BEHEER)

    with pytest.raises(NietToegestaan, match=r"^U mag geen (momentopname van een tertaal nemen|gegevens opruimen)\. "):
        prepared.perform(by=BEHEER)


@each(ON_CLOCK)
def test_who_is_no_beheerder_does_not_say_that_the_clock_is_right(prepared):
    refused(prepared, NietToegestaan, "U mag de klok van de server niet bevestigen. Er is niets opgeslagen.", by=ASSEN)


@each(ON_UITVRAAG)
@pytest.mark.parametrize("by", [ASSEN, BEHEER], ids=lambda by: by.naam)
def test_only_the_ako_runs_an_uitvraag(prepared, by):
    keep_person(BEHEER, Rol.BEHEER)

    refused(prepared, NietToegestaan, "U mag geen uitvraag uitvoeren. Er is niets opgeslagen.", by=by)


@each(ON_POST)
def test_a_werkplein_neither_plans_nor_sends_post_nor_says_where_none_arrives(prepared):
    with pytest.raises(NietToegestaan, match=r"^U mag (geen uitvraag|geen post|het contact) .*Er is niets opgeslagen\.$"):
        prepared.perform(by=ASSEN)


@each(ACTS)
@pytest.mark.parametrize("by", NOT_IN, ids=lambda by: by.naam)
def test_who_is_not_in_is_refused_whatever_it_is(prepared, by):
    refused(prepared, NietAangemeld, str(NietAangemeld()), by=by)


NOT_OPERATOR = ("give_akkoord", "withdraw_akkoord", *BEFORE_THE_LOG)
DOERS = [
    *[(name, ASSEN) for name in BY_HAND | ON_ONESELF | ON_AFSPRAKEN | NAVRAGEN_OF_WERKPLEIN],
    *[(name, BEHEER) for name in (ON_ACCOUNTS | ON_WERKPLEINEN | ON_CLOCK) if name != "first_beheerder"],
    *[(name, ASSEN) for name in ON_COLLEGAS],
    *[(name, AKO) for name in BY_AKO | ON_UITVRAAG | ON_MAILINGS | ON_POST | NAVRAGEN_OF_AKO | NAMENS_OF_AKO],
    # With a shell there is no account, so nothing to sign with and no password to change.
    *[(name, operator()) for name in ACTS if name not in {*FROM_FILE, *OF_PRACTICE, *ON_ONESELF, *NOT_OPERATOR}],
    *[(name, klok()) for name in (*BY_ITSELF, "start_due_post", "take_bounces")],
]


@pytest.mark.parametrize(
    ("prepared", "by"), DOERS, indirect=["prepared"], ids=[f"{name} door {by.naam}" for name, by in DOERS]
)
def test_the_log_says_who_did_it_and_by_which_way(prepared, by):
    before = len(log("door"))

    prepared.perform(by=by)

    assert set(log("door", "weg")[before:]) == {(by.naam, by.weg.value)}


# When


@each(BY_HAND)
@pytest.mark.parametrize("moment", [OPENT, SLUIT - SECOND], ids=["the first second", "the last second"])
def test_while_the_uitvraag_is_open_it_takes_answers(prepared, moment, set_clock):
    set_clock(moment)
    before = everything()

    prepared.perform()

    assert everything() != before
    assert log("moment")[-1] == (moment,)


@each(BY_HAND)
def test_one_second_before_the_opening_it_does_not(prepared, set_clock):
    set_clock(OPENT - SECOND)

    refused(prepared, Gesloten, "De uitvraag van 2009-2 is nog niet geopend. Er is niets opgeslagen.")


@each(BY_HAND)
@pytest.mark.parametrize("late", [timedelta(), SECOND], ids=["at the closing", "a second later"])
def test_from_the_closing_on_it_does_not(prepared, set_clock, late):
    set_clock(SLUIT + late)

    refused(prepared, Gesloten, "De uitvraag van 2009-2 is gesloten. Er is niets opgeslagen.")


@each(BY_HAND)
def test_a_tertaal_without_an_uitvraag_does_not(prepared):
    sentence = "Er is geen uitvraag voor 2009-3. Er is niets opgeslagen."

    refused(prepared, Gesloten, sentence, tertaal=Tertaal(2009, 3))


@each(BY_HAND)
def test_a_werkplein_that_does_not_exist_does_not(prepared):
    sentence = "Dit werkplein bestaat niet. Kies een werkplein uit de lijst."

    refused(prepared, OngeldigeInvoer, sentence, werkplein="nergens", by=operator())


@each(BY_HAND)
@pytest.mark.parametrize(
    ("actief_tot", "fits"), [(date(2009, 8, 4), True), (date(2009, 8, 3), False)], ids=["tomorrow", "today"]
)
def test_a_werkplein_that_is_closed_does_not(prepared, actief_tot, fits):
    """It is 3 August 2009."""
    with write_session() as session:
        session.execute(update(Werkplein).values(actief_tot=actief_tot))

    if fits:
        prepared.perform()
    else:
        refused(prepared, Gesloten, "Werkplein Assen is gesloten. Er is niets opgeslagen.")


def refused(act: Case, fout: type[Exception], sentence: str, **what) -> None:
    before = everything()

    with pytest.raises(fout) as error:
        act.perform(**what)

    assert str(error.value) == sentence
    assert everything() == before


# Whole or not at all


@each([name for name in ACTS if name != "load_demo"])
def test_an_error_at_any_statement_leaves_everything_as_it_was(prepared):
    # The clock, the right, the change, the log line, the commit: an act has no fewer steps.
    assert interrupt_everywhere(prepared.perform) >= 5
