"""`importeer`: all of it or nothing, and all faults at once."""

import pytest

from db.engine import read_session
from db.queries.invullingen import indieningen
from db.queries.werkpleinen import names
from landkaart.domein.clock import system_now
from landkaart.domein.tertaal import Tertaal
from landkaart.surroundings import CONTENT
from tests.steps.files import SCORES, VRAGEN, WERKPLEIN, as_csv, scores, werkpleinen, write
from tests.steps.small_landkaart import VISIE, everything, log

NU = Tertaal(2009, 2)
REFUSED = "Er is niets ingelezen. Verbeter de bestanden en probeer het opnieuw."


def test_the_landkaart_of_2009_comes_in_once(database, landkaart):
    first = landkaart("importeer", CONTENT / "landkaart-2009")
    once = everything()
    second = landkaart("importeer", CONTENT / "landkaart-2009")

    assert (first.status, first.err) == (0, [])
    assert [line for line in first.out if not line.startswith("  ")] == [
        "Ingelezen:",
        "127 werkpleinen: 127 nieuw.",
        "6 uitvragen: 6 nieuw.",
        "3 vragen: 3 nieuw.",
        "164 antwoorden: 164 nieuw.",
        "125 AKO-indicaties: 125 nieuw.",
        "353 kengetallen: 353 nieuw.",
        "602 invullingen: 602 nieuw.",
        "18 afspraken van het Plan van Aanpak: 18 nieuw.",
        "Let op:",
    ]
    assert "  nieuw: 2008-1, 2008-2, 2008-3, 2009-1, 2009-2, 2009-3" in first.out
    other = "  landkaart-2009: niet gelezen, want geen bekende tabel: HERKOMST.md."
    assert first.out[-1] == other
    assert (second.status, second.err) == (0, [])
    assert second.out == ["Er is niets veranderd: alles stond er al zo in.", "Let op:", other]
    assert everything() == once


def test_whoever_has_a_shell_is_logged_as_the_operator(database, landkaart, tmp_path):
    landkaart("importeer", write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN)))

    assert set(log("door", "weg")) == {("opdrachtregel", "import")}


def test_single_files_one_after_another(database, landkaart, tmp_path):
    first = landkaart("importeer", write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN)))
    second = landkaart("importeer", write(tmp_path, "scores.csv", as_csv(SCORES, scores())))

    assert first.out == ["Ingelezen:", "1 werkplein: 1 nieuw.", "  nieuw: Assen"]
    assert second.out == ["Ingelezen:", "1 invulling: 1 nieuw.", "  nieuw in 2009-2: Assen"]


def test_a_bad_folder_names_every_fault_at_once_and_changes_nothing(database, landkaart, tmp_path):
    landkaart("importeer", write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN)))
    before = everything()
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, "werkpleinen.csv", werkpleinen(WERKPLEIN, "Breda!,Breda,Breda,Breda,Brabant,Brabant,5,4.77"))
    write(
        folder,
        "uitvragen.csv",
        "tertaal,opent,herinnering,sluit,actueel_vanaf\n2009-2,15-7-2009,15-8-2009,1-8-2009,1-4-2009\n",
    )
    rows = scores()
    rows[3][4] = "best goed"
    write(folder, "scores.csv", as_csv(SCORES, rows[:-1]))
    write(folder, "vragen.csv", as_csv(VRAGEN, [["integraal", "2009-4", "Lukt het?"]]))

    said = landkaart("importeer", folder)

    assert (said.status, said.out) == (1, [])
    assert said.err == [
        "scores.csv, regel 2, kolom mijlpaal: de invulling van assen over 2009-2 mist 1 van de 14 mijlpalen: "
        "klantverbetercyclus.",
        "scores.csv, regel 5, kolom band: ‘best goed’ is geen band. Kies uit Niet (0-32%), In ontwikkeling (33-65%), "
        "Gedeeltelijk (66-99%), Volledig (100%).",
        "uitvragen.csv, regel 2, kolom herinnering: De herinnering valt niet tussen de opening en de sluiting. Kies een "
        "moment daartussen.",
        "vragen.csv, regel 2, kolom tertaal: ‘2009-4’ is geen tertaal. "
        "Schrijf een jaar en een nummer van 1 tot 3, zoals 2009-2.",
        "werkpleinen.csv, regel 3, kolom code: ‘Breda!’ is geen code. Een code heeft 1 tot 60 tekens: kleine letters zonder "
        "accent, cijfers en streepjes, zoals alphen-aan-den-rijn.",
        "werkpleinen.csv, regel 3, kolom breedtegraad: De breedtegraad ligt op de kaart tussen 50 en 54 graden. Vul zo'n "
        "getal in.",
        REFUSED,
    ]
    assert everything() == before


