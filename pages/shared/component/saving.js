// The fields of a form and the line to the server: what is given goes out by itself, one request at a time, in order, again and
// again if need be. No screen; clock, network and storage are given.

import { Field, ONGEWIJZIGD, same } from "./veld.js";

export const Link = Object.freeze({ OK: "er", AWAY: "weg", SESSION: "afgemeld", DENIED: "geen recht" });
export const TYPING = 1000; // Text goes out this long after the last key.

const SLOW = 2000, POLL = 20_000, POLL_SIGNED_OUT = 5000;
const PAUSES = [1000, 2000, 4000, 8000, 15_000, 30_000];
const REFUSALS = new Set([400, 405, 409, 413, 415, 422, 423]); // Sending it again changes nothing.

function confirming(mijlpaal) {
	return { method: "POST", path: "/bevestig", body: { mijlpalen: [mijlpaal] } };
}

export class Saving {
	// `last`: the band of last time by the key of its field; `send`: a request to a promise of { status, body }; `timer`: { now,
	// later, stop }; `check`: what is wrong with a value, or null; `changed`: told the key of a field, or null; `arrived`: told the
	// keys of what was changed elsewhere; `unchanged`: the request that says of one, by its code, that it is as it was.
	constructor({ last, send, unsent, timer, changed, arrived = () => {}, check = () => null, random = Math.random, unchanged = confirming }) {
		Object.assign(this, { last, send, unsent, timer, changed, arrived, check, random, unchanged, link: Link.OK, acts: [], alive: new Set() });
		this.fields = new Map();
		this.due = new Map(); // When a field may go out.
		this.gone = new Map(); // What was typed in a field that is no longer there.
		Object.assign(this, { state: null, said: null, busy: false, slow: false, visible: true, stopped: false, waking: null });
		Object.assign(this, { failures: 0, retryAt: 0, pollAt: 0, takenAt: 0, given: 0 });
	}

	edit(key, value, wait = 0) {
		const field = this.fields.get(key), now = this.timer.now();
		field.edit(value);
		this.judge(field);
		field.order ||= ++this.given;
		field.at = now;
		this.due.set(key, now + wait);
		this.follow(field);
	}

	// What the server would not take does not go out.
	judge(field) {
		if (field.pending) field.refusal = this.check(field.mine);
	}

	hurry(key) {
		if (key) this.due.delete(key);
		else this.due.clear();
		this.pump();
	}

	decide(key, mine) {
		const field = this.fields.get(key);
		if (mine) field.takeMine();
		else field.clear();
		this.due.delete(key);
		this.follow(field);
	}

	follow(field) {
		this.keep(field);
		this.changed(field.key);
		this.pump();
	}

	// An act on the whole, once all that was given is there; `whole`: not while something is not. Resolves to { ok, zin };
	// `body` is asked when it goes out.
	act(method, path, body, whole = false) {
		return new Promise((resolve) => {
			this.acts.push({ method, path, body, whole, resolve });
			this.hurry();
		});
	}

	// Makes count what stands on the screen at this moment, with what was given here and is still to go out.
	submit() {
		const shown = this.seen, mine = new Set(this.pending().flatMap(({ key }) => [key, key.replace("band/", "toelichting/")]));
		const some = (all, isMine) => Object.entries(all).filter(([key]) => mine.has(key) === isMine);
		const seen = () => Object.fromEntries([...some(shown, false), ...some(this.seen, true)]);
		return this.act("POST", "/indien", () => ({ gezien: seen() }), true);
	}

	nudge() {
		this.retryAt = this.pollAt = 0;
		this.pump();
	}

	// What is new was brought by the reader himself, beside the form.
	reread() {
		this.quiet = true;
		this.nudge();
	}

	lost() {
		if (this.link === Link.OK) this.away();
	}

	// The page goes: what is left goes out, and nobody waits for the answer.
	leave() {
		if (this.barred) return;
		for (const field of this.pending().filter((each) => !each.stuck && each.sent !== each.mine)) {
			this.send(this.request(field, field.mine, field.base.versie)).catch(() => {});
			field.try(field.mine);
			this.keep(field);
		}
	}

