"""What is said above the figures of Ontwikkeling, to the letter."""

import pytest

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch, ontwikkeling_text
from landkaart.rapport.beweging_figuur import vergelijking_with
from landkaart.rapport.gemiddelden_figuur import same_werkpleinen_figuur
from tests.steps.factories import beeld, row_with, stand

BEFORE = Tertaal(2009, 1)


def compared(now, before):
    return vergelijking_with(beeld(now, {BEFORE: before}), BEFORE)


def test_shares_in_a_sentence_are_rounded_half_up():
    """Of 8: 1 is 12.5%, 2 are 25%, 5 are 62.5%."""
    then = {f"w{number}": "1" for number in range(8)}
    now = then | {"w0": "2", "w1": "0", "w2": "0"}

    assert ontwikkeling_text.movement_sentence(compared(stand(now), stand(then)), BEFORE) == (
        "Sinds 2009-1: **1 vooruit** (13%), **2 achteruit** (25%) en **5 gelijk** (63%)."
    )


def test_a_share_of_who_is_new_counts_among_all():
    found = compared(stand(a="1", b="1", c="1"), stand(a="0", b="1"))

    assert ontwikkeling_text.movement_sentence(found, BEFORE) == (
        "Sinds 2009-1: **1 vooruit** (33%), **0 achteruit** (0%) en **1 gelijk** (33%). Daarnaast: 1 werkplein erbij."
    )


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c", "d"], "a, b, c en d")]
)
def test_an_enumeration_has_commas_and_one_en(parts, said):
    assert dutch.enumeration(parts) == said


def test_what_drove_them_names_the_three_largest_sums_among_those_that_went_that_way():
    """Two rose: one on four mijlpalen, one on a single one of these, which so has the largest sum. One fell."""
    then = stand(a="1", b="1", c="3")
    rose = {"visie_en_doelstellingen": 2, "ketenjaarplan": 3, "integrale_teams": 3, "klantverbetercyclus": 2}
    now = stand(a=row_with("1", **rose), b=row_with("1", ketenjaarplan=3), c=row_with("3", ketenjaarplan=2))

    assert ontwikkeling_text.drijfveren_sentence(compared(now, then)) == (
        "Wie achteruit ging, verloor de meeste punten op Ketenjaarplan vastgesteld (1). "
        "Wie vooruit ging, won de meeste punten op Ketenjaarplan vastgesteld (2), Integrale teams (1) en "
        "Visie en doelstellingen vastgesteld (1)."
    )


def test_the_same_werkpleinen_beside_all_are_said_with_what_the_others_do_to_the_average():
    def said(now, before):
        return ontwikkeling_text.same_werkpleinen_sentence(same_werkpleinen_figuur(beeld(now, {BEFORE: before})).tabel)

    assert said(stand(a="2", b="0", c="0"), stand(a="1")) == (
        "Van de 3 werkpleinen van 2009-2 heeft er 1 in elk tertaal sinds 2009-1 een stand: die staat op 66%, en 2 andere "
        "werkpleinen brengen het landelijk gemiddelde met 44 punten omlaag (22%)."
    )
    assert said(stand(a="2", b="3"), stand(a="1")).endswith(
        "en 1 ander werkplein brengt het landelijk gemiddelde met 17 punten omhoog (83%)."
    )
    assert said(stand(a="2", b="2"), stand(a="1")).endswith(
        "en 1 ander werkplein brengt het landelijk gemiddelde niet van zijn plaats (66%)."
    )
    assert said(stand(a="2"), stand(a="1")) == (
        "Alle 1 werkplein hebben in elk van deze 2 tertalen een stand: de twee lijnen vallen samen."
    )
    assert said(stand(a="2"), stand(b="1")) == (
        "Geen enkel werkplein heeft in elk tertaal een stand: er is geen vaste groep om naast het land te leggen."
    )
