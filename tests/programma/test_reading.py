"""The folder of a programme is read whole, and every fault of it is told at once, with what was perhaps meant."""

import shutil

import pytest

from landkaart.programma import OWN
from landkaart.programma.kaart import NAMEN, OMTREK
from landkaart.programma.reading import MIJLPALEN, OVER, OngeldigProgramma, read_programma
from landkaart.settings import ROOT

ORDER = "De banden staan van slecht naar goed: ‘vanaf’ begint bij 0, loopt op en eindigt bij 100."
TWO = "twee getallen van {} tot en met {} bestaan, zoals [50, 54]."
IN_A_SENTENCE = "zoals het midden in een zin staat: ‘werkplein’."
PAIRS = '[regels]: ‘tegenspraak’ moet een lijst van paren zijn, zoals [["een", "twee"]].'


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(OWN, tmp_path / "programma")


def change(path, before, after, count=-1):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, count), encoding="utf-8")


def faults(folder):
    with pytest.raises(OngeldigProgramma) as error:
        read_programma(folder)
    head, *lines = str(error.value).splitlines()
    assert head == f"Van de map {folder} kan geen landkaart gemaakt worden:"
    return [line.removeprefix("- ") for line in lines]


def test_our_own_is_that_of_the_report():
    found = read_programma(OWN)

    assert (found.naam, found.landelijk, found.maanden) == ("SUWI-landkaart", "AKO", 4)
    assert (found.werkplein, found.werkpleinen) == ("werkplein", "werkpleinen")
    assert (found.tertaal, found.tertalen) == ("tertaal", "tertalen")
    assert [(band.code, band.vanaf) for band in found.banden] == [
        ("niet", 0), ("in_ontwikkeling", 33), ("gedeeltelijk", 66), ("volledig", 100),
    ]  # fmt: skip
    assert (len(found.fasen), len(found.mijlpalen)) == (6, 14)


@pytest.mark.parametrize(("naam", "shape"), [("kwartaal", (3, 9, 3, 3)), ("paraatheid", (4, 35, 5, 12))])
def test_the_examples_are_in_order(naam, shape):
    found = read_programma(ROOT / "docs" / "programmas" / naam)

    assert (len(found.fasen), len(found.mijlpalen), len(found.banden), found.maanden) == shape


def test_all_faults_of_both_files_are_told_at_once(folder):
    change(folder / OVER, "vanaf = 33", "vanaf = 66")
    change(folder / OVER, "bijna = 90", "bijna = 101")
    change(folder / OVER, '["ketenjaarplan", "visie', '["ketenjaarplannen", "visie')
    change(folder / MIJLPALEN, 'titel = "Arbeidsmarktanalyse', 'titl = "Arbeidsmarktanalyse')

    assert faults(folder) == [
        "Fase 2, mijlpaal 1: ‘titel’ ontbreekt.",
        "Fase 2, mijlpaal 1: ‘titl’ hoort hier niet. Bedoelt u ‘titel’?",
        "[regels]: ‘bijna’ moet een heel getal van 0 tot en met 100 zijn.",
        ORDER,
        "[regels] tegenspraak: er is geen mijlpaal ‘ketenjaarplannen’. Bedoelt u ‘ketenjaarplan’?",
    ]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("maanden = 4", "maanden = 5", "[periode]: ‘maanden’ moet 3, 4, 6 of 12 zijn."),
        ("maanden = 4", "maanden = 4.0", "[periode]: ‘maanden’ moet een heel getal van 3 tot en met 12 zijn."),
        ("maanden = 4", "maanden = true", "[periode]: ‘maanden’ moet een heel getal van 3 tot en met 12 zijn."),
        ('landelijk = "AKO"', 'landelijk = ""', "programma.toml: ‘landelijk’ moet een tekst op één regel zijn."),
        ('landelijk = "AKO"', 'landelijk = "A\\nO"', "programma.toml: ‘landelijk’ moet een tekst op één regel zijn."),
        ('naam = "SUWI-landkaart"', f'naam = "{"x" * 61}"', f"{OVER}: ‘naam’ is 61 tekens lang; dat mogen er 60 zijn."),
        ('werkplein = "werkplein"', 'werkplein = "werkplein!"', f"{OVER}: ‘werkplein’ moet een woord zijn, {IN_A_SENTENCE}"),
        ('meervoud = "tertalen"', 'meervoud = "4 tertalen"', f"[periode]: ‘meervoud’ moet een woord zijn, {IN_A_SENTENCE}"),
        ("vanaf = 0\n", "vanaf = 1\n", ORDER),
        ('naam = "Niet"', 'naam = "Volledig"', "‘naam’ van een band moet eigen zijn: ‘Volledig’ staat er 2 keer."),
        ('teken = "▼"', 'teken = "X"', "Band Niet: kies als ‘teken’ een van ▼ ■ ● ◆ ▲ ◀ ▶ ✚."),
        ('kleur = "#c2410c"', 'kleur = "rood"', "Band 1: ‘kleur’ moet een kleur zijn: # en zes tekens van 0 tot f."),
        ('kleur = "#c2410c"', 'kleur = "#fefefe"', "Band Niet: #ffffff is niet te lezen op #fefefe (1.0 op 1)."),
        ('laag_onder = "gedeeltelijk"', 'laag_onder = "deels"', "[regels] laag_onder: er is geen band ‘deels’."),
        ("tegenspraak = [", 'tegenspraak = [ ["een"],', PAIRS),
        ("[periode]\nnaam", "periode = 4\n[anders]\nnaam", "programma.toml: schrijf ‘periode’ als een tabel: [periode]."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(folder, before, after, fault):
    change(folder / OVER, before, after, 1)

    assert fault in faults(folder)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("midden = [52.15616056, 5.38763889]", "midden = [52.1]", f"[kaart]: ‘midden’ moet uit {TWO.format(-180, 180)}"),
        ("breedtegraad = [50, 54]", "breedtegraad = [50, 94]", f"[kaart]: ‘breedtegraad’ moet uit {TWO.format(-85, 85)}"),
        ("lengtegraad = [3, 8]", "lengtegraad = [8, 3]", "[kaart]: ‘lengtegraad’ loopt van klein naar groot."),
        ("lengtegraad = [3, 8]", "lengtegraad = [3, true]", f"[kaart]: ‘lengtegraad’ moet uit {TWO.format(-180, 180)}"),
    ],
)
def test_a_map_lies_somewhere(folder, before, after, fault):
    change(folder / OVER, before, after)

    assert faults(folder) == [fault]


