// One mijlpaal, or one extra question: what can be chosen, what it means, and the word that goes with it.

import { button, h, mark, show, write } from "./dom.js";
import { Question } from "./question.js";
import { Toelichting } from "./toelichting.js";
import { ONGEWIJZIGD, Phase } from "./veld.js";
import { lookOf, stateOf } from "./words.js";

const ARROWS = 500; // Who walks along the choices with the arrow keys has not chosen yet.

export class Row {
  // `item`: { code, titel, uitleg, kind: ["band", "toelichting"] or ["antwoord", "uitleg"], options, vorige, number }.
  constructor(form, item) {
    const [choice, text] = item.kind, id = `${choice}-${item.code}`;
    Object.assign(this, { form, item, id, key: `${choice}/${item.code}`, quick: false, wait: 0 });
    this.state = h("span", { id: `${id}-stand`, class: "state" });
    this.toelichting = new Toelichting(form, {
      key: `${text}/${item.code}`, id, about: item.titel, last: item.vorige, hint: "Wat is er veranderd, of waarom juist niet?",
    });
    this.question = new Question(form, this.key, item.titel);
    this.radios = item.options.map((option) => this.radio(option));
    this.same = button("", () => this.confirm(), { class: "same" });
    if (item.vorige) this.same.append("Ongewijzigd", h("small", { text: item.vorige.label }));
    mark(this.same, "aria-label", item.vorige ? `Ongewijzigd: ${item.vorige.label}, zoals vorige keer` : null);
    this.opener = button("Toelichting", () => this.toelichting.open(), { class: "quiet", "aria-label": `Toelichting bij ${item.titel}` });
    this.clear = button("Wissen", () => this.wipe(), { class: "quiet", "aria-label": `Keuze wissen bij ${item.titel}` });
    this.element = this.frame();
  }

  frame() {
    const { item, id } = this;
    const legend = h("legend", {}, item.number ? h("span", { class: "number", "aria-hidden": "true", text: item.number }) : null, item.titel);
    const about = item.uitleg ? h("p", { id: `${id}-uitleg`, class: "about", text: item.uitleg }) : null;
    const options = h("div", { class: "options" }, ...this.radios.map(({ label }) => label));
    const acts = h("div", { class: "acts" }, this.same, this.opener, this.clear);
    return h(
      "fieldset",
      {
        id, class: `row ${item.kind[0]}`, "aria-describedby": `${about ? `${id}-uitleg ` : ""}${id}-stand`,
        onkeydown: (event) => this.pressed(event), onfocusout: () => { this.quick = false; },
      },
      legend, this.state, about, options, acts, this.question.element, this.toelichting.element,
    );
  }

  radio({ value, label: name, zin, teken, kleur }) {
    const { id, item } = this, mine = `${id}-${value}`, isLast = item.vorige?.band === value;
    const input = h("input", {
      type: "radio", id: mine, name: id, value, "aria-labelledby": `${mine}-naam${isLast ? ` ${mine}-vorige` : ""}`,
      onchange: () => this.choose(value, this.wait), ...(zin ? { "aria-describedby": `${mine}-zin` } : {}),
    });
    const sign = teken ? h("span", { class: "sign", "aria-hidden": "true", text: teken }) : null;
    const last = isLast ? h("small", { id: `${mine}-vorige`, class: "last", text: "vorige keer" }) : null;
    const head = h("span", { class: "head" }, input, sign, h("b", { id: `${mine}-naam`, text: name }), last);
    const label = h("label", { class: "option" }, head, zin ? h("span", { id: `${mine}-zin`, class: "zin", text: zin }) : null);
    if (kleur) label.style.setProperty("--band", kleur);
    return { value, input, label };
  }

  get field() {
    return this.form.saving.fields.get(this.key);
  }

  // What stands on the screen: while somebody else was first, theirs.
  get shown() {
    return this.field.phase === Phase.OTHER ? this.field.kept.waarde : this.field.shown;
  }

  get look() {
    return lookOf(this.field, this.toelichting.field);
  }

  choose(value, wait = 0) {
    if (!this.form.saving.open) return;
    if (this.field.phase === Phase.OTHER) this.field.takeMine();
    this.form.saving.edit(this.key, value, wait);
  }

  // Over what was answered it is a choice like any other.
  confirm() {
    if (!this.item.vorige) return this.form.say("Er is geen vorige keer om te bevestigen.");
    this.choose(this.shown === null ? ONGEWIJZIGD : this.item.vorige.band);
    this.focus();
  }

  wipe() {
    this.choose(null);
    this.focus();
  }

  // 1 to 4 choose, 0 confirms, T opens the toelichting; after a choice Tab goes on to the next.
  pressed(event) {
    const { key, target } = event;
    this.wait = key.startsWith("Arrow") ? ARROWS : 0;
    if (target.tagName === "TEXTAREA" || event.ctrlKey || event.metaKey || event.altKey) return;
    const radio = this.radios[Number(key) - 1];
    if (key === "Tab" && this.quick && !event.shiftKey) this.form.goOn(this);
    else if (key === "0" && this.item.vorige && this.form.saving.open) this.quickly(() => this.confirm());
    else if (key !== "0" && radio && this.form.saving.open) this.quickly(() => this.pick(radio));
    else if (key.toLowerCase() === "t" && this.form.saving.open && this.mayExplain) this.toelichting.open();
    else return;
    event.preventDefault();
  }

  quickly(act) {
    act();
    this.quick = true;
  }

  pick({ input, value }) {
    input.focus();
    if (this.shown !== value || this.field.phase === Phase.OTHER) this.choose(value);
  }

  focus() {
    (this.radios.find(({ input }) => input.checked) ?? this.radios[0]).input.focus();
  }

  // A word on an answer that is not there has no place.
  get mayExplain() {
    return this.item.kind[0] === "band" || this.shown !== null;
  }

  draw() {
    const { field, form, item } = this, shown = this.shown, isOpen = form.saving.open;
    for (const { value, input } of this.radios) {
      if (input.checked !== (value === shown)) input.checked = value === shown;
      input.disabled = !isOpen;
    }
    write(this.state, stateOf(field, form.saving, this.empty));
    mark(this.element, "data-phase", field.phase);
    mark(this.element, "data-look", this.look);
    this.toelichting.draw(this.why);
    show(this.same, isOpen && shown === null && Boolean(item.vorige));
    show(this.clear, isOpen && shown !== null);
    show(this.opener, isOpen && this.mayExplain && !this.toelichting.isOpen);
    this.question.draw();
  }

  get empty() {
    const { vorige, kind } = this.item;
    if (kind[0] === "antwoord") return "nog niet beantwoord; het hoeft niet";
    const stood = this.form.saving.closed && vorige ? `; vorige keer (${vorige.tertaal}): ${vorige.label}` : "";
    return `nog niet beoordeeld${stood}`;
  }

  // A drop, or a jump of two or more, asks for a word; it need not be given.
  get why() {
    const { vorige, options } = this.item, at = (value) => options.findIndex((option) => option.value === value);
    if (!vorige || this.shown === null || this.item.kind[0] !== "band") return "";
    const [before, now] = [at(vorige.band), at(this.shown)];
    if (now >= before && now < before + 2) return "";
    return `Dit gaat van ${vorige.label} naar ${options[now].label}. Wilt u dat toelichten? Het hoeft niet.`;
  }
}
