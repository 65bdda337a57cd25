"""Making a report: step by step, and the same bytes each time."""

import io
import zipfile
from dataclasses import replace

import docx

from landkaart.rapport.rapportage.making import WRITERS, RapportSoort, make, rapport_name
from landkaart.rapport.rapportage.rapport import compose
from landkaart.rapport.rapportage.typesetting import compiler


def test_the_same_edition_gives_the_same_bytes(gegevens_2009, tekeningen_2009, bestanden_2009):
    compiler.cache_clear()
    # Read an hour later.
    later = replace(gegevens_2009, nu=gegevens_2009.nu.replace(hour=gegevens_2009.nu.hour + 1))
    rapport = compose(later).rapport

    assert {soort: WRITERS[soort](rapport, tekeningen_2009) for soort in RapportSoort} == bestanden_2009


def test_nothing_in_a_word_file_has_the_moment_of_packing(bestanden_2009):
    with zipfile.ZipFile(io.BytesIO(bestanden_2009[RapportSoort.WORD])) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_each_step_says_how_far_it_is_and_each_file_comes_when_it_is_there(gegevens_2009, tekeningen_2009, bestanden_2009):
    steps = list(make(gegevens_2009))
    total = len(tekeningen_2009) + len(RapportSoort)

    assert [step.klaar for step in steps] == list(range(total + 1))
    assert {step.van for step in steps} == {total}
    assert {step.soort: step.bestand for step in steps if step.soort} == bestanden_2009


def test_a_file_is_called_by_its_tertaal_and_by_what_it_is_not(gegevens_2009, voorlopig):
    second = replace(gegevens_2009, editie=replace(gegevens_2009.editie, nummer=2))

    assert rapport_name(gegevens_2009, RapportSoort.WORD) == "rapport-2009-2.docx"
    assert rapport_name(second, RapportSoort.PDF) == "rapport-2009-2-editie-2.pdf"
    assert rapport_name(voorlopig, RapportSoort.HTML) == "rapport-2009-2-voorlopig.html"


def test_what_is_provisional_says_so_in_word_and_html(voorlopig, make_files):
    made = make_files(voorlopig)
    word = docx.Document(io.BytesIO(made[RapportSoort.WORD])).sections[0]
    said = "Voorlopig: stand van 1 december 2009"

    assert word.header.paragraphs[0].text.startswith(said)
    assert not word.different_first_page_header_footer
    assert f'<p class="merk" role="note">{said}' in made[RapportSoort.HTML].decode()
