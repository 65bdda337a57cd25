"""Who responded, read from the database."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from db import models
from db.actions.akkoorden import give_akkoord
from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer, save_toelichting
from db.engine import read_session, write_session
from db.queries.respons import respons
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.respons import Klasse, Persoon
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.accounts import sign_in_as
from tests.steps.acts_files import bring_in
from tests.steps.factories import invulling_record
from tests.steps.small_landkaart import (
    CODES,
    DURING,
    NU,
    OPENT,
    SLUIT,
    VISIE,
    act,
    answer_all,
    keep,
    make_uitvraag,
    make_werkplein,
    submit_all,
    submitted_before,
)

EARLIER = datetime(2009, 4, 3, 12, 30, tzinfo=UTC)


@pytest.fixture
def small_landkaart(database, set_clock):
    set_clock(DURING)
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())


def of(code="assen", codes=None, tertaal=NU):
    with read_session() as session:
        found = respons(session=session, tertaal=tertaal, codes=codes)
    return next(reactie for reactie in found.reacties if reactie.code == code)


def id_of(code):
    with read_session() as session:
        return session.exec(select(models.Werkplein.id).where(models.Werkplein.code == code)).one()


def add(*rows):
    with write_session() as session:
        session.add_all(rows)


def exempt(soort, code="assen"):
    row = {"werkplein_id": id_of(code), "tertaal": str(NU), "soort": soort, "reden": "Verhuist.", "door": "AKO"}
    add(models.Vrijstelling(**row, gegeven_op=DURING))


def test_who_never_came_has_only_what_it_stands_on(small_landkaart):
    submitted_before({})

    found = of()

    assert (found.klasse, found.laatst, found.actualiteit) == (Klasse.NIET_GEKOMEN, EARLIER, Actualiteit.VEROUDERD)
    assert (of("breda").actualiteit, of("breda").laatst) == (Actualiteit.NOOIT, None)


def test_a_toelichting_without_an_answer_is_having_come(small_landkaart):
    act(save_toelichting, mijlpaal=VISIE, tekst="Nog bezig.")

    assert (of().klasse, of().laatst) == (Klasse.GEKOMEN, DURING)


def test_an_answer_that_was_taken_back_is_having_come(small_landkaart):
    act(save_answer, mijlpaal=VISIE, band=Band.NIET)
    act(save_answer, mijlpaal=VISIE, band=None)

    assert of().klasse is Klasse.GEKOMEN


@pytest.mark.parametrize(
    ("moment", "laatst"), [(DURING, DURING), (None, None), (SLUIT, None)], ids=["in time", "of old", "by file, later"]
)
def test_an_answer_to_an_extra_question_is_having_come(small_landkaart, moment, laatst):
    add(models.Vraag(id=7, tertaal=str(NU), code="integraal", tekst="Lukt het?"))
    add(models.VraagAntwoord(werkplein_id=id_of("assen"), vraag_id=7, antwoord="ja", opgeslagen_op=moment))

    assert (of().klasse, of().beoordeeld, of().laatst) == (Klasse.GEKOMEN, 0, laatst)


def test_what_a_file_brought_has_no_moment_of_its_own(small_landkaart, set_clock):
    """It was read in September; when the answers in it were given is not known."""
    set_clock(SLUIT)
    bring_in(Aanlevering(invullingen=(invulling_record("assen", NU, "1", date(2009, 8, 20)),)))

    assert (of().klasse, of().laatst) == (Klasse.INGEDIEND, midnight(date(2009, 8, 20)))


def test_a_toelichting_that_a_file_brought_has_none_either_and_one_that_was_typed_since_has(small_landkaart, set_clock):
    set_clock(DURING)
    given = replace(invulling_record("assen", NU, "1", date(2009, 7, 20)), toelichtingen={VISIE: "In juli."})
    bring_in(Aanlevering(invullingen=(given,)))
    assert of().laatst == midnight(date(2009, 7, 20))

    later = DURING.replace(hour=13)
    set_clock(later)
    act(save_toelichting, mijlpaal=VISIE, tekst="In augustus.")

    assert of().laatst == later


def test_what_is_answered_after_a_file_has_its_moment(small_landkaart, set_clock):
    bring_in(Aanlevering(invullingen=(invulling_record("assen", NU, "1", date(2009, 7, 20)),)))
    later = DURING.replace(hour=13)
    set_clock(later)
    act(save_answer, mijlpaal=VISIE, band=Band.NIET)

    assert of().laatst == later


def test_thirteen_of_fourteen_is_in_part_and_fourteen_is_filled_in(small_landkaart):
    answer_all(codes=CODES[:13])
    assert (of().klasse, of().zin) == (Klasse.DEELS, "13 van 14 beoordeeld")

    answer_all(codes=CODES[13:])
    assert of().klasse is Klasse.INGEVULD


def test_submitted_and_then_signed_by_one_and_by_two(small_landkaart):
    submit_all()
    assert of().klasse is Klasse.INGEDIEND

    for klasse in (Klasse.EEN_AKKOORD, Klasse.TWEE_AKKOORDEN):
        act(give_akkoord, versie=1, by=sign_in_as("werkplein", ["assen"]))
        assert of().klasse is klasse


def test_only_the_last_version_counts_for_who_signed_and_what_was_confirmed(small_landkaart):
    submitted_before({})
    act(confirm, mijlpalen=CODES)
    act(submit)
    act(give_akkoord, versie=1)
    assert (of().klasse, of().zin) == (Klasse.EEN_AKKOORD, "ingediend, akkoord van één, alles bevestigd")

    act(save_answer, mijlpaal=VISIE, band=Band.NIET)
    act(submit)
    assert of().klasse is Klasse.INGEDIEND


def test_who_confirmed_everything_unchanged_is_a_class_of_its_own(small_landkaart):
    submitted_before({})
    act(confirm, mijlpalen=CODES)
    act(submit)

    assert (of().klasse, of().actualiteit) == (Klasse.BEVESTIGD, Actualiteit.DEZE_UITVRAAG)


@pytest.mark.parametrize(
    ("soort", "klasse"), [("vrijgesteld", Klasse.VRIJGESTELD), ("geen_wijziging", Klasse.GEEN_WIJZIGING)]
)
def test_who_need_not_answer_stands_apart_until_it_submits(small_landkaart, soort, klasse):
    exempt(soort)
    assert of().klasse is klasse

    submit_all()
    assert of().klasse is Klasse.INGEDIEND


def test_who_need_not_answer_in_another_uitvraag_does_in_this_one(small_landkaart):
    exempt("vrijgesteld")
    with write_session() as session:
        session.exec(select(models.Vrijstelling)).one().tertaal = str(NU.before())

    assert of().klasse is Klasse.NIET_GEKOMEN


@pytest.mark.parametrize(
    ("actief_tot", "counts"), [(date(2009, 9, 1), True), (date(2009, 8, 31), False)], ids=["on the closing", "before it"]
)
def test_a_werkplein_that_closed_before_the_closing_is_not_counted(small_landkaart, actief_tot, counts):
    keep(make_werkplein("delft", actief_tot=actief_tot))

    with read_session() as session:
        found = respons(session=session, tertaal=NU)

    assert [reactie.code for reactie in found.reacties] == ["assen", "breda", *(["delft"] if counts else [])]
    assert sum(found.per_stap.values()) == found.n


def test_more_time_is_shown_when_it_is_more(small_landkaart):
    later = datetime(2009, 9, 8, 22, tzinfo=UTC)
    row = {"tertaal": str(NU), "reden": "Ziek.", "door": "AKO", "gegeven_op": DURING}
    add(models.Uitstel(werkplein_id=id_of("assen"), tot=later, **row))
    add(models.Uitstel(werkplein_id=id_of("breda"), tot=SLUIT, **row))

    assert (of().uitstel, of("breda").uitstel) == (later, None)


def test_contacts_are_the_accounts_that_are_on_and_the_contact_of_the_werkplein_each_once(small_landkaart):
    keep(make_werkplein("delft", contact_naam="Jo", contact_adres="jo@delft.nl"))
    with write_session() as session:
        delft = models.Account(adres="jo@delft.nl", naam="Jo de Boer", rol="werkplein")
        off = models.Account(adres="weg@delft.nl", naam="Weg", rol="werkplein", uitgezet_op=OPENT)
        session.add_all([delft, off])
        session.flush()
        place = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "delft")).one()
        session.add_all(models.AccountWerkplein(account_id=row.id, werkplein_id=place) for row in (delft, off))

    found = of("delft").contacten

    assert found[0] == Persoon("Jo de Boer", "jo@delft.nl")
    assert [person.naam for person in found[1:]] == ["manager van Delft"]


def test_the_last_reminder_that_left_is_of_this_uitvraag(small_landkaart):
    def mail(number, status, moment, tertaal=NU):
        row = {"sleutel": str(number), "tertaal": str(tertaal), "groep": "deels", "onderwerp": "o", "tekst": "t"}
        add(models.Mailing(id=number, **row, door="AKO", gemaakt_op=DURING))
        sent = {"id": number, "mailing_id": number, "adres": "a@b.nl", "naam": "A", "gewijzigd_op": moment}
        add(models.Bericht(**sent, status=status))
        add(models.BerichtWerkplein(bericht_id=number, werkplein_id=id_of("assen")))

    mail(1, "verzonden", DURING)
    mail(2, "mislukt", SLUIT)
    mail(3, "verzonden", SLUIT, Tertaal(2009, 1))

    assert (of().herinnerd, of("breda").herinnerd) == (DURING, None)


def test_some_of_them_are_the_same_as_among_all(small_landkaart):
    submitted_before({})
    answer_all(codes=CODES[:3])

    with read_session() as session:
        some = respons(session=session, tertaal=NU, codes=["assen"])

    assert some.reacties == (of("assen"),)


def test_without_an_uitvraag_there_is_no_respons(small_landkaart):
    with read_session() as session:
        assert respons(session=session, tertaal=Tertaal(2010, 1)) is None
