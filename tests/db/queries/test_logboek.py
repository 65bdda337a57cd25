import pytest
from sqlmodel import select

from db import models
from db.act import About, begin_act
from db.actions.aanleveringen import import_aanlevering
from db.actions.accounts import change
from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer, save_toelichting
from db.actions.sessies import end_session
from db.engine import read_session, write_session
from db.queries.clock import clock
from db.queries.logboek import keuzes, logboek
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.handeling import Handeling
from landkaart.domein.logboek import Filter
from landkaart.domein.rechten import Gebruiker, Weg, operator
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import make_account, open_session, sign_in_as, who_has
from tests.steps.files import SCORES, as_csv, read, scores, werkpleinen, write
from tests.steps.perform import perform

NOW = Tertaal(2009, 3)
CELL = {"tertaal": "2009-3", "mijlpaal": "ketenjaarplan"}
EVERYTHING = Filter()


def look(by, limit=None, **asked):
    with read_session() as session:
        return logboek(session=session, by=by, filter=Filter(**asked), limit=limit)


def act(action, by, werkplein="harderwijk", **what):
    perform(action, by, werkplein=werkplein, tertaal=NOW, **what)


def short(found):
    """What was done and from what to what, the newest first."""
    return [(regel.handeling, regel.oud, regel.nieuw) for regel in found.regels]


@pytest.fixture
def manager(landkaart_2009):
    return sign_in_as(Rol.WERKPLEIN, ["harderwijk"], "Manager Harderwijk")


@pytest.fixture
def ako(landkaart_2009):
    return sign_in_as(Rol.AKO)


def test_a_cell_has_its_whole_story(manager):
    act(save_answer, manager, mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)
    act(save_answer, manager, mijlpaal="ketenjaarplan", band=None)
    act(save_toelichting, manager, mijlpaal="ketenjaarplan", tekst="volledig")
    act(confirm, manager, mijlpalen=catalogus().codes)
    act(submit, manager)
    act(save_answer, manager, mijlpaal="ketenjaarplan", band=Band.NIET)
    act(submit, manager)

    found = look(manager, werkplein="harderwijk", **CELL)

    assert short(found) == [
        (Handeling.INDIENING, Band.IN_ONTWIKKELING, Band.NIET),
        (Handeling.ANTWOORD, Band.IN_ONTWIKKELING, Band.NIET),
        (Handeling.INDIENING, None, Band.IN_ONTWIKKELING),
        (Handeling.BEVESTIGING, None, Band.IN_ONTWIKKELING),
        (Handeling.TOELICHTING, None, "volledig"),
        (Handeling.ANTWOORD, Band.VOLLEDIG, None),
        (Handeling.ANTWOORD, None, Band.VOLLEDIG),
    ]
    assert {(regel.door, regel.weg, regel.naam) for regel in found.regels} == {
        ("Manager Harderwijk", Weg.FORMULIER, "Harderwijk")
    }
    assert {(regel.tertaal, regel.mijlpaal) for regel in found.regels} == {("2009-3", "ketenjaarplan")}


def test_a_submission_gives_a_row_for_each_mijlpaal_that_differs_in_the_order_of_the_catalogue(manager):
    act(confirm, manager, mijlpalen=catalogus().codes)
    act(submit, manager)
    act(save_answer, manager, mijlpaal="klantverbetercyclus", band=Band.VOLLEDIG)
    act(save_answer, manager, mijlpaal="arbeidsmarktanalyse", band=Band.VOLLEDIG)
    act(submit, manager)

    found = look(manager, handeling="indiening", tertaal="2009-3").regels

    assert [regel.mijlpaal for regel in found[:2]] == ["arbeidsmarktanalyse", "klantverbetercyclus"]
    assert [regel.mijlpaal for regel in found[2:]] == list(catalogus().codes)


def test_a_submission_in_which_no_band_differs_is_still_told(manager):
    act(confirm, manager, mijlpalen=catalogus().codes)
    act(submit, manager)
    act(save_toelichting, manager, mijlpaal="ketenjaarplan", tekst="Alleen een woord erbij.")
    act(submit, manager)

    newest = look(manager, handeling="indiening", tertaal="2009-3").regels[0]

    assert (newest.mijlpaal, newest.oud, newest.nieuw) == (None, None, None)
    assert look(manager, limit=1, handeling="indiening", tertaal="2009-3").totaal == 1 + 14
    assert len(look(manager, handeling="indiening", **CELL).regels) == 1


