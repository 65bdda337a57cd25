"""What a file is called: nothing in it ends a header, climbs a folder, or is refused by a disk."""

import re

import pytest

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.file_names import LONGEST, file_name

TERTAAL = Tertaal(2009, 2)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({}, "x-2009-2.csv"),
        ({"met": "2008-1", "blad": "2"}, "x-2009-2-met-2008-1-blad-2.csv"),
        ({"regio": "Súdwest-Fryslân"}, "x-2009-2-sudwest-fryslan.csv"),
        ([("w", "ketenjaarplan:volledig"), ("w", "totaal:niet")], "x-2009-2-ketenjaarplan-volledig-totaal-niet.csv"),
        ({"door": '../../a"b\r\nSet-Cookie: c'}, "x-2009-2-a-b-set-cookie-c.csv"),
        ({"door": "\u202e=1+1\x00"}, "x-2009-2-1-1.csv"),
        ({"door": "👨‍👩‍👧"}, "x-2009-2.csv"),
    ],
)
def test_a_name_has_its_tertaal_and_what_was_chosen(asked, name):
    assert file_name("x", TERTAAL, asked, "csv") == name


def test_a_name_is_never_longer_than_a_disk_takes():
    name = file_name("x", TERTAAL, {str(n): "lang " * 100 for n in range(9)}, "csv")

    assert len(name) <= LONGEST + 4
    assert re.fullmatch(r"[a-z0-9-]+\.csv", name)
