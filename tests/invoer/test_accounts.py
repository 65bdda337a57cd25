"""accounts and contacten as people send them."""

import pytest

from landkaart.domein.rollen import Rol
from landkaart.invoer.aanlevering import read_paths
from tests.steps.files import accounts, as_xlsx, contacten, faults, read, workbook, write

NAMEN = {"assen": "Assen", "breda": "Breda", "emmen": "Emmen, Coevorden", "gooi": "Gooi en Vechtstreek"}
WITH_COORDINATOR = "adres,naam,organisatie,rol,werkpleinen,coordinator"


def account(tmp_path, row: str, header: str = WITH_COORDINATOR):
    """What becomes of one row, with the namen of the werkpleinen known."""
    [found] = read_paths([write(tmp_path, "accounts.csv", accounts(row, header=header))], namen=NAMEN).accounts
    return found


def refused(tmp_path, row: str, header: str = WITH_COORDINATOR) -> list[str]:
    found = read_paths([write(tmp_path, "accounts.csv", accounts(row, header=header))], namen=NAMEN)
    return [f"{fault.kolom}: {fault.reden}" for fault in found.faults]


def test_a_row_is_read_with_its_address_in_small_letters(tmp_path):
    found = account(tmp_path, "Jan@Gemeente.NL,Jan Jansen,UWV,Werkplein,assen,")

    assert (found.adres, found.naam, found.organisatie, found.rol) == ("jan@gemeente.nl", "Jan Jansen", "UWV", Rol.WERKPLEIN)
    assert (found.werkpleinen, found.coordinator, found.regel) == (("assen",), None, 2)


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ('"assen, breda"', ("assen", "breda")),
        ("assen; Breda ;", ("assen", "breda")),
        ("Assen|breda|assen", ("assen", "breda")),
        ('"Assen\nBreda"', ("assen", "breda")),
        ('"Emmen, Coevorden"', ("emmen",)),
        ("Gooi en Vechtstreek", ("gooi",)),
    ],
    ids=["commas", "semicolons", "bars", "lines", "a comma in a naam", "en in a naam"],
)
def test_several_werkpleinen_stand_in_one_cell_by_code_or_naam(tmp_path, cell, codes):
    assert account(tmp_path, f"jan@gemeente.nl,Jan,,werkplein,{cell},").werkpleinen == codes


@pytest.mark.parametrize(
    ("cell", "found"), [("", None), ("Ja", "ja"), ("nee", ()), ("breda", ("breda",)), ('"Breda,assen"', ("breda", "assen"))]
)
def test_of_which_he_is_coordinator_is_all_none_some_or_not_said(tmp_path, cell, found):
    assert account(tmp_path, f'jan@gemeente.nl,Jan,,werkplein,"assen,breda",{cell}').coordinator == found


@pytest.mark.parametrize(
    ("written", "adres"),
    [("mailto:jan@uwv.nl", "jan@uwv.nl"), ("Jan Jansen <Jan@uwv.nl>", "jan@uwv.nl"), (" jan@uwv.nl ", "jan@uwv.nl")],
)
def test_an_address_is_read_as_mail_programs_copy_it(tmp_path, written, adres):
    assert account(tmp_path, f"{written},Jan,,lezer,,").adres == adres


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        ("jan,Jan,,lezer,,", ["adres: ‘jan’ is geen e-mailadres. Schrijf één adres als naam@organisatie.nl."]),
        (
            "jan@uwv.nl; piet@uwv.nl,Jan,,lezer,,",
            ["adres: ‘jan@uwv.nl; piet@uwv.nl’ is geen e-mailadres. Schrijf één adres als naam@organisatie.nl."],
        ),
        ("jan@uwv.nl,,,lezer,,", ["naam: de cel is leeg."]),
        ("jan@uwv.nl,Jan,,baas,,", ["rol: ‘baas’ is geen rol. Kies uit werkplein, ako, beheer, lezer."]),
        ("jan@uwv.nl,Jan,,werkplein,,", ["werkpleinen: Kies minstens één werkplein."]),
        ("jan@uwv.nl,Jan,,ako,assen,", ["werkpleinen: De rol AKO heeft geen eigen werkplein."]),
        (
            "jan@uwv.nl,Jan,,werkplein,Assem; Bredda!,",
            ["werkpleinen: ‘Assem’ is geen bekend werkplein. ‘Bredda!’ is geen bekend werkplein."],
        ),
        ("jan@uwv.nl,Jan,,werkplein,Assem,", ["werkpleinen: ‘Assem’ is geen bekend werkplein. Is assen bedoeld?"]),
        (
            "jan@uwv.nl,Jan,,werkplein,assen,breda",
            ["coordinator: ‘breda’ is geen van de werkpleinen op deze regel."],
        ),
    ],
)
def test_what_cannot_be_is_said_with_its_column(tmp_path, row, sentences):
    assert refused(tmp_path, row) == sentences


