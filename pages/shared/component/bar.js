// What stays in sight: how far, what the score becomes, whether all is saved, the next step.

import { Confirming, Submitted } from "./after.js";
import { button, h, mark, show, write } from "./dom.js";
import { Link } from "./saving.js";
import { held, stateOfAll } from "./words.js";

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
		return this.form.saving.pending().filter((field) => held(field, Link.OK));
	}

	async handIn() {
		const { form } = this, { saving } = form, open = form.rows.find((row) => row.item.number && row.shown === null);
		this.before = saving.state.ingediend?.versie;
		if (saving.link !== Link.OK || this.stuck.length) return this.refuse();
		if (open) {
			form.jump(open);
			return this.say(`${form.data.zinnen.niet_alle} ${open.item.titel}.`, () => (open.shown === null ? undefined : ""));
		}
		this.say("");
		mark(this.submit, "aria-disabled", "true");
		const { ok, zin } = await saving.submit();
		mark(this.submit, "aria-disabled", null);
		if (ok) this.submitted.arrive();
		else if (this.stuck.length) this.refuse();
		else this.fail(zin, () => this.settle(form.data.zinnen.toch_niet));
	}

	get isDone() {
		return this.form.saving.state.ingediend?.versie !== this.before;
	}

	settle(zin) {
		this.submitted.isOpen ||= this.isDone;
		if (this.isDone) return "";
		this.say(zin, () => (this.isDone ? "" : undefined));
	}

	refuse() {
		const { data, saving } = this.form, names = new Set(saving.pending().map(({ key }) => this.form.rowOf(key)?.item.titel));
		saving.nudge();
		this.say(`Niet ingediend.${names.size ? ` Niet opgeslagen: ${[...names].join(", ")}.` : ""}`, () => (saving.link === Link.OK && !saving.pending().length ? this.settle(data.zinnen.nu_wel) : undefined));
	}

	draw() {
		const { data: { zinnen }, saving } = this.form, { bar, ingediend } = saving.state, pending = saving.pending(), said = this.next?.();
		if (said !== undefined) this.say(said);
		const [look, sentence] = stateOfAll(saving, pending);
		const isLeft = look === "problem" && pending.length > 0;
		write(this.done, bar.zin + (isLeft && saving.open ? zinnen.zonder : ""));
		write(this.list, `${bar.beoordeeld} van ${bar.van}${bar.score === null ? "" : ` · ${bar.score}%`}`);
		mark(this.list, "aria-label", `Overzicht: ${bar.beoordeeld} van ${bar.van} beoordeeld`);
		mark(this.state, "data-kind", look);
		write(this.state, (saving.open || look !== "done" ? sentence : "") + (isLeft && !saving.unsent.works ? zinnen.gaat_verloren : ""));
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
