import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.serving import list_search


def test_the_script_that_filters_a_list_goes_out_levelling_accents_and_is_otherwise_streamlits():
    static = Mount("/static", StaticFiles(directory=list_search.STATIC / "static"))
    visitor = TestClient(Starlette(routes=[static], middleware=[Middleware(list_search.ListSearch)]))
    original = list_search.path_of_script()
    answer = visitor.get(f"/static/js/{original.name}")

    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert answer.text == original.read_text(encoding="utf-8").replace(
        "=e=>e.toLowerCase();function", r'=e=>e.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase();function'
    )
    other = next(path for path in original.parent.glob("*.js") if path != original)
    assert visitor.get(f"/static/js/{other.name}").content == other.read_bytes()


@pytest.mark.parametrize("text", ["", "FILTER_MODE_CONTAINS?", "FILTER_MODE_CONTAINS?" + 2 * "=e=>e.toLowerCase();function"])
def test_a_streamlit_that_filters_in_another_way_is_refused(tmp_path, monkeypatch, text):
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "lijst.js").write_text(text)
    monkeypatch.setattr(list_search, "STATIC", tmp_path)

    with pytest.raises(OngeldigBestand, match="het script waarmee lijsten zoeken, is zoek"):
        list_search.path_of_script.__wrapped__()
