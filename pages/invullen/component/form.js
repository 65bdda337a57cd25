// The form of one werkplein in one tertaal, as Streamlit mounts it: again and again, with the same element.

import { Announcer, h, mark, show, write } from "./dom.js";
import { sender } from "./api.js";
import { Bar } from "./bar.js";
import { Overview } from "./overview.js";
import { Row } from "./row.js";
import { Saving } from "./saving.js";
import { Unsent } from "./unsent.js";
import { openTabs, ownTab } from "./tabs.js";

const forms = new WeakMap();
const YES_NO = [{ value: "ja", label: "Ja" }, { value: "nee", label: "Nee" }];

export default function mount({ data, parentElement }) {
  const before = forms.get(parentElement);
  if (before && before.data.api === data.api && before.data.account === data.account) return before.close;
  before?.close();
  const form = new Form(data, parentElement);
  forms.set(parentElement, form);
  return form.close;
}

class Form {
  constructor(data, root) {
    Object.assign(this, { data, root, rows: [], bar: null });
    [this.werkplein, this.tertaal] = data.api.split("/").slice(-2);
    this.announcer = new Announcer();
    this.lead = h("p", { class: "lead" });
    this.notice = h("div", { class: "notices" });
    this.waiting = root.querySelector("[data-wacht]");
    this.element = h("div", { class: "form", translate: "yes" }, this.lead, this.notice, this.announcer.element);
    this.saving = new Saving({
      last: this.lastBands(), send: sender(data.api, data.account), unsent: unsent(data), timer: clock(),
      changed: (key) => this.changed(key), arrived: (keys) => this.arrived(keys),
    });
    this.listen();
    openTabs().then((alive) => {
      this.saving.alive = alive;
      this.saving.pump();
    });
  }

  get mijlpalen() {
    return this.data.fasen.flatMap(({ mijlpalen }) => mijlpalen);
  }

  lastBands() {
    return Object.fromEntries(this.mijlpalen.map(({ code, vorige }) => [`band/${code}`, vorige?.band ?? null]));
  }

  // Of the window: what it hears, and what must be told before it goes.

  listen() {
    const heard = new AbortController(), hear = (target, names, act) => {
      for (const name of names) target.addEventListener(name, act, { signal: heard.signal });
    };
    hear(window, ["focus", "online", "landkaart:verbinding"], () => this.saving.nudge());
    hear(window, ["offline"], () => this.saving.lost());
    hear(window, ["pagehide"], () => this.saving.leave());
    hear(window, ["beforeunload"], (event) => this.saving.atRisk && event.preventDefault());
    document.addEventListener("click", (event) => this.enter(event), { signal: heard.signal, capture: true });
    hear(document, ["visibilitychange"], () => this.seen(!document.hidden));
    // Streamlit listens for keys of its own, and cannot see that somebody is typing in here.
    for (const name of ["keydown", "keyup", "keypress"]) this.element.addEventListener(name, (event) => event.stopPropagation());
    this.close = () => {
      this.saving.leave();
      this.saving.stop();
      heard.abort();
      this.element.remove();
      forms.delete(this.root);
    };
  }

  seen(isSeen) {
    this.saving.visible = isSeen;
    if (isSeen) this.saving.nudge();
    else this.saving.hurry();
  }

  // Who skips to the content (a link of Streamlit's) comes to the first that is still to do.
  enter(event) {
    const row = this.rows.find((each) => each.shown === null) ?? this.rows[0];
    if (!row || !event.target.closest?.("[data-testid=stSkipToContent]")) return;
    event.preventDefault();
    event.stopPropagation();
    this.jump(row);
  }

  // On the screen

  build() {
    let number = 0;
    const groups = this.data.fasen.map(({ naam, mijlpalen }) => [naam, mijlpalen.map((each) => new Row(this, { ...asItem(each), number: ++number }))]);
    this.rows = groups.flatMap(([, rows]) => rows);
    this.bar = new Bar(this);
    this.overview = new Overview(groups);
    this.asked = h("section", { class: "fase", "aria-label": "Vragen bij deze uitvraag" }, h("h2", { text: "Vragen bij deze uitvraag" }));
    const keys = h("p", { class: "keys", text: "Met het toetsenbord: 1 t/m 4 kiest, 0 bevestigt ongewijzigd, T opent de toelichting; daarna gaat Tab naar de volgende." });
    const fasen = groups.map(([naam, rows]) => h("section", { class: "fase", "aria-label": naam }, h("h2", { text: naam }), ...rows.map(({ element }) => element)));
    this.element.append(keys, this.overview.element, ...fasen, this.asked, this.bar.element);
    this.waiting?.remove();
    this.root.append(this.element);
  }

  changed(key) {
    if (!this.saving.state) return this.waitFor();
    if (!this.bar) this.build();
    this.followVragen();
    const rows = key ? this.rows.filter((row) => row.key === key || row.toelichting.key === key) : this.rows;
    for (const row of rows) row.draw();
    this.drawAround();
    if (key) this.tell(key);
  }

  waitFor() {
    const said = this.saving.said ?? "Het formulier kan nog niet worden opgehaald; dat wordt vanzelf opnieuw geprobeerd. Wat u eerder invulde, staat er nog.";
    if (this.waiting) write(this.waiting.querySelector("p"), said);
  }

