"""A rerun of each page on the landkaart of 2009, beside an empty page of Streamlit as it comes, and without the guard."""

from pathlib import Path
from time import sleep

from landkaart.domein.rollen import Rol
from landkaart.settings import ROOT
from pages.contents import BEHEER, INVULLEN, LANDELIJK, PAGES, Entry
from tests.accounts import make_account, open_session, who_has
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Act, Measurement, compare, timed
from tests.bench.servers import Visit, server

GOAL, GUARD_GOAL = 0.5, 1.1
REST = 0.15

# The same pages with an open door: the header that the guard would set is set for everybody.
OPEN_DOOR = """
import streamlit as st
from starlette.middleware import Middleware
from landkaart.web.lifespan import lifespan

class Open:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if "headers" in scope:
            scope = {{**scope, "headers": [*scope["headers"], (b"x-landkaart-sessie", b"{sessie}")]}}
        await self.app(scope, receive, send)

app = st.App({start!r}, lifespan=lifespan, middleware=[Middleware(Open)])
"""


def measure(folder: Path) -> list[Measurement]:
    (folder / "leeg.py").write_text("import streamlit as st\n")
    choose(landkaart_2009(folder / "landkaart.db"))
    tokens = {rol: open_session(make_account(rol, werkpleinen(rol))) for rol in (Rol.WERKPLEIN, Rol.BEHEER)}
    bare = server(folder, "leeg.py", ["--browser.gatherUsageStats=false"])
    with server(ROOT, "app.py") as port, bare as empty_port:
        pages = [measure_page(entry, port, empty_port, tokens) for entry in PAGES]
    sessie = who_has(tokens[Rol.WERKPLEIN]).sessie_id
    door = folder / "open_deur.py"
    door.write_text(OPEN_DOOR.format(sessie=sessie, start=str(ROOT / "pages" / "start.py")))
    with server(ROOT, "app.py") as port, server(ROOT, str(door)) as open_port:
        return [*pages, measure_guard(port, open_port, tokens[Rol.WERKPLEIN])]


def werkpleinen(rol: Rol) -> list[str]:
    return ["harderwijk"] if rol is Rol.WERKPLEIN else []


def measure_page(entry: Entry, port: int, empty_port: int, tokens: dict[Rol, str]) -> Measurement:
    token = tokens[Rol.BEHEER if entry is BEHEER else Rol.WERKPLEIN]
    visit, empty = Visit(port, token, **address_of(entry)), Visit(empty_port)
    return compare(f"herhalen: {entry.title}, naast een lege pagina", click(visit), click(empty), goal=GOAL, times=40)


def measure_guard(port: int, open_port: int, token: str) -> Measurement:
    guarded, unguarded = Visit(port, token, **address_of(INVULLEN)), Visit(open_port, **address_of(INVULLEN))
    what = "herhalen: Invullen achter de poort, naast zonder poort"
    return compare(what, click(guarded), click(unguarded), goal=GUARD_GOAL, times=60)


def click(visit: Visit) -> Act:
    """After a rest: a server cleans up after its answer, which must not fall in the time of who comes next."""
    rerun = timed(visit.rerun)

    def run() -> float:
        sleep(REST)
        return rerun()

    return run


def address_of(entry: Entry) -> dict:
    """With a werkplein chosen, where one can be chosen."""
    asked = {"query_params": {"werkplein": ["harderwijk"]}} if entry is INVULLEN else {}
    return asked if entry is LANDELIJK else asked | {"page": Path(entry.file).stem}