	stop() {
		this.stopped = true;
		this.timer.stop(this.waking);
	}

	pending() {
		return [...this.fields.values()].filter((field) => field.pending).sort((a, b) => a.order - b.order);
	}

	get open() {
		return Boolean(this.state?.open);
	}

	// Whether something would be lost, or would wait, if the page went now.
	get atRisk() {
		const isCut = this.link !== Link.OK || !this.unsent.works;
		return this.pending().some((field) => !field.late && (isCut || field.stuck));
	}

	// The versions on the screen, of what there is.
	get seen() {
		const found = [...this.fields].filter(([key, { kept }]) => /^(band|toel)/.test(key) && kept.versie !== null);
		return Object.fromEntries(found.map(([key, { kept }]) => [key, kept.versie]));
	}

	pump() {
		if (this.busy || this.stopped) return;
		const now = this.timer.now();
		if (this.retryAt > now) return this.wakeAt(this.retryAt);
		const job = this.nextJob(now);
		if (job) this.run(job);
		else this.wakeAt(Math.min(...(this.barred ? [] : this.waiting()), this.polls ? this.pollAt : Infinity));
	}

	// Only a look at the state may go out.
	get barred() {
		return !this.state || this.link === Link.SESSION || this.link === Link.DENIED;
	}

	get polls() {
		return this.visible || this.barred;
	}

	nextJob(now) {
		if (!this.barred) {
			const field = this.pending().find((each) => each.sendable && (this.due.get(each.key) ?? 0) <= now);
			if (field) return this.saveJob(field);
			if (this.acts.length && !this.waiting().length) return this.actJob(this.acts.shift()) ?? this.nextJob(now);
		}
		if (!this.polls || this.pollAt > now) return null;
		return { request: { method: "GET", path: "", version: this.state?.version }, done: (body) => this.take(body) };
	}

