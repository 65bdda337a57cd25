import assert from "node:assert/strict";
import { test } from "node:test";

import { Link, TYPING } from "../../../../pages/shared/component/saving.js";
import { ONGEWIJZIGD, Phase } from "../../../../pages/shared/component/veld.js";
import { lookOf, stateOfAll } from "../../../../pages/shared/component/words.js";
import { Store, open, world } from "./world.mjs";

async function opened(seed) {
  const around = world(seed), form = open(around);
  await around.clock.run(200);
  const phase = (key) => form.fields.get(key).phase;
  return { ...around, around, form, phase };
}

test("a choice is saved at once, and only the answer makes it saved", async () => {
  const { form, clock, server, phase } = await opened();

  form.edit("band/a", "volledig");
  assert.equal(phase("band/a"), Phase.SENT);
  await clock.run(200);

  assert.equal(phase("band/a"), Phase.SAVED);
  assert.equal(server.veld("band/a").waarde, "volledig");
});

test("a text waits for a second without a key, and is kept here from the first", async () => {
  const { form, clock, server, store, phase } = await opened();

  for (const text of ["D", "De", "De "]) {
    form.edit("toelichting/a", text, TYPING);
    await clock.run(400);
  }
  assert.equal(phase("toelichting/a"), Phase.TYPED);
  assert.equal(store.length, 1);
  await clock.run(1500);

  assert.deepEqual(server.log, [["toelichting/a", "De "]]);
  assert.equal(store.length, 0);
});

test("while a request is out the next waits, and what was typed meanwhile follows", async () => {
  const { form, clock, server } = await opened();

  form.edit("toelichting/a", "een");
  form.edit("toelichting/a", "een twee");
  form.edit("band/a", "niet");
  await clock.run(1000);

  assert.deepEqual(server.log, [["toelichting/a", "een"], ["toelichting/a", "een twee"], ["band/a", "niet"]]);
});

test("after 10 minutes without a network everything arrives by itself, in order, once", async () => {
  const { form, clock, server, network, phase } = await opened();
  network.way = "gone";
  form.edit("band/b", "niet");
  form.edit("toelichting/b", "tekst", TYPING);
  form.edit("band/a", "volledig");
  await clock.run(3000);
  assert.equal(form.link, Link.AWAY);
  assert.equal(phase("band/b"), Phase.FAILED);

  await clock.run(600_000);
  network.way = "good";
  await clock.run(40_000);

  assert.deepEqual(server.log, [["band/b", "niet"], ["toelichting/b", "tekst"], ["band/a", "volledig"]]);
  assert.equal(form.link, Link.OK);
});

test("a text whose answer was lost is no text of somebody else, also when it was typed on", async () => {
  const { form, clock, server, network, phase } = await opened();
  network.way = "mute";
  form.edit("toelichting/a", "half");
  await clock.run(300);
  network.way = "good";

  form.edit("toelichting/a", "half af", TYPING);
  await clock.run(40_000);

  assert.equal(phase("toelichting/a"), Phase.SAVED);
  assert.equal(server.veld("toelichting/a").waarde, "half af");
});

test("so it is for who comes back after the page was closed while that request was out", async () => {
  const { around, form, clock, server, network } = await opened();
  network.way = "mute";
  form.edit("toelichting/a", "half");
  await clock.run(10);
  form.edit("toelichting/a", "half af", TYPING);
  form.leave();
  form.stop();
  await clock.run(1000);
  network.way = "good";

  const again = open(around);
  await clock.run(1000);

  assert.equal(again.fields.get("toelichting/a").phase, Phase.SAVED);
  assert.equal(server.veld("toelichting/a").waarde, "half af");
});

test("what a colleague wrote meanwhile is asked about, and typing goes on", async () => {
  const { form, clock, server, phase } = await opened();
  server.write("toelichting/a", "van hem", "Collega");

  form.edit("toelichting/a", "van mij", TYPING);
  await clock.run(2000);
  form.edit("toelichting/a", "van mij, langer", TYPING);
  await clock.run(2000);

  const field = form.fields.get("toelichting/a");
  assert.equal(phase("toelichting/a"), Phase.OTHER);
  assert.deepEqual([field.kept.waarde, field.kept.door, field.mine], ["van hem", "Collega", "van mij, langer"]);
  assert.equal(server.veld("toelichting/a").waarde, "van hem");
  form.decide("toelichting/a", true);
  await clock.run(1000);
  assert.equal(server.veld("toelichting/a").waarde, "van mij, langer");
});

test("who keeps theirs has theirs on the screen", async () => {
  const { form, clock, server, phase } = await opened();
  server.write("band/a", "niet", "Collega");
  form.edit("band/a", "volledig");
  await clock.run(1000);

  form.decide("band/a", false);

  assert.equal(phase("band/a"), Phase.KEPT);
  assert.equal(form.fields.get("band/a").shown, "niet");
  assert.deepEqual(server.log, [["band/a", "niet"]]);
});

