// All fields of one form and the line to the server: what is typed goes out by itself, one request at a time and in order,
// and is tried again for as long as it takes. No screen; clock, network and storage are given, so that it can be tested.

import { Field, ONGEWIJZIGD } from "./veld.js";

export const Link = Object.freeze({ OK: "verbonden", AWAY: "geen verbinding", SESSION: "afgemeld", DENIED: "geen recht" });

export const TYPING = 1000; // Text goes out this long after the last key.
const SLOW = 2000; // A request that is out for longer is said to be slow.
const POLL = 20_000;
const POLL_SIGNED_OUT = 5000;
const PAUSES = [1000, 2000, 4000, 8000, 15_000, 30_000];
const LONGEST_ANSWER = 15_000; // See `api.js`: after this a request has failed.
const REFUSALS = new Set([400, 405, 409, 413, 415, 422, 423]); // Said of what was sent: sending it again changes nothing.

export class Saving {
  // `last`: the band of last time, by the key of its field; `send`: a request to a promise of { status, body }, rejected when nothing came;
  // `timer`: { now, later, stop }; `changed`: called after anything that a screen shows; `arrived`: with the keys of what
  // somebody else changed.
  constructor({ last, send, unsent, timer, changed, arrived = () => {}, random = Math.random }) {
    Object.assign(this, { last, send, unsent, timer, changed, arrived, random });
    this.fields = new Map(); // By key, as soon as the server has said which there are.
    this.due = new Map(); // When a field may go out.
    this.acts = []; // Confirm, submit, sign: after all fields.
    this.state = null; // The last whole word of the server.
    this.link = Link.OK;
    this.said = null; // The server's sentence about it.
    Object.assign(this, { busy: false, slow: false, takenAt: 0, visible: true, stopped: false, alive: new Set() });
    Object.assign(this, { failures: 0, retryAt: 0, pollAt: 0, typed: 0, waking: null });
  }

  // What happens on the screen

  edit(key, value, wait = 0) {
    const field = this.fields.get(key);
    field.edit(value);
    field.order ||= ++this.typed;
    field.at = this.timer.now();
    this.due.set(key, this.timer.now() + wait);
    this.keep(field);
    this.changed(key);
    this.pump();
  }

  // Nothing waits any longer for another key.
  hurry(key) {
    if (key) this.due.delete(key);
    else this.due.clear();
    this.pump();
  }

  keepTheirs(key) {
    this.fields.get(key).keepTheirs();
    this.decided(key);
  }

  takeMine(key) {
    this.fields.get(key).takeMine();
    this.decided(key);
  }

  decided(key) {
    this.due.delete(key);
    this.keep(this.fields.get(key));
    this.changed(key);
    this.pump();
  }

  // One that cannot be kept as it is, said before it is sent.
  refuse(key, sentence) {
    const field = this.fields.get(key);
    field.refusal = sentence;
    this.keep(field);
    this.changed(key);
  }

  // An act on the whole, once all that was typed is there. Resolves to { ok, zin }; `body` is asked when it goes out.
  // `whole`: not while something is not there.
  act(request, body = () => undefined, whole = false) {
    return new Promise((resolve) => {
      this.acts.push({ request, body, resolve, whole });
      this.hurry();
    });
  }

  // Makes count what stands on the screen at this moment, with what was typed here and is still to go out.
  submit() {
    const shown = this.seen;
    const mine = new Set(this.pending().flatMap(({ key }) => [key, key.replace("band/", "toelichting/")]));
    const seen = () => {
      const now = Object.entries(this.seen).filter(([key]) => mine.has(key));
      const before = Object.entries(shown).filter(([key]) => !mine.has(key));
      return { gezien: Object.fromEntries([...before, ...now]) };
    };
    return this.act({ method: "POST", path: "/indien" }, seen, true);
  }

  // Something may have changed: the network is back, the page is looked at again.
  nudge() {
    this.retryAt = 0;
    this.pollAt = 0;
    this.pump();
  }

  // The network says itself that it is gone.
  lost() {
    if (this.link === Link.OK) this.away();
  }

