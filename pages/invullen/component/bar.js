// What stays in sight below: how far, what the score becomes, whether all is saved, and the next step.

import { button, h, mark, show, write } from "./dom.js";
import { Confirming } from "./confirming.js";
import { Link } from "./saving.js";
import { Submitted } from "./submitted.js";
import { Phase } from "./veld.js";
import { stateOfAll } from "./words.js";

export class Bar {
  constructor(form) {
    this.form = form;
    this.done = h("p", { class: "done" });
    this.state = h("p", { class: "all" });
    this.problem = button("Ga erheen", () => this.toProblem(), { class: "link" });
    this.signIn = h("a", { target: "_blank", href: signInAddress(), text: "Meld u aan in een nieuw tabblad; daarna gaat het hier vanzelf verder." });
    this.message = h("p", { class: "message" });
    this.confirming = new Confirming(form);
    this.submitted = new Submitted(form);
    this.submit = button("Indienen", () => this.handIn(), { class: "primary" });
    this.list = button("Overzicht", () => form.toggleOverview(), { class: "list", "aria-expanded": "false" });
    this.element = h(
      "section", { class: "bar", "aria-label": "Stand en indienen" },
      this.confirming.panel, this.message, this.submitted.element,
      h("div", { class: "line" },
        this.list,
        h("div", { class: "words" }, this.done, h("div", { class: "saving" }, this.state, this.problem, this.signIn)),
        h("div", { class: "steps" }, this.submit, this.confirming.opener, this.submitted.opener)),
    );
  }

  say(text) {
    write(this.message, text);
    if (text) this.form.say(text);
  }

  get stuck() {
    const isStuck = (field) => ![Phase.TYPED, Phase.SENT].includes(field.phase);
    return this.form.saving.pending().filter(isStuck);
  }

  toProblem() {
    this.form.focusOn(this.stuck[0].key);
  }

  async handIn() {
    const { form } = this, { bar } = form.saving.state, open = form.rows.find((row) => row.item.number && row.shown === null);
    if (form.saving.link !== Link.OK || this.stuck.length) return this.refuse();
    if (open) {
      form.jump(open);
      return this.say(`Nog niet ingediend: beoordeel eerst de rest (${bar.van} in totaal). De eerste is ${open.item.titel}.`);
    }
    this.say("");
    mark(this.submit, "aria-disabled", "true");
    const { ok, zin } = await form.saving.submit();
    mark(this.submit, "aria-disabled", null);
    if (ok) return this.submitted.arrive();
    if (this.stuck.length) return this.refuse();
    this.say(zin ?? "Het is niet zeker of dit is ingediend: er kwam geen antwoord. Zodra de verbinding er weer is, ziet u het hier.");
  }

  refuse() {
    this.form.saving.nudge();
    const names = this.form.saving.pending().map(({ key }) => this.form.aboutOf(key));
    const what = names.length ? ` Niet opgeslagen: ${[...new Set(names)].join(", ")}.` : " Er is geen verbinding.";
    this.say(`Niet ingediend.${what}`);
  }

  draw() {
    const { form } = this, { saving } = form, { state } = saving;
    const pending = saving.pending(), [kind, sentence] = stateOfAll(saving, pending);
    write(this.done, state.bar.zin);
    mark(this.list, "data-done", state.bar.beoordeeld);
    write(this.list, `${state.bar.beoordeeld} van ${state.bar.van}`);
    mark(this.list, "aria-label", `Overzicht: ${state.bar.beoordeeld} van ${state.bar.van} beoordeeld`);
    mark(this.state, "data-kind", kind);
    write(this.state, saving.closed && kind === "done" ? "" : sentence);
    show(this.problem, kind === "problem" && this.stuck.length > 0 && saving.link === Link.OK);
    show(this.signIn, saving.link === Link.SESSION);
    const isIn = Boolean(state.ingediend) && !state.ingediend.gewijzigd && !pending.length;
    show(this.submit, saving.open && !isIn);
    write(this.submit, state.ingediend ? "Opnieuw indienen" : "Indienen");
    mark(this.submit, "data-ready", state.bar.kan_indienen ? "ja" : null);
    this.confirming.draw();
    this.submitted.draw();
    show(this.message, this.message.textContent !== "");
    this.tell(kind, sentence);
  }

  // A screen reader hears of trouble, and of its end; not of every save.
  tell(kind, sentence) {
    const news = kind === "problem" ? sentence : "";
    if (news && news !== this.told) this.form.say(news);
    if (!news && this.told) this.form.say(sentence);
    this.told = kind === "busy" ? this.told : news;
  }
}

function signInAddress() {
  return `/inloggen?next=${encodeURIComponent(location.pathname + location.search)}`;
}
