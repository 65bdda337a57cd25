"""`archief`: all that is to be kept of an edition."""

import io
import zipfile

import pytest
from pypdf import PdfReader


def test_it_writes_one_zip_with_the_report_in_it(landkaart_2009, landkaart, tmp_path):
    folder = tmp_path / "nieuw"

    said = landkaart("archief", "--tertaal", "2009-2", "--naar", folder)

    assert (said.status, said.out) == (0, [f"archief-2009-2.zip geschreven in {folder}."])
    [file] = folder.iterdir()
    with zipfile.ZipFile(file) as packed:
        assert PdfReader(io.BytesIO(packed.read("rapport-2009-2.pdf"))).metadata.title.startswith("Tertaalrapportage")


@pytest.mark.parametrize(
    ("tertaal", "sentence"),
    [
        ("2031-1", "Van tertaal 2031-1 is niets bekend."),
        ("2009-3", "Tertaal 2009-3 is niet vastgesteld."),
    ],
)
def test_what_there_is_no_archive_of_is_said_in_a_sentence_and_nothing_is_written(
    landkaart_2009, landkaart, tmp_path, tertaal, sentence
):
    said = landkaart("archief", "--tertaal", tertaal, "--naar", tmp_path / "uit")

    assert said.status == 1
    assert said.err[0].startswith(sentence)
    assert not (tmp_path / "uit").exists()
