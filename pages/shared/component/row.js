// One mijlpaal, or one extra question: what can be chosen, and the word that goes with it.

import { button, h, mark, show, write } from "./dom.js";
import { Question } from "./question.js";
import { follow, Toelichting } from "./toelichting.js";
import { TYPING } from "./saving.js";
import { ONGEWIJZIGD, Phase, same } from "./veld.js";
import { held, lookOf, stateOf } from "./words.js";

const ARROWS = 500; // Who walks along the choices with the arrow keys has not chosen yet.

export class Row {
	// `item`: { code, titel, uitleg, kind: ["band", "toelichting"] or ["antwoord", "uitleg"], options, vorige, number, vorm };
	// `vorm`: { soort, eenheid } of a vraag that is answered by typing, which has no options.
	constructor(form, item) {
		const { code, titel, kind, vorige } = item, id = `${kind[0]}-${code}`;
		Object.assign(this, { form, item, id, key: `${kind[0]}/${code}`, quick: false, wait: 0 });
		this.state = h("span", { id: `${id}-stand`, class: "state" });
		this.name = h("span", { text: titel });
		this.toelichting = new Toelichting(form, { key: `${kind[1]}/${code}`, id, about: titel, last: vorige });
		this.question = new Question(form, this.key, titel);
		this.radios = item.options.map((option, place) => this.radio(option, place));
		this.input = item.vorm ? this.typing(item.vorm) : null;
		this.paper = this.input && h("p", { class: "paper", "aria-hidden": "true" });
		this.same = button("Ongewijzigd", () => this.confirm(), "", { "aria-label": `Ongewijzigd: ${vorige?.label}, zoals vorige keer` });
		this.same.append(h("small", { text: vorige?.label ?? "" }));
		this.navraag = h("p", { class: "navraag" });
		this.opener = button("Toelichting", () => this.toelichting.open(), "quiet", { "aria-label": `Toelichting bij ${titel}` });
		this.clear = button("Wissen", () => (this.takesText ? this.ask() : this.wipe()), "quiet", { "aria-label": `Keuze wissen bij ${titel}` });
		this.sure = button("Ook de toelichting wissen", () => this.wipe());
		this.stay = button("Niet wissen", () => this.ask(false));
		this.element = this.frame(item, id);
	}

	// In other words, the same vraag: who is typing in it goes on.
	rename(item) {
		const { titel } = Object.assign(this.item, item);
		write(this.name, titel);
		if (this.input) mark(this.input, "aria-label", titel);
		mark(this.opener, "aria-label", `Toelichting bij ${titel}`);
		mark(this.clear, "aria-label", `Keuze wissen bij ${titel}`);
		this.question.rename(titel);
		this.toelichting.rename(titel);
	}

	frame({ number, uitleg, kind }, id) {
		return h("fieldset",
			{
				id, class: `row ${kind[0]}`, "aria-describedby": `${id}-uitleg ${id}-stand`,
				onkeydown: (event) => this.pressed(event), onfocusout: () => { this.quick = false; },
			},
			h("legend", {}, number && h("span", { class: "number", "aria-hidden": "true", text: number }), this.name),
			this.state, uitleg && h("p", { id: `${id}-uitleg`, class: "about", text: uitleg }),
			this.navraag,
			h("div", { class: `options${this.input ? " typed" : ""}` }, ...this.radios.map(({ label }) => label), this.input, this.paper, this.input && h("span", { id: `${id}-eenheid`, text: this.item.vorm.eenheid })),
			h("div", { class: "acts" }, this.same, this.opener, this.clear, this.sure, this.stay), this.question.element, this.toelichting.element);
	}

	// A number on one line, a text on more; it goes by itself.
	typing({ soort }) {
		const kind = soort === "getal" ? "input" : "textarea", lines = kind === "input" ? { type: "text", inputmode: "decimal" } : { rows: 3 };
		return h(kind, {
			...lines, id: `${this.id}-veld`, "aria-label": this.item.titel, "aria-describedby": `${this.id}-eenheid ${this.id}-stand`,
			oninput: () => this.choose(this.input.value.trim() === "" ? null : this.input.value, TYPING),
			onblur: () => this.form.saving.hurry(this.key),
		});
	}

	radio({ value, label: name, zin, teken, kleur }, place) {
		const id = `${this.id}-${/^[a-z_]+$/.test(value) ? value : `keuze-${place + 1}`}`, isLast = this.item.vorige?.band === value;
		const input = h("input", {
			type: "radio", id, name: this.id, value, "aria-labelledby": `${id}-naam ${id}-vorige`, "aria-describedby": zin ? `${id}-zin` : null,
			onchange: () => this.choose(value, this.wait),
		});
		const label = h("label", { class: "option", style: kleur ? `--band:${kleur}` : null },
			h("span", { class: "head" }, input, teken && h("span", { class: "sign", "aria-hidden": "true", text: teken }),
				h("b", { id: `${id}-naam`, text: name }), isLast && h("small", { id: `${id}-vorige`, class: "last", text: "vorige keer" })),
			zin && h("span", { id: `${id}-zin`, class: "zin", text: zin }));
		return { value, input, label };
	}

