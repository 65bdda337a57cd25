// Somebody else was first: both sides with who and when, and a choice. Until it is made, what stands there stays.

import { button, h, show, write } from "./dom.js";
import { Phase, same } from "./veld.js";

export class Question {
  constructor(form, key, about) {
    Object.assign(this, { form, key, isText: /^(toelichting|uitleg)\//.test(key) });
    this.theirs = h("p", { class: "said" });
    this.mine = h("p");
    this.element = h(
      "div", { class: "question", role: "group", "aria-label": `Intussen gewijzigd: ${about}`, hidden: true },
      h("p", {}, h("b", { text: "Intussen gewijzigd. Kies wat er moet staan." })), this.theirs, this.mine,
      h("div", { class: "buttons" },
        button("Houd wat er staat", () => this.decide("keepTheirs")),
        button(this.isText ? "Neem mijn tekst" : "Neem mijn keuze", () => this.decide("takeMine"))),
    );
  }

  decide(what) {
    this.form.saving[what](this.key);
    this.form.focusOn(this.key);
  }

  draw() {
    const field = this.form.saving.fields.get(this.key), asks = field.phase === Phase.OTHER;
    show(this.element, asks);
    if (!asks) return;
    const { door, eigen, opgeslagen } = field.kept;
    const who = [eigen ? "u, in een ander venster" : (door ?? "onbekend"), opgeslagen].filter(Boolean).join(", ");
    write(this.theirs, `Er staat nu: ${this.said(field.kept.waarde)} (${who}).`);
    const when = this.form.hour(field.at), own = this.isText && !same(field.mine, "");
    write(this.mine, own ? `Uw eigen tekst staat in het veld (u, ${when}); nog niet opgeslagen.` : `U koos: ${this.said(field.meant(field.mine))} (u, ${when}); nog niet opgeslagen.`);
  }

  said(value) {
    if (same(value, "")) return "niets";
    return this.isText ? `“${value}”` : this.form.labelOf(value);
  }
}
