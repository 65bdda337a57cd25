"""What is said of each planned mail, and how the calendar draws it."""

import re
from datetime import date, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.geplande_post import GeplandePost, PostBeeld, PostStand
from landkaart.domein.herinnering import BerichtStatus, PostSoort
from landkaart.rapport.geplande_post import as_table, standing
from landkaart.rapport.kalender import line_of_dates
from tests.steps.factories import uitvraag

AWAY = "De mailserver mail:25 is niet te bereiken."


def beeld(stand: PostStand, soort=PostSoort.HERINNERING, adressen=0, why=None, vervallen=None, **counts) -> PostBeeld:
    post = GeplandePost(soort, "Landkaart", "{link}", stand is not PostStand.UIT, vervallen=vervallen)
    found = {BerichtStatus(name): number for name, number in counts.items()}
    return PostBeeld(post, stand, post.moment(uitvraag()), adressen, found, why)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (beeld(PostStand.UIT), "Staat uit: gaat niet weg."),
        (beeld(PostStand.OP_KOMST, adressen=1), "Gaat vanzelf weg, nu aan 1 adres."),
        (
            beeld(PostStand.OP_KOMST, adressen=1200, why="er is geen mailserver ingesteld"),
            "Gaat vanzelf weg, nu aan 1.200 adressen, maar er is geen mailserver ingesteld.",
        ),
        (beeld(PostStand.TE_LAAT, adressen=3), "Gaat nu weg."),
        (beeld(PostStand.TE_LAAT, why=AWAY), "Nog niet weg: de mailserver mail:25 is niet te bereiken."),
        (beeld(PostStand.WEG, verzonden=120, mislukt=3), "Weg: 120 verzonden, 3 mislukt."),
        (
            beeld(PostStand.WEG, verzonden=1, wacht=2, why=AWAY),
            "Weg: 1 verzonden, 2 wacht nog, maar de mailserver mail:25 is niet te bereiken.",
        ),
        (
            beeld(PostStand.VERVALLEN, vervallen="de uitvraag was al gesloten"),
            "Niet verstuurd: de uitvraag was al gesloten.",
        ),
        (beeld(PostStand.OP_KOMST, PostSoort.BEVESTIGING), "Gaat vanzelf weg."),
        (
            beeld(PostStand.OP_KOMST, PostSoort.BEVESTIGING, verzonden=17),
            "Gaat vanzelf weg. Tot nu toe: 17 verzonden.",
        ),
        (beeld(PostStand.UIT, PostSoort.BEVESTIGING, verzonden=2), "Staat uit: gaat niet weg. Tot nu toe: 2 verzonden."),
    ],
)
def test_how_each_stands_in_a_sentence(found, said):
    assert standing(found) == said


def test_a_row_for_each_with_its_day_and_hour():
    table = as_table([beeld(PostStand.OP_KOMST), beeld(PostStand.OP_KOMST, PostSoort.BEVESTIGING)])

    assert table["Wanneer"].tolist() == ["15 augustus 2009, 09:00", "na elke indiening"]
    assert table["Aan"].tolist() == ["wie nog niet indiende", "wie indiende, meteen daarna"]


def drawn(now, *post) -> list[tuple[str, str]]:
    """Sign and name of each step."""
    return re.findall('aria-hidden="true">(.)</span> (.*?)</div>', line_of_dates(uitvraag(), [], now, post))


def at(month: int, day: int):
    return midnight(date(2009, month, day)) + timedelta(hours=12)


@pytest.mark.parametrize(
    ("stand", "before", "after"),
    [
        (PostStand.WEG, "○", "●"),
        (PostStand.OP_KOMST, "○", "●"),
        (PostStand.TE_LAAT, "○", "✕"),
        (PostStand.VERVALLEN, "○", "✕"),
    ],
)
def test_a_mail_that_did_not_leave_is_never_drawn_as_done(stand, before, after):
    signs = [dict(map(reversed, drawn(now, beeld(stand))))["Herinnering"] for now in (at(8, 1), at(8, 20))]

    assert signs == [before, after]


def test_a_reminder_that_is_off_has_its_day_and_says_that_nothing_leaves():
    said = [line_of_dates(uitvraag(), [], now, [beeld(PostStand.UIT)]) for now in (at(8, 1), at(8, 20))]

    assert "Er gaat niets vanzelf weg: herinner zelf wie nog niet indiende." in said[0]
    assert "Er ging niets vanzelf weg." in said[1]
    assert [sign for sign, name in drawn(at(8, 20), beeld(PostStand.UIT)) if name == "Herinnering"] == ["✕"]


def test_mails_stand_among_the_dates_in_order():
    post = [
        beeld(PostStand.WEG, PostSoort.OPENING),
        beeld(PostStand.OP_KOMST),
        beeld(PostStand.OP_KOMST, PostSoort.DRINGEND),
    ]

    names = [name for _, name in drawn(at(8, 1), *post)]

    assert names == [
        "Actueel vanaf",
        "Opening",
        "Openingsmail",
        "U bent hier",
        "Herinnering",
        "Dringende herinnering",
        "Sluiting",
    ]


def test_what_a_mail_server_says_is_text_and_nothing_else():
    assert "<b>" not in line_of_dates(uitvraag(), [], at(8, 20), [beeld(PostStand.TE_LAAT, why="<b>weg</b>")])


def test_one_that_is_off_stands_in_the_calendar_as_what_does_not_happen_once_another_is_on():
    off, on = beeld(PostStand.UIT, PostSoort.OPENING), beeld(PostStand.OP_KOMST, adressen=2)
    now = midnight(date(2009, 8, 1))

    assert "Openingsmail" in line_of_dates(uitvraag(), [], now, [off, on])
    assert "Openingsmail" not in line_of_dates(uitvraag(), [], now, [off])
    assert ">✕</span> Openingsmail" in line_of_dates(uitvraag(), [], now, [off, on])
