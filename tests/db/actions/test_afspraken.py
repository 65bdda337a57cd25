"""What a werkplein agrees to do, and what comes of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.actions.afspraken import change_afspraak, make_afspraak
from db.engine import read_session
from db.queries.afspraken import afspraken
from landkaart.domein.afspraak import LONGEST, Afspraak, AfspraakGewijzigd, AfspraakStatus
from landkaart.domein.fouten import NietToegestaan, OngeldigeInvoer
from landkaart.domein.rechten import operator
from tests.steps.accounts import sign_in_as
from tests.steps.perform import perform
from tests.steps.small_landkaart import ASSEN, BREDA, DURING, VISIE, everything, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
# It is 3 August 2009.
TODAY, LATER = date(2009, 8, 3), date(2009, 10, 1)
SAID = {"wat": "Kijken in Breda.", "wie": "de manager", "wanneer": LATER}


def make(**what) -> int:
    return perform(make_afspraak, **{"werkplein": "assen", "by": ASSEN, **SAID, **what})


def change(afspraak: Afspraak, **what) -> None:
    as_it_was = {"wat": afspraak.wat, "wie": afspraak.wie, "wanneer": afspraak.wanneer, "status": afspraak.status}
    perform(change_afspraak, **{"afspraak": afspraak, "by": ASSEN, **as_it_was, **what})


def kept(by=None, werkplein: str | None = "assen") -> list[Afspraak]:
    with read_session() as session:
        return afspraken(session=session, by=by or operator(), werkplein=werkplein)


def refused(fout, sentence, act, *given, **what):
    before = everything()
    with pytest.raises(fout) as error:
        act(*given, **what)
    assert str(error.value) == sentence
    assert everything() == before


def test_an_afspraak_says_what_who_when_with_whom_and_about_what():
    number = make(mijlpaal=VISIE, met="breda")

    moments = {"gemaakt_op": DURING, "gewijzigd_op": DURING}
    said = {"wat": "Kijken in Breda.", "wie": "de manager", "wanneer": LATER, "status": AfspraakStatus.OPEN}
    assert kept() == [Afspraak(number, "assen", VISIE, "breda", **said, door=ASSEN.naam, **moments)]
    assert log("handeling", "mijlpaal", "oud", "door") == [("afspraak", VISIE, None, ASSEN.naam)]


def test_with_nobody_and_about_nothing_in_particular_is_an_afspraak_too():
    make()

    assert [(each.mijlpaal, each.met) for each in kept()] == [(None, None)]


def test_the_same_open_afspraak_twice_is_one():
    assert make() == make()
    assert len(kept()) == len(log("id")) == 1


def test_the_same_again_after_the_first_was_done_is_another_one():
    first = make()
    change(kept()[0], status=AfspraakStatus.GEDAAN)

    assert make() != first


def test_what_came_of_it_is_kept_with_who_said_so(set_clock):
    make()
    set_clock(DURING + timedelta(days=1))

    change(kept()[0], status=AfspraakStatus.GEDAAN)

    (found,) = kept()
    assert (found.status, found.gemaakt_op, found.gewijzigd_op) == (
        AfspraakStatus.GEDAAN,
        DURING,
        DURING + timedelta(days=1),
    )
    oud, nieuw = log("oud", "nieuw")[-1]
    assert '"status": "open"' in oud
    assert '"status": "gedaan"' in nieuw


def test_saving_it_as_it_was_changes_nothing():
    make()
    before = everything()

    change(kept()[0])

    assert everything() == before


def test_who_saw_an_older_one_is_told_and_overwrites_nothing():
    make()
    shown = kept()[0]
    change(shown, wie="de teamleider")

    sentence = str(AfspraakGewijzigd())
    refused(AfspraakGewijzigd, sentence, change, shown, status=AfspraakStatus.VERVALLEN)
    refused(AfspraakGewijzigd, sentence, change, shown, wie="de manager")


def test_of_eight_who_save_at_once_exactly_one_wins_and_the_others_are_told():
    make()

    def race(shown: Afspraak, name: str) -> str | None:
        try:
            change(shown, wie=name)
        except AfspraakGewijzigd:
            return None
        return name

    for number in range(10):
        shown = kept()[0]
        with ThreadPoolExecutor(8) as pool:
            told = list(pool.map(lambda racer, shown=shown, number=number: race(shown, f"{number}-{racer}"), range(8)))
        winners = [name for name in told if name]
        assert winners == [kept()[0].wie]
    assert len(log("id")) == 11


def test_an_afspraak_of_another_werkplein_cannot_be_changed_by_calling_it_ones_own():
    make(werkplein="breda", by=BREDA)

    forged = replace(kept(werkplein="breda")[0], werkplein="assen")

    refused(AfspraakGewijzigd, str(AfspraakGewijzigd()), change, forged, status=AfspraakStatus.VERVALLEN)


def test_one_that_does_not_exist_cannot_be_changed():
    make()
    gone = replace(kept()[0], id=999)

    refused(OngeldigeInvoer, "Deze afspraak bestaat niet. Ververs de pagina.", change, gone, status=AfspraakStatus.GEDAAN)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"wat": " \n"}, "Schrijf op wat u afspreekt."),
        ({"wat": "a" * (LONGEST + 1)}, "De tekst is te lang: 4001 tekens. Er passen er 4000."),
        ({"wie": ""}, "Vul wie het doet in, op één regel."),
        ({"wanneer": None}, "Kies een dag."),
        ({"wanneer": TODAY - timedelta(1)}, "Deze dag is al voorbij. Kies vandaag of een latere dag."),
        ({"mijlpaal": "nergens"}, "Deze mijlpaal bestaat niet. Kies haar opnieuw."),
        ({"met": "nergens"}, "Dit werkplein bestaat niet. Kies een werkplein uit de lijst."),
        (
            {"met": "assen"},
            "Een werkplein maakt geen afspraak met zichzelf. Kies een ander werkplein, of laat het leeg.",
        ),
    ],
)
def test_what_cannot_be_agreed_is_refused_with_the_reason(given, sentence):
    refused(OngeldigeInvoer, sentence, make, **given)


def test_today_is_not_over():
    make(wanneer=TODAY)

    assert kept()[0].wanneer == TODAY


def test_one_that_is_late_can_still_be_done_and_moved_but_not_to_a_day_gone_by(set_clock):
    make(wanneer=TODAY)
    set_clock(DURING + timedelta(days=10))
    reason = "Deze dag is al voorbij. Kies vandaag of een latere dag."

    refused(OngeldigeInvoer, reason, change, kept()[0], wanneer=TODAY + timedelta(9))
    change(kept()[0], wanneer=TODAY + timedelta(10))
    change(kept()[0], status=AfspraakStatus.GEDAAN)

    assert [(each.wanneer, each.status) for each in kept()] == [(date(2009, 8, 13), AfspraakStatus.GEDAAN)]


@pytest.mark.parametrize("rol", ["ako", "beheer"])
def test_the_ako_and_beheer_see_all_of_them(rol):
    make()
    make(werkplein="breda", by=BREDA)

    assert [each.werkplein for each in kept(sign_in_as(rol), None)] == ["assen", "breda"]


def test_a_werkplein_sees_its_own_only():
    make()
    make(werkplein="breda", by=BREDA)

    assert [each.werkplein for each in kept(ASSEN, None)] == ["assen"]
    with pytest.raises(NietToegestaan):
        kept(ASSEN, "breda")


def test_a_reader_sees_none():
    make()

    with pytest.raises(NietToegestaan):
        kept(sign_in_as("lezer"), None)
