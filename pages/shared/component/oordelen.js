// All werkpleinen below each other, judged with the keyboard: a key gives an oordeel, Enter goes on to the next without one.

import { sender } from "./api.js";
import { button, h, heedOneClick, mark, show, write } from "./dom.js";
import { Question } from "./question.js";
import { Saving } from "./saving.js";
import { openTabs, ownTab, Unsent } from "./unsent.js";
import { ONGEWIJZIGD, Phase } from "./veld.js";
import { held, stateOf, stateOfAll } from "./words.js";

const QUIET = 2500; // So long nothing is given, and all of it is there: then the page counts anew.
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const tables = new WeakMap();

export default function mount({ data, parentElement, setTriggerValue }) {
	const before = tables.get(parentElement), same = JSON.stringify(data);
	if (before?.same === same) {
		before.tellPage = setTriggerValue;
		return before.close;
	}
	before?.close();
	const table = new Table(data, parentElement, setTriggerValue);
	table.same = same;
	tables.set(parentElement, table);
	return table.close;
}

class Table {
	constructor(data, root, tellPage) {
		Object.assign(this, { data, root, tellPage, given: 0, waking: null, rows: [], vraag: data.vragen[0]?.code });
		this.labels = Object.fromEntries(data.opties.map(({ code, kort }) => [code, kort]));
		this.news = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
		this.element = h("div", { class: "oordelen" }, this.news);
		this.saving = new Saving({
			last: Object.fromEntries(data.rijen.map(({ code, vorige }) => [`oordeel/${code}`, vorige?.oordeel])),
			send: sender(data.api, data.account),
			unsent: new Unsent({ store: storage(), place: [data.account, "oordelen", data.tertaal], tab: ownTab, now: Date.now }),
			timer: { now: Date.now, later: (act, ms) => setTimeout(act, ms), stop: (id) => clearTimeout(id) },
			changed: (key) => this.changed(key),
			arrived: (keys) => this.say(`Intussen elders beoordeeld: ${keys.map((key) => this.rowOf(key)?.data.naam).filter(Boolean).join(", ")}.`),
			unchanged: (werkplein) => ({ method: "POST", path: "/overnemen", body: { werkplein } }),
		});
		this.listen();
		openTabs().then((alive) => {
			this.saving.alive = alive;
			this.saving.pump();
		});
	}

	listen() {
		const { saving } = this, heard = new AbortController();
		heedOneClick(this.element);
		const hear = (target, name, act) => target.addEventListener(name, act, { signal: heard.signal, capture: true });
		for (const name of ["focus", "online", "landkaart:verbinding"]) hear(window, name, (event) => event.target === window && saving.nudge());
		hear(window, "offline", () => saving.lost());
		hear(window, "pagehide", () => saving.leave());
		hear(window, "beforeunload", (event) => saving.atRisk && event.preventDefault());
		// Who is on the way to another page stays on it: what the page hears now would bring him back here.
		hear(document, "click", ({ target }) => { this.leaving = Boolean(target.closest?.("a[href]:not([target])")); });
		hear(document, "visibilitychange", () => {
			saving.visible = !document.hidden;
			if (saving.visible) saving.nudge();
		});
		// Streamlit listens for keys of its own.
		for (const name of ["keydown", "keyup", "keypress"]) this.element.addEventListener(name, (event) => event.stopPropagation());
		this.close = () => {
			saving.leave();
			saving.stop();
			clearTimeout(this.waking);
			heard.abort();
			this.element.remove();
			tables.delete(this.root);
		};
	}

	build() {
		const { data } = this, all = `${data.rijen.length} ${data.zinnen.allemaal}`;
		this.rows = data.rijen.map((each) => new Rij(this, each));
		Object.assign(this, { done: h("b"), state: h("span", { class: "all" }), nobody: h("p", { class: "nobody", text: data.zinnen.klaar }) });
		this.open = h("input", { type: "checkbox", onchange: () => this.draw() });
		this.signIn = h("a", { target: "_blank", href: `/inloggen?next=${encodeURIComponent(location.pathname + location.search)}`, text: "Meld u aan in een nieuw tabblad." });
		const head = [data.zinnen.wie, "Score", "Verschil", "Prognose", data.vragen.length ? "Antwoord" : null, "Vorig oordeel", "Oordeel"];
		const columns = head.filter(Boolean).map((text) => h("th", { scope: "col", text }));
		this.body = h("tbody", {}, ...this.rows.map(({ element }) => element));
		this.element.append(
			h("div", { class: "top" }, h("p", {}, this.done, " ", this.state, " ", this.signIn), h("label", {}, this.open, " Alleen zonder oordeel"), this.choice()),
			h("p", { class: "keys", text: data.zinnen.toetsen }),
			h("div", { class: "box" }, h("table", { role: "grid", "aria-label": `Oordelen over ${all}` }, h("thead", {}, h("tr", {}, ...columns)), this.body), this.nobody));
		this.root.querySelector("[data-wacht]")?.remove();
		this.root.append(this.element);
		this.stop(this.next(-1) ?? this.rows[0]);
	}

