// The form of one werkplein in one tertaal, as Streamlit mounts it: again and again in one element.

import { sender } from "./api.js";
import { Bar } from "./bar.js";
import { button, h, heedOneClick, mark, show, write } from "./dom.js";
import { Overview } from "./overview.js";
import { Row } from "./row.js";
import { Saving } from "./saving.js";
import { copy } from "./toelichting.js";
import { openTabs, ownTab, Unsent } from "./unsent.js";
import { plain } from "./veld.js";

const YES_NO = [{ value: "ja", label: "Ja" }, { value: "nee", label: "Nee" }];

const forms = new WeakMap();

export default function mount({ data, parentElement }) {
	const before = forms.get(parentElement);
	if (before?.data.api === data.api && before.data.account === data.account) {
		if (before.data.werkmap !== data.werkmap) before.saving.reread();
		before.data = data;
		return before.close;
	}
	before?.close();
	const form = new Form(data, parentElement);
	forms.set(parentElement, form);
	return form.close;
}

class Form {
	constructor(data, root) {
		const place = data.api.split("/").slice(-2), mijlpalen = data.fasen.flatMap((fase) => fase.mijlpalen);
		Object.assign(this, { data, root, mijlpalen, rows: [], bar: null, werkplein: place[0], tertaal: place[1] });
		this.labels = { ja: "Ja", nee: "Nee", ...Object.fromEntries(mijlpalen[0].banden.map(({ code, label }) => [code, label])) };
		this.lead = h("p", { class: "lead" });
		this.notice = h("div", { class: "notices" });
		this.lost = h("div");
		this.news = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
		this.element = h("div", { class: "form" }, this.lead, this.notice, this.lost, this.news);
		this.saving = new Saving({
			last: Object.fromEntries(mijlpalen.map(({ code, vorige }) => [`band/${code}`, vorige?.band])),
			send: sender(data.api, data.account),
			unsent: new Unsent({ store: storage(), place: [data.account, ...place], tab: ownTab, now: Date.now }),
			timer: { now: Date.now, later: (act, ms) => setTimeout(act, ms), stop: (id) => clearTimeout(id) },
			check: (value, { length } = [...plain(value)]) => (length > data.max ? `${data.zinnen.te_lang} ${length.toLocaleString("nl-NL")}.` : null),
			changed: (key) => this.changed(key),
			arrived: (keys) => this.arrived(keys),
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
		hear(document, "click", (event) => this.enter(event));
		hear(document, "visibilitychange", () => {
			saving.visible = !document.hidden;
			if (saving.visible) saving.nudge();
			else saving.hurry();
		});
		// Streamlit has keys of its own, and cannot see who types in here.
		for (const name of ["keydown", "keyup", "keypress"]) this.element.addEventListener(name, (event) => event.stopPropagation());
		this.close = () => {
			saving.leave();
			saving.stop();
			heard.abort();
			this.element.remove();
			forms.delete(this.root);
		};
	}

	// Who skips to the content (a link of Streamlit's) comes to the first that is still to do.
	enter(event) {
		const row = this.rows.find((each) => each.shown === null) ?? this.rows[0];
		if (!row || !event.target.closest?.("[data-testid=stSkipToContent]")) return;
		event.preventDefault();
		event.stopPropagation();
		this.jump(row);
	}

	build() {
		let number = 0;
		const groups = this.data.fasen.map(({ naam, mijlpalen }) => [naam, mijlpalen.map((each) => new Row(this, asItem(each, ++number)))]);
		this.rows = groups.flatMap(([, rows]) => rows);
		this.bar = new Bar(this);
		this.overview = new Overview(groups);
		this.asked = h("section", { "aria-label": "Vragen" }, h("h2", { text: "Vragen bij deze uitvraag" }));
		const fasen = groups.map(([naam, rows]) => h("section", { "aria-label": naam }, h("h2", { text: naam }), ...rows.map(({ element }) => element)));
		this.element.append(h("p", { class: "keys", text: this.data.zinnen.toetsen }), this.overview.element, ...fasen, this.asked, this.bar.element);
		this.root.querySelector("[data-wacht]")?.remove();
		this.root.append(this.element);
	}

	changed(key) {
		const { state, said, unsent } = this.saving;
		if (!state) return write(this.root.querySelector("[data-wacht] p"), said ?? this.data.zinnen.wacht);
		if (!this.bar) this.build();
		this.followVragen(state.vragen);
		for (const row of this.rows) if (!key || row === this.rowOf(key)) row.draw();
		write(this.lead, state.kop);
		mark(this.element, "data-open", state.open);
		write(this.notice, [!state.open && state.reden !== state.kop && state.reden, !unsent.works && this.data.zinnen.bewaart_niets, this.data.reconstructie].filter(Boolean).join("\n"));
		this.drawGone();
		this.overview.draw();
		this.bar.draw();
		if (key) this.tell(key);
	}

	followVragen(vragen) {
		const known = JSON.stringify(vragen);
		if (known === this.known) return;
		this.known = known;
		const old = this.rows.filter(({ item }) => !item.number), { asked } = this;
		const rows = vragen.map((vraag) => {
			const item = asVraag(vraag), row = old.find((each) => each.item.asked === item.asked);
			row?.rename(item);
			return row ?? new Row(this, item);
		});
		// What stays is not moved: somebody may be typing in it.
		for (const [at, { element }] of rows.entries()) if (asked.children[at + 1] !== element) asked.insertBefore(element, asked.children[at + 1] ?? null);
		show(this.asked, rows.length > 0);
		const left = old.find((row) => !rows.includes(row) && row.element.contains(this.root.activeElement));
		for (const row of old) if (!rows.includes(row)) row.element.remove();
		this.rows = [...this.rows.filter(({ item }) => item.number), ...rows];
		for (const row of rows) row.draw();
		// In another form, the same vraag: who was in it stays there.
		rows.find(({ key }) => key === left?.key)?.focus();
	}

	// What was typed at a vraag that is not asked any more.
	drawGone() {
		const { gone } = this.saving, known = [...gone.keys()].join();
		if (known === this.knownGone) return;
		this.knownGone = known;
		this.lost.replaceChildren(...[...gone].map(([key, { tekst }]) => this.leftOver(key, tekst)));
		if (gone.size) this.say(this.data.zinnen.vervallen);
	}

	leftOver(key, tekst) {
		const area = h("textarea", { readonly: "", rows: 2, "aria-label": this.data.zinnen.vervallen });
		area.value = tekst;
		return h("div", { class: "panel" }, h("p", { class: "message", text: this.data.zinnen.vervallen }), area,
			h("div", { class: "buttons" }, button("Tekst kopiëren", () => copy(this, area)), button("Weg ermee", () => this.saving.discard(key), "quiet")));
	}

	// To a screen reader; the same sentence twice is said twice.
	say(text) {
		this.news.append(h("p", { text }));
		if (this.news.children.length > 3) this.news.firstElementChild.remove();
	}

	// That a choice was saved; of a text only when its writer has left it.
	tell(key) {
		const row = this.rowOf(key), field = this.saving.fields.get(key), told = `${key} ${field?.kept.versie}`;
		const isTyping = this.root.activeElement === row?.toelichting.area;
		if (!row || !field?.saved || row.told === told || isTyping) return;
		row.told = told;
		this.say(`${row.item.titel}: ${key === row.key ? (this.labels[field.kept.waarde] ?? field.kept.waarde ?? "gewist") : "toelichting"}, opgeslagen.`);
	}

	arrived(keys) {
		const rows = new Set(keys.map((key) => this.rowOf(key)).filter(Boolean));
		for (const { element } of rows) {
			mark(element, "data-new", "");
			setTimeout(() => mark(element, "data-new", null), 30_000);
		}
		const names = [...rows].map(({ item }) => item.titel).join(", ");
		if (names) this.bar.say(`Intussen elders gewijzigd: ${names}. Kijk of het zo klopt.`);
	}

	rowOf(key) {
		return this.rows.find((row) => row.key === key || row.toelichting.key === key);
	}

	focusOn(key) {
		const row = this.rowOf(key);
		if (!row || key === row.key) return row && this.jump(row);
		row.element.scrollIntoView({ block: "center" });
		row.toelichting.open();
	}

	jump(row) {
		row.element.scrollIntoView({ block: "center" });
		row.focus();
		this.toggleOverview(false);
	}

	goOn(row) {
		const next = this.rows[this.rows.indexOf(row) + 1], { submit, submitted } = this.bar;
		if (next) next.focus();
		else (submit.hidden ? submitted.opener : submit).focus();
	}

	toggleOverview(isOpen = !this.element.classList.contains("listing")) {
		this.element.classList.toggle("listing", isOpen);
		mark(this.bar.list, "aria-expanded", isOpen);
	}

	bandOf(code) {
		const { teken, kleur } = this.mijlpalen[0].banden.find((band) => band.code === code);
		return h("span", {}, h("span", { class: "sign", "aria-hidden": "true", text: teken, style: `--band:${kleur}` }), h("span", { text: ` ${this.labels[code]}` }));
	}

	// A moment of this browser's clock, on that of the landkaart.
	hour(moment) {
		const there = moment + Date.parse(this.saving.state.nu) - this.saving.takenAt;
		return new Date(there).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
	}
}

function asVraag(vraag) {
	const { code, tekst, soort, eenheid, keuzes } = vraag, isTyped = soort === "getal" || soort === "tekst";
	const options = soort === "keuze" ? keuzes.map((value) => ({ value, label: value })) : isTyped ? [] : YES_NO;
	return { code, titel: tekst, kind: ["antwoord", "uitleg"], options, vorm: isTyped ? { soort, eenheid } : null, asked: JSON.stringify([code, soort, eenheid, keuzes]) };
}

function asItem({ banden, ...mijlpaal }, number) {
	return { ...mijlpaal, number, options: banden.map((band) => ({ ...band, value: band.code })), kind: ["band", "toelichting"] };
}

function storage() {
	try {
		return window.localStorage;
	} catch {
		return null; // Forbidden: as if it were full.
	}
}
