"""A rerun of each page on the landkaart of 2009, beside an empty page of Streamlit as it comes, and without the guard."""

from pathlib import Path
from time import sleep

from landkaart.domein.rechten import Bevoegdheid, mag_ergens
from landkaart.domein.rollen import Rol
from landkaart.screens import DEFAULT, Screen
from landkaart.settings import ROOT
from pages.contents import Entry, entries
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Act, Measurement, compare, timed
from tests.bench.servers import Visit, server
from tests.steps.accounts import make_account, open_session, who_has

GOAL, GUARD_GOAL = 0.5, 1.1
# The form saves by itself; a run of the page around it draws nothing anew.
FORM_GOAL = 0.35
REST = 0.15
ROLES = (Rol.WERKPLEIN, Rol.AKO, Rol.BEHEER)
HARDERWIJK = {"werkplein": ["harderwijk"]}
CHOSEN = {
    Screen.INVULLEN: HARDERWIJK,
    Screen.WERKPLEIN: HARDERWIJK,
    Screen.ZOEKEN: {"w": ["marktbewerkingsplan:volledig", "realiseren:minstens-gedeeltelijk"]},
}

# The same pages with an open door: the header that the guard would set is set for everybody.
OPEN_DOOR = """
import streamlit as st
from starlette.middleware import Middleware
from landkaart.web.serving.lifespan import lifespan

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
    (folder / "geladen.py").write_text("import altair, pandas, streamlit as st\n")
    choose(landkaart_2009(folder / "landkaart.db"))
    people = tokens()
    bare, loaded = (server(folder, script, ["--browser.gatherUsageStats=false"]) for script in ("leeg.py", "geladen.py"))
    with server(ROOT, "app.py") as port, bare as empty_port, loaded as loaded_port:
        pages = [measure_page(entry, port, empty_port, people) for entry in entries()]
        pages.append(measure_beside_loaded(port, loaded_port, people[Rol.WERKPLEIN]))
    sessie = who_has(people[Rol.WERKPLEIN]).sessie_id
    door = folder / "open_deur.py"
    door.write_text(OPEN_DOOR.format(sessie=sessie, start=str(ROOT / "pages" / "start.py")))
    with server(ROOT, "app.py") as port, server(ROOT, str(door)) as open_port:
        return [*pages, measure_guard(port, open_port, people[Rol.WERKPLEIN])]


def tokens() -> dict[Rol, str]:
    """Somebody of each role who is in, the manager of Harderwijk first: a page is measured for the first that may see it."""
    own = {Rol.WERKPLEIN: ["harderwijk"]}
    return {rol: open_session(make_account(rol, own.get(rol, []))) for rol in ROLES}


def role_of(entry: Entry) -> Rol:
    return next(rol for rol in ROLES if mag_ergens(Bevoegdheid(rol, frozenset({"harderwijk"})), entry.recht))


def measure_page(entry: Entry, port: int, empty_port: int, people: dict[Rol, str]) -> Measurement:
    visit, empty = Visit(port, people[role_of(entry)], **address_of(entry.screen)), Visit(empty_port)
    goal = FORM_GOAL if entry.screen is Screen.INVULLEN else GOAL
    return compare(f"herhalen: {entry.title}, naast een lege pagina", click(visit), click(empty), goal=goal, times=40)


def measure_beside_loaded(port: int, loaded_port: int, token: str) -> Measurement:
    """Every page of ours has them in its process: so much the defaults would cost there, with nothing on the page."""
    visit, empty = Visit(port, token, **address_of(Screen.INVULLEN)), Visit(loaded_port)
    what = "herhalen: Invullen, naast een lege pagina met pandas en Altair geladen"
    return compare(what, click(visit), click(empty), goal=GOAL, times=40)


def measure_guard(port: int, open_port: int, token: str) -> Measurement:
    guarded, unguarded = Visit(port, token, **address_of(Screen.INVULLEN)), Visit(open_port, **address_of(Screen.INVULLEN))
    what = "herhalen: Invullen achter de poort, naast zonder poort"
    return compare(what, click(guarded), click(unguarded), goal=GUARD_GOAL, times=60)


def click(visit: Visit) -> Act:
    """After a rest: a server cleans up after its answer, which must not fall in the time of who comes next."""
    rerun = timed(visit.rerun)

    def run() -> float:
        sleep(REST)
        return rerun()

    return run


def address_of(screen: Screen) -> dict:
    """With something chosen, where a page shows nothing before."""
    asked = {"query_params": CHOSEN[screen]} if screen in CHOSEN else {}
    return asked if screen is DEFAULT else asked | {"page": screen.value}