	get field() {
		return this.form.saving.fields.get(this.key);
	}

	// What stands on the screen: while somebody else was first, theirs; when it came too late, what was kept.
	get shown() {
		return [Phase.OTHER, Phase.LATE].includes(this.field.phase) ? this.field.kept.waarde : this.field.shown;
	}

	get look() {
		return lookOf(this.field, this.toelichting.field, this.form.saving.link);
	}

	choose(value, wait = 0) {
		if (this.field.phase === Phase.OTHER) this.field.takeMine();
		this.form.saving.edit(this.key, value, wait);
	}

	confirm() {
		this.choose(this.shown === null ? ONGEWIJZIGD : this.item.vorige.band);
		this.focus();
	}

	// With the answer to a vraag goes what was said to it: first that is asked.
	get takesText() {
		return !this.item.number && !same(this.toelichting.field.shown, "");
	}

	ask(asks = true) {
		this.asks = asks;
		this.draw();
		(asks ? this.stay : this.clear).focus();
	}

	wipe() {
		if (this.asks && this.toelichting.field.pending) this.form.saving.edit(this.toelichting.key, "");
		this.asks = false;
		this.choose(null);
		this.focus();
	}

	// As the sentence `toetsen` says; after a choice Tab goes on to the next.
	pressed(event) {
		const { key, target } = event, radio = this.radios[Number(key) - 1];
		this.wait = key.startsWith("Arrow") ? ARROWS : 0;
		if (target.tagName === "TEXTAREA" || target === this.input || event.ctrlKey || event.metaKey || event.altKey || !this.form.saving.open) return;
		if (key === "Tab" && this.quick && !event.shiftKey) this.form.goOn(this);
		else if (key === "0" && this.item.vorige) this.confirm();
		else if (key !== "0" && radio) this.pick(radio);
		else if (key.toLowerCase() === "t" && this.mayExplain) this.toelichting.open();
		else return;
		event.preventDefault();
		this.quick = key === "0" || Boolean(radio);
	}

	pick({ input, value }) {
		input.focus();
		if (this.shown !== value || this.field.phase === Phase.OTHER) this.choose(value);
	}

	focus() {
		if (this.input) return this.input.focus();
		(this.radios.find(({ input }) => input.checked) ?? this.radios[0]).input.focus();
	}

	get mayExplain() {
		return Boolean(this.item.number) || (this.shown !== null && this.item.vorm?.soort !== "tekst");
	}

	draw() {
		const { field, form, shown } = this, { open } = form.saving;
		for (const { value, input } of this.radios) {
			input.checked = value === shown;
			input.disabled = !open;
		}
		if (this.input) follow(form, this.input, this.paper, field, shown);
		const late = field.phase === Phase.LATE ? `; u koos ${form.labels[field.shown] ?? field.shown ?? "wissen"}` : "";
		write(this.state, stateOf(field, form.saving, this.empty) + late);
		mark(this.element, "data-bad", held(field, form.saving.link));
		const asked = (this.item.number && form.saving.state.navragen?.[this.item.code]) || [];
		write(this.navraag, asked.join("\n"));
		show(this.navraag, asked.length > 0);
		this.toelichting.draw(this.why);
		show(this.same, open && shown === null && Boolean(this.item.vorige));
		const mayClear = open && shown !== null, asks = Boolean(this.asks) && mayClear && this.takesText;
		show(this.clear, mayClear && !asks);
		for (const each of [this.sure, this.stay]) show(each, asks);
		show(this.opener, open && this.mayExplain && !this.toelichting.isOpen);
		this.question.draw();
	}

	get empty() {
		const { vorige, number } = this.item;
		if (!number) return this.form.data.zinnen.mag_leeg;
		return this.form.saving.open || !vorige ? "nog niet beoordeeld" : `nog niet beoordeeld; vorige keer (${vorige.tertaal}): ${vorige.label}`;
	}

	// A drop, or a jump of two or more, asks for a word; it need not be given.
	get why() {
		const { vorige, options } = this.item, place = (value) => options.findIndex((option) => option.value === value);
		const before = place(vorige?.band), now = place(this.shown);
		if (before < 0 || now < 0 || (now >= before && now < before + 2)) return "";
		return `Dit gaat van ${vorige.label} naar ${options[now].label}. ${this.form.data.zinnen.waarom}`;
	}
}