def test_a_reference_to_what_is_nowhere_is_a_fault_like_any_other(database, landkaart, tmp_path):
    said = landkaart("importeer", write(tmp_path, "scores.csv", as_csv(SCORES, scores("breda"))))

    assert (said.status, said.out) == (1, [])
    assert said.err == ["scores.csv, regel 2, kolom werkplein: ‘breda’ is geen bekend werkplein.", REFUSED]
    assert everything()["logregel"] == []


def test_of_very_many_faults_it_shows_two_hundred_and_counts_the_rest(database, landkaart, tmp_path):
    rows = [f"Fout {number},Assen,Assen,Assen,Drenthe,Drenthe,53,7" for number in range(203)]

    said = landkaart("importeer", write(tmp_path, "werkpleinen.csv", werkpleinen(*rows)))

    assert (said.status, len(said.err)) == (1, 202)
    assert said.err[199].startswith("werkpleinen.csv, regel 201, kolom code: ‘Fout 199’ is geen code.")
    assert said.err[200:] == ["… en nog 3 fouten.", REFUSED]


def test_a_path_that_is_not_there_is_a_fault(database, landkaart, tmp_path):
    said = landkaart("importeer", tmp_path / "nergens")

    assert (said.status, said.out, said.err) == (1, [], ["nergens: dit bestand bestaat niet.", REFUSED])


def test_texts_come_back_as_they_were_delivered(database, landkaart, tmp_path):
    """A toelichting over more lines, what looks like a formula, and a name that is composed in another way."""
    toelichting = 'Eerste regel, met een komma.\nTweede met "aanhalingstekens".\n\n=1+1'
    rows = [[*row, ""] for row in scores("sudwest")]
    rows[2][5] = '"' + toelichting.replace('"', '""') + '"'
    rows[3][5] = "=1+1"
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN.replace("assen,Assen", "assen,=1+1"), SUDWEST))
    write(tmp_path, "scores.csv", as_csv([*SCORES, "toelichting"], rows))

    assert landkaart("importeer", tmp_path).status == 0
    once = everything()
    assert landkaart("importeer", tmp_path).out[0] == "Er is niets veranderd: alles stond er al zo in."

    assert everything() == once
    with read_session() as session:
        assert names(session=session) == {"assen": "=1+1", "sudwest": "S\u00fadwest-Frysl\u00e2n"}
        [version] = indieningen(session=session, werkplein="sudwest", tertaal=NU)
    assert version.toelichtingen == {VISIE: toelichting, "ketenjaarplan": "=1+1"}


SUDWEST = "sudwest,Su\u0301dwest-Frysla\u0302n,Sneek,Sneek,Frysla\u0302n,Friesland,53.03,5.66"
assert len(SUDWEST) > len("sudwest,Súdwest-Fryslân,Sneek,Sneek,Fryslân,Friesland,53.03,5.66")


@pytest.mark.parametrize("name", ["scores.xlsx", "lijst.csv", "scores.txt"])
def test_a_file_that_cannot_be_a_table_is_a_fault(database, landkaart, tmp_path, name):
    said = landkaart("importeer", write(tmp_path, name, "werkplein,tertaal\n"))

    assert (said.status, said.out) == (1, [])
    assert said.err[0].startswith(f"{name}: ")
    assert said.err[1:] == [REFUSED]


def test_after_the_closing_it_takes_a_word_more_and_the_tables_stay(landkaart_2009, landkaart, tmp_path, set_clock):
    # A file says in which minute it was made.
    set_clock(system_now())
    landkaart("exporteer", "--tertaal", "2009-2", "--naar", tmp_path / "eerst")
    other = write(tmp_path, "scores.csv", as_csv(SCORES, scores(day="2009-08-31", band="niet")))
    before = everything()

    refused = landkaart("importeer", other)

    assert (refused.status, refused.out, refused.err[1:]) == (1, [], [REFUSED])
    assert refused.err[0].startswith("scores.csv, regel 2, kolom tertaal: 2009-2 is bij de sluiting vastgesteld.")
    assert everything() == before

    taken = landkaart("importeer", other, "--na-sluiting")

    assert (taken.status, taken.err) == (0, [])
    assert taken.out == [
        "Ingelezen:",
        "1 invulling: 1 gewijzigd.",
        "  gewijzigd in 2009-2: Assen",
        "De vastgestelde tabellen zijn niet veranderd. De pagina's tonen wat na de sluiting is gewijzigd.",
    ]
    landkaart("exporteer", "--tertaal", "2009-2", "--naar", tmp_path / "later")
    assert contents(tmp_path / "eerst") == contents(tmp_path / "later")
    assert landkaart("importeer", other).out == ["Er is niets veranderd: alles stond er al zo in."]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}
