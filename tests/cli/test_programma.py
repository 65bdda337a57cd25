"""`programma`: whether the folder of a programme is in order."""

import pytest

from landkaart.settings import ROOT


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "SUWI-landkaart: 14 mijlpalen in 6 fasen en 4 banden, elk tertaal."),
        (("kwartaal",), "Wijkmonitor: 9 mijlpalen in 3 fasen en 3 banden, elk kwartaal."),
        (("paraatheid",), "Paraatheidskaart: 35 mijlpalen in 4 fasen en 5 banden, elk jaar."),
    ],
)
def test_it_says_what_a_programme_is_made_of(landkaart, asked, said):
    found = landkaart("programma", *(ROOT / "docs" / "programmas" / naam for naam in asked))

    assert (found.status, found.out) == (0, [said])


def test_what_is_wrong_with_it_is_told_with_status_1(landkaart, tmp_path):
    found = landkaart("programma", tmp_path)

    assert (found.status, found.out) == (1, [])
    assert found.err[0] == f"Van de map {tmp_path} kan geen landkaart gemaakt worden:"
    assert len(found.err) == 3
