import pytest

from landkaart.domein.fouten import NietToegestaan
from landkaart.domein.rechten import Gebruiker, Recht, Weg, eis, mag, operator

NOBODY = Gebruiker("bezoeker", Weg.FORMULIER)
MANAGER = Gebruiker("manager", Weg.FORMULIER, werkpleinen=frozenset({"assen"}))

# Who, which right, on which werkplein: whether it is allowed.
TABLE = [
    (operator(), Recht.INVULLEN, "assen", True),
    (operator(), Recht.INVULLEN, None, True),
    (operator(), Recht.GEGEVENS_LADEN, None, True),
    (MANAGER, Recht.INVULLEN, "assen", True),
    (MANAGER, Recht.INVULLEN, "breda", False),
    (MANAGER, Recht.INVULLEN, None, False),
    (MANAGER, Recht.GEGEVENS_LADEN, None, False),
    (MANAGER, Recht.GEGEVENS_LADEN, "assen", False),
    (NOBODY, Recht.INVULLEN, "assen", False),
    (NOBODY, Recht.INVULLEN, None, False),
    (NOBODY, Recht.GEGEVENS_LADEN, None, False),
]


@pytest.mark.parametrize(("by", "recht", "werkplein", "allowed"), TABLE)
def test_a_right_answers_and_demands_the_same(by, recht, werkplein, allowed):
    assert mag(by, recht, werkplein) is allowed
    if allowed:
        eis(by, recht, werkplein)
    else:
        with pytest.raises(NietToegestaan) as refusal:
            eis(by, recht, werkplein)
        assert str(refusal.value) == f"U mag {recht.value} niet. Er is niets opgeslagen."


def test_every_right_stands_in_the_table_for_the_operator_for_a_manager_and_for_nobody():
    wanted = {(by.naam, recht) for by in (operator(), MANAGER, NOBODY) for recht in Recht}

    assert {(by.naam, recht) for by, recht, _, _ in TABLE} == wanted, "add the missing rows to TABLE"
