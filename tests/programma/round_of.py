"""A whole round of whatever programme LANDKAART_PROGRAMMA names, from files to its report.

Not collected by itself: `test_whole_way.py` runs it in a process for each example, for a programme is read once.
"""

import csv
import html
import io
import json
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.act import begin_act
from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer
from db.actions.momentopnamen import freeze
from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import HOOGSTE, LAAGSTE, Band
from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.herinnering import standard_texts
from landkaart.domein.invulling import Veld
from landkaart.domein.planning import Planning
from landkaart.domein.rechten import klok
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer import formulier
from landkaart.programma import programma
from landkaart.rapport import files
from landkaart.rapport.figuur_by_name import FIGUREN
from landkaart.screens import Screen
from landkaart.web.serving import map_outlines
from tests.pages.shown import sight_of
from tests.steps.accounts import session_of, session_of_coordinator, sign_in_as
from tests.steps.command_line import run_command
from tests.steps.drive import form_of, texts, visit
from tests.steps.programs import program_of
from tests.steps.visitors import browser_of

WERKPLEINEN = ("assen", "breda", "ede", "venlo", "zwolle")
# Assen fills in by hand what is asked now; Zwolle does not.
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NU = Tertaal.of(NOW.date())
BEFORE = [NU.before(steps) for steps in (3, 2, 1)]


# Who comes on a page that the AKO has not.
OTHERS = {
    Screen.INVULLEN: lambda: session_of("werkplein", ["assen"]),
    Screen.COLLEGAS: lambda: session_of_coordinator(["assen"]),
    Screen.BEHEER: lambda: session_of("beheer"),
}


OF_ASSEN = {"werkplein": "assen"}
# How our own programme calls who fills in and what one round is about.
OURS = re.compile(r"[^\n]*\b(?:werkplein|tertaal|tertalen)[^\n]*", re.IGNORECASE)
# What is no sentence: names of files that one brings and of their columns, parts of an address, what programs fill in.
NAMES = re.compile(
    r"`[^`]*`|[?&/][\w=/-]+|\]\([^)]*\)|\w*[_.]\w+|\{\w+\}|\S+@\S+"
    r"|\*\*\w+\*\*: |:small\[[^\]]*\]|(?:[a-z_]+, )+[a-z_]+ \(\d+\)"
)


def of_ours(said: str) -> list[str]:
    """The lines in which a reader would meet a word of another programme."""
    return OURS.findall(NAMES.sub("", said))


def band_at(chance: random.Random) -> Band:
    return chance.choice(list(Band))


@pytest.fixture
def landkaart(monkeypatch, capsys):
    return partial(run_command, monkeypatch, capsys)


@pytest.fixture
def given() -> dict[tuple[str, str, str], Band]:
    """What each werkplein answered before, by werkplein, tertaal and mijlpaal."""
    chance = random.Random(1)
    return {
        (code, str(tertaal), mijlpaal): band_at(chance)
        for tertaal in BEFORE
        for code in WERKPLEINEN
        for mijlpaal in catalogus().codes
    }


@pytest.fixture
def filled(given, database, landkaart, set_clock, tmp_path: Path) -> Path:
    """What was before came in by files; the uitvraag of now is open."""
    set_clock(NOW)
    planned = {tertaal: Planning.usual(tertaal).uitvraag(tertaal) for tertaal in [*BEFORE, NU]}
    write(tmp_path / "werkpleinen.csv", [
        {"code": code, "naam": code.capitalize(), "plaats": code.capitalize(), "gemeente": code.capitalize(),
         "provincie": "Drenthe", "arbeidsmarktregio": "Noord", "breedtegraad": "52.9", "lengtegraad": str(5 + number / 9)}
        for number, code in enumerate(WERKPLEINEN)
    ])  # fmt: skip
    write(tmp_path / "uitvragen.csv", [
        {"tertaal": str(tertaal), "opent": day(each.opent), "herinnering": day(each.herinnering), "sluit": day(each.sluit),
         "actueel_vanaf": day(each.actueel_vanaf)}
        for tertaal, each in planned.items()
    ])  # fmt: skip
    write(tmp_path / "scores.csv", [
        {"werkplein": code, "tertaal": tertaal, "ingevuld_op": day(planned[Tertaal.parse(tertaal)].herinnering),
         "mijlpaal": mijlpaal, "band": band.code}
        for (code, tertaal, mijlpaal), band in given.items()
    ])  # fmt: skip
    said = landkaart("importeer", *sorted(tmp_path.glob("*.csv")))
    assert (said.status, said.err) == (0, [])
    return tmp_path


