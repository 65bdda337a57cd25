"""A file is read as it was written, or refused with the line: never in letters that nobody typed."""

import codecs

import pytest

from landkaart.invoer.encoding import encoding_of
from landkaart.invoer.faults import Onleesbaar
from tests.steps.files import faults, read, werkpleinen, write

# Of places, of people, and what is written in a toelichting.
NAMEN = (
    "Súdwest-Fryslân", "Noardeast-Fryslân", "Gaasterlân-Sleat", "Skarsterlân", "Opsterlân", "Kollumerlân", "Wûnseradiel",
    "Hûns", "Bûtenpost", "Wâldsein", "Âldeboarn", "Âldtsjerk", "Tsjûkemar", "Lytse Súd", "skûtsje", "stêd", "nêst",
    "België", "Coevorden één", "Coëlho", "financiële", "geïmplementeerd", "coördinatie", "cliënten", "ideeën", "reünie",
    "vacuüm", "ruïne", "privé", "café", "barrière", "scène", "crème", "enquête", "façade", "Curaçao", "Françoise", "José",
    "André", "René", "Noël", "Michaël", "Israël", "Daniël", "Zoë", "Chloë", "Hélène", "Thérèse", "vóór", "dóór",
    "FRYSLÂN", "SÚDWEST-FRYSLÂN", "EÉN", "REÜNIE", "CAFÉ",
)  # fmt: skip
WINDOWS_ONLY = ("’s-Hertogenbosch", "foto’s", "‘zo’", "zo’n")
SYSTEMS = {"cp1252": "cp1252", "mac_roman": "mac_roman", "cp850": "cp858", "cp437": "cp858", "cp858": "cp858"}


def file_of(*namen: str) -> str:
    return "code;naam\n" + "".join(f"x{number};{naam}\n" for number, naam in enumerate(namen))


def can_write(naam: str, encoding: str) -> bool:
    return naam.encode(encoding, "ignore").decode(encoding) == naam


@pytest.mark.parametrize(
    ("naam", "encoding"), [(naam, system) for naam in NAMEN for system in SYSTEMS if can_write(naam, system)]
)
def test_every_naam_alone_comes_back_as_it_was(naam, encoding):
    data = file_of(naam).encode(encoding)

    assert data.decode(encoding_of(data)) == file_of(naam)


@pytest.mark.parametrize("naam", WINDOWS_ONLY)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_curly_quotes_too_where_a_system_has_them(naam, encoding):
    data = file_of(naam).encode(encoding)

    assert data.decode(encoding_of(data)) == file_of(naam)


@pytest.mark.parametrize(("encoding", "found"), SYSTEMS.items())
def test_all_of_them_in_one_file_are_read_in_the_encoding_of_the_file(encoding, found):
    written = [naam for naam in NAMEN if naam.encode(encoding, "ignore").decode(encoding) == naam]

    assert encoding_of(file_of(*written).encode(encoding)) == found


@pytest.mark.parametrize(
    "data",
    [
        file_of("Fryslân").encode("utf-8"),
        file_of("Fryslân").encode("utf-8-sig"),
        file_of("Fryslân").encode("utf-16"),
        codecs.BOM_UTF16_BE + file_of("Fryslân").encode("utf-16-be"),
        file_of("Fryslân").encode("utf-16-le"),
        file_of("Fryslân").encode("utf-16-be"),
        file_of("Fryslân").encode("ascii", "xmlcharrefreplace"),
    ],
    ids=["utf-8", "with a mark", "utf-16", "utf-16-be", "utf-16-le without a mark", "utf-16-be without a mark", "ascii"],
)
def test_unicode_is_known_by_its_bytes(data):
    assert data.decode(encoding_of(data)).lstrip("\ufeff") in (file_of("Fryslân"), file_of("Frysl&#226;n"))


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        (b"Sj\x94rs", "‘Sj”rs’ (Windows) of ‘Sjîrs’ (Mac) of ‘Sjörs’ (MS-DOS)"),
        (b"\x81", "‘Å’ (Mac) of ‘ü’ (MS-DOS)"),
        ("Fryslân".encode() + b" caf\xe9", "‘FryslÃ¢n’ (Windows) of ‘Frysl√¢n’ (Mac) of ‘Frysl├ón’ (MS-DOS)"),
    ],
    ids=["two readings are as good", "a letter alone", "two encodings in one file"],
)
def test_letters_that_may_be_either_are_refused_with_their_line_and_what_they_may_be(word, readings):
    with pytest.raises(Onleesbaar) as caught:
        encoding_of(b"code;naam\nx;Assen\ny;" + word + b"\n")

    assert (caught.value.regel, str(caught.value)) == (
        3,
        f"welke letters hier staan is niet te zien ({readings}). Bewaar het bestand opnieuw als ‘CSV UTF-8’.",
    )


def test_a_file_in_the_code_page_of_ms_dos_is_read_to_its_mark_of_the_end(tmp_path):
    row = "sneek,Súdwest-Fryslân,Sneek,Sneek,Fryslân,Friesland,53.03,5.66"
    path = write(tmp_path, "werkpleinen.csv", werkpleinen(row).replace("\n", "\r\n").encode("cp850") + b"\x1a")

    assert faults(path) == []
    assert [record.naam for record in read(path).werkpleinen] == ["Súdwest-Fryslân"]
