// What is done with the form as a whole: confirming the rest, and what comes after submitting.

import { button, h, mark, show, write } from "./dom.js";

async function act(form, method, path, body, done) {
	const { ok, zin } = await form.saving.act(method, path, () => body);
	if (!ok) return form.bar.fail(zin);
	form.bar.say("");
	form.say(done);
}

// As it was last time: said before it is done.
export class Confirming {
	constructor(form) {
		this.form = form;
		this.opener = button("", () => this.open(), "secondary");
		this.back = button("", () => this.takeBack(), "secondary quiet");
		this.yes = button("", () => this.confirm(), "primary");
		Object.assign(this, { what: h("ul"), title: h("p", { tabindex: "-1" }) });
		this.panel = h("div", { class: "panel", role: "group", "aria-label": "Ongewijzigd bevestigen", hidden: "", onkeydown: ({ key }) => key === "Escape" && this.close() },
			this.title, this.what, h("div", { class: "buttons" }, this.yes, button("Niet bevestigen", () => this.close())));
	}

	get rows() {
		const { te_bevestigen: codes } = this.form.saving.state.bar;
		return this.form.rows.filter(({ item, field }) => item.number && codes.includes(item.code) && !field.pending);
	}

	get undoable() {
		const { ingediend, bevestigd } = this.form.saving.state;
		return ingediend ? [] : bevestigd;
	}

	open() {
		this.fill();
		show(this.panel, true);
		this.title.focus();
	}

	fill() {
		const { rows } = this;
		write(this.title, `Dit bevestigt u als ongewijzigd sinds ${rows[0].item.vorige.tertaal}, met de toelichting van toen:`);
		this.what.replaceChildren(...rows.map(({ item }) => h("li", { text: `${item.titel}: ` }, this.form.bandOf(item.vorige.band))));
		write(this.yes, `Bevestig deze ${rows.length}`);
	}

	close() {
		show(this.panel, false);
		this.opener.focus();
	}

	confirm() {
		const mijlpalen = this.rows.map(({ item }) => item.code);
		this.close();
		return act(this.form, "POST", "/bevestig", { mijlpalen }, `${mijlpalen.length} ongewijzigd bevestigd en opgeslagen.`);
	}

	takeBack() {
		const mijlpalen = this.undoable;
		return act(this.form, "POST", "/bevestig/terug", { mijlpalen }, `De bevestiging van ${mijlpalen.length} is teruggenomen.`);
	}

	draw() {
		const many = this.rows.length, back = this.undoable.length;
		show(this.opener, this.form.saving.open && many > 0);
		write(this.opener, `${many === this.form.mijlpalen.length ? "Alle" : "Overige"} ${many} ongewijzigd bevestigen…`);
		show(this.back, this.form.saving.open && back > 0);
		write(this.back, back === 1 ? "Bevestiging terugnemen" : `${back} bevestigingen terugnemen`);
		if (!many) show(this.panel, false);
		else if (!this.panel.hidden) this.fill();
	}
}

// Where the button was: what counts, who signed, what is next.
export class Submitted {
	constructor(form) {
		const here = `werkplein=${form.werkplein}&tertaal=${form.tertaal}`;
		Object.assign(this, { form, isOpen: false, head: h("p", { class: "head", tabindex: "-1" }), place: h("p"), signed: h("p", { class: "said" }) });
		this.sign = button("", () => this.toSign());
		this.print = h("a", { target: "_blank", text: "Afdrukken" });
		this.opener = button("", () => this.toggle(), "quiet");
		this.element = h("div", { class: "panel submitted" }, this.head, this.place, this.signed,
			h("div", { class: "buttons" }, this.sign, this.print, h("a", { href: `/werkplein?${here}`, target: "_self", text: form.data.zinnen.mijn_stand })));
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

	toSign() {
		const { versie } = this.last, [method, done] = this.isMine ? ["DELETE", "ingetrokken"] : ["POST", "opgeslagen"];
		return act(this.form, method, "/akkoord", { versie }, `Uw akkoord is ${done}.`);
	}

	draw() {
		const { last, form } = this, { open } = form.saving;
		show(this.element, Boolean(last) && (this.isOpen || !open));
		show(this.opener, Boolean(last) && open);
		if (!last) return;
		write(this.opener, this.isOpen ? "Minder tonen" : "Ingediend: bekijk en ga verder");
		mark(this.opener, "aria-expanded", this.isOpen);
		mark(this.print, "href", `/formulier/${form.werkplein}/${form.tertaal}?versie=${last.versie}`);
		write(this.head, last.tekst);
		write(this.place, last.plaats_zin);
		write(this.signed, last.akkoord_zin);
		show(this.sign, open && (last.mag_akkoord || this.isMine));
		write(this.sign, this.isMine ? "Mijn akkoord intrekken" : `Akkoord geven op versie ${last.versie}`);
	}
}
