import pytest

from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.program import list_search
from landkaart.web.program.contents import file_at


def test_the_script_that_filters_a_list_goes_out_by_letters_and_is_otherwise_streamlits():
    original = list_search.path_of_script()

    assert file_at(f"/static/js/{original.name}").plain.decode() == original.read_text(encoding="utf-8").replace(
        "=e=>e.toLowerCase();function", r'=e=>e.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu,"").toLowerCase();function'
    )
    other = next(path for path in original.parent.glob("*.js") if path != original)
    assert file_at(f"/static/js/{other.name}").plain == other.read_bytes()


@pytest.mark.parametrize("text", ["", "FILTER_MODE_CONTAINS?", "FILTER_MODE_CONTAINS?" + 2 * "=e=>e.toLowerCase();function"])
def test_a_streamlit_that_filters_in_another_way_is_refused(tmp_path, monkeypatch, text):
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "lijst.js").write_text(text)
    monkeypatch.setattr(list_search, "STATIC", tmp_path)

    with pytest.raises(OngeldigBestand, match="het script waarmee lijsten zoeken, is zoek"):
        list_search.path_of_script.__wrapped__()
