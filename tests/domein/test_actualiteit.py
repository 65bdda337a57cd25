from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.clock import midnight
from tests.steps.factories import uitvraag

SECOND = timedelta(seconds=1)
OPENT, ACTUEEL_VANAF = midnight(date(2009, 7, 15)), midnight(date(2009, 4, 1))


@pytest.mark.parametrize(
    ("moment", "klasse"),
    [(OPENT + timedelta(20), Actualiteit.DEZE_UITVRAAG),
     (OPENT, Actualiteit.DEZE_UITVRAAG),
     (OPENT - SECOND, Actualiteit.EERDER),
     (ACTUEEL_VANAF, Actualiteit.EERDER),
     (ACTUEEL_VANAF - SECOND, Actualiteit.VEROUDERD),
     (ACTUEEL_VANAF - timedelta(400), Actualiteit.VEROUDERD),
     (None, Actualiteit.NOOIT)],
)  # fmt: skip
def test_an_invulling_falls_in_a_class_by_the_second(moment, klasse):
    assert Actualiteit.of(moment, uitvraag()) is klasse


def test_an_edge_is_midnight_in_amsterdam_in_summer_as_in_winter():
    in_summer, in_winter = midnight(date(2009, 7, 15)), midnight(date(2009, 11, 15))

    assert in_summer == datetime(2009, 7, 14, 22, tzinfo=UTC)
    assert in_winter == datetime(2009, 11, 14, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "klasse"),
    # At 03:00 on 25 October 2009 the clock goes back to 02:00. The uitvraag opens the second time it is 02:00.
    [(datetime(2009, 10, 25, 0, 30, tzinfo=UTC), Actualiteit.EERDER),  # 02:30, the first time
     (datetime(2009, 10, 25, 0, 59, 59, tzinfo=UTC), Actualiteit.EERDER),
     (datetime(2009, 10, 25, 1, 0, tzinfo=UTC), Actualiteit.DEZE_UITVRAAG),
     (datetime(2009, 10, 25, 1, 30, tzinfo=UTC), Actualiteit.DEZE_UITVRAAG)],  # 02:30, the second time
)  # fmt: skip
def test_in_the_night_that_has_an_hour_twice_the_first_one_is_earlier(moment, klasse):
    opens = datetime(2009, 10, 25, 1, tzinfo=UTC)

    assert Actualiteit.of(moment, uitvraag(opent=opens)) is klasse


def test_every_class_has_words_for_readers():
    assert [(klasse.value, klasse.label) for klasse in Actualiteit] == [
        ("deze_uitvraag", "in deze uitvraag bijgewerkt"),
        ("eerder", "eerder bijgewerkt, nog actueel"),
        ("verouderd", "verouderd"),
        ("nooit", "nooit ingevuld"),
    ]
