"""What programs can read, each with what its owner may see."""

import csv
import io
import json

import pytest
from sqlalchemy import update

from db import models
from db.engine import write_session
from landkaart.domein.clock import system_now
from landkaart.web.api_v1 import routes
from landkaart.web.api_v1.bronnen import bronnen
from tests.steps.programs import program, program_of, token_of
from tests.steps.visitors import browser, browser_of

V1 = "/api/v1"
FASEN = f"{V1}/tertalen/2009-2/fasen"
PROBLEM = "application/problem+json"
PATHS = [f"{V1}{each.pad}".replace("{tertaal}", "2009-2") for each in bronnen()]
OF_EVERYBODY = [path for path in PATHS if not path.endswith("/respons")]


def test_table_2_is_that_of_the_report(landkaart_2009):
    answer = program_of("lezer").get(FASEN)

    found = answer.json()
    assert (answer.status_code, found["totaal"], found["vastgesteld"]) == (200, 7, True)
    assert found["uitgave"] == "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur"
    assert found["resultaten"][0] == {
        "fase": "Gemiddelde score (totaal)",
        "aantal_werkpleinen": 125,
        "gemiddelde": 67,
        "niet": 7,
        "niet_pct": 6,
        "in_ontwikkeling": 44,
        "in_ontwikkeling_pct": 35,
        "gedeeltelijk": 70,
        "gedeeltelijk_pct": 56,
        "volledig": 4,
        "volledig_pct": 3,
    }


def test_csv_and_json_say_the_same_of_everything(landkaart_2009):
    asked = program_of("ako")
    for path in PATHS:
        rows = asked.get(path).json()["resultaten"]
        answer = asked.get(path, headers={"Accept": "text/csv"})
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        header, *lines = csv.reader(io.StringIO(answer.text, newline=""))
        assert [header] * len(rows) == [list(row) for row in rows], path
        assert lines == [["" if cell is None else str(cell) for cell in row.values()] for row in rows], path


def test_the_stand_has_a_row_per_werkplein_and_mijlpaal(landkaart_2009):
    asked = program_of("lezer")
    pages = [asked.get(f"{V1}/tertalen/2009-2/standen?perPagina=500&pagina={page}").json() for page in (1, 2, 3, 4)]

    rows = [row for page in pages for row in page["resultaten"]]
    assert len(rows) == pages[0]["totaal"] == 125 * 14
    assert len({(row["code"], row["mijlpaal"]) for row in rows}) == len(rows)
    assert {row["band"] for row in rows if row["code"] == "assen"} == {"volledig"}


def test_pages_follow_each_other_by_their_links(landkaart_2009):
    asked, path, seen = program_of("lezer"), f"{V1}/werkpleinen?perPagina=50", []
    while path:
        answer = asked.get(path)
        seen.append([row["code"] for row in answer.json()["resultaten"]])
        path = answer.links.get("next", {}).get("url")

    assert [len(page) for page in seen] == [50, 50, 27]
    assert len({code for page in seen for code in page}) == 127
    assert answer.headers["x-total-count"] == "127"
    assert answer.links["prev"]["url"] == f"{V1}/werkpleinen?pagina=2&perPagina=50"


