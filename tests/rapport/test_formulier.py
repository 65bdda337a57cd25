"""What the form says of itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.formulier import Formulier, Plaats, Ronde, Tussenstand, place_of
from landkaart.domein.invulling import Akkoord, Antwoord, Indiening, Invulling, Wijze
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import formulier as sentences
from tests.steps.factories import CODES, uitvraag

NOW = datetime(2009, 8, 3, 12, 30, tzinfo=UTC)
UNTIL = sentences.closes(Ronde("assen", "Assen", uitvraag(), None, None, NOW, 1, 1))


def ronde(**changed) -> Ronde:
    values = {"werkplein": "assen", "naam": "Assen", "uitvraag": uitvraag(), "uitgesteld_tot": None, "actief_tot": None}
    return Ronde(**values | {"moment": NOW, "change": 1, "line": 1} | changed)


def indiening(band: Band) -> Indiening:
    return Indiening(1, NOW, "Anja", dict.fromkeys(CODES, band), {}, dict.fromkeys(CODES, Wijze.BIJGEWERKT))


def form(chosen: int = 0, band: Band = Band.VOLLEDIG, before: Band | None = Band.NIET, **changed) -> Formulier:
    """The first so many are chosen, all this band; the werkplein stood at `before` on all of them."""
    now = Invulling({code: Antwoord(band, Wijze.BIJGEWERKT, NOW) for code in CODES[:chosen]})
    stood = None if before is None else indiening(before)
    values = {"ronde": ronde(), "now": now, "before": stood, "before_tertaal": Tertaal(2009, 1), "submitted": None}
    return Formulier(**values | changed)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (form(0), "0 van 14 beoordeeld; de score volgt als u kiest"),
        (form(0, before=None), "0 van 14 beoordeeld; de score volgt als u kiest"),
        (form(1), "1 van 14 beoordeeld; met wat er vorige keer stond voor de andere 13 wordt het 7%"),
        (form(12), "12 van 14 beoordeeld; met wat er vorige keer stond voor de andere 2 wordt het 85%"),
        (form(13), "13 van 14 beoordeeld; met wat er vorige keer stond voor de laatste wordt het 92%"),
        (form(13, before=None), "13 van 14 beoordeeld; de score volgt bij 14 van 14"),
        (form(14), "14 van 14 beoordeeld; de score wordt 100%"),
        (form(14, Band.NIET), "14 van 14 beoordeeld; de score wordt 0%"),
        (form(14, submitted=indiening(Band.VOLLEDIG)), "14 van 14 beoordeeld en ingediend: 100% telt mee"),
        (form(14, submitted=indiening(Band.NIET)), "14 van 14 beoordeeld; de score wordt 100%"),
    ],
)
def test_the_bar_counts_what_was_chosen_and_says_what_is_carried_over(form, said):
    assert sentences.progress(form) == said


def test_nothing_chosen_is_no_new_score():
    assert form(0).outlook is None
    assert form(1, Band.NIET, before=Band.VOLLEDIG).outlook == pytest.approx(100 * 13 / 14)


@pytest.mark.parametrize(
    ("form", "next_step"),
    [
        (form(0), "Kies per mijlpaal de zin die past; elke keuze wordt meteen bewaard en telt mee zodra u indient."),
        (form(12), "Beoordeel nog 2 mijlpalen; daarna kunt u indienen."),
        (form(13), "Beoordeel nog 1 mijlpaal; daarna kunt u indienen."),
        (form(14), "Alles is beoordeeld: dien in, dan telt het mee."),
        (form(14, submitted=indiening(Band.NIET)), "Dien opnieuw in, dan telt ook de wijziging mee."),
        (
            form(14, submitted=indiening(Band.VOLLEDIG)),
            "Het is ingediend en telt mee: aan dit formulier hoeft u niets meer te doen.",
        ),
    ],
)
def test_the_first_sentences_say_for_whom_until_when_how_far_and_what_next(form, next_step):
    done = len(form.now.banden)
    assert sentences.lead(form) == (
        f"U vult werkplein Assen in over 2009-2 (mei t/m augustus 2009). Dat kan {UNTIL}. "
        f"U bent op {done} van 14. {next_step}"
    )


def test_uitstel_is_said_beside_the_closing_of_the_others():
    later = ronde(uitgesteld_tot=midnight(date(2009, 9, 10)))

    said = sentences.lead(form(0, ronde=later))

    assert f"Dat kan {sentences.closes(later)}." in said
    assert f"Uw werkplein heeft uitstel: voor de andere is het {UNTIL}." in said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"moment": uitvraag().sluit}, "De uitvraag van 2009-2 is gesloten"),
        ({"moment": uitvraag().opent - timedelta(seconds=1)}, "De uitvraag van 2009-2 opent op 15 juli 2009"),
        ({"actief_tot": date(2009, 8, 3)}, "Werkplein Assen is gesloten"),
    ],
)
def test_when_nothing_can_be_changed_the_first_sentence_says_why(changed, said):
    assert sentences.lead(form(3, ronde=ronde(**changed))).startswith(said)


def test_open_until_the_closing_and_not_at_it():
    assert ronde(moment=uitvraag().sluit - timedelta(seconds=1)).is_open
    assert not ronde(moment=uitvraag().sluit).is_open
    assert ronde(moment=uitvraag().sluit, uitgesteld_tot=uitvraag().sluit + timedelta(1)).is_open


@pytest.mark.parametrize(
    ("totals", "found"),
    [
        ({"assen": 100, "breda": 90}, Plaats(1, 2, 0)),
        ({"assen": 90, "breda": 100, "venlo": 100}, Plaats(3, 3, 0)),
        ({"assen": 100, "breda": 100, "venlo": 90}, Plaats(1, 3, 1)),
        ({"breda": 100}, None),
    ],
)
def test_a_place_counts_who_stands_higher(totals, found):
    assert place_of(totals, "assen") == found


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Plaats(41, 125, 0), "Daarmee staat Assen nu op plaats 41 van 125. Dat kan tot de sluiting nog veranderen."),
        (Plaats(1, 9, 1), "Daarmee staat Assen nu op plaats 1 van 9, samen met 1 ander werkplein. "
         "Dat kan tot de sluiting nog veranderen."),
        (Plaats(1, 9, 3), "Daarmee staat Assen nu op plaats 1 van 9, samen met 3 andere. "
         "Dat kan tot de sluiting nog veranderen."),
    ],
)  # fmt: skip
def test_the_place_is_a_sentence(found, said):
    assert sentences.plaats(ronde(), found) == said


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Tussenstand(ronde(), 4, ingediend=False), f"4 van 14 beoordeeld; invullen en indienen kan {UNTIL}."),
        (Tussenstand(ronde(), 14, ingediend=True), f"Ingediend; wijzigen kan {UNTIL}."),
        (
            Tussenstand(ronde(), 14, ingediend=True, gewijzigd=True),
            f"Ingediend, en daarna gewijzigd: dat telt pas mee als u opnieuw indient. Dat kan {UNTIL}.",
        ),
        (Tussenstand(ronde(moment=uitvraag().sluit), 4, ingediend=False), "Nu niets in te vullen."),
    ],
)
def test_a_line_of_the_list_says_how_far_and_until_when(step, said):
    assert sentences.step(step) == said


def test_what_was_submitted_says_whether_it_still_is_what_is_on_the_screen():
    same, other = form(14, submitted=indiening(Band.VOLLEDIG)), form(14, submitted=indiening(Band.NIET))

    assert sentences.submitted(same, same.submitted) == (
        "Versie 1 met score 100% is ingediend op 3 augustus 2009 om 14:30 door Anja en telt mee. "
        f"Wijzigen kan {UNTIL}; dien na een wijziging opnieuw in."
    )
    assert sentences.submitted(other, other.submitted).endswith(
        "Daarna is er iets gewijzigd: dien opnieuw in om ook dat mee te laten tellen."
    )


CLOSED = ronde(moment=uitvraag().sluit)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (form(3, ronde=CLOSED), "3 van 14 beoordeeld; niet ingediend"),
        (form(14, ronde=CLOSED), "14 van 14 beoordeeld; niet ingediend"),
        (
            form(14, submitted=indiening(Band.VOLLEDIG), ronde=CLOSED),
            "14 van 14 beoordeeld; ingediend: 100% telt mee",
        ),
        (
            form(14, submitted=indiening(Band.NIET), ronde=CLOSED),
            "14 van 14 beoordeeld; ingediend: 0% telt mee, wat daarna is gewijzigd niet",
        ),
    ],
)
def test_after_the_closing_the_bar_says_what_counts_and_nothing_of_what_can_become(form, said):
    assert sentences.progress(form) == said


def test_after_the_closing_the_place_is_not_said_to_change():
    assert sentences.plaats(CLOSED, Plaats(41, 125, 0)) == "Daarmee staat Assen nu op plaats 41 van 125."


def test_that_nobody_signed_is_no_task_and_who_signed_is_named():
    last = indiening(Band.NIET)
    signed = [Akkoord(1, "Bea", "UWV", NOW), Akkoord(2, "Cor", "", NOW)]

    assert sentences.akkoord(last, [], is_open=True) == (
        "Op versie 1 heeft nog niemand akkoord gegeven. Wie dit werkplein invult, kan ermee laten zien dat zijn organisatie "
        "achter deze versie staat: zijn naam komt erbij, ook voor het AKO. Het hoeft niet: zonder akkoord telt het net zo "
        "goed mee."
    )
    assert sentences.akkoord(last, [], is_open=False) == "Op versie 1 heeft nog niemand akkoord gegeven."
    assert sentences.akkoord(last, signed, is_open=True) == (
        "Akkoord: Bea (UWV), 3 augustus 2009 om 14:30\nAkkoord: Cor, 3 augustus 2009 om 14:30"
    )


def test_after_the_closing_it_says_what_counts():
    late = form(14, submitted=indiening(Band.NIET), ronde=ronde(moment=uitvraag().sluit))

    assert sentences.submitted(late, late.submitted).endswith(
        "Anja. Wat daarna is gewijzigd, is niet ingediend en telt niet mee."
    )