	// Of which vraag the answer stands in the table.
	choice() {
		const { vragen } = this.data;
		if (!vragen.length) return null;
		if (vragen.length === 1) return h("p", { class: "keys", text: `Antwoord op: ${vragen[0].tekst}` });
		const options = vragen.map(({ code, tekst }) => h("option", { value: code, text: tekst }));
		const select = h("select", { onchange: () => { this.vraag = select.value; this.draw(); } }, ...options);
		return h("label", {}, "Antwoord op ", select);
	}

	changed(key) {
		if (!this.saving.state) return write(this.root.querySelector("[data-wacht] p"), this.saving.said ?? this.data.zinnen.wacht);
		if (!this.rows.length) this.build();
		this.draw(key);
		if (key && this.saving.fields.get(key)?.saved) this.settle(key);
	}

	// What was given is there: to a screen reader at once, to the page when it has been quiet for a while.
	settle(key) {
		const row = this.rowOf(key), { versie, waarde } = row.field.kept;
		if (row.told === versie) return;
		row.told = versie;
		this.given += 1;
		this.say(`${row.data.naam}: ${this.labels[waarde] ?? "teruggenomen"}, opgeslagen.`);
		this.wake();
	}

	wake() {
		clearTimeout(this.waking);
		this.waking = setTimeout(() => {
			if (this.saving.pending().length) this.wake();
			else if (!this.leaving) this.tellPage?.("gegeven", this.given);
		}, QUIET);
	}

	draw(key) {
		for (const row of this.rows) if (!key || row.key === key) row.draw();
		const judged = this.rows.filter(({ shown }) => shown !== null).length, { saving } = this;
		write(this.done, `${judged} van ${this.rows.length} ${this.data.zinnen.allemaal} beoordeeld.`);
		const [look, sentence] = stateOfAll(saving, saving.pending());
		mark(this.state, "data-kind", look);
		write(this.state, sentence);
		show(this.signIn, saving.link === "afgemeld");
		for (const row of this.rows) show(row.element, !this.open.checked || row.shown === null || row === this.at || Boolean(row.field.stuck));
		show(this.nobody, this.open.checked && judged === this.rows.length);
	}

	// One stop for the Tab key.
	stop(at) {
		this.at = at;
		for (const { element } of this.rows) element.tabIndex = element === at.element ? 0 : -1;
	}

	walk(from, step) {
		const seen = this.rows.filter(({ element }) => !element.hidden), row = seen[seen.indexOf(from) + step];
		row?.focus();
	}

	// The first without an oordeel below the row at `place`; past the last one it begins anew.
	next(place) {
		const round = [...this.rows.slice(place + 1), ...this.rows.slice(0, place + 1)];
		return round.find(({ shown }) => shown === null);
	}

	goOn(row) {
		const next = this.next(this.rows.indexOf(row));
		if (!next || next === row) return next ? this.walk(row, 1) : this.say(this.data.zinnen.klaar);
		show(next.element, true);
		next.focus();
	}

	rowOf(key) {
		return this.rows.find((row) => row.key === key);
	}

	focusOn(key) {
		this.rowOf(key)?.focus();
	}

	say(text) {
		this.news.append(h("p", { text }));
		if (this.news.children.length > 3) this.news.firstElementChild.remove();
	}

	// A moment of this browser's clock, on that of the landkaart.
	hour(moment) {
		const there = moment + Date.parse(this.saving.state.nu) - this.saving.takenAt;
		return new Date(there).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
	}
}

