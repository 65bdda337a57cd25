"""The AKO judges all 127 with the keyboard: a key and an Enter for each, and the database has what was pressed."""

import pytest
from playwright.sync_api import expect

from db.engine import read_session
from db.queries.oordelen import earlier_oordelen, oordelen
from landkaart.domein.tertaal import Tertaal
from tests.steps.visits import picture, until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("data")]
NOW = Tertaal(2009, 3)
ORDER = ("dit_jaar", "volgend_jaar", "niet", "sluit")


def given():
    with read_session() as session:
        return oordelen(session=session, tertaal=NOW)


def open_table(open_page, **look):
    page = open_page(f"/indicatie?tertaal={NOW}", adres="ako@demo.nl", **look)
    page.locator("tr[id^=oordeel-]").first.wait_for()
    return page


def test_127_oordelen_take_254_keys_and_are_kept_as_they_were_pressed(open_page):
    page = open_table(open_page)
    rows = page.locator("tr[id^=oordeel-]")
    codes = [each.removeprefix("oordeel-") for each in rows.evaluate_all("rows => rows.map(row => row.id)")]
    with read_session() as session:
        earlier = earlier_oordelen(session=session, tertaal=NOW)
    picture(page, "beoordelen")
    keys, wanted = 0, {}
    rows.first.focus()
    for number, code in enumerate(codes):
        key = "0" if code in earlier and number % 5 else str(number % 4 + 1)
        wanted[code] = earlier[code][1].indicatie.value if key == "0" else ORDER[number % 4]
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        keys += 2

    until(page, lambda: len(given()) == len(codes))

    assert (len(codes), keys) == (127, 254)
    assert {code: oordeel.indicatie.value for code, oordeel in given().items()} == wanted
    taken = {code for code, oordeel in given().items() if oordeel.overgenomen_uit == Tertaal(2009, 2)}
    assert taken == {code for number, code in enumerate(codes) if code in earlier and number % 5}
    expect(page.get_by_text("127 van 127 werkpleinen beoordeeld.")).to_be_visible()
    # The page counts anew by itself when it has been quiet for a while.
    expect(page.get_by_text("Over elk werkplein is een oordeel gegeven")).to_be_visible()


def test_who_presses_wrong_goes_up_and_chooses_anew_or_takes_it_back(open_page):
    page = open_table(open_page)
    zwolle, zutphen = (page.locator(f"#oordeel-{code}") for code in ("zwolle", "zutphen"))
    page.get_by_text("Alleen zonder oordeel").wait_for()
    zutphen.focus()
    page.keyboard.press("Delete")
    page.keyboard.press("4")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("2")
    page.keyboard.press("ArrowDown")

    expect(zutphen.locator("[aria-pressed=true]")).to_have_text("2 Volgend jaar")
    until(page, lambda: "zutphen" in given() and given()["zutphen"].indicatie.value == "volgend_jaar")
    zutphen.get_by_role("button", name="terugnemen").click()
    until(page, lambda: "zutphen" not in given())
    expect(zutphen.locator(".state")).to_have_text("gewist en opgeslagen")
    assert zwolle.is_visible()


def test_what_cannot_be_sent_is_not_called_saved_and_goes_when_it_can(open_page):
    page = open_table(open_page, width=390)
    page.route("**/veld/**", lambda route: route.abort())
    row = page.locator("#oordeel-zaanstad, #oordeel-zeist").first
    row.wait_for()
    code = row.get_attribute("id").removeprefix("oordeel-")
    row.focus()
    page.keyboard.press("3" if code not in given() or given()[code].indicatie.value != "niet" else "1")

    expect(row.locator(".state")).to_have_text("niet opgeslagen; wordt opnieuw geprobeerd")
    before = given().get(code)
    page.unroute("**/veld/**")
    until(page, lambda: given().get(code) != before)
    expect(row.locator(".state")).to_contain_text("opgeslagen")


@pytest.mark.parametrize("key", ["Enter", None])
def test_who_leaves_after_an_oordeel_is_not_called_back_by_it(open_page, key):
    """The page may take longer to go than the table waits before it has everything counted anew."""
    held, away = [], []

    def pause(socket):
        server = socket.connect_to_server()
        socket.on_message(lambda said: held.append(said) if away else server.send(said))
        away_now.append(lambda: [server.send(held.pop(0)) for _ in range(len(held))])

    away_now = []
    page = open_table(open_page, prepare=lambda page: page.route_web_socket("**/_stcore/stream*", pause))
    row = page.locator("#oordeel-meppel")
    row.focus()
    page.keyboard.press("Delete")
    until(page, lambda: "meppel" not in given())
    page.keyboard.press("2")
    until(page, lambda: "meppel" in given())
    away.append(True)
    link = page.get_by_role("link", name="Begin", exact=True)
    link.press(key) if key else link.click()
    page.wait_for_timeout(3_500)
    away.clear()
    away_now[0]()

    expect(page.get_by_role("heading", name="Begin", level=1)).to_be_visible()
    page.wait_for_timeout(3_500)
    assert page.url.rstrip("/") == page.evaluate("location.origin")


def test_what_a_colleague_gave_meanwhile_is_asked_about(open_page):
    page = open_table(open_page)
    mine = page.locator("#oordeel-assen")
    # Whatever was given before: on both screens nothing stands here.
    mine.focus()
    page.keyboard.press("Delete")
    until(page, lambda: "assen" not in given())
    other = open_table(open_page)
    page.route("**/api/oordelen/2009-3", lambda route: route.abort())
    other.locator("#oordeel-assen").focus()
    other.keyboard.press("4")
    until(other, lambda: "assen" in given() and given()["assen"].indicatie.value == "sluit")
    mine.focus()
    page.keyboard.press("1")

    expect(mine.locator(".question")).to_contain_text("Er staat nu: Sluit")
    mine.get_by_role("button", name="Neem mijn keuze").click()
    until(page, lambda: given()["assen"].indicatie.value == "dit_jaar")
