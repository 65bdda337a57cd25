"""Of which day an invulling can be: what its tertaal holds, and nothing that is still to come."""

from datetime import date, datetime, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.ingevuld_op import Ruimte, require_been, require_begun
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag

NU = Tertaal(2009, 2)  # May to August.
OPENT, SLUIT = midnight(date(2009, 7, 15)), midnight(date(2009, 9, 1))
UITVRAAG = Uitvraag(NU, OPENT, midnight(date(2009, 8, 15)), SLUIT, midnight(date(2009, 4, 1)))


def refusal(rule, *values) -> str | None:
    try:
        rule(*values)
    except OngeldigeInvoer as wrong:
        return str(wrong)
    return None


@pytest.mark.parametrize(
    ("room", "first", "last"),
    [
        (Ruimte(NU, None), date(2009, 5, 1), date(2009, 8, 31)),
        (Ruimte(NU, UITVRAAG), date(2009, 4, 1), date(2009, 8, 31)),
        (Ruimte(NU, UITVRAAG, midnight(date(2009, 9, 10))), date(2009, 4, 1), date(2009, 9, 9)),
        (Ruimte(NU, UITVRAAG, midnight(date(2009, 8, 20))), date(2009, 4, 1), date(2009, 8, 31)),
        (Ruimte(NU, UITVRAAG, SLUIT + timedelta(hours=17)), date(2009, 4, 1), date(2009, 9, 1)),
        (Ruimte(NU, UITVRAAG, na_sluiting=True), date(2009, 4, 1), date(2009, 12, 31)),
    ],
    ids=["the tertaal", "its uitvraag", "uitstel", "uitstel never shortens", "within a day", "after the closing"],
)
def test_a_tertaal_holds_days_from_one_to_another(room, first, last):
    said = f"valt niet in 2009-2: een invulling daarvan is van {first} tot en met {last}. Kijk de dag en het tertaal na."
    day = timedelta(1)

    assert [refusal(room.require, each) for each in (first, last)] == [None, None]
    assert refusal(room.require, first - day) == f"{first - day} {said}"
    assert refusal(room.require, last + day) == f"{last + day} {said}"


def test_a_day_is_not_still_to_come():
    today = date(2009, 12, 1)

    assert refusal(require_been, today, today) is None
    assert refusal(require_been, date(2009, 12, 2), today) == (
        "2009-12-02 moet nog komen: het is vandaag 2009-12-01. Kijk de dag en het jaar na."
    )


SECOND = timedelta(seconds=1)
BEGAN, ENDED = midnight(NU.began), midnight(NU.ended)


@pytest.mark.parametrize(
    ("uitvraag", "now", "said"),
    [
        (UITVRAAG, OPENT - SECOND, "De uitvraag van 2009-2 is nog niet geopend. Zij opent op 2009-07-15."),
        (UITVRAAG, OPENT, None),
        (None, BEGAN - SECOND, "Tertaal 2009-2 is nog niet begonnen. Er is geen uitvraag voor 2009-2."),
        (None, BEGAN, "Tertaal 2009-2 loopt nog. Er is geen uitvraag voor 2009-2."),
        (None, ENDED - SECOND, "Tertaal 2009-2 loopt nog. Er is geen uitvraag voor 2009-2."),
        (None, ENDED, None),
    ],
)
def test_a_tertaal_takes_invullingen_once_its_uitvraag_opened_or_it_is_over(uitvraag: Uitvraag | None, now: datetime, said):
    assert refusal(require_begun, NU, uitvraag, now) == said
