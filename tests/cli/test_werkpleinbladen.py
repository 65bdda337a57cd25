"""`werkpleinbladen`: a sheet for each werkplein in a folder."""

import pypdf
import pytest


def test_it_writes_a_sheet_for_each_that_was_asked_for_into_a_folder_it_makes(landkaart_2009, landkaart, tmp_path):
    folder = tmp_path / "nieuw"

    said = landkaart(
        "werkpleinbladen", "--tertaal", "2009-2", "--naar", folder, "--werkplein", "venlo", "--werkplein", "assen"
    )

    assert (said.status, said.out, said.err) == (0, [f"2 bladen geschreven in {folder}."], [])
    titles = {path.name: pypdf.PdfReader(path).metadata.title for path in folder.iterdir()}
    assert titles == {
        "werkplein-2009-2-assen.pdf": "Assen in 2009-2",
        "werkplein-2009-2-venlo.pdf": "Venlo in 2009-2",
    }


def test_without_a_werkplein_everybody_with_a_stand_has_one(landkaart_2009, landkaart, tmp_path, monkeypatch):
    from landkaart.cli import werkpleinbladen as command

    monkeypatch.setattr(command, "werkpleinblad", lambda found: b"%PDF")

    assert landkaart("werkpleinbladen", "--tertaal", "2009-2", "--naar", tmp_path).out == [
        f"125 bladen geschreven in {tmp_path}."
    ]
    assert len([path for path in tmp_path.iterdir() if path.suffix == ".pdf"]) == 125


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            ("--tertaal", "2031-1"),
            "Van tertaal 2031-1 is niets bekend. Wel bekend: 2008-1, 2008-2, 2008-3, 2009-1, 2009-2, 2009-3.",
        ),
        (
            ("--tertaal", "2009-2", "--werkplein", "onbekend"),
            "In 2009-2 heeft onbekend geen stand. De codes staan in werkpleinen.csv en in de adressen.",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_written(landkaart_2009, landkaart, tmp_path, asked, sentence):
    said = landkaart("werkpleinbladen", *asked, "--naar", tmp_path / "uit")

    assert (said.status, said.err) == (1, [sentence])
    assert not (tmp_path / "uit").exists()