test("another field that a colleague changed shows within 20 seconds, without a click", async () => {
  const { form, clock, server } = await opened();
  const seen = [];
  form.arrived = (keys) => seen.push(...keys);

  server.write("band/b", "niet", "Collega");
  await clock.run(20_000);

  assert.deepEqual(seen, ["band/b"]);
  assert.equal(form.fields.get("band/b").shown, "niet");
});

test("unchanged is what it was last time; over what a colleague chose it is a question", async () => {
  const { form, clock, server, phase } = await opened();
  form.edit("band/a", ONGEWIJZIGD);
  await clock.run(300);
  assert.equal(server.veld("band/a").waarde, "niet");
  assert.equal(phase("band/a"), Phase.SAVED);

  server.write("band/b", "niet", "Collega");
  form.edit("band/b", ONGEWIJZIGD);
  await clock.run(300);
  assert.equal(phase("band/b"), Phase.OTHER);
  form.decide("band/b", true);
  await clock.run(300);
  assert.equal(server.veld("band/b").waarde, "volledig");
});

test("when the session has ended nothing goes out or disappears; signed in again it goes on", async () => {
  const { form, clock, server, phase } = await opened();
  server.who = "een ander";
  form.edit("toelichting/a", "van mij", TYPING);
  await clock.run(60_000);
  assert.equal(form.link, Link.SESSION);
  assert.equal(phase("toelichting/a"), Phase.TYPED);
  assert.ok(form.atRisk);

  server.who = "mij";
  await clock.run(6000);

  assert.equal(server.veld("toelichting/a").waarde, "van mij");
});

test("what comes after the closing is too late and stays to be read; with uitstel it goes on", async () => {
  const { form, clock, server, phase } = await opened();
  form.edit("band/a", "niet");
  await clock.run(300);
  server.open = false;
  form.edit("toelichting/a", "te laat", TYPING);
  await clock.run(3000);

  assert.equal(phase("toelichting/a"), Phase.LATE);
  assert.ok(!form.open && !form.atRisk);
  assert.equal(server.veld("band/a").waarde, "niet");
  server.open = true;
  await clock.run(21_000);
  assert.equal(server.veld("toelichting/a").waarde, "te laat");
});

test("what is refused stays, with the reason, and is not sent again until it is changed", async () => {
  const { form, clock, server, phase } = await opened();
  form.edit("uitleg/v", "waarom", TYPING);
  await clock.run(60_000);
  assert.equal(phase("uitleg/v"), Phase.REFUSED);
  assert.equal(form.fields.get("uitleg/v").refusal, "Kies eerst.");

  form.edit("antwoord/v", "ja");
  form.edit("uitleg/v", "daarom", TYPING);
  await clock.run(3000);

  assert.deepEqual([server.veld("antwoord/v").waarde, server.veld("uitleg/v").waarde], ["ja", "daarom"]);
});

test("an answer and its uitleg are one row, and no reason to ask oneself anything", async () => {
  const { form, clock, server, phase } = await opened();
  form.edit("antwoord/v", "ja");
  form.edit("uitleg/v", "daarom", TYPING);
  await clock.run(3000);
  form.edit("antwoord/v", "nee");
  form.edit("uitleg/v", "toch niet", TYPING);
  await clock.run(3000);

  assert.equal(phase("uitleg/v"), Phase.SAVED);
  assert.equal(server.veld("uitleg/v").waarde, "toch niet");
});

test("submitting waits for what is still to go out, and is about what was on the screen", async () => {
  const { form, clock, server } = await opened();
  form.edit("toelichting/a", "net getypt", TYPING);

  const done = form.submit();
  await clock.run(500);
  assert.deepEqual(await done, { ok: true });

  const late = form.submit();
  server.write("band/b", "niet", "Collega");
  await clock.run(500);
  assert.equal((await late).zin, "Niet gezien.");
  assert.equal(server.submitted, 1);
});

test("nothing is submitted while something is not saved", async () => {
  const { form, clock, server } = await opened();
  server.write("band/a", "niet", "Collega");
  form.edit("band/a", "volledig");

  const done = form.submit();
  await clock.run(500);

  assert.equal((await done).ok, false);
  assert.equal(server.submitted, 0);
});

test("a browser that keeps nothing is said to, and saves all the same", async () => {
  const around = { ...world(), store: new Store(0) };
  const form = open(around);
  await around.clock.run(200);
  form.edit("toelichting/a", "tekst", TYPING);
  assert.equal(form.unsent.works, false);
  await around.clock.run(2000);

  assert.equal(around.server.veld("toelichting/a").waarde, "tekst");
});

test("who signs in on the same computer sees nothing of what another had not sent; nor does anybody after 14 days", async () => {
  const { around, form, clock, network } = await opened();
  network.way = "gone";
  form.edit("toelichting/a", "geheim", TYPING);
  form.leave();
  form.stop();
  network.way = "good";
  around.server.who = "mij";

  const other = open(around, "een ander");
  await clock.run(100);
  assert.deepEqual(other.pending(), []);
  other.stop();
  clock.time += 14 * 24 * 3600 * 1000;
  const later = open(around);
  await clock.run(100);

  assert.deepEqual(later.pending(), []);
  assert.equal(around.store.length, 0);
});