def test_every_fault_of_a_file_comes_at_once(tmp_path):
    rows = ("jan,,,baas,,", "piet@uwv.nl,Piet,,werkplein,,", "piet@uwv.nl,Piet,,lezer,,")

    assert [
        line.partition(": ")[0] for line in faults(write(tmp_path, "accounts.csv", accounts(*rows, header=WITH_COORDINATOR)))
    ] == [
        "accounts.csv, regel 2, kolom adres",
        "accounts.csv, regel 2, kolom naam",
        "accounts.csv, regel 2, kolom rol",
        "accounts.csv, regel 3, kolom werkpleinen",
        "accounts.csv, regel 4, kolom adres",
    ]


def test_one_address_in_two_kinds_of_letters_stands_there_twice(tmp_path):
    path = write(tmp_path, "accounts.csv", accounts("jan@uwv.nl,Jan,,lezer,", "JAN@uwv.nl,Jan,,lezer,"))

    assert faults(path) == ["accounts.csv, regel 3, kolom adres: ‘jan@uwv.nl’ staat ook op regel 2."]


def test_a_workbook_is_read_by_the_same_rules(tmp_path):
    rows = [
        ["Adres", "Naam", "Organisatie", "Rol", "Werkpleinen"],
        ["jan@uwv.nl", "Jan", "UWV", "Werkplein", "assen; breda"],
    ]

    found = read(write(tmp_path, "accounts.xlsx", as_xlsx(workbook(*rows))))

    assert (found.faults, found.accounts[0].werkpleinen) == ((), ("assen", "breda"))


def test_a_file_that_is_nearly_called_so_is_not_passed_over(tmp_path):
    write(tmp_path, "account (1).csv", accounts("jan@uwv.nl,Jan,,lezer,"))

    [said] = faults(tmp_path)
    assert said.startswith("account (1).csv: dit lijkt de tabel accounts, maar heet niet zo. Noem het bestand accounts.csv")


def test_a_contact_is_read_and_is_shared_only_when_that_is_said(tmp_path):
    path = write(tmp_path, "contacten.csv", contacten("assen,Jo de Boer,Jo@Assen.nl,ja", "breda,Bo,bo@breda.nl,"))

    found = [(each.werkplein, each.naam, each.adres, each.gedeeld) for each in read(path).contacten]

    assert found == [("assen", "Jo de Boer", "jo@assen.nl", True), ("breda", "Bo", "bo@breda.nl", None)]


def test_a_werkplein_has_one_contact(tmp_path):
    path = write(tmp_path, "contacten.csv", contacten("assen,Jo,jo@assen.nl,misschien", "assen,Bo,bo@assen.nl,"))

    assert faults(path) == [
        "contacten.csv, regel 2, kolom gedeeld: ‘misschien’ is geen ja of nee. Kies uit ja, nee.",
        "contacten.csv, regel 3, kolom werkplein: ‘assen’ staat ook op regel 2.",
    ]