def day(moment: datetime) -> str:
    return moment.astimezone().date().isoformat()


def write(path: Path, rows: list[dict[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def naive_score(answers: list[Band]) -> float:
    return sum(programma().banden[band].vanaf for band in answers) / len(answers)


def answers_of(given, code: str, tertaal: Tertaal) -> list[Band]:
    return [given[code, str(tertaal), mijlpaal] for mijlpaal in catalogus().codes]


def test_a_round_from_files_to_its_tables(filled, given, set_clock):
    manager = sign_in_as("werkplein", ["assen"])
    first, *others = catalogus().codes
    with begin_act(manager) as act:
        confirm(act, werkplein="assen", tertaal=NU, mijlpalen=others)
        save_answer(act, veld=Veld("assen", NU, first), band=HOOGSTE)
        submit(act, werkplein="assen", tertaal=NU)
    set_clock(Planning.usual(NU).uitvraag(NU).sluit + timedelta(hours=1))
    with begin_act(klok()) as act:
        freeze(act)

    with read_session() as session:
        beeld = tertaalbeeld(session=session, tertaal=NU)

    of_assen = [HOOGSTE, *answers_of(given, "assen", NU.before())[1:]]
    stood = {code: of_assen if code == "assen" else answers_of(given, code, NU.before()) for code in WERKPLEINEN}
    assert beeld.gesloten
    assert dict(beeld.stand.scores()) == {code: pytest.approx(naive_score(bands)) for code, bands in stood.items()}
    for place, code in enumerate(catalogus().codes):
        counted = beeld.stand.per_mijlpaal().aantal.loc[code]
        assert [counted[band.code] for band in Band] == [
            sum(bands[place] is band for bands in stood.values()) for band in Band
        ]
    assert [str(each) for each in beeld.geschiedenis] == [str(each) for each in [*BEFORE, NU]]


@pytest.mark.parametrize("screen", list(Screen))
def test_every_page_opens(filled, screen):
    who = OTHERS[screen]() if screen in OTHERS else session_of("ako")
    at = visit(screen, sessie=who)

    assert not at.exception
    assert at.title or at.markdown
    said = texts(at) + sight_of(at)
    other = "Volledig" if HOOGSTE.label != "Volledig" else "Klaar"
    assert other not in said
    assert of_ours(said) == []
    assert "14 mijlpalen" not in said


def test_the_form_asks_every_mijlpaal_in_every_band(filled):
    _, given = form_of(visit(Screen.INVULLEN, rol="werkplein", werkpleinen=["assen"]))

    asked = [mijlpaal for fase in given["fasen"] for mijlpaal in fase["mijlpalen"]]
    assert len(asked) == N_MIJLPALEN
    assert {tuple(band["label"] for band in each["banden"]) for each in asked} == {tuple(band.label for band in Band)}
    assert f"1 t/m {len(Band)} kiest" in given["zinnen"]["toetsen"]
    assert of_ours("\n".join(given["zinnen"].values())) == []


def test_the_report_and_the_sheets_and_the_export_are_made(filled, landkaart, tmp_path):
    last = str(NU.before())

    made = {
        command: landkaart(command, "--tertaal", last, "--naar", tmp_path / command, *options)
        for command, *options in (("rapport", "--levend"), ("exporteer",), ("werkpleinbladen",))
    }

    assert {command: said.status for command, said in made.items()} == {"rapport": 0, "exporteer": 0, "werkpleinbladen": 0}
    report = next((tmp_path / "rapport").glob("*.html")).read_text(encoding="utf-8")
    assert all(band.label in report for band in Band)
    assert of_ours(html.unescape(re.sub("<(style|script).*?</\\1>|<[^>]*>", "\n", report, flags=re.DOTALL))) == []
    assert all(mijlpaal.titel in html.unescape(report) for mijlpaal in catalogus().mijlpalen)


@pytest.mark.parametrize("naam", [*files.TABLES])
def test_every_table_is_handed_out(filled, naam):
    assert browser_of("ako").get(f"/download/{NU.before()}/{naam}.csv").status_code == 200


@pytest.mark.parametrize("naam", [*FIGUREN, "werkplein-score", "werkplein-mijlpalen"])
def test_every_figure_is_drawn(filled, naam):
    answer = browser_of("ako").get(f"/figuur/{NU.before()}/{naam}.svg?werkplein=assen")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml"), answer.text
    assert of_ours(html.unescape(re.sub("<[^>]*>", "\n", answer.text))) == []


def test_the_map_is_that_of_the_programme(filled):
    kaart = programma().kaart

    assert browser_of("ako").get(map_outlines.place()).json() == json.loads(kaart.omtrek.read_text(encoding="utf-8"))
    assert kaart.bron in texts(visit(Screen.KAART, rol="ako"))


def test_the_workbooks_say_the_words_of_the_programme(filled):
    whole = browser_of("ako").get(f"/download/{NU.before()}/landkaart-{NU.before()}.xlsx")
    form = browser_of("werkplein", ["assen"]).get(f"/formulier/assen/{NU}.xlsx")

    for answer in (whole, form):
        assert answer.status_code == 200
        sheets = load_workbook(io.BytesIO(answer.content)).worksheets
        said = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
        assert {mijlpaal.titel for mijlpaal in catalogus().mijlpalen} <= {text.split(". ", 1)[-1] for text in said}
        assert any(LAAGSTE.label in text for text in said)
        assert of_ours("\n".join(said)) == []


def test_a_workbook_that_was_filled_in_is_read_back(filled):
    client = browser_of("werkplein", ["assen"])
    book = load_workbook(io.BytesIO(client.get(f"/formulier/assen/{NU}.xlsx").content))
    # The yellow column of the first mijlpaal, and of the second.
    book.active["D5"], book.active["D6"] = HOOGSTE.label, f"{LAAGSTE.range}"
    out = io.BytesIO()
    book.save(out)

    found = formulier.read(out.getvalue(), "assen", NU, {}, {})

    first, second = catalogus().codes[:2]
    assert found.fouten == []
    assert [(each.deel, each.waarde) for each in found.ingevuld] == [(("band", first), HOOGSTE), (("band", second), LAAGSTE)]


def test_the_form_on_paper_has_every_sentence(filled):
    answer = browser_of("werkplein", ["assen"]).get(f"/formulier/assen/{NU}")

    assert answer.status_code == 200
    assert all(zin in html.unescape(answer.text) for each in catalogus().mijlpalen for zin in each.banden)


def test_programs_read_what_the_programme_calls_a_tertaal(filled):
    program = program_of("ako")

    rows = program.get(f"/api/v1/tertalen/{NU.before()}/standen?perPagina=100").json()
    assert rows
    document = program.get("/api/v1/openapi.json").json()
    assert f"[1-{12 // programma().maanden}]" in json.dumps(document)
    assert of_ours("\n".join(said_in(document))) == []


def said_in(document: object) -> Iterator[str]:
    """What people read in the description of an interface."""
    if isinstance(document, dict):
        said = (document.get(name) for name in ("title", "summary", "description"))
        yield from (text for text in said if isinstance(text, str))
        document = [*document.values()]
    if isinstance(document, list):
        for each in document:
            yield from said_in(each)


def test_mails_say_what_it_is_about_in_the_words_of_the_programme():
    assert [of_ours(f"{onderwerp}\n{tekst}") for onderwerp, tekst in standard_texts().values()] == [[]] * len(
        standard_texts()
    )


@pytest.mark.parametrize(("screen", "asked"), [("begin", {}), ("werkplein", OF_ASSEN), ("leren", OF_ASSEN)])
def test_who_fills_in_reads_the_words_of_the_programme_as_well(filled, screen, asked):
    at = visit(screen, sessie=session_of("werkplein", ["assen"]), **asked)

    assert of_ours(texts(at) + sight_of(at)) == []
