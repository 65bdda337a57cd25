"""Which zips are unpacked, and which are refused with what to do."""

import zipfile
from pathlib import PurePosixPath

import pytest

from landkaart.invoer import zip_guard
from landkaart.invoer.faults import Onleesbaar
from landkaart.invoer.zip_guard import unpack_zip
from tests.steps.zips import zipped


def names(data: bytes) -> list[str]:
    return [str(place) for place, _ in unpack_zip(data)]


def test_the_files_come_out_as_they_went_in():
    assert unpack_zip(zipped(("vragen.csv", b"a"), ("scores.csv", b"b"))) == [
        (PurePosixPath("vragen.csv"), b"a"),
        (PurePosixPath("scores.csv"), b"b"),
    ]


def test_the_one_folder_that_everything_is_in_is_left_out():
    assert names(zipped(("2009/", b""), ("2009/scores.csv", b""), ("2009/oud/vragen.csv", b""))) == [
        "scores.csv",
        "oud/vragen.csv",
    ]


def test_what_a_mac_adds_is_left_out_before_that():
    assert names(zipped(("2009/scores.csv", b""), ("__MACOSX/2009/._scores.csv", b""))) == ["scores.csv"]


def test_two_folders_stay_folders():
    assert names(zipped(("2008/scores.csv", b""), ("2009/scores.csv", b""))) == ["2008/scores.csv", "2009/scores.csv"]


def test_an_old_program_of_windows_writes_backslashes():
    assert names(zipped((r"map\scores.csv", b""))) == ["scores.csv"]


@pytest.mark.parametrize(
    "naam", ["../scores.csv", "map/../../scores.csv", "/etc/scores.csv", r"..\scores.csv", "C:/scores.csv"]
)
def test_a_name_that_leads_out_of_its_folder_is_refused(naam):
    with pytest.raises(Onleesbaar) as wrong:
        unpack_zip(zipped(("goed.csv", b""), (naam, b"")))

    assert str(wrong.value) == zip_guard.ODD_NAMES


def test_more_files_than_it_can_have_are_refused():
    full = [(f"{number}.csv", b"") for number in range(zip_guard.MAX_ENTRIES)]

    assert len(unpack_zip(zipped(*full))) == zip_guard.MAX_ENTRIES
    with pytest.raises(Onleesbaar, match="meer dan 200 bestanden"):
        unpack_zip(zipped(*full, ("meer.csv", b"")))


def test_a_few_kilobytes_that_unpack_to_too_much_are_refused():
    bomb = zipped(("scores.csv", bytes(zip_guard.MAX_UNPACKED + 1)))

    assert len(bomb) < 50_000
    with pytest.raises(Onleesbaar, match="groter dan 20 MB"):
        unpack_zip(bomb)


def test_also_when_it_says_that_it_is_small(monkeypatch):
    """The sizes in the list of a zip are what its maker wrote."""
    monkeypatch.setattr(zip_guard, "MAX_UNPACKED", 1_000)
    data = zipped(("scores.csv", bytes(600)), ("vragen.csv", bytes(600)))
    lied = data.replace((600).to_bytes(4, "little"), (6).to_bytes(4, "little"))

    with pytest.raises(Onleesbaar) as wrong:
        unpack_zip(lied)

    assert str(wrong.value) in (zip_guard.TOO_BIG, zip_guard.DAMAGED)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"code;naam\n", zip_guard.NOT_ZIP),
        (b"", zip_guard.NOT_ZIP),
        (zipped(("scores.csv", b"a" * 500))[:-30], zip_guard.DAMAGED),
        (zipped(("scores.csv", b"a"), compression=zipfile.ZIP_BZIP2), zip_guard.ODD_KIND),
    ],
    ids=["a csv", "nothing", "cut off", "bzip2"],
)
def test_what_is_no_zip_to_read_is_refused_with_what_to_do(data, said):
    with pytest.raises(Onleesbaar) as wrong:
        unpack_zip(data)

    assert str(wrong.value) == said


def test_one_with_a_password_is_refused():
    data = bytearray(zipped(("scores.csv", b"a")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1

    with pytest.raises(Onleesbaar) as wrong:
        unpack_zip(bytes(data))

    assert str(wrong.value) == zip_guard.LOCKED


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused():
    with pytest.raises(Onleesbaar) as wrong:
        unpack_zip(zipped(("scores.csv", b"a"), ("scores.csv", b"b")))

    assert str(wrong.value) == zip_guard.SAME_NAMES
