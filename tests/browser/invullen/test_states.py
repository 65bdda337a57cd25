"""The tests of the state machine in the browser itself, where Node's own test runner is stood in for by a few lines."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[3]
STATES = ROOT / "tests" / "pages" / "invullen" / "states"
SITE = "http://states.test"
SEQUENCES = 60
# Beside the modules as they are: what they import from Node.
STAND_INS = {
    "/test.js": "export const test = (name, act) => tests.push([name, act]);",
    "/assert.js": """
        const must = (holds, said) => { if (!holds) throw new Error(said ?? "it does not hold"); };
        const equal = (one, other, said) => must(Object.is(one, other), said ?? `${one} is not ${other}`);
        const deepEqual = (one, other, said) => equal(JSON.stringify(one), JSON.stringify(other), said);
        export default { ok: must, equal, deepEqual };
    """,
}
PAGE = """
    <script type="importmap">{"imports": {"node:test": "/test.js", "node:assert/strict": "/assert.js"}}</script>
    <script>const tests = [], process = { env: { SEQUENCES: "%d" } };</script>
    <script type="module" src="/tests/pages/invullen/states/%s"></script>
"""
RUN = """async () => {
    const wrong = [];
    for (const [name, act] of tests) {
        await Promise.resolve().then(act).catch((error) => wrong.push(`${name}: ${error.message}`));
    }
    return [tests.length, wrong];
}"""


@pytest.mark.parametrize("file", sorted(STATES.glob("*.test.mjs")), ids=lambda path: path.stem)
def test_what_is_given_is_kept_and_nothing_is_called_saved_that_is_not(chromium, file):
    page = chromium.new_page()

    def answer(route):
        path = route.request.url.removeprefix(SITE)
        if path == "/":
            return route.fulfill(content_type="text/html", body=PAGE % (SEQUENCES, file.name))
        script = STAND_INS[path] if path in STAND_INS else (ROOT / path.lstrip("/")).read_text(encoding="utf-8")
        return route.fulfill(content_type="text/javascript", body=script)

    page.route(f"{SITE}/**", answer)
    page.goto(f"{SITE}/")
    number, wrong = page.evaluate(RUN)
    page.close()

    assert number >= 2
    assert wrong == []
