import pytest

from landkaart.invoer.faults import Fault, gather, printable, quote


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (Fault("scores.csv", 12, "band", "de cel is leeg."), "scores.csv, regel 12, kolom band: de cel is leeg."),
        (Fault("scores.csv", 12, None, "te kort."), "scores.csv, regel 12: te kort."),
        (Fault("scores.csv", None, None, "het bestand is leeg."), "scores.csv: het bestand is leeg."),
    ],
)
def test_a_fault_is_a_sentence_that_leaves_out_what_it_does_not_know(fault, sentence):
    assert str(fault) == sentence


def test_a_quoted_value_is_cut_at_forty_characters():
    assert quote("a" * 40) == f"‘{'a' * 40}’"
    assert quote("a" * 41) == f"‘{'a' * 39}…’"


@pytest.mark.parametrize("sign", ["\x1b", "\r", "\n", "\0", "\u202e", "\ud800"])
def test_nothing_that_moves_the_cursor_or_turns_the_writing_round_reaches_the_terminal(sign):
    assert printable(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


def of_lines(*regels: int | None, reden: str = "de cel is leeg.") -> list[Fault]:
    return [Fault("scores.csv", regel, "band", reden) for regel in regels]


@pytest.mark.parametrize(
    ("faults", "sentences"),
    [
        (of_lines(2), ["scores.csv, regel 2, kolom band: de cel is leeg."]),
        (of_lines(2, 3), ["scores.csv, regels 2 t/m 3, kolom band: de cel is leeg."]),
        (of_lines(*range(2, 16)), ["scores.csv, regels 2 t/m 15, kolom band: de cel is leeg."]),
        (of_lines(2, 4, 5), ["scores.csv, regels 2, 4 t/m 5, kolom band: de cel is leeg."]),
        # Ten groups are written, and how many lines there are besides.
        (
            of_lines(*range(2, 44, 4), 43),
            ["scores.csv, regels 2, 6, 10, 14, 18, 22, 26, 30, 34, 38 en nog 2 regels, kolom band: de cel is leeg."],
        ),
        # Said once, though two checks found it.
        (of_lines(2, 2), ["scores.csv, regel 2, kolom band: de cel is leeg."]),
        # Each at the place of its first line; another sentence or another file stays apart.
        (
            [*of_lines(2), *of_lines(3, reden="te kort."), *of_lines(4), Fault("vragen.csv", 4, "band", "de cel is leeg.")],
            [
                "scores.csv, regels 2, 4, kolom band: de cel is leeg.",
                "scores.csv, regel 3, kolom band: te kort.",
                "vragen.csv, regel 4, kolom band: de cel is leeg.",
            ],
        ),
        ([Fault("scores.csv", None, None, "het is leeg.")], ["scores.csv: het is leeg."]),
    ],
)
def test_what_is_wrong_in_the_same_way_on_more_lines_is_said_once(faults, sentences):
    assert list(map(str, gather(faults))) == sentences
