"""A vraag in each vorm: drawn by the form, answered through it and through a workbook, counted."""

import io

import pytest
from openpyxl import load_workbook

from db.actions.aanleveringen import import_aanlevering
from db.actions.import_admission import admission_faults
from db.actions.vragen import add_vraag, take_over_vragen
from db.engine import read_session
from db.queries.clock import clock
from db.queries.vraag_antwoorden import uitslagen
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraagvorm import JA_OF_NEE, Vorm, VraagSoort
from landkaart.invoer.aanlevering import read_paths
from landkaart.web.downloads.outgoing import XLSX
from tests.steps.files import as_csv, write
from tests.steps.perform import perform
from tests.steps.small_landkaart import NU, everything, keep, make_uitvraag

VORMEN = {
    "Hoeveel klanten?": Vorm(VraagSoort.GETAL, "klanten"),
    "Hoe ver?": Vorm(VraagSoort.KEUZE, keuzes=("Niet", "Een deel", "Alles")),
    "Waarom?": Vorm(VraagSoort.TEKST),
    "Lukt het?": JA_OF_NEE,
}
GETAL, KEUZE, TEKST = ("antwoord/hoeveel-klanten", "antwoord/hoe-ver", "antwoord/waarom")


@pytest.fixture
def asked(open_round):
    for tekst, vorm in VORMEN.items():
        perform(add_vraag, tertaal=NU, tekst=tekst, vorm=vorm)


def said():
    with read_session() as session:
        found = vraag_antwoorden(session=session, werkplein="assen", tertaal=NU)
        return {code: each.antwoord for code, each in found.items()}


def test_the_form_is_told_how_each_is_answered(asked, form):
    assert form.state()["vragen"] == [
        {"code": "hoeveel-klanten", "tekst": "Hoeveel klanten?", "soort": "getal", "eenheid": "klanten", "keuzes": []},
        {"code": "hoe-ver", "tekst": "Hoe ver?", "soort": "keuze", "eenheid": "", "keuzes": ["Niet", "Een deel", "Alles"]},
        {"code": "waarom", "tekst": "Waarom?", "soort": "tekst", "eenheid": "", "keuzes": []},
        {"code": "lukt-het", "tekst": "Lukt het?"},
    ]


def test_each_is_saved_in_its_own_vorm_and_read_back_as_it_is_typed(asked, form):
    for veld, given, shown in ((GETAL, "1.200,50", "1200,5"), (KEUZE, "Een deel", "Een deel"), (TEKST, "Omdat.", "Omdat.")):
        assert form.save(veld, given).json()["veld"]["waarde"] == shown

    assert said() == {"hoeveel-klanten": "1200.5", "hoe-ver": "Een deel", "waarom": "Omdat."}


@pytest.mark.parametrize(
    ("veld", "given", "sentence"),
    [
        (GETAL, "veel", "Vul een getal in, zoals 12 of 12,5, zonder eenheid erachter."),
        (KEUZE, "ja", "Kies een van: Niet, Een deel, Alles."),
        (TEKST, "x" * 4001, "De tekst is te lang: 4001 tekens. Er passen er 4000."),
        ("antwoord/lukt-het", "12", "Kies ja of nee."),
    ],
)
def test_what_is_no_answer_is_refused_with_what_to_do(asked, form, veld, given, sentence):
    before = everything()

    answer = form.save(veld, given)

    assert (answer.status_code, answer.json()["zin"]) == (422, sentence)
    assert everything() == before


def test_an_emptied_text_is_no_answer_any_more(asked, form):
    seen = form.save(TEKST, "Omdat.").json()["veld"]["versie"]

    assert form.save(TEKST, " ", seen).json()["veld"]["waarde"] is None
    assert said() == {}


