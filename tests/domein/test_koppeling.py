"""Who somebody is to the organisation's own sign-in."""

import pytest

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.koppeling import Koppeling, as_koppeling, identity


def test_an_identity_is_an_issuer_and_a_subject_and_reads_back():
    kept = identity("https://a.nl/x", "j|1")

    assert as_koppeling(kept, None) == Koppeling("https://a.nl/x", "j|1", None)
    assert as_koppeling(None, None) is None


@pytest.mark.parametrize("subject", ["x", "x" * 255, "Jan@Gemeente.nl", "a b"])
def test_a_subject_is_to_the_letter(subject):
    assert identity("https://a.nl", subject) == f"https://a.nl|{subject}"


@pytest.mark.parametrize("subject", ["", "x" * 256, "a\nb", "\x1b[31m", "é", "\x00", None, 12, ["x"]])
def test_what_is_no_subject_is_refused(subject):
    with pytest.raises(OngeldigeInvoer, match="Uw organisatie geeft niet door wie u bent."):
        identity("https://a.nl", subject)
