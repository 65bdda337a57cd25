// What stays in sight: how far, what the score becomes, whether all is saved, the next step.

import { Confirming, Submitted } from "./after.js";
import { button, h, mark, show, write } from "./dom.js";
import { Link } from "./saving.js";
import { Phase } from "./veld.js";
import { stateOfAll } from "./words.js";

export class Bar {
	constructor(form) {
		const back = encodeURIComponent(location.pathname + location.search);
		Object.assign(this, { form, told: "", confirming: new Confirming(form), submitted: new Submitted(form) });
		Object.assign(this, { done: h("p", { class: "done" }), state: h("span", { class: "all" }), message: h("p", { class: "message" }) });
		this.problem = button("Ga erheen", () => form.focusOn(this.stuck[0].key), "quiet");
		this.signIn = h("a", { target: "_blank", href: `/inloggen?next=${back}`, text: form.data.zinnen.meld_aan });
		this.submit = button("Indienen", () => this.handIn(), "primary");
		this.list = button("", () => form.toggleOverview(), "list", { "aria-expanded": "false" });
		this.element = h("section", { class: "bar", "aria-label": "Stand en indienen" },
			this.confirming.panel, this.message, this.submitted.element,
			h("div", { class: "line" }, this.list,
				h("div", { class: "words" }, this.done, this.state, " ", this.problem, this.signIn),
				h("div", { class: "steps" }, this.submit, this.confirming.opener, this.confirming.back, this.submitted.opener)));
	}

	// `next`: gives what to say instead once more is known ("": nothing), until then undefined.
	say(text, next) {
		this.next = next;
		write(this.message, text);
		show(this.message, text !== "");
		if (text) this.form.say(text);
	}

	// Without an answer nobody knows; `known`: what to say when the server is there again.
	fail(zin, known = () => "") {
		const { data, saving } = this.form;
		this.say(zin ?? data.zinnen.onzeker, () => zin || saving.link !== Link.OK ? undefined : known());
	}

	get stuck() {
		return this.form.saving.pending().filter(({ phase }) => phase !== Phase.TYPED && phase !== Phase.SENT);
	}

	async handIn() {
		const { form } = this, { saving } = form, open = form.rows.find((row) => row.item.number && row.shown === null);
		if (saving.link !== Link.OK || this.stuck.length) return this.refuse();
		if (open) {
			form.jump(open);
			return this.say(`Nog niet ingediend: niet alle mijlpalen zijn beoordeeld. De eerste is ${open.item.titel}.`, () => (open.shown === null ? undefined : ""));
		}
		this.say("");
		const last = () => saving.state.ingediend?.versie, before = last();
		mark(this.submit, "aria-disabled", "true");
		const { ok, zin } = await saving.submit();
		mark(this.submit, "aria-disabled", null);
		if (ok) this.submitted.arrive();
		else if (this.stuck.length) this.refuse();
		else this.fail(zin, () => this.settle(() => last() !== before));
	}

	settle(isDone) {
		this.submitted.isOpen ||= isDone();
		if (isDone()) return "";
		this.say(this.form.data.zinnen.toch_niet, () => isDone() ? "" : undefined);
	}

	refuse() {
		const { saving } = this.form, names = new Set(saving.pending().map(({ key }) => this.form.rowOf(key)?.item.titel));
		saving.nudge();
		this.say(`Niet ingediend. ${names.size ? `Niet opgeslagen: ${[...names].join(", ")}.` : "Er is geen verbinding."}`, () => (saving.link === Link.OK && !saving.pending().length ? "" : undefined));
	}

	draw() {
		const { saving } = this.form, { bar, ingediend } = saving.state, pending = saving.pending(), said = this.next?.();
		if (said !== undefined) this.say(said);
		const [look, sentence] = stateOfAll(saving, pending);
		const without = look === "problem" && saving.open && pending.length ? ", zonder wat nog niet is opgeslagen" : "";
		write(this.done, bar.zin + without);
		write(this.list, `${bar.beoordeeld} van ${bar.van}${bar.score === null ? "" : ` · ${bar.score}%`}`);
		mark(this.list, "aria-label", `Overzicht: ${bar.beoordeeld} van ${bar.van} beoordeeld`);
		mark(this.state, "data-kind", look);
		write(this.state, saving.open || look !== "done" ? sentence : "");
		show(this.problem, look === "problem" && this.stuck.length > 0 && saving.link === Link.OK);
		show(this.signIn, saving.link === Link.SESSION);
		show(this.submit, saving.open && (!ingediend || ingediend.gewijzigd || pending.length > 0));
		write(this.submit, ingediend ? "Opnieuw indienen" : "Indienen");
		this.confirming.draw();
		this.submitted.draw();
		this.tell(look, sentence);
	}

	// A screen reader hears of trouble, and of its end; not of every save.
	tell(look, sentence) {
		const news = look === "problem" ? sentence : "";
		if (look === "busy" || news === this.told) return;
		this.told = news;
		this.form.say(sentence);
	}
}
