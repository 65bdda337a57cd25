// What was not judged yet can be confirmed as it was, all at once: first it is said what that will be.

import { button, h, show, write } from "./dom.js";

export class Confirming {
  constructor(form) {
    this.form = form;
    this.opener = button("", () => this.open(), { class: "secondary" });
    this.what = h("ul");
    this.yes = button("", () => this.confirm(), { class: "primary" });
    this.title = h("p", { tabindex: "-1" });
    this.panel = h(
      "div", { class: "panel", role: "group", "aria-label": "Ongewijzigd bevestigen", hidden: true, onkeydown: (event) => this.pressed(event) },
      this.title, this.what,
      h("div", { class: "buttons" }, this.yes, button("Niet bevestigen", () => this.close(), { class: "secondary" })),
    );
  }

  get rows() {
    const wanted = new Set(this.form.saving.state.bar.te_bevestigen);
    return this.form.rows.filter(({ item, field }) => item.number && wanted.has(item.code) && !field.pending);
  }

  get undoable() {
    const { state } = this.form.saving;
    return state.ingediend ? [] : state.bevestigd;
  }

  open() {
    if (!this.rows.length) return this.takeBack();
    this.fill();
    show(this.panel, true);
    this.title.focus();
  }

  fill() {
    const { rows } = this, tertaal = rows[0].item.vorige.tertaal;
    write(this.title, `Dit bevestigt u als ongewijzigd sinds ${tertaal}, met de toelichting van toen:`);
    this.what.replaceChildren(...rows.map(({ item }) => h("li", {}, `${item.titel}: `, this.form.bandOf(item.vorige.band))));
    write(this.yes, rows.length === 1 ? "Bevestig deze ene" : `Bevestig deze ${rows.length}`);
  }

  close() {
    show(this.panel, false);
    this.opener.focus();
  }

  pressed(event) {
    if (event.key === "Escape") this.close();
  }

  async confirm() {
    const codes = this.rows.map(({ item }) => item.code);
    this.close();
    const { ok, zin } = await this.form.saving.act({ method: "POST", path: "/bevestig" }, () => ({ mijlpalen: codes }));
    this.form.bar.say(ok ? "" : (zin ?? "Niet bevestigd: er kwam geen antwoord. Probeer het zo opnieuw."));
    if (ok) this.form.say(`${codes.length} ongewijzigd bevestigd en opgeslagen.`);
  }

  async takeBack() {
    const codes = this.undoable;
    const { ok, zin } = await this.form.saving.act({ method: "POST", path: "/bevestig/terug" }, () => ({ mijlpalen: codes }));
    this.form.bar.say(ok ? "" : (zin ?? "Niet teruggenomen: er kwam geen antwoord. Probeer het zo opnieuw."));
    if (ok) this.form.say(`De bevestiging van ${codes.length} is teruggenomen.`);
  }

  draw() {
    const { saving } = this.form, many = this.rows.length, back = this.undoable.length;
    show(this.opener, saving.open && (many > 0 || back > 0));
    write(this.opener, many ? many === 14 ? "Alle 14 ongewijzigd bevestigen…" : `Overige ${many} ongewijzigd bevestigen…` : `Bevestiging van ${back} terugnemen`);
    if (!this.panel.hidden && !many) show(this.panel, false);
    else if (!this.panel.hidden) this.fill();
  }
}