@pytest.mark.parametrize("content", ["", "[]", '{"type": "Topology"}', '{"type": "Topology", "objects": {"land": {}}}'])
def test_a_map_has_outlines_that_can_be_drawn(folder, content):
    (folder / OMTREK).write_text(content, encoding="utf-8")

    assert faults(folder) == ["[kaart]: kaart/provincies.json moet TopoJSON zijn, met een object ‘provincies’."]


@pytest.mark.parametrize(
    "content", [None, "", "naam,breedtegraad,lengtegraad\n", "naam,x,y\nA,1,2\n", "naam,breedtegraad,lengtegraad\nA,B,C\n"]
)
def test_the_names_on_a_map_have_a_place(folder, content):
    (folder / NAMEN).write_text(content, encoding="utf-8") if content is not None else (folder / NAMEN).unlink()

    assert faults(folder) == [
        "[kaart]: kaart/namen.csv moet de kolommen naam, breedtegraad, lengtegraad hebben, met per provincie een regel."
    ]


def test_without_a_map_of_its_own_a_programme_has_that_of_the_netherlands():
    paraatheid = read_programma(ROOT / "docs" / "programmas" / "paraatheid")

    assert paraatheid.kaart == read_programma(OWN).kaart


@pytest.mark.parametrize("code", ["Met Hoofdletter", "totaal", "-begin", "é"])
def test_a_code_is_plain(folder, code):
    change(folder / MIJLPALEN, 'code = "arbeidsmarktanalyse"', f'code = "{code}"')

    assert f"‘{code}’ kan geen code zijn: gebruik kleine letters, cijfers en streepjes, en geen vast woord." in faults(
        folder
    )


def test_a_mijlpaal_has_a_sentence_for_each_band(folder):
    change(folder / OVER, 'code = "gedeeltelijk"', 'code = "half"')

    found = faults(folder)
    assert found.count("Fase 1, mijlpaal 1: ‘half’ ontbreekt.") == 1
    assert found.count("Fase 1, mijlpaal 1: ‘gedeeltelijk’ hoort hier niet.") == 1
    assert "[regels] laag_onder: er is geen band ‘gedeeltelijk’." in found


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b"naam = ", "programma.toml is geen TOML"), (b"naam = '\xff'", "programma.toml is geen UTF-8.")],
)
def test_a_file_that_cannot_be_read_is_named(folder, content, fault):
    (folder / OVER).write_bytes(content)

    assert faults(folder)[0].startswith(fault)


def test_there_is_no_programme_without_its_two_files(tmp_path):
    assert faults(tmp_path) == [
        "programma.toml staat er niet in, of is niet te lezen.",
        "mijlpalen.toml staat er niet in, of is niet te lezen.",
    ]