  // The page goes: what is left goes out now, and nobody waits for the answer.
  leave() {
    for (const field of this.pending()) {
      const going = !field.theirs && !field.refusal && !field.late && field.sent !== field.mine;
      if (!going || this.barred) continue;
      this.send(this.request(field, field.mine, field.base.versie)).catch(() => {});
      field.gone();
      this.keep(field);
    }
  }

  stop() {
    this.stopped = true;
    this.timer.stop(this.waking);
  }

  // What a screen asks

  pending() {
    return [...this.fields.values()].filter((field) => field.pending).sort((a, b) => a.order - b.order);
  }

  get open() {
    return Boolean(this.state?.open);
  }

  get closed() {
    return Boolean(this.state) && !this.state.open;
  }

  // Whether something would be lost, or wait for who comes back, if the page went now.
  get atRisk() {
    const stuck = this.link !== Link.OK || !this.unsent.works;
    return this.pending().some((field) => !field.late && (stuck || field.theirs || field.refusal));
  }

  // The versions on the screen, of what there is.
  get seen() {
    const shown = [...this.fields].filter(([key, { kept }]) => /^(band|toelichting)\//.test(key) && kept.versie !== null);
    return Object.fromEntries(shown.map(([key, { kept }]) => [key, kept.versie]));
  }

  // The line to the server

  pump() {
    if (this.busy || this.stopped) return;
    const now = this.timer.now();
    if (this.retryAt > now) return this.wakeAt(this.retryAt);
    const job = this.nextJob(now);
    if (job) this.run(job);
    else this.wakeAt(Math.min(...(this.barred ? [] : this.waiting()), this.visible || this.barred ? this.pollAt : Infinity));
  }

  // Nothing but a look at the state may go out.
  get barred() {
    return !this.state || this.link === Link.SESSION || this.link === Link.DENIED;
  }

  nextJob(now) {
    if (!this.barred) {
      const field = this.pending().find((each) => each.sendable && (this.due.get(each.key) ?? 0) <= now);
      if (field) return this.saveJob(field);
      this.dropStuckActs();
      if (this.acts.length && !this.waiting().length) return this.actJob(this.acts.shift());
    }
    const wanted = this.pollAt <= now && (this.visible || this.barred);
    const request = { method: "GET", path: "", version: this.state?.version };
    return wanted ? { request, done: (body) => this.take(body) } : null;
  }

  dropStuckActs() {
    const isStuck = (act) => act.whole && this.pending().some((field) => !field.sendable);
    for (const act of this.acts.filter(isStuck)) act.resolve({ ok: false, zin: null });
    this.acts = this.acts.filter((act) => !isStuck(act));
  }

  // When each of those that may go out does.
  waiting() {
    return this.pending().filter((field) => field.sendable).map((field) => this.due.get(field.key) ?? 0);
  }

  wakeAt(moment) {
    this.timer.stop(this.waking);
    if (moment === Infinity) return;
    this.waking = this.timer.later(() => this.pump(), Math.max(0, Math.ceil(moment - this.timer.now())));
  }

  saveJob(field) {
    const { waarde, gezien } = field.start();
    this.keep(field);
    this.changed(field.key);
    return { request: this.request(field, waarde, gezien), field, done: (body) => this.saved(field, waarde, body) };
  }

  request(field, waarde, gezien) {
    const [, code] = field.key.split("/");
    if (waarde === ONGEWIJZIGD) return { method: "POST", path: "/bevestig", body: { mijlpalen: [code] } };
    return { method: "PUT", path: `/veld/${field.key}`, body: { waarde, gezien } };
  }

  actJob({ request, body, resolve }) {
    const done = (state) => {
      this.take(state, true);
      resolve({ ok: true });
    };
    return { request: { ...request, body: body() }, resolve, done };
  }

  async run(job) {
    this.busy = true;
    this.timer.stop(this.waking);
    const slow = this.timer.later(() => this.turnSlow(), SLOW);
    let answer = null;
    try {
      answer = await this.send(job.request, LONGEST_ANSWER);
    } catch {
      // No answer is one as well.
    }
    this.timer.stop(slow);
    this.busy = this.slow = false;
    if (this.stopped) return;
    this.settle(job, answer);
    this.changed(job.field?.key ?? null);
    this.pump();
  }

  turnSlow() {
    this.slow = true;
    this.changed(null);
  }

  settle(job, answer) {
    const body = answer?.body, status = answer?.status;
    if (status === 200 && body) {
      this.back();
      job.done(body);
    } else if (status === 304) {
      this.back();
      this.pollAt = this.timer.now() + POLL;
    } else if (status === 401 || status === 403 || status === 404) {
      this.bar(job, status === 401 ? Link.SESSION : Link.DENIED, body);
    } else if (REFUSALS.has(status)) {
      this.back();
      this.refused(job, status, body ?? {});
    } else {
      this.missed(job);
    }
    if (job.field) this.keep(job.field);
  }

  back() {
    Object.assign(this, { link: Link.OK, failures: 0, retryAt: 0, said: null });
  }

  // Not signed in, or not allowed (any more): nothing goes out until the server lets us in again.
  bar(job, link, body) {
    job.field && (job.field.sent = undefined);
    job.resolve?.({ ok: false, zin: body?.zin });
    for (const act of this.acts.splice(0)) act.resolve({ ok: false, zin: body?.zin });
    Object.assign(this, { link, said: body?.zin ?? null });
    this.pollAt = this.timer.now() + (link === Link.SESSION ? POLL_SIGNED_OUT : POLL);
  }

  refused(job, status, body) {
    if (!job.field) job.resolve?.({ ok: false, zin: body.zin });
    else if (status === 409 && body.veld) this.collided(job.field, body.veld);
    else if (status !== 423) job.field.refuse(body.zin);
    else this.late(job.field);
    if (status === 423 || !job.field) this.pollAt = 0;
  }

  collided(field, veld) {
    const before = field.failures;
    field.collide(veld);
    if (field.failures > before) this.due.set(field.key, this.timer.now() + PAUSES.at(-1));
  }

  late(field) {
    field.sent = undefined;
    field.late = field.pending;
  }

  missed(job) {
    job.field?.fail();
    job.resolve?.({ ok: false, zin: null });
    for (const act of this.acts.splice(0)) act.resolve({ ok: false, zin: null });
    this.away();
  }

  away() {
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)];
    this.failures += 1;
    this.link = Link.AWAY;
    this.retryAt = this.timer.now() + pause * (0.85 + 0.3 * this.random());
    this.pollAt = Math.min(this.pollAt, this.retryAt);
    this.changed(null);
    if (!this.busy) this.wakeAt(this.retryAt);
  }

  // What the server says

  // A whole state, as GET gives it. `own`: after an act of this screen, which changed what is its own.
  take(state, own = false) {
    const first = this.state === null, moved = [];
    this.state = state;
    this.takenAt = this.timer.now();
    this.pollAt = this.timer.now() + POLL;
    for (const [key, veld] of Object.entries(state.velden)) {
      const field = this.fields.get(key);
      if (!field) this.fields.set(key, new Field(key, veld, this.last[key]));
      else if (field.arrive(veld, own && veld.eigen) && !(own && veld.eigen)) moved.push(key);
      if (field) this.keep(field);
    }
    if (first) this.restore();
    for (const field of this.pending()) field.late = !state.open;
    if (moved.length) this.arrived(moved);
  }

  // An answer about one field; of "Ongewijzigd" it is a whole state.
  saved(field, waarde, body) {
    const veld = body.veld ?? body.velden[field.key];
    if (waarde !== ONGEWIJZIGD) {
      // Not its `version`: that is also of what others changed meanwhile, which only a GET brings.
      const { velden, veld: _, version, ...rest } = body;
      Object.assign(this.state, rest);
    }
    field.succeed(veld);
    if (waarde === ONGEWIJZIGD) return this.take(body, true);
    for (const [key, other] of Object.entries(body.velden ?? {})) {
      if (key !== field.key) this.fields.get(key)?.follow(other);
    }
  }

  // What must outlast this page

  keep(field) {
    if (field.pending) this.unsent.put(field.key, field.toStore());
    else this.unsent.drop(field.key);
  }

  restore() {
    for (const [key, entry] of this.unsent.left(this.alive)) {
      const field = this.fields.get(key);
      if (!field) continue;
      field.restore(entry);
      Object.assign(field, { order: ++this.typed, at: entry.op });
      this.keep(field);
    }
  }
}
