import re
from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.uitvraag import Voortgang
from landkaart.rapport.kalender import line_of_dates, where_we_stand
from tests.steps.factories import uitvraag

SOME = Voortgang(12, 127)
CLOSING = "tot 31 augustus 2009 om 24:00 uur"


def at(day: date, hour: int = 12) -> datetime:
    return midnight(day) + timedelta(hours=hour)


@pytest.mark.parametrize(
    ("now", "said"),
    [(at(date(2009, 7, 1)), "opent op 15 juli 2009: nog 14 dagen."),
     (at(date(2009, 8, 1)), f"is open {CLOSING}: **nog 31 dagen**; **12 van 127** werkpleinen hebben ingediend."),
     (at(date(2009, 8, 31)), f"is open {CLOSING}: **nog 1 dag**; **12 van 127** werkpleinen hebben ingediend."),
     (at(date(2009, 9, 1), 0), "sloot op 31 augustus 2009 om 24:00 uur; **12 van 127** werkpleinen hebben ingediend.")],
)  # fmt: skip
def test_the_lead_says_where_we_stand(now, said):
    assert where_we_stand(uitvraag(), SOME, now) == f"De uitvraag van **2009-2** (mei 2009 t/m aug 2009) {said}"


def test_of_one_it_says_heeft():
    said = where_we_stand(uitvraag(), Voortgang(1, 127), at(date(2009, 8, 1)))
    assert said.endswith("**1 van 127** werkpleinen heeft ingediend.")


def test_on_the_day_itself_it_says_until_what_hour():
    closes = datetime(2009, 9, 1, 15, tzinfo=UTC)

    said = where_we_stand(uitvraag(sluit=closes), SOME, at(date(2009, 9, 1), 9))

    assert "is open tot 1 september 2009 om 17:00 uur: **vandaag om 17:00 uur**" in said


def steps(now: datetime, *uitstel: datetime) -> list[str]:
    return re.findall("</span> (.*?)</div>", line_of_dates(uitvraag(), uitstel, now))


def test_here_stands_among_the_dates():
    dates = ["Actueel vanaf", "Opening", "Herinnering", "Sluiting"]

    assert steps(at(date(2009, 3, 1))) == ["U bent hier", *dates]
    assert steps(at(date(2009, 8, 1))) == [*dates[:2], "U bent hier", *dates[2:]]
    assert steps(uitvraag().sluit) == [*dates, "U bent hier"]


def test_the_last_uitstel_has_its_own_step():
    found = steps(at(date(2009, 9, 2)), at(date(2009, 9, 3)), at(date(2009, 9, 8)))

    assert found[-3:] == ["Sluiting", "U bent hier", "Laatste uitstel eindigt"]
    assert "8 september 2009 om 12:00 uur" in line_of_dates(uitvraag(), [at(date(2009, 9, 8))], at(date(2009, 9, 2)))


def test_what_has_been_and_what_is_to_come_differ_by_their_sign_too():
    html = line_of_dates(uitvraag(), [], at(date(2009, 8, 1)))

    assert re.findall('aria-hidden="true">(.)<', html) == ["●", "●", "◆", "○", "○"]