def test_a_workbook_comes_back_with_each_in_its_own_vorm(asked, form):
    form.save(GETAL, "12,5")
    book = load_workbook(io.BytesIO(form.client.get(f"{form.paper}.xlsx").content))
    rows = {row[1].value: row for row in book.worksheets[0].iter_rows(min_row=5) if row[1].value}
    assert rows["Hoeveel klanten? (klanten)"][3].value == "12,5"
    rows["Hoeveel klanten? (klanten)"][3].value = 40
    rows["Hoe ver?"][3].value = "alles"
    rows["Waarom?"][3].value = "Omdat het kan."
    packed = io.BytesIO()
    book.save(packed)

    send = {"content": packed.getvalue(), "headers": {"content-type": XLSX}}
    offered = form.client.post(f"{form.base}/werkmap", **send).json()
    assert [(each["wat"], each["oud"], each["nieuw"]) for each in offered["wijzigingen"]] == [
        ("Antwoord", "12,5 klanten", "40 klanten"), ("Keuze", "", "Alles"), ("Antwoord", "", "Omdat het kan."),
    ]  # fmt: skip
    form.client.post(f"{form.base}/werkmap?voorstel={offered['voorstel']}", **send)
    assert said() == {"hoeveel-klanten": "40", "hoe-ver": "Alles", "waarom": "Omdat het kan."}


def test_the_paper_has_room_for_each(asked, form):
    page = form.client.get(form.paper).text

    assert all(text in page for text in ("…… klanten", "</span> Een deel</p>", "Waarom?"))


VRAGEN = [["code", "tertaal", "tekst", "soort", "eenheid", "keuzes"]]
ANTWOORDEN = ["werkplein", "tertaal", "vraag", "antwoord", "toelichting"]


def deliver(tmp_path, antwoorden, vragen=VRAGEN):
    files = [write(tmp_path, "antwoorden.csv", as_csv(ANTWOORDEN, antwoorden, ";"))]
    if vragen[1:]:
        files.append(write(tmp_path, "vragen.csv", as_csv(vragen[0], vragen[1:], ";")))
    found = read_paths(files)
    with read_session() as session:
        faults = admission_faults(session=session, now=clock(session=session).now(), aanlevering=found)
    return found, [fault.reden for fault in [*found.faults, *faults]]


def test_files_bring_vragen_and_answers_in_each_vorm_and_the_second_time_nothing(open_round, tmp_path):
    vragen_file = [*VRAGEN, ["aantal", str(NU), "Hoeveel?", "getal", "klanten", ""],
                   ["hoe", str(NU), "Hoe ver?", "Eén uit een lijst", "", "Niet|Alles"]]  # fmt: skip
    antwoorden = [["assen", str(NU), "aantal", "1.200", ""], ["assen", str(NU), "hoe", "alles", "Zo."]]
    found, faults = deliver(tmp_path, antwoorden, vragen_file)
    assert faults == []

    perform(import_aanlevering, aanlevering=found)
    before = everything()
    perform(import_aanlevering, aanlevering=found)

    assert everything() == before
    with read_session() as session:
        counted = uitslagen(session=session, tertaal=NU)
    assert [each.antwoorden for each in counted] == [{"assen": "1200"}, {"assen": "Alles"}]
    vormen = [Vorm(VraagSoort.GETAL, "klanten"), Vorm(VraagSoort.KEUZE, "", ("Niet", "Alles"))]
    assert [each.vorm for each in counted] == vormen


def test_a_file_is_refused_in_the_words_of_the_form(asked, tmp_path):
    antwoorden = [["assen", str(NU), "hoeveel-klanten", "veel", ""], ["breda", str(NU), "hoe-ver", "ja", ""]]
    antwoorden.append(["breda", str(NU), "lukt-het", "misschien", ""])
    _, faults = deliver(tmp_path, antwoorden, [*VRAGEN, ["kort", str(NU), "Kort?", "keuze", "", "Niet"]])

    assert sorted(faults) == [
        "Geef 2 tot 12 mogelijkheden om uit te kiezen, elk op een regel.",
        "Kies een van: Niet, Een deel, Alles.",
        "Kies ja of nee.",
        "Vul een getal in, zoals 12 of 12,5, zonder eenheid erachter.",
    ]


def test_the_vragen_of_an_earlier_uitvraag_are_taken_over_as_they_were_asked(asked):
    later = Tertaal(2010, 1)
    keep(make_uitvraag(later))
    perform(add_vraag, tertaal=later, tekst="Lukt het?")

    perform(take_over_vragen, tertaal=later, uit=NU)

    with read_session() as session:
        found = vragen(session=session, tertaal=later)
    assert {each.tekst: each.vorm for each in found} == VORMEN
    with pytest.raises(OngeldigeInvoer, match="Uit 2009-2 is er geen vraag over te nemen die hier nog niet staat."):
        perform(take_over_vragen, tertaal=later, uit=NU)
