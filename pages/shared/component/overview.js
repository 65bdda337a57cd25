// At a glance: what is done and saved, and what not; a click leads there.

import { button, h, mark } from "./dom.js";
import { LOOKS } from "./words.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

export class Overview {
	// `groups`: [name, rows] of each fase.
	constructor(groups) {
		this.marks = new Map(groups.flatMap(([, rows]) => rows).map((row) => [row, markOf(row)]));
		this.element = h("div", { class: "overview", role: "toolbar", "aria-label": "Overzicht van de mijlpalen", onkeydown: (event) => this.walk(event) },
			...groups.map(([name, rows]) => h("div", {}, h("small", { text: name }), h("span", {}, ...rows.map((row) => this.marks.get(row))))));
		this.stop([...this.marks.values()][0]);
	}

	// One stop for the Tab key; the arrows go along the marks.
	stop(at) {
		for (const each of this.marks.values()) each.tabIndex = each === at ? 0 : -1;
	}

	walk(event) {
		const all = [...this.marks.values()], step = STEPS[event.key];
		if (!step) return;
		const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
		event.preventDefault();
		this.stop(next);
		next.focus();
	}

	draw() {
		for (const [row, element] of this.marks) {
			const { number, titel } = row.item;
			mark(element, "data-look", row.look);
			mark(element, "aria-label", `${number} ${titel}: ${LOOKS[row.look]}`);
			mark(element, "title", titel);
		}
	}
}

function markOf(row) {
	const { number, titel } = row.item, found = button("", () => row.form.jump(row), "mark");
	found.append(h("span", { text: number }), h("span", { class: "name", text: titel }));
	return found;
}
