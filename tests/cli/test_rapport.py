"""`rapport`: the report of one tertaal as files."""

import docx
import pytest

from db.engine import write_session
from db.models import RapportTekst
from landkaart.domein.clock import system_now

NAMES = {"rapport-2009-2.docx", "rapport-2009-2.pdf", "rapport-2009-2.html"}


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    """Drawing takes seconds, and is tried elsewhere."""
    from landkaart.rapport.rapportage import grafieken

    monkeypatch.setattr(grafieken, "to_png", lambda svg, width: PNG)


# One white pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def test_it_writes_word_pdf_and_html_into_a_folder_it_makes(landkaart_2009, landkaart, tmp_path):
    folder = tmp_path / "nieuw" / "uit"

    said = landkaart("rapport", "--tertaal", "2009-2", "--naar", folder)

    assert (said.status, said.out, said.err) == (0, [f"3 bestanden geschreven in {folder}."], [])
    assert {path.name for path in folder.iterdir()} == NAMES


def test_what_somebody_typed_stands_in_it_and_a_figure_that_no_table_has_is_said(landkaart_2009, landkaart, tmp_path):
    with write_session() as session:
        where = {"tertaal": "2009-2", "deel": "conclusies", "plek": "boven"}
        session.add(RapportTekst(**where, tekst="Een kleine 40% vooruit.", door="Ada", gewijzigd_op=system_now()))

    said = landkaart("rapport", "--tertaal", "2009-2", "--naar", tmp_path)

    assert said.err[0].startswith("Conclusies, boven de cijfers: ‘40%’ staat in geen enkele tabel. Het dichtst erbij: 39% (")
    texts = [each.text for each in docx.Document(str(tmp_path / "rapport-2009-2.docx")).paragraphs]
    assert "Een kleine 40% vooruit." in texts


def test_what_is_not_fixed_says_so_in_its_name(landkaart_2009, landkaart, tmp_path):
    landkaart("rapport", "--tertaal", "2009-2", "--naar", tmp_path, "--levend")

    assert {path.stem for path in tmp_path.iterdir() if path.name.startswith("rapport")} == {"rapport-2009-2-voorlopig"}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            ("--tertaal", "2031-1"),
            "Van tertaal 2031-1 is niets bekend. Wel bekend: 2008-1, 2008-2, 2008-3, 2009-1, 2009-2, 2009-3.",
        ),
        (
            ("--tertaal", "2009-2", "--editie", "2"),
            "Van tertaal 2009-2 is er geen editie 2. Op de pagina Uitvraag staat welke er zijn.",
        ),
        (("--tertaal", "2009-2", "--editie", "1", "--levend"), "Kies --editie of --levend, niet allebei."),
        (("--tertaal", "2009-4"), None),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_written(landkaart_2009, landkaart, tmp_path, asked, sentence):
    said = landkaart("rapport", *asked, "--naar", tmp_path / "uit")

    assert said.status == 1
    assert sentence in (None, *said.err)
    assert not (tmp_path / "uit").exists()
