// The 14 at a glance, always in sight: what is done, what is not, what is not saved; a click leads there.

import { button, h, mark } from "./dom.js";
import { LOOKS } from "./words.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Overview {
  // `groups`: [name, rows] of each fase.
  constructor(groups) {
    this.marks = new Map(groups.flatMap(([, rows]) => rows.map((row) => [row, this.markOf(row)])));
    const list = groups.map(([name, rows]) =>
      h("li", {}, h("span", { class: "fase", text: name }), h("span", { class: "marks" }, ...rows.map((row) => this.marks.get(row)))));
    this.element = h(
      "div", { class: "overview", role: "toolbar", "aria-label": "Overzicht van de mijlpalen", onkeydown: (event) => this.walk(event) },
      h("ul", { role: "presentation" }, ...list));
    for (const item of this.element.querySelectorAll("li")) mark(item, "role", "presentation");
    this.stop([...this.marks.values()][0]);
  }

  markOf(row) {
    const { number, titel } = row.item;
    const mark = button("", () => row.form.jump(row), { class: "mark" });
    mark.append(h("span", { class: "nr", text: number }), h("span", { class: "name", text: titel }));
    return mark;
  }

  // One stop for the Tab key; the arrows go along the marks.
  stop(mark) {
    for (const each of this.marks.values()) each.tabIndex = each === mark ? 0 : -1;
  }

  walk(event) {
    const all = [...this.marks.values()], at = all.indexOf(event.target), step = STEPS[event.key];
    if (!step || at < 0) return;
    const next = all[(at + step + all.length) % all.length];
    event.preventDefault();
    this.stop(next);
    next.focus();
  }

  draw() {
    for (const [row, element] of this.marks) {
      const look = row.look;
      mark(element, "data-look", look);
      mark(element, "aria-label", `${row.item.number} ${row.item.titel}: ${LOOKS[look]}`);
      mark(element, "title", `${row.item.titel}: ${LOOKS[look]}`);
    }
  }
}
