from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.clock import midnight, moment_of
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.planning import Planning, order_problems, require_ahead, require_room
from landkaart.domein.tertaal import Tertaal
from landkaart.surroundings import CONTENT
from tests.steps.factories import TERTAAL, uitvraag

SECOND = timedelta(seconds=1)


def at(text: str) -> datetime:
    """As somebody chooses it: a day and an hour, without a zone."""
    return datetime.fromisoformat(text)


ZOMER = Planning(at("2009-07-15"), at("2009-08-15"), at("2009-09-01"), at("2009-04-01"))


def refused(sentence: str, **changed: datetime | None) -> None:
    with pytest.raises(OngeldigeInvoer) as error:
        replace(ZOMER, **changed).uitvraag(TERTAAL)
    assert str(error.value) == sentence


def test_what_is_chosen_is_on_the_clock_of_amsterdam():
    assert ZOMER.uitvraag(TERTAAL) == uitvraag()
    assert Planning.of(uitvraag()) == ZOMER


@pytest.mark.parametrize(
    ("opent", "is_near"),
    [("2008-12-31T23:59", False), ("2009-01-01", True), ("2009-12-31T23:59", True), ("2010-01-01", False)],
)
def test_an_uitvraag_opens_within_its_tertaal_or_one_beside_it(opent, is_near):
    wanted = uitvraag(opent=moment_of(at(opent)), herinnering=midnight(date(2010, 2, 1)), sluit=midnight(date(2010, 3, 1)))

    said = [sentence for name, sentence in order_problems(wanted) if name == "opent"]

    assert said == (
        [] if is_near else ["De opening valt niet in 2009-1, 2009-2 of 2009-3. Kies een dag in een van de drie."]
    )


def test_a_closing_on_31_december_falls_in_winter_time():
    made = replace(ZOMER, sluit=at("2009-12-31T17:00")).uitvraag(TERTAAL)

    assert made.sluit == datetime(2009, 12, 31, 16, tzinfo=UTC)


@pytest.mark.parametrize("hour", ["02:00", "02:30", "02:59"])
def test_an_hour_that_the_clock_jumps_over_is_refused(hour):
    sentence = f"{hour} uur bestaat niet op 29-3-2009: de klok gaat dan een uur vooruit. Kies een ander uur."

    refused(sentence, actueel_vanaf=at(f"2009-03-29T{hour}"))


@pytest.mark.parametrize(("hour", "utc"), [("01:59", (0, 59)), ("03:00", (1, 0))])
def test_the_hours_around_that_exist(hour, utc):
    made = replace(ZOMER, actueel_vanaf=at(f"2009-03-29T{hour}")).uitvraag(TERTAAL)

    assert made.actueel_vanaf == datetime(2009, 3, 29, *utc, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "utc"), [("02:00", (0, 0)), ("02:59", (0, 59)), ("03:00", (2, 0))])
def test_an_hour_that_comes_twice_is_the_first(hour, utc):
    """On 25 October 2009 it is 02:00 to 03:00 in summer time and then again in winter time."""
    made = replace(ZOMER, sluit=at(f"2009-10-25T{hour}")).uitvraag(TERTAAL)

    assert made.sluit == datetime(2009, 10, 25, *utc, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "called"),
    [("opent", "de opening"), ("herinnering", "de herinnering"), ("sluit", "de sluiting"),
     ("actueel_vanaf", "‘actueel vanaf’")],
)  # fmt: skip
def test_every_date_is_needed(name, called):
    refused(f"Kies een dag en een uur voor {called}.", **{name: None})


@pytest.mark.parametrize("sluit", [at("2009-07-15"), at("2009-07-14T23:59")])
def test_it_does_not_end_at_its_beginning_or_before(sluit):
    refused("De sluiting ligt niet na de opening. Kies een latere sluiting.", sluit=sluit)


@pytest.mark.parametrize("herinnering", [at("2009-07-14"), at("2009-07-15"), at("2009-09-01"), at("2009-09-02")])
def test_the_reminder_falls_inside(herinnering):
    sentence = "De herinnering valt niet tussen de opening en de sluiting. Kies een moment daartussen."

    refused(sentence, herinnering=herinnering)


def test_what_is_current_begins_at_the_opening_at_the_latest():
    assert replace(ZOMER, actueel_vanaf=ZOMER.opent).uitvraag(TERTAAL).actueel_vanaf == uitvraag().opent
    refused(
        "‘Actueel vanaf’ ligt na de opening. Kies de opening zelf of een eerder moment.",
        actueel_vanaf=ZOMER.opent + SECOND,
    )


def test_there_is_one_uitvraag_at_a_time():
    found = uitvraag()
    following = replace(found, tertaal=Tertaal(2009, 3), opent=found.sluit, sluit=midnight(date(2010, 1, 1)))

    require_room(following, [found])
    require_room(found, [found])
    with pytest.raises(OngeldigeInvoer, match="Deze uitvraag overlapt die van 2009-2. Er loopt er hooguit één tegelijk"):
        require_room(replace(following, opent=found.sluit - SECOND), [found])


@pytest.mark.parametrize(("now", "fits"), [(uitvraag().sluit - SECOND, True), (uitvraag().sluit, False)])
def test_a_closing_lies_ahead(now, fits):
    if fits:
        require_ahead(uitvraag(), now)
    else:
        with pytest.raises(OngeldigeInvoer, match="De sluiting moet nog komen. Kies een later moment."):
            require_ahead(uitvraag(), now)


@pytest.mark.parametrize(("now", "fits"), [(uitvraag().opent - SECOND, True), (uitvraag().opent, False)])
def test_an_opening_that_has_been_stays(now, fits):
    moved = replace(uitvraag(), opent=uitvraag().opent + SECOND)
    if fits:
        require_ahead(moved, now, uitvraag())
    else:
        with pytest.raises(OngeldigeInvoer, match="De uitvraag is al geopend: de opening blijft zoals zij is."):
            require_ahead(moved, now, uitvraag())


@pytest.mark.parametrize("tertaal", ["2008-2", "2008-3", "2009-1", "2009-2", "2009-3"])
def test_the_usual_dates_are_those_on_which_the_uitvragen_of_those_years_opened_and_closed(tertaal):
    rows = (CONTENT / "landkaart-2009" / "uitvragen.csv").read_text().splitlines()
    opent, herinnering, sluit = next(row.split(",")[1:4] for row in rows if row.startswith(tertaal))

    usual = Planning.usual(Tertaal.parse(tertaal))

    assert (usual.opent, usual.herinnering, usual.sluit) == (at(opent), at(herinnering), at(sluit))
    assert usual.uitvraag(Tertaal.parse(tertaal)).tertaal == Tertaal.parse(tertaal)
