from datetime import timedelta

import pytest

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.uitzondering import VrijstellingSoort, require_later, require_reden
from tests.steps.factories import uitvraag

SECOND = timedelta(seconds=1)
SLUIT = uitvraag().sluit


def test_uitstel_ends_after_the_closing():
    assert require_later(SLUIT + SECOND, uitvraag(), SLUIT) == SLUIT + SECOND
    with pytest.raises(OngeldigeInvoer, match="Het uitstel eindigt niet na de sluiting van de uitvraag. Kies een later"):
        require_later(SLUIT, uitvraag(), SLUIT - timedelta(9))


def test_and_it_lies_ahead():
    with pytest.raises(OngeldigeInvoer, match="Het einde van het uitstel is al geweest. Kies een later moment."):
        require_later(SLUIT + SECOND, uitvraag(), SLUIT + SECOND)


@pytest.mark.parametrize("text", ["", "  \n ", None])
def test_a_reason_is_needed(text):
    with pytest.raises(OngeldigeInvoer, match="Schrijf in het kort waarom."):
        require_reden(text, 500)


def test_a_reason_is_kept_trimmed():
    assert require_reden(" Ziekte van de manager. ", 500) == "Ziekte van de manager."


def test_both_kinds_have_a_name_to_show():
    assert [soort.label for soort in VrijstellingSoort] == ["Vrijgesteld", "Geen wijziging"]
