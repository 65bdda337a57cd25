"""When each mail of an uitvraag is due, what may be chosen, and how it stands."""

from datetime import UTC, date, datetime, timedelta

import pytest

from landkaart.domein.clock import midnight, on_clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.geplande_post import GeplandePost, PostInhoud, PostStand, require_inhoud, usual_moment
from landkaart.domein.herinnering import PostSoort, require_subject, require_text, standard_texts
from tests.steps.factories import uitvraag

SECOND = timedelta(seconds=1)
ON = GeplandePost(PostSoort.DRINGEND, "Landkaart", "Zie {link}", True)


def shown(soort, **dates) -> str | None:
    found = usual_moment(soort, uitvraag(**dates))
    return found and on_clock(found).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("soort", "moment"),
    [
        (PostSoort.OPENING, "2009-07-15T09:00"),
        (PostSoort.HERINNERING, "2009-08-15T09:00"),
        (PostSoort.DRINGEND, "2009-08-25T09:00"),
        (PostSoort.BEVESTIGING, None),
    ],
)
def test_as_in_2009_they_leave_in_the_middle_of_july_and_of_august_and_in_the_last_week(soort, moment):
    assert shown(soort) == moment


def test_an_hour_that_somebody_chose_for_the_date_is_that_of_the_mail():
    opens = midnight(date(2009, 7, 15)) + timedelta(hours=13)

    assert shown(PostSoort.OPENING, opent=opens) == "2009-07-15T13:00"


def test_of_an_uitvraag_of_a_day_everything_leaves_at_the_opening():
    opens = midnight(date(2009, 8, 31)) + timedelta(hours=10)

    assert shown(PostSoort.DRINGEND, opent=opens) == "2009-08-31T10:00"


def test_a_week_before_may_fall_in_the_hour_that_the_clock_jumps_over():
    closes = datetime(2010, 4, 4, 0, 30, tzinfo=UTC)

    assert shown(PostSoort.DRINGEND, sluit=closes) == "2010-03-28T03:30"


def test_a_moment_that_was_chosen_stays_and_the_usual_one_follows_the_dates():
    later = uitvraag(sluit=midnight(date(2009, 9, 8)))
    chosen = GeplandePost(PostSoort.DRINGEND, "a", "b", True, midnight(date(2009, 8, 20)))

    assert on_clock(ON.moment(later)).date() == date(2009, 9, 1)
    assert on_clock(chosen.moment(later)).date() == date(2009, 8, 20)


def test_it_is_due_from_its_moment_on_and_never_before_the_opening():
    found, moment = uitvraag(), ON.moment(uitvraag())

    assert not ON.is_due(found, moment - SECOND)
    assert ON.is_due(found, moment)
    early = GeplandePost(PostSoort.OPENING, "a", "b", True, found.opent - timedelta(days=3))
    assert not early.is_due(found, found.opent - SECOND)
    assert early.is_due(found, found.opent)


@pytest.mark.parametrize(
    ("columns", "before", "after"),
    [
        ({}, PostStand.OP_KOMST, PostStand.TE_LAAT),
        ({"aan": False}, PostStand.UIT, PostStand.UIT),
        ({"mailing_id": 1}, PostStand.WEG, PostStand.WEG),
        ({"vervallen": "gesloten"}, PostStand.VERVALLEN, PostStand.VERVALLEN),
    ],
)
def test_how_it_stands_before_its_moment_and_after(columns, before, after):
    post = GeplandePost(**{"soort": PostSoort.DRINGEND, "onderwerp": "a", "tekst": "b", "aan": True, **columns})
    moment = post.moment(uitvraag())

    assert (post.stand(uitvraag(), moment - SECOND), post.stand(uitvraag(), moment)) == (before, after)


def test_a_bevestiging_is_never_late():
    post = GeplandePost(PostSoort.BEVESTIGING, "a", "b", True)

    assert post.stand(uitvraag(), uitvraag().sluit) is PostStand.OP_KOMST


NOW = midnight(date(2009, 8, 1))


def inhoud(moment: str | None, aan: bool = True) -> PostInhoud:
    return PostInhoud("Landkaart", "Zie {link}", aan, moment and datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (None, "Kies een dag en een uur waarop deze e-mail weggaat."),
        ("2009-08-01T00:00", "Dit moment is voorbij. Kies een later moment, of zet deze e-mail uit."),
        ("2009-09-01T00:00", "Kies een moment vanaf de opening en vóór de sluiting van de uitvraag."),
    ],
)
def test_a_moment_that_cannot_be_is_refused(moment, said):
    with pytest.raises(OngeldigeInvoer) as error:
        require_inhoud(PostSoort.DRINGEND, inhoud(moment), uitvraag(), NOW)

    assert str(error.value) == said


def test_before_the_opening_no_moment_is_before_it():
    early = inhoud("2009-07-14T23:59")

    with pytest.raises(OngeldigeInvoer, match="vanaf de opening"):
        require_inhoud(PostSoort.OPENING, early, uitvraag(), midnight(date(2009, 7, 1)))


def test_one_that_is_off_may_have_a_moment_that_is_past():
    assert require_inhoud(PostSoort.DRINGEND, inhoud("2009-07-20T09:00", aan=False), uitvraag(), NOW).aan is False


def test_the_usual_moment_is_not_kept_as_a_choice():
    usual = require_inhoud(PostSoort.DRINGEND, inhoud("2009-08-25T09:00"), uitvraag(), NOW)
    other = require_inhoud(PostSoort.DRINGEND, inhoud("2009-08-25T10:00"), uitvraag(), NOW)

    assert usual.gekozen is None
    assert on_clock(other.gekozen).hour == 10


@pytest.mark.parametrize("soort", PostSoort)
def test_each_begins_with_words_that_can_leave(soort):
    onderwerp, tekst = standard_texts()[soort]

    assert (require_subject(onderwerp), require_text(tekst)) == (onderwerp, tekst)
