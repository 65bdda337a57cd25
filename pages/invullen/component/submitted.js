// What was submitted, where the button was: what it counts for now, who signed, and what can be done next.

import { button, h, mark, show, write } from "./dom.js";

export class Submitted {
  constructor(form) {
    this.form = form;
    const { werkplein, tertaal } = form;
    this.head = h("p", { class: "head", tabindex: "-1" });
    this.place = h("p");
    this.signed = h("ul", { class: "signed" });
    this.sign = button("", () => this.toSign(), { class: "secondary" });
    this.print = h("a", { target: "_blank", text: "Afdrukken" });
    this.more = h(
      "div", { class: "more" }, this.place, this.signed,
      h("div", { class: "buttons" }, this.sign,
        this.print,
        h("a", { href: `/werkplein?werkplein=${werkplein}&tertaal=${tertaal}`, target: "_self", text: "Mijn werkplein met deze score" })),
    );
    this.element = h("div", { class: "submitted" }, this.head, this.more);
    this.opener = button("", () => this.toggle(), { class: "link" });
    this.isOpen = false;
  }

  get last() {
    return this.form.saving.state.ingediend;
  }

  get isMine() {
    return this.last.akkoorden.some(({ eigen }) => eigen);
  }

  arrive() {
    this.isOpen = true;
    this.draw();
    this.form.say(`${this.last.tekst} ${this.last.plaats_zin ?? ""}`);
    this.head.focus();
  }

  toggle() {
    this.isOpen = !this.isOpen;
    this.draw();
  }

  async toSign() {
    const { versie } = this.last, method = this.isMine ? "DELETE" : "POST";
    const { ok, zin } = await this.form.saving.act({ method, path: "/akkoord" }, () => ({ versie }));
    this.form.bar.say(ok ? "" : (zin ?? "Dat is niet gelukt: er kwam geen antwoord. Probeer het zo opnieuw."));
    if (ok) this.form.say(method === "POST" ? "Uw akkoord is opgeslagen." : "Uw akkoord is ingetrokken.");
  }

  draw() {
    const { last, form } = this;
    show(this.element, Boolean(last) && (this.isOpen || form.saving.closed));
    show(this.opener, Boolean(last) && !form.saving.closed);
    if (!last) return;
    write(this.opener, this.isOpen ? "Minder tonen" : "Ingediend: bekijk en ga verder");
    mark(this.opener, "aria-expanded", this.isOpen);
    mark(this.print, "href", `/formulier/${form.werkplein}/${form.tertaal}?versie=${last.versie}`);
    write(this.head, last.tekst);
    write(this.place, last.plaats_zin ?? "");
    this.drawSigned(last);
  }

  drawSigned({ versie, akkoorden, mag_akkoord }) {
    const lines = akkoorden.map(({ naam, organisatie, tekst }) => `Akkoord: ${naam}${organisatie ? ` (${organisatie})` : ""}, ${tekst}`);
    const said = lines.length ? lines : [`Op versie ${versie} heeft nog niemand akkoord gegeven.`];
    if (said.join() !== this.said) this.signed.replaceChildren(...said.map((text) => h("li", { text })));
    this.said = said.join();
    show(this.sign, this.form.saving.open && (mag_akkoord || this.isMine));
    write(this.sign, this.isMine ? "Mijn akkoord intrekken" : `Akkoord geven op versie ${versie}`);
  }
}
