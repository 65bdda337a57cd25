// Somebody else was first: both sides, and a choice. Until it is made, what stands there stays.

import { button, h, mark, show, write } from "./dom.js";
import { isText } from "./saving.js";
import { Phase, same } from "./veld.js";

export class Question {
	constructor(form, key, about) {
		const decide = (mine) => {
			form.saving.decide(key, mine);
			form.focusOn(key);
		};
		Object.assign(this, { form, key, isText: isText(key), theirs: h("p", { class: "said" }), mine: h("p") });
		this.element = h("div", { class: "question", role: "group", "aria-label": `Intussen gewijzigd: ${about}` },
			h("p", {}, h("b", { text: "Intussen gewijzigd. Kies wat er moet staan." })), this.theirs, this.mine,
			h("div", { class: "buttons" },
				button("Houd wat er staat", () => decide(false)),
				button(isText(key) ? "Neem mijn tekst" : "Neem mijn keuze", () => decide(true))));
	}

	rename(about) {
		mark(this.element, "aria-label", `Intussen gewijzigd: ${about}`);
	}

	draw() {
		const field = this.form.saving.fields.get(this.key), asks = field.phase === Phase.OTHER;
		show(this.element, asks);
		if (!asks) return;
		const { door, eigen, opgeslagen, waarde } = field.kept;
		const who = [eigen ? "u, in een ander venster" : (door ?? "onbekend"), opgeslagen].filter(Boolean).join(", ");
		const mine = this.isText && !same(field.mine, "") ? "Uw eigen tekst staat in het veld" : `U koos: ${this.named(field.shown)}`;
		write(this.theirs, `Er staat nu: ${this.named(waarde)} (${who}).`);
		write(this.mine, `${mine} (u, ${this.form.hour(field.at)}); nog niet opgeslagen.`);
	}

	named(value) {
		if (same(value, "")) return "niets";
		return this.isText ? `“${value}”` : (this.form.labels[value] ?? `“${value}”`);
	}
}
