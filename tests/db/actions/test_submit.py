"""Submitting: from here on it counts, and what was submitted stays readable."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer, save_toelichting
from db.engine import read_session
from db.queries.data_version import data_version
from db.queries.invullingen import indieningen, invulling
from db.queries.stands import stand
from landkaart.domein.band import Band
from landkaart.domein.fouten import NietCompleet
from landkaart.domein.invulling import Indiening, Invulling, NietGezien, Wijze
from tests.steps.small_landkaart import (
    BREDA,
    CODES,
    DURING,
    NU,
    VISIE,
    act,
    answer_all,
    everything,
    log,
    submit_all,
    submitted_before,
)

pytestmark = pytest.mark.usefixtures("small_landkaart")
LATER = DURING + timedelta(days=1)


def versions(werkplein: str = "assen") -> list[Indiening]:
    with read_session() as session:
        return indieningen(session=session, werkplein=werkplein, tertaal=NU)


def counted() -> dict[str, int]:
    """What each werkplein counts for on one mijlpaal."""
    with read_session() as session:
        return stand(session=session, tertaal=NU).bands[VISIE].to_dict()


def test_it_keeps_the_answers_as_they_are_and_says_what_now_counts():
    submitted_before({VISIE: Band.NIET})
    answer_all(Band.GEDEELTELIJK, CODES[1:])
    act(confirm, mijlpalen=CODES[:1])
    act(save_toelichting, mijlpaal=VISIE, tekst="Bijna klaar.")

    said = act(submit)

    assert said == versions()[0]
    assert said == Indiening(
        versie=1,
        ingediend_op=DURING,
        door="manager van Assen",
        banden={CODES[0]: Band.VOLLEDIG, **dict.fromkeys(CODES[1:], Band.GEDEELTELIJK)},
        toelichtingen={VISIE: "Bijna klaar."},
        wijzen={CODES[0]: Wijze.BEVESTIGD, **dict.fromkeys(CODES[1:], Wijze.BIJGEWERKT)},
    )


def test_the_log_has_the_whole_invulling_from_what_to_what():
    submit_all(Band.NIET)
    act(save_answer, mijlpaal=VISIE, band=Band.VOLLEDIG)
    act(submit)

    first, second = [line for line in log("handeling", "door", "weg", "tertaal", "oud", "nieuw") if line[0] == "indiening"]
    assert first[:4] == second[:4] == ("indiening", "manager van Assen", "formulier", "2009-2")
    all_niet = dict.fromkeys(CODES, "niet")
    assert (first[4], json.loads(first[5])) == (None, all_niet)
    assert (json.loads(second[4]), json.loads(second[5])) == (all_niet, all_niet | {VISIE: "volledig"})


@pytest.mark.parametrize(("answered", "missing"), [(13, 1), (1, 13), (0, 14)])
def test_before_fourteen_of_fourteen_it_is_refused(answered, missing):
    answer_all(codes=CODES[:answered])
    before = everything()

    with pytest.raises(NietCompleet) as error:
        act(submit)

    assert str(error.value) == f"Nog niet alles is beoordeeld: {missing} van de 14 mijlpalen ontbreken."
    assert everything() == before


def test_nothing_counts_nationally_until_it_is_submitted():
    answer_all(Band.VOLLEDIG)
    assert counted() == {}

    act(submit)
    assert counted() == {"assen": Band.VOLLEDIG}

    act(save_answer, mijlpaal=VISIE, band=Band.NIET)
    assert counted() == {"assen": Band.VOLLEDIG}

    act(submit)
    assert counted() == {"assen": Band.NIET}


def test_submitting_again_makes_version_two_and_version_one_stays_readable(set_clock):
    submit_all(Band.NIET)
    first = versions()[0]
    set_clock(LATER)

    submit_all(Band.VOLLEDIG)

    second, kept = versions()
    assert kept == first
    assert (second.versie, second.ingediend_op, set(second.banden.values())) == (2, LATER, {Band.VOLLEDIG})


def test_the_same_twice_is_one_version_and_one_log_line(set_clock):
    submit_all()
    once = everything()
    set_clock(LATER)

    assert act(submit).ingediend_op == DURING
    assert everything() == once


@pytest.mark.parametrize(
    "change",
    [
        lambda: act(save_toelichting, mijlpaal=VISIE, tekst="Alleen dit."),
        lambda: act(save_answer, mijlpaal=VISIE, band=Band.NIET),
    ],
    ids=["a toelichting", "a band"],
)
def test_any_change_makes_another_version(change):
    submit_all()
    change()
    act(submit)

    assert [indiening.versie for indiening in versions()] == [2, 1]


def on_paper() -> Invulling:
    with read_session() as session:
        return invulling(session=session, werkplein="assen", tertaal=NU)


@pytest.mark.parametrize(
    "change",
    [
        lambda: act(save_answer, mijlpaal=VISIE, band=Band.NIET),
        lambda: act(save_toelichting, mijlpaal=VISIE, tekst="Nieuw."),
        lambda: act(save_toelichting, mijlpaal=VISIE, tekst=""),
    ],
    ids=["another band", "another toelichting", "a toelichting that is gone"],
)
def test_what_a_colleague_changed_unseen_is_not_submitted_but_named(change, set_clock):
    answer_all()
    act(save_toelichting, mijlpaal=VISIE, tekst="Oud.")
    shown = on_paper().versions
    set_clock(LATER)
    change()

    with pytest.raises(NietGezien) as refusal:
        act(submit, seen=shown)

    assert str(refusal.value) == (
        "Intussen is iets gewijzigd dat u nog niet had gezien: Visie en doelstellingen vastgesteld. Het staat er nu bij. "
        "Kijk het na en dien dan in."
    )
    assert versions() == []
    assert act(submit, seen=on_paper().versions).versie == 1


def test_what_stands_as_it_was_shown_is_submitted():
    answer_all()

    assert act(submit, seen=on_paper().versions).versie == 1


def test_of_many_changes_three_are_named():
    answer_all()

    with pytest.raises(NietGezien, match="Arbeidsmarktanalyse beschikbaar, Visie en doelstellingen vastgesteld en nog 11"):
        act(submit, seen={})


def test_twenty_at_once_are_one_version():
    answer_all()
    with ThreadPoolExecutor(20) as pool:
        found = [submitted.result() for submitted in [pool.submit(act, submit) for _ in range(20)]]

    assert found == versions() * 20
    assert [line for line in log("handeling") if line == ("indiening",)] == [("indiening",)]


def test_an_indiening_changes_a_national_figure_and_an_answer_does_not():
    def numbers() -> tuple[int, int]:
        with read_session() as session:
            found = data_version(session=session)
        return found.change, found.line

    assert numbers() == (0, 0)
    answer_all()
    change, line = numbers()
    act(submit)

    # Numbers go on where another landkaart in the same database stopped.
    assert (change, line > 0, numbers()) == (0, True, (line + 1, line + 1))


def test_two_werkpleinen_count_beside_each_other():
    submit_all(Band.NIET)
    submit_all(Band.VOLLEDIG, werkplein="breda", by=BREDA)

    assert counted() == {"assen": Band.NIET, "breda": Band.VOLLEDIG}
    assert [len(versions(werkplein)) for werkplein in ("assen", "breda")] == [1, 1]
