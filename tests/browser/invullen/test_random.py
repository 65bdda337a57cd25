"""Random sequences in a real browser against the real server: in the end both say the same, and no text is gone."""

from random import Random

import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import ANALYSE, PLAN

pytestmark = pytest.mark.browser
# Few, because each act takes as long as it takes somebody; many more stand in `tests/pages/invullen/states`.
SEEDS, LENGTH = (1, 2), 20
KEYS = (PLAN, ANALYSE)
EMPTY = (None, "")


class Somebody:
    """At a form, doing whatever comes up; `done`: what that was, for who reads why it failed."""

    def __init__(self, form, colleague, server, seed):
        self.form, self.ask_colleague, self.server = form, colleague, server
        self.chance, self.done = Random(seed), []
        self.chosen, self.words, self.shared = {}, {code: [] for code in KEYS}, set()
        self.acts = [self.type] * 3 + [self.choose] * 3 + [self.wait] * 2
        self.acts += [self.wipe, self.cut, self.mend, self.reload, self.colleague, self.restart]

    def act(self):
        act = self.chance.choice(self.acts)
        self.done.append(act.__name__)
        act()
        self.check()

    def pick(self):
        return self.chance.choice(KEYS)

    def type(self):
        """A word of its own, behind what stands there."""
        code, word = self.pick(), f"woord{len(self.done)}"
        self.form.type(code, f" {word}")
        self.words[code].append(word)

    def choose(self):
        code, band = self.pick(), self.chance.choice(list(Band))
        self.form.choose(code, band.label)
        self.chosen[code] = band

    def wipe(self):
        code = self.pick()
        if self.form.row(code).get_by_role("button", name="Keuze wissen").is_visible():
            self.form.row(code).get_by_role("button", name="Keuze wissen").click()
            self.chosen[code] = None

    def wait(self):
        self.form.wait(self.chance.choice((0.1, 0.5, 1.2)))

    def cut(self):
        self.form.cut()

    def mend(self):
        self.form.cut(False)

    def reload(self):
        self.form.page.reload()
        self.form.row(PLAN).wait_for(timeout=60_000)

    def restart(self):
        """Once in a sequence: it takes seconds."""
        self.acts.remove(self.restart)
        self.server.kill()
        self.type()
        self.choose()
        self.server.start()

    def colleague(self):
        """Of the choice or of the text; what was there before is no longer somebody's own."""
        code, number = self.pick(), len(self.done)
        if self.chance.random() < 0.5:
            self.ask_colleague({code: self.chance.choice(list(Band))})
            self.shared.add(("band", code))
        else:
            self.ask_colleague({}, {code: f"van een collega {number}"})
            self.shared.add(("toelichting", code))
            self.words[code] = []

    def check(self):
        """What the screen calls saved is what the database has; read in this order."""
        for code in KEYS:
            state, shown = self.form.state(code).inner_text(), self.shown(code)
            if state.startswith("opgeslagen") and ("band", code) not in self.shared:
                assert self.kept(code) == shown, (code, state, self.done)

    def shown(self, code):
        found = self.form.row(code).locator("input[type=radio]:checked")
        return Band.parse(found.get_attribute("value")) if found.count() else None

    def kept(self, code):
        return self.form.kept.banden.get(code)

    def end(self):
        """The line is back; of what somebody else changed, one's own is taken."""
        self.form.cut(False)
        self.form.page.evaluate("dispatchEvent(new Event('focus'))")
        for _ in range(200):
            mine = self.form.page.get_by_role("button", name="Neem mijn")
            if mine.count() and mine.first.is_visible():
                mine.first.click()
            elif self.form.all.inner_text() == "Alles is opgeslagen." and not self.form.questions.count():
                break
            self.form.wait(0.2)
        expect(self.form.all).to_have_text("Alles is opgeslagen.")
        self.form.page.evaluate("dispatchEvent(new Event('focus'))")
        self.form.wait(1)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_database_and_screen_say_the_same_and_no_text_is_gone(form, colleague, server, seed):
    somebody = Somebody(form, colleague, server, seed)
    for _ in range(LENGTH):
        somebody.act()

    somebody.end()

    kept = form.kept
    for code in catalogus().codes:
        assert somebody.shown(code) == kept.banden.get(code), (code, somebody.done)
        shown = form.row(code).locator("textarea").input_value().strip()
        assert shown == kept.toelichtingen.get(code, ""), (code, somebody.done)
    for code in KEYS:
        if ("band", code) not in somebody.shared:
            assert kept.banden.get(code) == somebody.chosen.get(code), (code, somebody.done)
        said = kept.toelichtingen.get(code, "").split()
        assert [word for word in somebody.words[code] if word not in said] == [], (code, somebody.done)
    assert form.page.evaluate("Object.keys(localStorage).filter((key) => key.includes('2009-3'))") == []
