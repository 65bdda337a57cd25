"""A line of the logboek as it reads on the screen and in the file."""

from datetime import UTC, datetime

import pytest

from landkaart.domein.band import Band
from landkaart.domein.handeling import Handeling
from landkaart.domein.logboek import LogboekRegel
from landkaart.domein.rechten import Weg
from landkaart.rapport.logboek import file_table, screen_table

LATE = datetime(2009, 11, 30, 23, 3, 30, tzinfo=UTC)


def line(oud, nieuw, handeling=Handeling.WERKPLEIN, mijlpaal=None):
    place = {"werkplein": "assen", "naam": "Assen", "tertaal": "2009-3", "mijlpaal": mijlpaal}
    return LogboekRegel(LATE, "Jan", Weg.FORMULIER, handeling, **place, oud=oud, nieuw=nieuw)


def test_a_band_is_a_sign_and_a_name_on_the_screen_and_a_code_in_the_file():
    found = [line(Band.NIET, Band.VOLLEDIG, Handeling.ANTWOORD, "ketenjaarplan")]

    assert screen_table(found).to_dict("records") == [
        {
            "moment": "1 december 2009, 00:03",
            "werkplein": "Assen",
            "tertaal": "2009-3",
            "mijlpaal": "Ketenjaarplan vastgesteld",
            "handeling": Handeling.ANTWOORD.label,
            "oud": "▼ Niet",
            "nieuw": "◆ Volledig",
            "door": "Jan",
            "weg": "formulier",
        }
    ]
    assert file_table(found).to_dict("records") == [
        {
            "moment": "2009-12-01T00:03:30+01:00",
            "werkplein": "assen",
            "naam": "Assen",
            "tertaal": "2009-3",
            "mijlpaal": "ketenjaarplan",
            "handeling": "antwoord",
            "oud": "niet",
            "nieuw": "volledig",
            "door": "Jan",
            "weg": "formulier",
        }
    ]


@pytest.mark.parametrize(
    ("oud", "nieuw", "said"),
    [(None, "Klaar.", (None, "Klaar.")),
     (None, Band.NIET, (None, "▼ Niet")),
     ({"naam": "A", "plaats": "B"}, {"naam": "C", "plaats": "B"}, ("naam: A", "naam: C")),
     (None, {"naam": "C", "actief_tot": None}, (None, "naam: C")),
     ({"naam": "A"}, None, ("naam: A", None)),
     ({"werkplein_id": 1, "tertaal": "a", "naam": "A"}, {"werkplein_id": 2, "tertaal": "b", "naam": "C"},
      ("naam: A", "naam: C")),
     ({"a": "x", "b_c": ""}, {"a": [], "b_c": ["x", "y"]}, ("a: x; b c: –", "a: –; b c: x, y")),
     ({"demo": False}, {"demo": True}, ("demo: nee", "demo: ja")),
     ({"sluit": "2009-08-31T22:00:00+00:00"}, {"sluit": "2009-09-01"},
      ("sluit: 31 augustus 2009 om 24:00 uur", "sluit: 2009-09-01")),
     ({"indicatie": "niet"}, {"indicatie": "ooit"}, ("indicatie: haalt het niet", "indicatie: ooit")),
     ({"werkpleinen": 0}, {"werkpleinen": 12}, ("werkpleinen: 0", "werkpleinen: 12"))],
)  # fmt: skip
def test_of_a_record_the_fields_that_differ_are_said_as_a_dutch_reader_expects(oud, nieuw, said):
    row = screen_table([line(oud, nieuw)]).iloc[0]

    assert tuple(None if value != value else value for value in (row["oud"], row["nieuw"])) == said


def test_a_mijlpaal_that_left_the_catalogue_keeps_its_code():
    assert screen_table([line(None, None, mijlpaal="weggevallen")])["mijlpaal"].to_list() == ["weggevallen"]


def test_nothing_gives_the_headings_alone():
    assert ",".join(screen_table([]).columns) == "moment,werkplein,tertaal,mijlpaal,handeling,oud,nieuw,door,weg"
    assert ",".join(file_table([]).columns) == "moment,werkplein,naam,tertaal,mijlpaal,handeling,oud,nieuw,door,weg"
