"""Who belongs to which group, by address, and what a text may hold."""

from datetime import timedelta
from itertools import product

import pytest

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.herinnering import (
    BerichtStatus,
    HerinnerGroep,
    Mailing,
    fill_places,
    per_adres,
    require_subject,
    require_text,
    standard_texts,
)
from landkaart.domein.respons import Klasse, Persoon, Stap
from tests.steps.factories import reactie, uitvraag

ROUND = uitvraag()
DURING, SECOND = ROUND.opent + timedelta(5), timedelta(seconds=1)
JO, AN = Persoon("Jo", "jo@assen.nl"), Persoon("An", "an@assen.nl")


def groups(found, now=DURING):
    return {groep for groep in HerinnerGroep if groep.takes(found, ROUND, now)}


@pytest.mark.parametrize(
    ("klasse", "groep"),
    [(Klasse.NIET_GEKOMEN, HerinnerGroep.NIET_BEGONNEN),
     (Klasse.GEKOMEN, HerinnerGroep.DEELS),
     (Klasse.DEELS, HerinnerGroep.DEELS),
     (Klasse.INGEVULD, HerinnerGroep.NIET_INGEDIEND)],
)  # fmt: skip
@pytest.mark.parametrize("fresh", list(Actualiteit))
def test_who_has_not_submitted_belongs_to_one_group_and_to_the_outdated_when_it_is(klasse, groep, fresh):
    old = fresh in (Actualiteit.VEROUDERD, Actualiteit.NOOIT)

    assert groups(reactie(klasse, actualiteit=fresh)) == {groep, *([HerinnerGroep.VEROUDERD] if old else [])}


def test_who_submitted_or_need_not_answer_belongs_to_none_whatever_else_is_true():
    done = [klasse for klasse in Klasse if klasse.stap in (Stap.BINNEN, Stap.HOEFT_NIET)]

    assert len(done) == 6
    for klasse, fresh in product(done, Actualiteit):
        assert groups(reactie(klasse, actualiteit=fresh)) == set()


@pytest.mark.parametrize(
    ("now", "uitstel", "some"),
    [(ROUND.opent - SECOND, None, False),
     (ROUND.opent, None, True),
     (ROUND.sluit - SECOND, None, True),
     (ROUND.sluit, None, False),
     (ROUND.sluit, ROUND.sluit + SECOND, True),
     (ROUND.sluit + SECOND, ROUND.sluit + SECOND, False)],
)  # fmt: skip
def test_who_cannot_answer_now_is_not_reminded(now, uitstel, some):
    assert bool(groups(reactie(uitstel=uitstel), now)) is some


def test_each_address_gets_one_mail_about_all_of_its_werkpleinen():
    assen = reactie(contacten=(JO, AN))
    breda = reactie(code="breda", naam="Breda", contacten=(JO,))
    delft = reactie(code="delft", naam="Delft")

    people, unreachable = per_adres([assen, breda, delft])

    assert {each.adres: each.werkpleinen for each in people} == {
        "an@assen.nl": (("assen", "Assen"),),
        "jo@assen.nl": (("assen", "Assen"), ("breda", "Breda")),
    }
    assert [each.code for each in unreachable] == ["delft"]


@pytest.mark.parametrize("groep", list(HerinnerGroep))
def test_every_group_has_a_text_that_can_be_sent_as_it_is(groep):
    onderwerp, tekst = standard_texts()[groep]

    assert require_subject(onderwerp) == onderwerp
    assert require_text(tekst) == tekst
    assert groep.label


@pytest.mark.parametrize("wrong", ["", "  ", "een\ntwee", "{naam}", "x" * 151, "a\x00b"])
def test_a_subject_is_one_line_with_known_places(wrong):
    with pytest.raises(OngeldigeInvoer):
        require_subject(wrong)


@pytest.mark.parametrize("wrong", ["Zonder weg", "{link} {werkplien}", "{link}" + "x" * 4000])
def test_a_text_has_the_link_and_known_places(wrong):
    with pytest.raises(OngeldigeInvoer):
        require_text(wrong)


def test_what_is_filled_in_is_not_looked_through_again():
    values = {"werkplein": "{link}", "tertaal": "2009-2", "sluit": "nu", "link": "https://hier"}

    assert fill_places("{werkplein} {tertaal} {x} {link}", values) == "{link} 2009-2 {x} https://hier"


def test_every_status_has_a_label():
    assert all(status.label for status in BerichtStatus)


@pytest.mark.parametrize(
    ("status", "counts"),
    [
        (BerichtStatus.VERZONDEN, True),
        (BerichtStatus.ONZEKER, True),
        (BerichtStatus.BEZIG, True),
        (BerichtStatus.WACHT, True),
        (BerichtStatus.MISLUKT, False),
        (BerichtStatus.OVERGESLAGEN, False),
    ],
)
def test_a_mailing_reached_whoever_has_its_mail_may_have_it_or_will(status, counts):
    """Whoever may have it must not get it again by mistake: the group counts as reminded."""
    mailing = Mailing(1, HerinnerGroep.DEELS, "Landkaart", "Jo", DURING, {status: 3})

    assert mailing.reached == (3 if counts else 0)
    assert mailing.n == 3


@pytest.mark.parametrize(
    ("ago", "status", "groep", "recent"),
    [(timedelta(hours=24) - SECOND, BerichtStatus.VERZONDEN, HerinnerGroep.DEELS, True),
     (timedelta(hours=24), BerichtStatus.VERZONDEN, HerinnerGroep.DEELS, False),
     (SECOND, BerichtStatus.MISLUKT, HerinnerGroep.DEELS, False),
     (SECOND, BerichtStatus.VERZONDEN, HerinnerGroep.NIET_BEGONNEN, False)],
)  # fmt: skip
def test_a_group_was_reminded_recently_within_a_day_when_it_reached_somebody(ago, status, groep, recent):
    mailing = Mailing(1, groep, "Landkaart", "AKO", DURING - ago, {status: 1})

    assert mailing.is_recent(HerinnerGroep.DEELS, DURING) is recent
