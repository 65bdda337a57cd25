// Random sequences of typing, choosing, losing the network, leaving and coming back, and a colleague's changes: in the end
// the database and the screen say the same, and no text is gone.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Link, TYPING } from "../../../../pages/shared/component/saving.js";
import { ONGEWIJZIGD, Phase, same } from "../../../../pages/shared/component/veld.js";
import { BANDS, FIELDS, open, world } from "./world.mjs";

const SEQUENCES = Number(process.env.SEQUENCES ?? 400), LENGTH = 60;
const WAYS = ["good", "good", "gone", "mute", "hanging", "ill", "mixed"];

class Somebody {
  constructor(seed, hasColleague) {
    Object.assign(this, { around: world(seed), hasColleague, number: 0, last: new Map(), shared: new Set() });
    this.form = open(this.around);
  }

  pick(from) {
    return from[Math.floor(this.around.random() * from.length)];
  }

  async act() {
    const acts = [this.type, this.type, this.choose, this.choose, this.wait, this.wait, this.network, this.restart, this.reload];
    if (this.hasColleague) acts.push(this.colleague, this.decide);
    await this.pick(acts).call(this);
    this.check();
  }

  edit(key, value, wait) {
    this.last.set(key, value);
    this.form.edit(key, value, wait);
  }

  type() {
    if (!this.form.state) return;
    const key = this.pick(["toelichting/a", "toelichting/b"]);
    const before = String(this.form.fields.get(key).shown ?? "");
    this.number += 1;
    this.edit(key, this.pick([`${before} ${this.number}`, `${before} ${this.number} `, `tekst ${this.number}`, ""]), TYPING);
  }

  choose() {
    if (!this.form.state) return;
    const key = this.pick(["band/a", "band/b", "antwoord/v"]);
    if (key === "antwoord/v") return this.edit(key, this.pick(["ja", "nee"]), 0);
    const canConfirm = this.form.fields.get(key).shown === null;
    return this.edit(key, this.pick([...BANDS, null, canConfirm ? ONGEWIJZIGD : "niet"]), this.pick([0, 400]));
  }

  async wait() {
    await this.around.clock.run(this.pick([3, 30, 300, 3000, 30_000]));
  }

  network() {
    this.around.network.way = this.pick(WAYS);
    this.pick([() => this.form.nudge(), () => this.form.lost(), () => {}])();
  }

  // The server is away for a while; the page stays.
  async restart() {
    const before = this.around.network.way;
    this.around.network.way = "gone";
    await this.around.clock.run(this.pick([100, 2000]));
    this.around.network.way = before;
  }

  // F5, or the tab closed and opened again; with or without time to send what is left.
  async reload() {
    if (this.pick([true, false])) this.form.leave();
    this.form.stop();
    await this.around.clock.run(this.pick([0, 20, 5000]));
    this.form = open(this.around);
  }

  colleague() {
    const [key] = this.pick(FIELDS.slice(0, 4));
    this.shared.add(key);
    this.number += 1;
    const value = key.startsWith("band/") ? this.pick([...BANDS, null]) : `van een collega ${this.number}`;
    this.around.server.write(key, value, "Collega");
  }

  decide() {
    for (const field of this.form.pending().filter(({ phase }) => phase === Phase.OTHER)) {
      if (this.pick([true, false])) this.form.decide(field.key, true);
      else this.drop(field.key);
    }
  }

  drop(key) {
    this.last.delete(key);
    this.form.decide(key, false);
  }

  // At every moment: what is called saved was in the database, and a text is there, on the screen, or kept in the browser.
  check() {
    const { server, store } = this.around;
    for (const [key, field] of this.form.fields) {
      if (field.phase === Phase.SAVED && field.kept.versie) {
        const ever = server.ever.get(key) ?? server.ever.get(key.replace("uitleg", "antwoord")) ?? [];
        assert.ok(ever.some(({ versie }) => versie === field.kept.versie), `${key} was never saved as ${field.kept.versie}`);
      }
      if (field.phase === Phase.OTHER) assert.ok(this.shared.has(key), `${key} was changed by nobody else`);
    }
    for (const [key, text] of this.last) {
      if (!key.startsWith("toelichting/") || text === "") continue;
      const there = (server.ever.get(key) ?? []).some(({ waarde }) => same(waarde, text));
      const here = same(this.form.fields.get(key)?.shown, text);
      const left = [...store.kept.values()].some((kept) => same(JSON.parse(kept).waarde, text));
      assert.ok(there || here || left, `${key}: “${text}” is gone`);
    }
  }

  async end() {
    this.around.network.way = "good";
    for (let turn = 0; turn < 4; turn += 1) {
      await this.around.clock.run(60_000);
      this.decide();
    }
    await this.around.clock.run(60_000);
    assert.equal(this.form.link, Link.OK);
    assert.deepEqual(this.form.pending(), []);
    assert.equal(this.around.store.length, 0);
    for (const [key, field] of this.form.fields) {
      assert.ok(same(field.shown, this.around.server.veld(key).waarde), `${key}: the screen says ${field.shown}`);
      if (this.last.has(key) && !this.shared.has(key)) {
        const mine = this.last.get(key);
        const meant = mine === ONGEWIJZIGD ? field.last : mine;
        assert.ok(same(field.shown, meant), `${key}: ${meant} was meant, ${field.shown} it became`);
      }
    }
  }
}

for (const hasColleague of [false, true]) {
  test(`${hasColleague ? "with" : "without"} a colleague, ${SEQUENCES} sequences of ${LENGTH} acts`, async () => {
    for (let seed = 1; seed <= SEQUENCES; seed += 1) {
      const somebody = new Somebody(seed, hasColleague);
      try {
        for (let number = 0; number < LENGTH; number += 1) await somebody.act();
        await somebody.end();
      } catch (error) {
        error.message = `sequence ${seed}: ${error.message}`;
        throw error;
      }
    }
  });
}