def test_what_is_fixed_has_a_mark_and_is_not_sent_twice_and_what_goes_on_has_none(landkaart_2009):
    asked = program_of("lezer")
    mark = asked.get(FASEN).headers["etag"]

    again = asked.get(FASEN, headers={"If-None-Match": f'"x", W/{mark}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
    assert asked.get(FASEN, headers={"If-None-Match": '"x"'}).status_code == 200
    assert asked.get(FASEN, headers={"Accept": "text/csv"}).headers["etag"] != mark
    for path in (f"{V1}/tertalen/2009-2/achterblijvers", f"{V1}/tertalen/2009-3/fasen", f"{V1}/werkpleinen"):
        assert "etag" not in asked.get(path).headers, path


def test_nothing_of_it_may_be_kept_in_between_and_everything_says_its_version(landkaart_2009):
    asked = program_of("lezer")
    for path in (FASEN, f"{V1}/openapi.json", f"{V1}/niets"):
        answer = asked.get(path)
        assert (answer.headers["cache-control"], answer.headers["api-version"]) == ("no-store", "1.0.0"), path
        assert (answer.headers["x-frame-options"], answer.headers["x-content-type-options"]) == ("DENY", "nosniff")
    assert asked.get(FASEN).headers.get("access-control-allow-origin") is None
    assert browser().get(f"{V1}/openapi.json").headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", [*PATHS, f"{V1}/niets"])
def test_without_a_token_there_are_no_data_also_not_for_who_is_signed_in(landkaart_2009, path):
    for visitor in (browser(), browser_of("ako"), program("landkaart_verzonnen"), program("")):
        answer = visitor.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_token_opens_nothing_but_this(landkaart_2009):
    asked = program_of("beheer")

    assert asked.get("/download/2009-2/landkaart-2009-2.xlsx").status_code == 401
    assert asked.get("/api/invullen/harderwijk/2009-3").status_code == 401


@pytest.mark.parametrize("rol", ["lezer", "werkplein", "ako", "beheer"])
def test_each_role_reads_what_its_pages_show(landkaart_2009, rol):
    asked = program_of(rol)

    assert {asked.get(path).status_code for path in OF_EVERYBODY} == {200}
    answer = asked.get(f"{V1}/tertalen/2009-2/respons")
    assert answer.status_code == (200 if rol in ("ako", "beheer") else 403)
    assert "adres" not in answer.text


def test_who_is_put_out_reads_nothing_from_that_moment_on(landkaart_2009):
    asked = program_of("lezer")
    assert asked.get(FASEN).status_code == 200

    with write_session() as session:
        session.exec(update(models.Account).values(uitgezet_op=system_now()))
    assert asked.get(FASEN).status_code == 401


@pytest.mark.parametrize(
    "ended", [{"verloopt_op": system_now()}, {"ingetrokken_op": system_now()}], ids=["run out", "withdrawn"]
)
def test_a_token_that_ended_opens_nothing(landkaart_2009, ended):
    asked = program_of("lezer")

    with write_session() as session:
        session.exec(update(models.Apitoken).values(**ended))
    assert asked.get(FASEN).status_code == 401


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("pagina=0", ["pagina"]),
        ("perPagina=501&pagina=-1", ["perPagina", "pagina"]),
        ("perPagina=tien", ["perPagina"]),
        ("pagina=1&pagina=2", ["pagina"]),
        ("page=1", ["page"]),
        ("editie=eerste", ["editie"]),
        ("pagina=%C2%B2", ["pagina"]),
    ],
)
def test_what_cannot_be_asked_is_a_400_that_names_each_mistake(landkaart_2009, query, wrong):
    answer = program_of("lezer").get(f"{FASEN}?{query}")

    assert (answer.status_code, answer.headers["content-type"]) == (400, PROBLEM)
    assert [(each["in"], each["name"]) for each in answer.json()["errors"]] == [("query", naam) for naam in wrong]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/niets",
        "/werkpleinen/",
        "/tertalen/2009-4/fasen",
        "/tertalen/2031-1/fasen",
        "/tertalen/2009-2/fasen?editie=9",
    ],
)
def test_what_there_is_not_is_a_404(landkaart_2009, path):
    answer = program_of("lezer").get(f"{V1}{path}")

    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert answer.json()["status"] == 404


def test_it_is_read_only_and_in_two_forms(landkaart_2009):
    asked = program_of("lezer")
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = asked.request(method, FASEN)
        assert (answer.status_code, answer.headers["allow"], answer.headers["content-type"]) == (405, "GET, HEAD", PROBLEM)
    assert asked.get(FASEN, headers={"Accept": "application/xml"}).status_code == 406
    assert asked.get(FASEN, headers={"Accept": "text/html, */*;q=0.1"}).headers["content-type"] == "application/json"
    assert (
        asked.get(FASEN, headers={"Accept": "application/json;q=0.5, text/csv"})
        .headers["content-type"]
        .startswith("text/csv")
    )


def test_what_the_guard_refuses_is_a_problem_too(landkaart_2009):
    answer = program_of("lezer").get(FASEN, headers={"Host": "elders.example"})

    assert (answer.status_code, answer.json()["detail"]) == (400, "Onbekend adres.")
    assert answer.headers["content-type"] == PROBLEM


def test_the_document_is_the_same_for_everybody_and_holds_no_data(landkaart_2009):
    said = browser().get(f"{V1}/openapi.json")

    assert said.status_code == 200
    assert said.content == program(token_of("ako")).get(f"{V1}/openapi.json").content
    found = json.loads(said.content)
    assert set(found["paths"]) == {*(each.pad for each in bronnen()), "/openapi.json"}
    assert "Harderwijk" not in said.text


def test_what_is_fixed_is_written_once_and_another_choice_is_another_page(landkaart_2009, monkeypatch):
    written = []
    answer = routes.answer
    monkeypatch.setattr(routes, "answer", lambda *args: written.append(args[-1]) or answer(*args))
    asked = program_of("lezer")
    paths = [
        FASEN,
        FASEN,
        f"{FASEN}?pagina=1",
        f"{FASEN}?perPagina=3",
        f"{V1}/tertalen/2009-3/fasen",
        f"{V1}/tertalen/2009-3/fasen",
    ]
    found = [asked.get(path).json() for path in paths]

    assert found[0] == found[1] == found[2]
    assert len(found[3]["resultaten"]) == 3
    assert written == [FASEN, FASEN, f"{V1}/tertalen/2009-3/fasen", f"{V1}/tertalen/2009-3/fasen"]


def test_what_is_kept_goes_when_anything_changes(landkaart_2009, monkeypatch):
    asked = program_of("lezer")
    path = f"{V1}/tertalen/2009-2/mijlpalen"
    asked.get(path)
    kept = len(routes.FIXED)
    asked.get(path)
    assert len(routes.FIXED) == kept

    token_of("ako")  # A new account is a line in the log.
    asked.get(path)
    assert len(routes.FIXED) == kept + 1
    monkeypatch.setattr(routes, "MOST", 1)
    asked.get(f"{path}?perPagina=3")
    assert len(routes.FIXED) == 1
