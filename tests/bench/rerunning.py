"""A rerun of each page on the landkaart of 2009, beside an empty page of Streamlit as it comes."""

from pathlib import Path
from time import sleep

from landkaart.settings import ROOT
from pages.contents import PAGES, Entry
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Act, Measurement, compare, timed
from tests.bench.servers import Visit, server

GOAL = 0.5
REST = 0.15


def measure(folder: Path) -> list[Measurement]:
    (folder / "leeg.py").write_text("import streamlit as st\n")
    choose(landkaart_2009(folder / "landkaart.db"))
    bare = server(folder, "leeg.py", ["--browser.gatherUsageStats=false"])
    with server(ROOT, "app.py") as port, bare as empty_port:
        return [measure_page(entry, port, empty_port) for entry in PAGES]


def measure_page(entry: Entry, port: int, empty_port: int) -> Measurement:
    visit, empty = Visit(port, **address_of(entry)), Visit(empty_port)
    return compare(f"herhalen: {entry.title}, naast een lege pagina", click(visit), click(empty), goal=GOAL, times=40)


def click(visit: Visit) -> Act:
    """After a rest: a server cleans up after its answer, which must not fall in the time of who comes next."""
    rerun = timed(visit.rerun)

    def run() -> float:
        sleep(REST)
        return rerun()

    return run


def address_of(entry: Entry) -> dict:
    """With a werkplein chosen, where one can be chosen."""
    asked = {"query_params": {"werkplein": ["harderwijk"]}} if entry.file == "invullen.py" else {}
    return asked if entry.default else asked | {"page": Path(entry.file).stem}
