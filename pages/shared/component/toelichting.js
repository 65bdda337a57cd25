// The text beside a choice, with what was said last time and how much still fits.

import { button, h, mark, show, write } from "./dom.js";
import { Question } from "./question.js";
import { TYPING } from "./saving.js";
import { Phase, plain, same } from "./veld.js";
import { held, many, stateOf } from "./words.js";

const NEAR = 200; // So many characters before the end it is said that it comes.

export class Toelichting {
	// `key`: of its field; `id`: of its row; `last`: { toelichting, tertaal } of last time.
	constructor(form, { key, id, about, last }) {
		Object.assign(this, { form, key, asked: false, warned: false, why: "" });
		this.area = h("textarea", {
			id: `${id}-tekst`, rows: 2, "aria-label": `Toelichting bij ${about}`, "aria-describedby": `${id}-telt ${id}-tekststand`,
			placeholder: form.data.zinnen.vraag,
			oninput: () => this.typed(), onblur: () => this.left(), onfocus: () => this.open(),
		});
		this.count = h("span", { id: `${id}-telt`, class: "count" });
		this.state = h("span", { id: `${id}-tekststand`, class: "state" });
		this.copy = button("Tekst kopiëren", () => copy(form, this.area), "quiet");
		this.hint = h("p", { class: "why" });
		this.question = new Question(form, key, about);
		this.paper = h("p", { class: "paper", "aria-hidden": "true" }); // A field shows no more than fits in it.
		this.own = h("div", { class: "own" }, this.hint, this.area, this.paper, h("div", { class: "under" }, this.state, this.copy, this.count));
		this.before = last?.toelichting && lastTime(last);
		this.element = h("div", { class: "toelichting" }, this.own, this.before, this.question.element);
	}

	get field() {
		return this.form.saving.fields.get(this.key);
	}

	get length() {
		return [...plain(this.area.value)].length;
	}

	typed() {
		const { form, key } = this, most = form.data.max, left = most - this.length;
		form.saving.edit(key, this.area.value, TYPING);
		if (left < NEAR && !this.warned) form.say(left < 0 ? `De tekst is ${many(-left, "teken", "tekens")} te lang.` : `Nog ${many(left, "teken", "tekens")}.`);
		this.warned = left < NEAR;
		this.draw();
	}

	rename(about) {
		mark(this.area, "aria-label", `Toelichting bij ${about}`);
		this.question.rename(about);
	}

	left() {
		this.form.saving.hurry(this.key);
		this.draw();
		this.form.tell(this.key);
	}

	// Once it is gone into it stays, also when emptied.
	open() {
		this.asked = true;
		this.draw();
		if (this.form.root.activeElement !== this.area) this.area.focus();
		this.area.scrollIntoView({ block: "nearest" });
	}

	get isOpen() {
		return this.asked || this.field.pending || !same(this.field.shown, "") || this.why !== "";
	}

	// `why`: a sentence when a text is wanted, though it need not be.
	draw(why = this.why) {
		const { field, form, area } = this, { shown } = field;
		this.why = why;
		follow(form, area, this.paper, field, shown);
		show(this.own, this.isOpen);
		show(this.element, this.isOpen || Boolean(this.before));
		const kept = field.phase === Phase.LATE ? (field.kept.waarde ?? "") : "";
		write(this.hint, kept ? `Bewaard is: “${kept}”` : same(shown, "") ? why : "");
		this.drawUnder(field, form);
		this.question.draw();
	}

	drawUnder(field, { data: { max: most }, root, saving }) {
		const isHeld = held(field, saving.link), counts = root.activeElement === this.area || this.length > most - NEAR;
		write(this.state, stateOf(field, saving, ""));
		mark(this.element, "data-bad", isHeld);
		write(this.count, counts ? `${dutch(this.length)} van ${dutch(most)} tekens` : "");
		mark(this.count, "data-bad", this.length > most || null);
		show(this.copy, isHeld !== null);
	}
}

// A field shows what stands there; what is being typed in it is left alone.
export function follow(form, input, paper, field, shown) {
	const text = shown ?? "", isActive = form.root.activeElement === input;
	if ((!field.pending && !same(input.value, text)) || (!isActive && input.value !== text)) input.value = text;
	input.readOnly = !form.saving.open;
	write(paper, input.value);
	mark(input, "aria-invalid", field.wrong);
}

export async function copy(form, area) {
	area.select();
	const done = await navigator.clipboard?.writeText(area.value).then(() => true, () => false);
	form.say(form.data.zinnen[done ? "gekopieerd" : "geselecteerd"]);
}

function lastTime({ toelichting, tertaal }) {
	const label = `Vorige keer (${tertaal}): `, said = h("q", { text: toelichting });
	if (toelichting.length < 200) return h("p", { class: "before" }, h("b", { text: label }), said);
	return h("details", { class: "before" }, h("summary", { text: `${label}“${toelichting.slice(0, 80)}…”` }), said);
}

function dutch(number) {
	return number.toLocaleString("nl-NL");
}