test("what was typed at a vraag that is not asked any more can be read until it is thrown away, and holds up nothing", async () => {
  const { around, form, clock, server, store } = await opened();
  form.edit("antwoord/v", "Een begin", TYPING);
  server.takeAway("antwoord/v", "uitleg/v");
  form.nudge();
  await clock.run(5000);

  assert.deepEqual([...form.gone].map(([key, { tekst }]) => [key, tekst]), [["antwoord/v", "Een begin"]]);
  assert.deepEqual(form.pending(), []);
  const handingIn = form.submit();
  await clock.run(500);
  assert.equal((await handingIn).ok, true);

  form.stop();
  const anew = open(around);
  await clock.run(500);
  assert.equal(anew.gone.get("antwoord/v").tekst, "Een begin");
  anew.discard("antwoord/v");
  assert.deepEqual([anew.gone.size, store.length], [0, 0]);
});

test("two pages that both left a text at one place lose neither", async () => {
  const { around, form, clock, network, server } = await opened();
  const other = open(around);
  await clock.run(200);
  network.way = "gone";
  form.edit("toelichting/a", "eerste", TYPING);
  await clock.run(100);
  other.edit("toelichting/a", "tweede", TYPING);
  await clock.run(3000);
  for (const each of [form, other]) each.stop();

  network.way = "good";
  open(around);
  await clock.run(5000);

  assert.deepEqual(server.veld("toelichting/a").waarde.split("\n\n").sort(), ["eerste", "tweede"]);
  assert.equal(around.store.length, 0);
});

test("of one text in two pages no second copy is made", async () => {
  const { around, form, clock, network, server } = await opened();
  const other = open(around);
  await clock.run(200);
  network.way = "gone";
  form.edit("toelichting/a", "een tekst", TYPING);
  other.edit("toelichting/a", "een tekst en meer", TYPING);
  await clock.run(3000);
  for (const each of [form, other]) each.stop();

  network.way = "good";
  open(around);
  await clock.run(5000);

  assert.equal(server.veld("toelichting/a").waarde, "een tekst en meer");
});

for (const [status, body] of [[200, {}], [200, []], [200, "portaal"], [409, {}], [422, { detail: "?" }], [403, {}], [401, {}], [404, []]]) {
  test(`what somebody else answers in the place of the landkaart is no answer: ${status} ${JSON.stringify(body)}`, async () => {
    const { form, clock, server, network, phase } = await opened();
    network.foreign = { status, body };
    form.nudge();
    await clock.run(200);
    form.edit("band/a", "volledig");
    form.edit("toelichting/a", "tekst", TYPING);
    await clock.run(5000);

    assert.equal(form.link, Link.AWAY);
    assert.equal(phase("band/a"), Phase.FAILED);
    assert.ok(network.asked < 12, `asked ${network.asked} times in 5 seconds`);

    network.foreign = null;
    await clock.run(60_000);
    assert.deepEqual([phase("band/a"), phase("toelichting/a")], [Phase.SAVED, Phase.SAVED]);
    assert.deepEqual(server.log, [["band/a", "volledig"], ["toelichting/a", "tekst"]]);
  });
}

test("what goes wrong in the landkaart itself is said in its own words, until it goes well", async () => {
  const { form, clock, network } = await opened();
  network.foreign = { status: 503, body: { code: "storing", zin: "De schijf is vol." } };
  form.edit("band/a", "volledig");
  await clock.run(200);
  assert.deepEqual(stateOfAll(form, form.pending()), ["problem", "De schijf is vol. 1 wijziging nog niet opgeslagen."]);

  network.way = "gone";
  network.foreign = null;
  await clock.run(5000);
  assert.deepEqual(stateOfAll(form, form.pending()), ["problem", "Geen verbinding: 1 wijziging nog niet opgeslagen; dat gaat vanzelf zodra het kan."]);

  network.way = "good";
  await clock.run(60_000);
  assert.deepEqual(stateOfAll(form, form.pending()), ["done", "Alles is opgeslagen."]);
});

for (const status of [401, 403]) {
  test(`nothing is called under way of what cannot go out: ${status}`, async () => {
    const { form, clock, network } = await opened();
    form.edit("toelichting/a", "tekst", TYPING);
    network.foreign = { status, body: { code: "recht", zin: "U mag dit niet." } };
    form.nudge();
    await clock.run(5000);

    const [choice, text] = ["band/a", "toelichting/a"].map((key) => form.fields.get(key));
    assert.equal(lookOf(choice, text, form.link), "problem");
    const [look, sentence] = stateOfAll(form, form.pending());
    assert.equal(look, "problem");
    assert.ok(sentence.includes("1 wijziging nog niet opgeslagen"), sentence);
  });
}