def test_what_was_read_from_a_file_says_so_old_and_new(landkaart_2009, tmp_path, ako):
    path = write(tmp_path, "scores.csv", as_csv(SCORES, scores("harderwijk", "2009-2", band="volledig")))
    perform(import_aanlevering, aanlevering=read(path), na_sluiting=True)

    newest, first = look(operator(), werkplein="harderwijk", tertaal="2009-2", mijlpaal="ketenjaarplan").regels

    assert (newest.weg, newest.oud, newest.nieuw) == (Weg.NA_SLUITING, Band.IN_ONTWIKKELING, Band.VOLLEDIG)
    assert (first.weg, first.oud, first.nieuw) == (Weg.IMPORT, None, Band.IN_ONTWIKKELING)


def test_a_werkplein_that_came_from_a_file_and_its_answers_stand_under_its_own_name(landkaart_2009):
    own = look(sign_in_as(Rol.WERKPLEIN, ["assen"])).regels

    created = next(regel for regel in own if regel.handeling is Handeling.WERKPLEIN)
    answered = next(regel for regel in own if regel.handeling is Handeling.VRAAGANTWOORD)
    assert (created.werkplein, created.nieuw["naam"]) == ("assen", "Assen")
    assert answered.tertaal == "2009-2"
    assert "vraag_id" not in answered.nieuw
    assert isinstance(answered.nieuw["vraag"], str)


def test_a_changed_werkplein_stands_under_its_name_with_the_old_one(database, tmp_path):
    for naam in ("Assen", "Assen-Noord"):
        row = f"assen,{naam},Assen,Assen,Drenthe,Drenthe,52.9925,6.5649"
        path = write(tmp_path, "werkpleinen.csv", werkpleinen(row))
        perform(import_aanlevering, aanlevering=read(path))

    renamed, created = look(operator(), werkplein="assen").regels

    assert (renamed.oud["naam"], renamed.nieuw["naam"]) == ("Assen", "Assen-Noord")
    assert (created.oud, created.nieuw["naam"]) == (None, "Assen")


def test_the_newest_come_first_and_the_total_counts_what_is_left_out(manager):
    act(confirm, manager, mijlpalen=catalogus().codes)
    act(submit, manager)
    everything = look(manager, tertaal="2009-3")

    newest = look(manager, limit=5, tertaal="2009-3")

    assert everything.totaal == len(everything.regels) == 28
    assert (newest.totaal, newest.more) == (28, 23)
    assert newest.regels == everything.regels[:5]


@pytest.mark.parametrize(
    "asked",
    [{}, {"mijlpaal": "ketenjaarplan"}, {"werkplein": "assen"}, {"handeling": "indiening"}, {"tertaal": "2008-3"}],
    ids=str,
)
def test_the_total_is_the_number_of_rows_that_a_full_list_has(ako, asked):
    everything = look(ako, **asked)

    assert everything.totaal == len(everything.regels) > 2
    assert look(ako, limit=2, **asked).totaal == everything.totaal


def test_the_filters_work_together_and_each_by_itself(manager, ako):
    colleague = sign_in_as(Rol.WERKPLEIN, ["harderwijk", "assen"], "Collega")
    act(save_answer, manager, mijlpaal="ketenjaarplan", band=Band.NIET)
    act(save_answer, colleague, mijlpaal="integrale-teams", band=Band.NIET)
    act(save_answer, colleague, werkplein="assen", mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)
    act(save_toelichting, colleague, mijlpaal="ketenjaarplan", tekst="Een woord.")

    def places(**asked):
        return [(regel.werkplein, regel.mijlpaal) for regel in look(ako, tertaal="2009-3", **asked).regels]

    assert places(handeling="toelichting") == [("harderwijk", "ketenjaarplan")]
    assert places(door="Manager Harderwijk") == [("harderwijk", "ketenjaarplan")]
    assert places(mijlpaal="integrale-teams") == [("harderwijk", "integrale-teams")]
    assert places(werkplein="assen") == [("assen", "ketenjaarplan")]
    assert places(mijlpaal="ketenjaarplan", door="Collega") == [("harderwijk", "ketenjaarplan"), ("assen", "ketenjaarplan")]
    assert places(werkplein="assen", mijlpaal="integrale-teams") == []


