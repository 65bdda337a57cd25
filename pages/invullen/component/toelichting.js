// The text beside a choice: a field that grows, what was said last time beside it, and how much still fits.

import { button, h, mark, show, write } from "./dom.js";
import { Question } from "./question.js";
import { TYPING } from "./saving.js";
import { Phase, plain, same } from "./veld.js";
import { stateOf } from "./words.js";

const NEAR = 200; // So many characters before the end it is said that it comes.

export class Toelichting {
  // `form`: see `form.js`; `key`: of its field; `about`: what it is about; `last`: { toelichting, tertaal } of last time.
  constructor(form, { key, id, about, last, hint }) {
    Object.assign(this, { form, key, about, asked: false, warned: false });
    this.area = h("textarea", {
      id: `${id}-tekst`, rows: 2, "aria-label": `Toelichting bij ${about}`, "aria-describedby": `${id}-telt ${id}-stand`,
      placeholder: hint, oninput: () => this.typed(), onblur: () => this.left(), onfocus: () => this.draw(),
    });
    this.count = h("span", { id: `${id}-telt`, class: "count" });
    this.state = h("span", { id: `${id}-stand`, class: "state" });
    this.copy = button("Tekst kopiëren", () => this.toClipboard(), { class: "quiet" });
    this.why = h("p", { class: "why" });
    this.question = new Question(form, key, about);
    const own = h("div", { class: "own" }, this.why, this.area, h("div", { class: "under" }, this.state, this.copy, this.count));
    this.own = own;
    this.before = last?.toelichting ? this.lastTime(last) : null;
    this.element = h("div", { class: "toelichting" }, own, this.before, this.question.element);
  }

  get field() {
    return this.form.saving.fields.get(this.key);
  }

  lastTime({ toelichting, tertaal }) {
    const said = h("q", { text: toelichting });
    const label = `Vorige keer (${tertaal})`;
    if (toelichting.length < 200) return h("p", { class: "before" }, h("b", { text: `${label}: ` }), said);
    return h("details", { class: "before" }, h("summary", { text: `${label}: “${toelichting.slice(0, 80)}…”` }), said);
  }

  typed() {
    const text = this.area.value, most = this.form.data.max, count = [...plain(text)].length;
    this.form.saving.edit(this.key, text, TYPING);
    if (count > most && this.field.pending) this.form.saving.refuse(this.key, `de tekst is te lang. Er passen ${dutch(most)} tekens in.`);
    this.warn(most - count);
    this.draw();
  }

  // Before the end is reached, once on the way there.
  warn(left) {
    if (left >= NEAR) this.warned = false;
    else if (!this.warned) {
      this.warned = true;
      this.form.say(left < 0 ? `De tekst is ${dutch(-left)} tekens te lang.` : `Nog ${dutch(left)} tekens.`);
    }
  }

  left() {
    this.form.saving.hurry(this.key);
    this.draw();
  }

  open() {
    this.asked = true;
    this.draw();
    this.area.focus();
  }

  get isOpen() {
    return this.asked || !same(this.field.shown, "") || this.field.pending || this.wanted;
  }

  // `why`: a sentence when a text is wanted, though it need not be.
  draw(why = this.lastWhy) {
    this.lastWhy = why;
    this.wanted = Boolean(why) && same(this.field.kept.waarde, "");
    const { field, form, area } = this, isActive = form.root.activeElement === area;
    const shown = field.shown ?? "";
    if ((!field.pending && !same(area.value, shown)) || (!isActive && area.value !== shown)) area.value = shown;
    area.readOnly = !form.saving.open;
    show(this.own, this.isOpen);
    show(this.element, this.isOpen || Boolean(this.before));
    write(this.why, this.wanted && !field.pending ? why : "");
    this.drawState(isActive);
    this.question.draw();
  }

  drawState(isActive) {
    const { field, form, area } = this, most = form.data.max, count = [...plain(area.value)].length;
    const isWrong = field.phase === Phase.REFUSED || field.phase === Phase.OTHER;
    write(this.state, stateOf(field, form.saving, ""));
    mark(area, "aria-invalid", isWrong ? "true" : null);
    mark(this.element, "data-phase", field.phase);
    write(this.count, isActive || count > most - NEAR ? `${dutch(count)} van ${dutch(most)} tekens` : "");
    mark(this.count, "data-over", count > most ? "ja" : null);
    show(this.copy, field.phase === Phase.LATE || field.phase === Phase.REFUSED);
  }

  async toClipboard() {
    this.area.select();
    try {
      await navigator.clipboard.writeText(this.area.value);
      this.form.say("De tekst is gekopieerd.");
    } catch {
      this.form.say("De tekst is geselecteerd; kopieer hem met Ctrl+C.");
    }
  }
}

export function dutch(number) {
  return number.toLocaleString("nl-NL");
}