	waiting() {
		return this.pending().filter((field) => field.sendable).map(({ key }) => this.due.get(key) ?? 0);
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

	request({ key }, waarde, gezien) {
		if (waarde !== ONGEWIJZIGD) return { method: "PUT", path: `/veld/${key}`, body: { waarde, gezien } };
		return this.unchanged(key.split("/")[1]);
	}

	actJob({ method, path, body, whole, resolve }) {
		if (whole && this.pending().length) return void resolve({ ok: false });
		const done = (state) => {
			this.take(state, true);
			resolve({ ok: true });
		};
		return { request: { method, path, body: body() }, resolve, done };
	}

	async run(job) {
		this.busy = true;
		this.timer.stop(this.waking);
		const slow = this.timer.later(() => {
			this.slow = true;
			this.changed(null);
		}, SLOW);
		const answer = await this.send(job.request).catch(() => null);
		this.timer.stop(slow);
		this.busy = this.slow = false;
		if (this.stopped) return;
		this.settle(job, answer?.status, answer?.body);
		if (job.field) this.keep(job.field);
		this.changed(job.field?.key ?? null);
		this.pump();
	}

	settle(job, status, body) {
		// What a portal or a proxy answers is no answer of ours.
		const isOurs = status === 304 || (status === 200 ? body?.velden : body?.zin);
		if (isOurs && [401, 403, 404].includes(status)) return this.bar(job, status === 401 ? Link.SESSION : Link.DENIED, body.zin);
		if (!isOurs || (status > 304 && !REFUSALS.has(status))) return this.missed(job, isOurs && body.zin);
		Object.assign(this, { link: Link.OK, failures: 0, retryAt: 0, said: null });
		if (status === 200) job.done(body);
		else if (status === 304) this.pollAt = this.timer.now() + POLL;
		else this.refused(job, status, body);
	}

	// Not signed in, or not allowed: nothing goes out until the server lets us in again.
	bar(job, link, zin) {
		if (job.field) job.field.sent = undefined;
		this.dropActs(job, zin);
		Object.assign(this, { link, said: zin, pollAt: this.timer.now() + (link === Link.SESSION ? POLL_SIGNED_OUT : POLL) });
	}

	refused({ field, resolve }, status, { zin, veld }) {
		if (status === 423 || !field) this.pollAt = 0;
		if (!field) return resolve?.({ ok: false, zin });
		if (status === 409 && veld) {
			if (!field.collide(veld)) this.due.set(field.key, this.timer.now() + POLL);
		} else if (status === 423) {
			field.sent = undefined;
			field.late = true;
		} else field.refuse(zin);
	}

	missed(job, zin) {
		job.field?.fail();
		this.said = zin;
		this.dropActs(job);
		this.away();
	}

	dropActs(job, zin) {
		for (const { resolve } of [job, ...this.acts.splice(0)]) resolve?.({ ok: false, zin });
	}

	away() {
		const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)];
		this.failures += 1;
		this.link = Link.AWAY;
		this.retryAt = this.timer.now() + pause * (0.85 + 0.3 * this.random());
		this.pollAt = Math.min(this.pollAt, this.retryAt);
		this.changed(null);
		this.pump();
	}

	// A whole state; `own`: after an act of this screen.
	take(state, own = false) {
		const first = this.state === null, moved = [], now = this.timer.now();
		Object.assign(this, { state, takenAt: now, pollAt: now + POLL });
		for (const [key, veld] of Object.entries(state.velden)) {
			const field = this.fields.get(key);
			if (!field) this.fields.set(key, new Field(key, veld, this.last[key]));
			else if (field.arrive(veld, own && veld.eigen)) moved.push(key);
			if (field) this.keep(field);
		}
		this.forget(state.velden);
		if (first) this.restore();
		for (const field of this.pending()) field.late = !state.open;
		if (moved.length && !this.quiet) this.arrived(moved);
		this.quiet = false;
	}

	// What is no longer asked takes nothing along: what was typed in it and is not there can still be read.
	forget(velden) {
		for (const [key, field] of this.fields) {
			if (key in velden) continue;
			if (field.pending && !same(field.mine, "")) this.gone.set(key, { tekst: field.mine, take: () => this.unsent.drop(key) });
			else this.unsent.drop(key);
			this.fields.delete(key);
		}
	}

	discard(key) {
		this.gone.get(key).take();
		this.gone.delete(key);
		this.changed(null);
	}

	// An answer about one field; of "Ongewijzigd" it is a whole state.
	saved(field, waarde, body) {
		field.succeed(body.veld ?? body.velden[field.key]);
		if (waarde === ONGEWIJZIGD) return this.take(body, true);
		// Not its `version`: others may have changed something as well, which only a GET brings.
		const { velden, veld: _, version, ...rest } = body;
		Object.assign(this.state, rest);
		for (const [key, other] of Object.entries(velden ?? {})) if (key !== field.key) this.fields.get(key)?.follow(other);
	}

	keep(field) {
		if (this.fields.get(field.key) !== field) return;
		if (field.pending) this.unsent.put(field.key, field.toStore());
		else this.unsent.drop(field.key);
	}

	restore() {
		for (const { field: key, entry, take } of this.unsent.left(this.alive)) {
			const field = this.fields.get(key);
			if (field) this.goOn(field, entry);
			else if (!same(entry.waarde, "")) this.gone.set(key, { tekst: entry.waarde, take });
			if (field || same(entry.waarde, "")) take();
		}
	}

	// Of two pages that both left a text here, both are kept.
	goOn(field, entry) {
		const both = isText(field.key) && field.pending ? { ...entry, waarde: joined(field.mine, entry.waarde) } : entry;
		Object.assign(field, { order: ++this.given, at: entry.op });
		field.restore({ ...both, verstuurd: [...field.tried, ...entry.verstuurd] });
		this.judge(field);
		this.keep(field);
	}
}

export function isText(key) {
	return /^(toel|uit)/.test(key);
}

function joined(one, other) {
	const texts = [one, other].map((text) => text ?? "");
	return texts.find((text) => texts.every((each) => text.includes(each))) ?? texts.join("\n\n");
}
