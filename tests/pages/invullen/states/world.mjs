// A server, a network, a clock and a browser's storage, all in one place and as slow, lossy and forgetful as is wanted.

import { Saving } from "../../../../pages/shared/component/saving.js";
import { same } from "../../../../pages/shared/component/veld.js";
import { Unsent } from "../../../../pages/shared/component/unsent.js";

export const FIELDS = [
  ["band/a", "niet"], ["toelichting/a", null], ["band/b", "volledig"], ["toelichting/b", null],
  ["antwoord/v", null], ["uitleg/v", null],
];
export const BANDS = ["niet", "in_ontwikkeling", "gedeeltelijk", "volledig"];

// Numbers that look random and come again: mulberry32.
export function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class Clock {
  constructor() {
    Object.assign(this, { time: 1_000_000, waiting: [], made: 0 });
  }

  now = () => this.time;

  later = (act, ms) => {
    const id = ++this.made;
    this.waiting.push({ at: this.time + ms, id, act });
    return id;
  };

  stop = (id) => {
    this.waiting = this.waiting.filter((each) => each.id !== id);
  };

  async run(ms) {
    const end = this.time + ms;
    for (;;) {
      await settled();
      const next = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
      if (!next) break;
      this.stop(next.id);
      this.time = Math.max(this.time, next.at);
      next.act();
    }
    this.time = end;
    await settled();
  }
}

// Everything that was promised and is due has happened.
async function settled() {
  for (let turn = 0; turn < 12; turn += 1) await null;
}

export class Server {
  constructor() {
    Object.assign(this, { rows: new Map(), ever: new Map(), versions: 0, open: true, who: "mij", submitted: 0, log: [], taken: new Set() });
  }

  static row(key) {
    return key.replace("uitleg/", "antwoord/");
  }

  veld(key) {
    const row = this.rows.get(Server.row(key));
    if (!row) return { waarde: key.startsWith("band/") || key.startsWith("antwoord/") ? null : "", versie: null, door: null };
    return { waarde: row[key] ?? "", versie: row.versie, door: row.door };
  }

  state() {
    const there = FIELDS.filter(([key]) => !this.taken.has(key));
    const velden = Object.fromEntries(there.map(([key]) => [key, this.veld(key)]));
    return { open: this.open, velden, bar: {}, ingediend: null, version: `${this.versions}${this.open}${this.taken.size}` };
  }

  // The AKO asks a vraag no more.
  takeAway(...keys) {
    for (const key of keys) this.taken.add(key);
  }

  write(key, waarde, door) {
    if (same(this.veld(key).waarde, waarde)) return;
    const gone = same(waarde, "") && !key.startsWith("uitleg/");
    const before = this.rows.get(Server.row(key)) ?? {};
    const versie = `v${++this.versions}`;
    if (gone) this.rows.delete(Server.row(key));
    else this.rows.set(Server.row(key), { ...before, [key]: waarde, versie, door });
    this.ever.set(key, [...(this.ever.get(key) ?? []), { waarde, versie, door }]);
    this.log.push([key, waarde]);
  }

  answer({ method, path, body, version }, account = "mij") {
    if (account !== this.who) return { status: 401, body: { code: "sessie", zin: "Meld u aan." } };
    if (method === "GET" && version === this.state().version) return { status: 304, body: null };
    if (method === "GET") return { status: 200, body: this.state() };
    if (!this.open) return { status: 423, body: { code: "gesloten", zin: "Te laat." } };
    if (path === "/bevestig") return this.confirm(body.mijlpalen);
    if (path === "/indien") return this.submit(body.gezien);
    const key = path.replace("/veld/", "");
    if (this.taken.has(key)) return { status: 422, body: { code: "invoer", zin: "Deze vraag bestaat niet meer." } };
    const there = this.veld(key);
    if (!same(there.waarde, body.waarde)) {
      if (there.versie !== body.gezien) return { status: 409, body: { code: "anders", zin: "Anders.", veld: there } };
      if (key.startsWith("uitleg/") && there.versie === null) return { status: 422, body: { code: "invoer", zin: "Kies eerst." } };
      this.write(key, body.waarde, "mij");
    }
    const velden = Object.fromEntries(FIELDS.filter(([each]) => Server.row(each) === Server.row(key)).map(([each]) => [each, this.veld(each)]));
    return { status: 200, body: { veld: this.veld(key), velden, bar: {}, ingediend: null, version: this.state().version } };
  }

  confirm(codes) {
    for (const code of codes) {
      if (this.veld(`band/${code}`).waarde === null) this.write(`band/${code}`, new Map(FIELDS).get(`band/${code}`), "mij");
    }
    return { status: 200, body: this.state() };
  }

  submit(seen) {
    const there = FIELDS.map(([key]) => [key, this.veld(key).versie]);
    const now = there.filter(([key, versie]) => versie && /^(band|toelichting)/.test(key));
    const equal = now.length === Object.keys(seen).length && now.every(([key, versie]) => seen[key] === versie);
    if (!equal) return { status: 409, body: { code: "niet_gezien", zin: "Niet gezien." } };
    this.submitted += 1;
    return { status: 200, body: this.state() };
  }
}

export class Network {
  constructor(server, clock, random) {
    Object.assign(this, { server, clock, random, way: "good", foreign: null, asked: 0 });
  }

  // "good", "gone" (nothing arrives), "mute" (it arrives, the answer does not), "hanging", "ill" (an error), "foreign" (a portal answers), or "mixed";
  // `foreign`: what is answered instead, and nothing arrives.
  send = (request, longest = 15_000) => {
    const ways = ["good", "gone", "mute", "ill", "hanging", "foreign"];
    const way = this.way === "mixed" ? ways[Math.floor(this.random() * ways.length)] : this.way;
    const asked = structuredClone(request);
    this.asked += 1;
    if (this.foreign) return new Promise((resolve) => this.clock.later(() => resolve(structuredClone(this.foreign)), 20));
    return new Promise((resolve, reject) => {
      const after = 5 + 40 * this.random();
      if (way === "gone") return this.clock.later(() => reject(new TypeError("gone")), after);
      if (way === "hanging") return this.clock.later(() => reject(new TypeError("late")), longest);
      this.clock.later(() => {
        const found = way === "ill" ? { status: 500, body: null } : way === "foreign" ? { status: 200, body: {} } : structuredClone(this.server.answer(asked));
        this.clock.later(() => (way === "mute" ? reject(new TypeError("mute")) : resolve(found)), after);
      }, after);
    });
  };
}

export class Store {
  constructor(room = Infinity) {
    Object.assign(this, { kept: new Map(), room });
  }

  get length() {
    return this.kept.size;
  }

  key = (index) => [...this.kept.keys()][index];
  getItem = (key) => this.kept.get(key) ?? null;
  removeItem = (key) => void this.kept.delete(key);

  setItem(key, text) {
    if (text.length > this.room) throw new Error("QuotaExceededError");
    this.kept.set(key, text);
  }
}

// A form that somebody has open.
export function open(world, account = "mij") {
  const { clock, network, store, random } = world;
  world.tabs = (world.tabs ?? 0) + 1;
  const unsent = new Unsent({ store, place: [account, "assen", "2009-3"], tab: `tab${world.tabs}`, now: clock.now });
  const saving = new Saving({ last: Object.fromEntries(FIELDS), send: network.send, unsent, timer: clock, changed: () => {}, random });
  saving.pump();
  return saving;
}

export function world(seed = 1) {
  const random = dice(seed), clock = new Clock(), server = new Server();
  return { random, clock, server, network: new Network(server, clock, random), store: new Store() };
}
