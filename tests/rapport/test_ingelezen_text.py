from landkaart.domein.ingelezen import Ingelezen, Rij
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.tables import TABLES
from landkaart.rapport.ingelezen_text import EXPLAINED, WORDS, ingelezen_text, remarks

NU, VORIG = Tertaal(2009, 3), Tertaal(2009, 2)


def test_it_says_how_many_of_each_and_who_by_tertaal():
    found = {
        "werkpleinen": Ingelezen([Rij("Urk")]),
        "uitvragen": Ingelezen(gelijk=2),
        "scores": Ingelezen([Rij("Assen", NU), Rij("Zwolle", VORIG)], [Rij("Breda", NU)], 1_200),
        "vragen": Ingelezen(),
    }

    assert list(ingelezen_text(found)) == [
        "1 werkplein: 1 nieuw.",
        "  nieuw: Urk",
        "2 uitvragen: 2 gelijk.",
        "1.203 invullingen: 2 nieuw, 1 gewijzigd, 1.200 gelijk.",
        "  nieuw in 2009-3: Assen",
        "  nieuw in 2009-2: Zwolle",
        "  gewijzigd in 2009-3: Breda",
    ]


def test_one_of_anything_is_said_as_one():
    one = Ingelezen(gelijk=1)
    tables = ("werkpleinen", "uitvragen", "scores", "vragen", "antwoorden", "ako_indicatie")

    assert list(ingelezen_text(dict.fromkeys(tables, one))) == [
        f"1 {word}: 1 gelijk." for word in ("werkplein", "uitvraag", "invulling", "vraag", "antwoord", "AKO-indicatie")
    ]


def test_who_gave_more_answers_is_named_once():
    found = {"antwoorden": Ingelezen([Rij("Assen", NU), Rij("Assen", NU)])}

    assert list(ingelezen_text(found)) == ["2 antwoorden: 2 nieuw.", "  nieuw in 2009-3: Assen"]


def test_of_very_many_it_names_some_and_counts_the_rest():
    found = {"werkpleinen": Ingelezen([Rij(f"Plein {number}") for number in range(1_152)])}

    [_, named] = ingelezen_text(found)
    assert named.startswith("  nieuw: Plein 0, Plein 1, ")
    assert named.endswith(", Plein 149 en nog 1.002")


def test_of_every_file_that_comes_in_it_is_said_what_stands_in_it_and_what_a_row_is_called():
    assert set(TABLES) == set(EXPLAINED) == set(WORDS)


def test_who_stays_closed_though_the_file_leaves_it_empty_is_said():
    one, two = (Ingelezen(gelijk=3, gesloten=namen) for namen in (["Urk"], ["Urk", "Ede"]))

    assert remarks({"werkpleinen": one}) == [
        "gesloten blijft Urk: een bestand neemt geen sluiting terug. Dat kan op Beheer."
    ]
    assert remarks({"werkpleinen": two})[0].startswith("gesloten blijven Urk en Ede: ")
    assert remarks({"werkpleinen": Ingelezen(gelijk=3)}) == []
