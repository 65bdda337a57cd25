"""The program of a page goes out packed, and is kept by who has it."""

import gzip
from threading import Event

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.testclient import TestClient

from landkaart.web.program import packing
from landkaart.web.program.contents import STREAMLIT, file_at, streamlit_files
from landkaart.web.program.list_search import path_of_script
from landkaart.web.program.own_files import OWN, address_of, own_file
from landkaart.web.program.program_file import ProgramFile
from landkaart.web.program.sending import Program, accepted

UNCHANGED = next(address for address, path in streamlit_files().items() if path.suffix == ".js" and path != path_of_script())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where nothing was packed yet."""
    monkeypatch.setattr(packing, "FOLDER", tmp_path / "gepakt")
    monkeypatch.setattr(packing, "PACKED", {})
    return tmp_path / "gepakt"


@pytest.fixture
def visitor(folder):
    """Of the program, with Streamlit behind it."""
    rest = Mount("/", app=PlainTextResponse("van Streamlit"))
    return TestClient(Starlette(routes=[rest], middleware=[Middleware(Program)]))


def raw(visitor, address, **headers):
    """The answer, and its bytes as they came over the line."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    with visitor.stream("GET", address, headers=headers) as answer:
        return answer, b"".join(answer.iter_raw())


def test_a_file_goes_out_by_gzip_until_it_was_packed_by_brotli(visitor):
    plain = file_at(UNCHANGED).plain

    answer, body = raw(visitor, UNCHANGED, accept_encoding="gzip, deflate, br")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == plain

    packing.pack([file_at(UNCHANGED)], Event())
    answer, body = raw(visitor, UNCHANGED, accept_encoding="gzip, deflate, br")
    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(body) == plain == (STREAMLIT / UNCHANGED.lstrip("/")).read_bytes()
    assert answer.headers["content-length"] == str(len(body))


def test_a_browser_may_keep_it_for_good_and_each_packing_apart(visitor):
    answer, _ = raw(visitor, UNCHANGED, accept_encoding="gzip")

    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    mark = answer.headers["etag"]
    assert raw(visitor, UNCHANGED, accept_encoding="identity")[0].headers["etag"] != mark
    for known in (mark, f"W/{mark}", f'"anders", {mark}'):
        again, body = raw(visitor, UNCHANGED, accept_encoding="gzip", if_none_match=known)
        assert (again.status_code, body, again.headers["etag"]) == (304, b"", mark)
    assert raw(visitor, UNCHANGED, accept_encoding="gzip", if_none_match='"anders"')[0].status_code == 200


def test_who_cannot_unpack_gets_it_plain(visitor):
    answer, body = raw(visitor, UNCHANGED, accept_encoding="identity")

    assert "content-encoding" not in answer.headers
    assert body == file_at(UNCHANGED).plain


def test_what_is_no_file_of_the_program_is_left_to_streamlit(visitor):
    for address in ("/", "/static/js/iets.js", "/static/../eigen", "/media/x"):
        assert visitor.get(address).text == "van Streamlit"
    assert visitor.post(UNCHANGED).text == "van Streamlit"


@pytest.mark.parametrize("name", OWN)
def test_a_file_of_ours_goes_out_at_an_address_that_says_what_is_in_it(visitor, name):
    answer = visitor.get(address_of(name))

    assert answer.content == own_file(name).plain
    assert own_file(name).digest in address_of(name)
    assert visitor.get(address_of(name).replace(own_file(name).digest, "0" * 20)).text == "van Streamlit"


def test_what_was_packed_at_an_earlier_start_is_found_again(folder, monkeypatch):
    file = ProgramFile("iets.js", b"let a = 1;" * 100)
    packing.pack([file, ProgramFile("teken.woff2", b"is al gepakt")], Event())
    assert [path.name for path in folder.iterdir()] == [f"{file.digest}.br"]

    monkeypatch.setattr(packing, "PACKED", {})
    monkeypatch.setattr(packing.brotli, "Compressor", lambda *given, **named: pytest.fail("packed once more"))
    packing.pack([file], Event())
    assert brotli.decompress(packing.by_brotli(file)) == file.plain


def test_a_server_that_stops_packs_no_further(folder):
    stop = Event()
    stop.set()

    packing.pack([ProgramFile("iets.js", b"x")], stop)
    assert packing.PACKED == {}


def test_a_server_that_stops_in_the_midst_of_a_file_leaves_it(folder):
    class StopSoon(Event):
        """Is set when it is looked at for the third time: before the file, and after its first part."""

        looks = 0

        def is_set(self) -> bool:
            self.looks += 1
            return self.looks > 2

    packing.pack([ProgramFile("iets.js", b"x" * 3 * packing.PART)], StopSoon())

    assert (packing.PACKED, list(folder.iterdir()) if folder.exists() else []) == ({}, [])


def test_where_nothing_may_be_written_it_is_packed_all_the_same(tmp_path, monkeypatch, folder):
    (tmp_path / "bezet").write_text("")
    monkeypatch.setattr(packing, "FOLDER", tmp_path / "bezet" / "gepakt")
    file = ProgramFile("iets.js", b"x" * 1000)

    packing.pack([file], Event())
    assert brotli.decompress(packing.by_brotli(file)) == file.plain


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("gzip, deflate, br", {"gzip", "deflate", "br"}),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", {"br", "gzip", "*"}),
        ("BR ; q=0, gzip", {"gzip"}),
        ("br;q=0.000,gzip;q=0.001", {"gzip"}),
        ("", {""}),
    ],
)
def test_a_browser_says_what_it_can_unpack_and_what_not(header, taken):
    assert {name for name, may in accepted(header).items() if may} == taken
