"""What Begin says, in sentences."""

from datetime import date, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.respons import Klasse, Respons
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.begin import five_sentences, named, respons_sentence, round_sentence
from tests.steps.factories import beeld, reactie, row_with, stand, uitvraag

NU, VORIG, VOLGEND = Tertaal(2009, 2), Tertaal(2009, 1), Tertaal(2009, 3)
HERE = uitvraag(NU)
EARLIER = uitvraag(VORIG, opent=midnight(date(2009, 3, 15)), sluit=midnight(date(2009, 5, 1)))
LATER = uitvraag(VOLGEND, opent=midnight(date(2009, 11, 15)), sluit=midnight(date(2010, 1, 1)))
ROUNDS = {VORIG: EARLIER, NU: HERE, VOLGEND: LATER}
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (
            HERE.opent,
            "De uitvraag van **2009-2** (mei 2009 t/m aug 2009) is open tot 31 augustus 2009 om 24:00 uur: "
            "**nog 48 dagen**.",
        ),
        (
            HERE.sluit - SECOND,
            "De uitvraag van **2009-2** (mei 2009 t/m aug 2009) is open tot 31 augustus 2009 om 24:00 uur: **nog 1 dag**.",
        ),
        (
            HERE.sluit,
            "Er is nu geen uitvraag open. De vorige, van 2009-2, sloot op 31 augustus 2009 om 24:00 uur. De volgende, "
            "van 2009-3, opent op 15 november 2009.",
        ),
        (EARLIER.opent - SECOND, "Er is nu geen uitvraag open. De volgende, van 2009-1, opent op 15 maart 2009."),
    ],
)
def test_it_says_which_uitvraag_is_open_or_else_which_was_and_which_comes(now, said):
    assert round_sentence(ROUNDS, now) == said


def test_without_any_uitvraag_there_is_none_open():
    assert round_sentence({}, HERE.opent) == "Er is nu geen uitvraag open."


def test_of_the_respons_it_says_who_submitted_and_how_far_the_others_are():
    kinds = [Klasse.NIET_GEKOMEN, Klasse.NIET_GEKOMEN, Klasse.DEELS, Klasse.INGEVULD, Klasse.INGEDIEND, Klasse.VRIJGESTELD]

    found = Respons(HERE, tuple(map(reactie, kinds)))

    assert respons_sentence(found) == (
        "**1 van 6 werkpleinen** ingediend; 1 vulde alles in en diende niet in, 1 is bezig en 2 zijn nog niet begonnen."
    )


def test_when_nobody_has_to_do_anything_it_says_so():
    assert respons_sentence(Respons(HERE, (reactie(Klasse.INGEDIEND),))) == (
        "**1 van 1 werkplein** ingediend; niemand hoeft nog."
    )


FIRST = {
    "assen": "3",
    "breda": row_with("3", klantverbetercyclus=0, integrale_teams=2),
    "ede": row_with("1", visie_en_doelstellingen=3),
}


def test_a_closed_tertaal_is_told_in_five_sentences():
    before = {VORIG: stand(assen="3", breda=row_with("3", klantverbetercyclus=3), ede="1")}
    found = beeld(
        stand(**FIRST),
        before,
        uitvraag=HERE,
        ingediend_op={"ede": midnight(date(2009, 5, 1)), "urk": None},
        indicaties={"assen": Indicatie.DIT_JAAR, "ede": Indicatie.NIET},
    )

    assert five_sentences(found) == [
        "In 2009-2 staan 3 werkpleinen gemiddeld op **76%**, 1 punt minder dan in 2009-1.",
        "**1** ging vooruit (33%), **1** bleef gelijk (33%) en **1** ging achteruit (33%).",
        "Wie achteruit ging, verloor de meeste punten op (Klant)verbetercyclus geïmplementeerd (1) en Integrale teams (1). "
        "Wie vooruit ging, won de meeste punten op Visie en doelstellingen vastgesteld (1).",
        "**1 werkplein** op 100% (assen) en 1 op 90-99%; het verst is Visie en doelstellingen vastgesteld (100%), het minst "
        "ver (Klant)verbetercyclus geïmplementeerd (44%).",
        "In de uitvraag reageerden **2 van 4 werkpleinen**; het AKO verwacht: dit jaar 1, niet 1.",
    ]


def test_the_first_tertaal_of_all_has_nobody_who_moved_and_no_uitvraag_to_respond_to():
    first, last = five_sentences(beeld(stand(assen="3")))

    assert first == "In 2009-2 staat 1 werkplein gemiddeld op **100%**."
    assert last.startswith("**1 werkplein** op 100% (assen) en 0 op 90-99%; het verst is ")


def test_of_many_names_a_few_are_named():
    assert named(list("abcde")) == "a, b, c, d en e"
    assert named(list("abcdefg")) == "a, b, c, d, e en nog 2"