// One werkplein.
class Rij {
	constructor(table, data) {
		const { code, naam, score, band, verschil, prognose, vorige } = data;
		Object.assign(this, { table, form: table, data, key: `oordeel/${code}`, answer: h("td", { "data-name": "Antwoord" }) });
		this.state = h("span", { class: "state" });
		this.given = h("span", { class: "given", "aria-hidden": "true" }); // On paper, where there are no buttons.
		this.question = new Question(table, this.key, naam);
		this.options = table.data.opties.map((each, at) => this.option(each, at + 1));
		this.same = button("Neem over", () => this.takeOver(), "quiet", { tabindex: -1, "aria-label": `Neem over: ${vorige?.label}, zoals in ${vorige?.tertaal}` });
		this.back = button("Terugnemen", () => this.give(null), "quiet", { tabindex: -1, "aria-label": `Oordeel over ${naam} terugnemen` });
		const sign = band && h("span", { class: "sign", "aria-hidden": "true", text: band.teken, style: `--band:${band.kleur}` });
		const before = vorige ? `${vorige.label} (${vorige.tertaal})` : "–";
		const cells = [
			h("th", { scope: "row" }, h("a", { href: `/werkplein?werkplein=${code}&tertaal=${table.data.tertaal}`, target: "_self", tabindex: -1, text: naam })),
			h("td", { class: "number", "data-name": "Score", title: band?.label }, sign, ` ${score}`),
			h("td", { class: "number", "data-name": "Verschil", text: verschil }), h("td", { "data-name": "Prognose", text: prognose }),
			table.data.vragen.length ? this.answer : null,
			h("td", { "data-name": "Vorig oordeel" }, h("span", { text: before, title: vorige?.notitie }), this.same),
			h("td", { class: "judge" }, h("div", { class: "options", role: "group", "aria-label": `Oordeel over ${naam}` }, ...this.options.map((each) => each.button), this.back), this.given, " ", this.state, this.question.element),
		];
		this.element = h("tr", { id: `oordeel-${code}`, role: "row", onkeydown: (event) => this.pressed(event), onfocusin: () => table.stop(this) }, ...cells);
	}

	option({ code, label, kort }, number) {
		const found = button("", () => this.give(code), "", { tabindex: -1, title: `${label} (toets ${number})`, "aria-label": `${this.data.naam} ${label}`, "aria-pressed": "false" });
		found.append(h("small", { "aria-hidden": "true", text: number }), ` ${kort}`);
		return { code, button: found };
	}

	get field() {
		return this.table.saving.fields.get(this.key);
	}

	// What stands on the screen: while somebody else was first, theirs.
	get shown() {
		return this.field.phase === Phase.OTHER ? this.field.kept.waarde : (this.field.shown ?? null);
	}

	give(value) {
		if (this.field.phase === Phase.OTHER) this.field.takeMine();
		if (value !== this.shown) this.table.saving.edit(this.key, value);
	}

	takeOver() {
		const { vorige } = this.data;
		if (!vorige) return this.table.say(this.table.data.zinnen.niets_over);
		this.give(this.shown === null ? ONGEWIJZIGD : vorige.oordeel);
	}

	pressed(event) {
		const { key } = event, option = this.options[Number(key) - 1], { table } = this;
		const onButton = event.target !== this.element && (key === "Enter" || key === " ");
		if (onButton || event.ctrlKey || event.metaKey || event.altKey) return;
		if (STEPS[key]) table.walk(this, STEPS[key]);
		else if (key === "Home") table.walk(this, -table.rows.filter(({ element }) => !element.hidden).indexOf(this));
		else if (key === "Enter") table.goOn(this);
		else if (key === "0") this.takeOver();
		else if (key === "Delete" || key === "Backspace") this.give(null);
		else if (key !== "0" && option) this.give(option.code);
		else return;
		event.preventDefault();
	}

	focus() {
		this.element.focus({ preventScroll: true });
		this.element.scrollIntoView({ block: "nearest" });
	}

	draw() {
		const { field, shown, table, data } = this;
		for (const { code, button: each } of this.options) mark(each, "aria-pressed", code === shown);
		const said = table.data.opties.find(({ code }) => code === shown)?.label, { notitie } = field.kept;
		write(this.given, said ? `${said}${notitie ? `. Notitie: ${notitie}` : ""}` : "");
		write(this.answer, data.antwoorden[table.vraag] ?? "–");
		write(this.state, stateOf(field, table.saving, "nog geen oordeel") + (field.kept.notitie && shown !== null ? "; met notitie" : ""));
		mark(this.element, "data-look", held(field, table.saving.link) ? "problem" : shown === null ? "open" : "done");
		mark(this.element, "aria-label", `${data.naam}, score ${data.score}, verschil ${data.verschil}: ${table.labels[shown] ?? "nog geen oordeel"}`);
		show(this.same, Boolean(data.vorige) && shown === null);
		show(this.back, shown !== null);
		this.question.draw();
	}
}

function storage() {
	try {
		return window.localStorage;
	} catch {
		return null; // Forbidden: as if it were full.
	}
}