def test_a_werkplein_sees_its_own_lines_and_nothing_of_others_or_of_accounts(manager):
    other = sign_in_as(Rol.WERKPLEIN, ["assen"], "Manager Assen")
    act(save_answer, other, werkplein="assen", mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)

    seen = look(manager)

    assert {regel.werkplein for regel in seen.regels} == {"harderwijk"}
    assert seen.totaal == len(seen.regels)
    assert look(manager, door="Manager Assen").regels == ()
    assert look(manager, handeling="account").totaal == look(manager, handeling="aanmelding").totaal == 0
    assert look(manager, limit=1, handeling="aanmelding").totaal == 0
    assert look(other, door="Manager Assen").totaal == 1


@pytest.mark.parametrize("asked", ["assen", "bestaat-niet", "' OR 1=1 --"])
def test_asking_for_another_werkplein_is_refused_whether_it_exists_or_not(manager, asked):
    with pytest.raises(NietToegestaan, match="U mag het logboek van dit werkplein niet zien."):
        look(manager, werkplein=asked)


def test_what_can_be_chosen_says_nothing_of_others(manager):
    other = sign_in_as(Rol.WERKPLEIN, ["assen"], "Manager Assen")
    act(save_answer, other, werkplein="assen", mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)
    act(save_toelichting, manager, mijlpaal="ketenjaarplan", tekst="Een woord.")

    with read_session() as session:
        mine, all_of_it = keuzes(session=session, by=manager), keuzes(session=session, by=operator())

    assert mine.werkpleinen == {"harderwijk": "Harderwijk"}
    assert mine.personen == ("Manager Harderwijk", "opdrachtregel")
    assert Handeling.AANMELDING not in mine.handelingen
    assert Handeling.ANTWOORD not in mine.handelingen
    assert len(all_of_it.werkpleinen) == 127
    assert "Manager Assen" in all_of_it.personen
    assert {Handeling.AANMELDING, Handeling.ANTWOORD} <= set(all_of_it.handelingen)


@pytest.mark.parametrize("rol", [Rol.AKO, Rol.BEHEER])
def test_ako_and_beheer_see_all_of_it_accounts_too(landkaart_2009, rol):
    with read_session() as session:
        expected = set(session.exec(select(models.Logregel.handeling)).all())

    seen = look(sign_in_as(rol)).regels

    assert {regel.handeling.value for regel in seen} == expected | {"aanmelding"}
    assert len({regel.werkplein for regel in seen}) == 128


def test_a_lezer_sees_nothing(landkaart_2009):
    lezer = sign_in_as(Rol.LEZER)

    with pytest.raises(NietToegestaan, match="U mag het logboek niet zien."):
        look(lezer)
    with read_session() as session, pytest.raises(NietToegestaan):
        keuzes(session=session, by=lezer)


def test_the_right_is_that_of_this_moment_not_of_the_sign_in(landkaart_2009):
    token = open_session(make_account(Rol.AKO, naam="Wisselt van rol"))
    before = who_has(token)
    other = {"naam": before.naam, "organisatie": "", "rol": Rol.LEZER, "werkpleinen": ()}
    perform(change, account_id=before.account_id, **other)

    with pytest.raises(NietAangemeld):
        look(before.gebruiker)


def test_after_signing_out_there_is_no_log(landkaart_2009):
    token = open_session(make_account(Rol.AKO))
    by = who_has(token).gebruiker
    with write_session() as session:
        end_session(session=session, token=token, now=clock(session=session).now())

    with pytest.raises(NietAangemeld):
        look(by)


def test_saying_to_be_somebody_is_not_enough(ako, manager):
    claims = [
        Gebruiker("verzonnen", Weg.FORMULIER),
        Gebruiker(ako.naam, Weg.FORMULIER, ako.account_id, manager.sessie_id),
        Gebruiker(ako.naam, Weg.IMPORT),
    ]

    for claim in claims:
        with pytest.raises(NietAangemeld):
            look(claim)


def test_a_band_that_no_longer_exists_is_shown_as_it_was_kept(database):
    with begin_act(operator()) as begun:
        begun.log(Handeling.ANTWOORD, About(mijlpaal="oud"), oud="halverwege", nieuw="niet")

    assert short(look(operator())) == [(Handeling.ANTWOORD, "halverwege", Band.NIET)]


def test_an_empty_log_is_empty(database):
    found = look(operator(), limit=5)

    assert (found.regels, found.totaal, found.more) == ((), 0, 0)