  drawAround() {
    const { saving } = this, { state } = saving;
    write(this.lead, state.kop);
    mark(this.element, "data-open", state.open ? "ja" : "nee");
    const said = [
      state.open ? null : state.reden,
      saving.unsent.works ? null : "Deze browser bewaart niets: wat nog niet is opgeslagen, gaat verloren als u de pagina sluit.",
      this.mijlpalen.some(({ vorige }) => vorige?.reconstructie) ? RECONSTRUCTED : null,
    ].filter(Boolean);
    if (said.join() !== this.noticed) this.notice.replaceChildren(...said.map((text) => h("p", { text })));
    this.noticed = said.join();
    this.overview.draw();
    this.bar.draw();
  }

  // Questions can come, go and change while the form is open.
  followVragen() {
    const { vragen } = this.saving.state, known = vragen.map(({ code, tekst }) => `${code} ${tekst}`).join("\n");
    show(this.asked, vragen.length > 0);
    if (known === this.knownVragen) return;
    this.knownVragen = known;
    const kept = this.rows.filter(({ item }) => item.number);
    const rows = vragen.map(({ code, tekst }) => new Row(this, { code, titel: tekst, kind: ["antwoord", "uitleg"], options: YES_NO }));
    this.asked.replaceChildren(this.asked.firstElementChild, ...rows.map(({ element }) => element));
    this.rows = [...kept, ...rows];
    for (const row of rows) row.draw();
  }

  // To a screen reader

  say(text) {
    this.announcer.say(text);
  }

  // That a choice was saved, once; of a text only when its writer has left it.
  tell(key) {
    const row = this.rowOf(key), field = this.saving.fields.get(key), told = `${field.phase} ${field.kept.versie}`;
    const isTyping = this.root.activeElement === row?.toelichting.area;
    if (!row || row.told === told || field.pending || !field.saved || isTyping) return;
    row.told = told;
    const what = key === row.key ? this.labelOf(field.kept.waarde) : "toelichting";
    this.say(`${row.item.titel}: ${what}, opgeslagen.`);
  }

  arrived(keys) {
    const rows = [...new Set(keys.map((key) => this.rowOf(key)).filter(Boolean))];
    for (const row of rows) {
      row.element.classList.add("news");
      setTimeout(() => row.element.classList.remove("news"), 30_000);
    }
    const names = rows.map(({ item }) => item.titel).join(", ");
    if (names) this.bar.say(`Intussen elders gewijzigd: ${names}. Kijk of het zo klopt.`);
  }

  // Ways around

  rowOf(key) {
    return this.rows.find((row) => row.key === key || row.toelichting.key === key);
  }

  aboutOf(key) {
    return this.rowOf(key)?.item.titel ?? "een vraag";
  }

  focusOn(key) {
    const row = this.rowOf(key);
    if (!row) return;
    if (key === row.key) return this.jump(row);
    row.element.scrollIntoView({ block: "center" });
    row.toelichting.open();
  }

  jump(row) {
    row.element.scrollIntoView({ block: "center" });
    row.focus();
    this.toggleOverview(false);
  }

  goOn(row) {
    const next = this.rows[this.rows.indexOf(row) + 1];
    if (next) next.focus();
    else if (!this.bar.submit.hidden) this.bar.submit.focus();
    else this.bar.submitted.opener.focus();
  }

  toggleOverview(isOpen = !this.element.classList.contains("listing")) {
    this.element.classList.toggle("listing", isOpen);
    mark(this.bar.list, "aria-expanded", isOpen);
  }

  labelOf(value) {
    const all = [...this.mijlpalen[0].banden.map(({ code, label }) => [code, label]), ...YES_NO.map(({ value: code, label }) => [code, label])];
    return Object.fromEntries(all)[value] ?? "niets";
  }

  bandOf(code) {
    const { teken, kleur, label } = this.mijlpalen[0].banden.find((band) => band.code === code);
    const sign = h("span", { class: "sign", "aria-hidden": "true", text: teken });
    sign.style.setProperty("--band", kleur);
    return h("span", { class: "band" }, sign, ` ${label}`);
  }

  // A moment of this browser's clock, on that of the landkaart.
  hour(moment) {
    const ahead = Date.parse(this.saving.state.nu) - this.saving.takenAt;
    return new Date(moment + ahead).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
  }
}

const RECONSTRUCTED =
  "Let op: wat hier bij ‘vorige keer’ staat is een reconstructie uit het rapport van 2009, niet wat dit werkplein zelf heeft ingevuld.";

function asItem({ code, titel, uitleg, banden, vorige }) {
  const options = banden.map((band) => ({ ...band, value: band.code }));
  return { code, titel, uitleg, vorige, options, kind: ["band", "toelichting"] };
}

function clock() {
  return { now: Date.now, later: (act, ms) => setTimeout(act, ms), stop: (id) => clearTimeout(id) };
}

function unsent({ account, api }) {
  let store = null;
  try {
    store = window.localStorage;
  } catch {
    // Forbidden: as if it were full.
  }
  return new Unsent({ store, place: [account, ...api.split("/").slice(-2)], tab: ownTab, now: Date.now });
}
