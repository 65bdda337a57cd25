"""What a browser can do to the form: keep nothing, translate it, enlarge it, refuse its script."""

import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from tests.steps.form_visits import ANALYSE, MOMENTS, PLAN, SAVED, until

pytestmark = pytest.mark.browser
NOT_KEPT = "Deze browser bewaart niets"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
# As a translating browser does: every word inside elements of its own, in the form as well.
TRANSLATE = """() => {
    const roots = [document.body, ...[...document.querySelectorAll('*')].map((each) => each.shadowRoot).filter(Boolean)];
    for (const root of roots) {
        const texts = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts.filter((text) => !text.parentElement?.closest('style, script'))) {
            const outer = document.createElement('font'), inner = outer.appendChild(document.createElement('font'));
            inner.textContent = text.nodeValue;
            text.replaceWith(outer);
        }
    }
}"""


@pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_without_storage_it_works_and_says_that_nothing_is_kept_here(visit, werkplein, script):
    form = visit(werkplein, script=script)
    expect(form.page.locator(".notices")).to_contain_text(NOT_KEPT)

    form.choose(PLAN, "Volledig")
    form.type(PLAN, "Zonder opslag.")

    form.until_kept(PLAN, "Zonder opslag.")
    assert form.kept.banden == {PLAN: Band.VOLLEDIG}


def test_without_storage_the_bar_says_so_where_one_types_once_something_cannot_be_sent(visit, werkplein):
    form = visit(werkplein, script=FULL)
    expect(form.all).not_to_contain_text(NOT_KEPT)
    form.context.set_offline(True)
    form.type(PLAN, "Zonder lijn.")

    expect(form.all).to_contain_text(NOT_KEPT)
    expect(form.all).to_be_in_viewport()
    form.context.set_offline(False)
    expect(form.all).to_have_text("Alles is opgeslagen.", timeout=20_000)


@pytest.mark.parametrize("seconds", MOMENTS)
def test_when_the_storage_is_emptied_while_typing_the_text_still_arrives(form, seconds):
    form.type(PLAN, "Eerst.")
    form.wait(seconds)
    form.page.evaluate("localStorage.clear()")

    form.until_kept(PLAN, "Eerst.")


def test_a_translated_page_works_and_shows_no_errors(form):
    form.page.evaluate(TRANSLATE)

    form.choose(PLAN, "Volledig")
    expect(form.state(PLAN)).to_contain_text(SAVED)
    form.page.evaluate(TRANSLATE)
    form.choose(PLAN, "Niet")
    until(form.page, lambda: form.kept.banden == {PLAN: Band.NIET})
    form.page.get_by_text("Ingediende versies").first.click()
    form.wait(1)

    expect(form.page.locator("[data-testid=stException]")).to_have_count(0)
    expect(form.state(PLAN)).to_contain_text(SAVED)


@pytest.mark.parametrize("width", [1440, 1024, 720, 390, 320])
def test_it_fits_also_enlarged(visit, werkplein, width):
    form = visit(werkplein, viewport={"width": width, "height": 800}, device_scale_factor=2 if width == 720 else 1)
    form.choose(PLAN, "Volledig")
    form.text(PLAN).fill("woord" * 200)
    expect(form.text_state(PLAN)).to_contain_text(SAVED)

    assert form.page.evaluate("document.documentElement.scrollWidth") <= width
    main = form.page.locator("[data-testid=stMain]")
    assert main.evaluate("(main) => main.scrollWidth <= main.clientWidth")


def test_in_forced_colours_the_chosen_band_stands_out(visit, werkplein):
    form = visit(werkplein, forced_colors="active")
    form.choose(PLAN, "Volledig")
    form.page.mouse.move(0, 0)
    form.radio(PLAN, "Volledig").blur()
    look = "(radio) => getComputedStyle(radio.closest('.option')).outlineStyle"

    assert form.radio(PLAN, "Volledig").evaluate(look) == "solid"
    assert form.radio(PLAN, "Niet").evaluate(look) == "none"


@pytest.mark.parametrize("script", ["form.js", "row.js"])
def test_when_its_script_does_not_come_a_sentence_says_so(visit, werkplein, script):
    form = visit(werkplein, open=False)
    form.page.route(f"**/bidi-components/**/{script}", lambda route: route.abort())
    form.open(wait=False)

    expect(form.page.get_by_text("Het formulier kon niet worden geladen.")).to_be_visible(timeout=20_000)
    expect(form.page.locator("[data-testid=stMain]")).not_to_contain_text("http")


def test_when_its_script_hangs_a_sentence_says_so_too(visit, werkplein):
    form = visit(werkplein, open=False)
    form.page.route("**/bidi-components/**/row.js", lambda route: None)
    form.open(wait=False)

    expect(form.page.get_by_text("Het formulier wordt geladen…")).to_be_visible(timeout=20_000)
    expect(form.page.get_by_text("Dat duurt langer dan gewoon.")).to_be_visible(timeout=10_000)


def test_while_the_state_cannot_be_fetched_it_says_so_and_comes_when_it_can(visit, werkplein):
    form = visit(werkplein, open=False)
    form.page.route("**/api/**", lambda route: route.abort())
    form.open(wait=False)
    expect(form.page.get_by_text("Het formulier kan nog niet worden opgehaald")).to_be_visible(timeout=20_000)

    form.page.unroute("**/api/**")

    expect(form.radio(ANALYSE, "Niet")).to_be_visible(timeout=10_000)


def test_a_blocked_websocket_is_a_sentence_within_5_seconds(visit, werkplein):
    form = visit(werkplein, open=False)
    form.page.route_web_socket("**/_stcore/stream*", lambda socket: socket.close())
    form.page.goto(form.server.address)

    expect(form.page.get_by_text("Deze pagina krijgt geen verbinding met de landkaart")).to_be_visible(timeout=5000)


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("Connection error", "Geen verbinding"),
        (
            "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:",
            "Houd deze pagina",
        ),
        ("streamlit run yourscript.py", "waarschuw dan de beheerder"),
        ("Streamlit server is not responding. Are you connected to the internet?", "Kijk of u verbinding hebt"),
        ("Cannot connect to Streamlit (HTTP status: 403).", "De landkaart is niet bereikbaar."),
        ("Clear caches", "Geheugen leegmaken"),
        ("Made with Streamlit v1.67.0", "Gemaakt met Streamlit"),
    ],
)
def test_what_streamlit_would_say_of_itself_is_dutch(open_page, english, dutch):
    page = open_page("/uitleg", adres="lezer@demo.nl")
    say = "text => document.body.append(Object.assign(document.createElement('p'), { id: 'streamlit', textContent: text }))"
    page.evaluate(say, english)

    expect(page.locator("#streamlit")).to_contain_text(dutch)
