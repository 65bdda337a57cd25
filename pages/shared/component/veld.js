// One field: what the database has of it, and what was given here and is not there yet. What it
// is called follows from that, so that it is never called saved while something of it is not.

export const ONGEWIJZIGD = "="; // Instead of a band: as it was last time.

export const Phase = Object.freeze({
	KEPT: "zoals bewaard",
	TYPED: "nog niet verstuurd",
	SENT: "onderweg",
	SAVED: "opgeslagen",
	FAILED: "niet gelukt",
	OTHER: "ander was eerder",
	REFUSED: "geweigerd",
	LATE: "te laat",
});

// As the database keeps a text; nothing and an empty text are the same.
export function plain(value) {
	return typeof value === "string" ? value.normalize("NFC").replace(/\r\n?/g, "\n").trim() : (value ?? "");
}

export function same(one, other) {
	return plain(one) === plain(other);
}

export class Field {
	// `kept`: what the server says stands there, { waarde, versie, door, … }; `last`: the band that ONGEWIJZIGD stands for.
	constructor(key, kept, last = null) {
		Object.assign(this, { key, kept, last });
		this.clear();
	}

	// `saved`: by this screen; `mine`: what is not there yet; `base`: what stood there when it was given; `sent`: what a request
	// is out for; `tried`: sent without an answer, so perhaps there; `theirs`: somebody else was first, with what is `kept`.
	clear(saved = false) {
		Object.assign(this, { saved, mine: undefined, base: null, sent: undefined, tried: [], theirs: false });
		Object.assign(this, { order: 0, failures: 0, refusal: null, late: false });
	}

	get phase() {
		if (!this.pending) return this.saved ? Phase.SAVED : Phase.KEPT;
		if (this.late) return Phase.LATE;
		if (this.theirs) return Phase.OTHER;
		if (this.refusal) return Phase.REFUSED;
		if (this.sent !== undefined) return Phase.SENT;
		return this.failures ? Phase.FAILED : Phase.TYPED;
	}

	get pending() {
		return this.mine !== undefined;
	}

	get sendable() {
		return this.pending && this.sent === undefined && !this.stuck;
	}

	get wrong() {
		return [Phase.REFUSED, Phase.OTHER].includes(this.phase) || null;
	}

	get stuck() {
		return this.theirs || this.refusal || this.late;
	}

	get shown() {
		return this.pending ? this.meant(this.mine) : this.kept.waarde;
	}

	meant(value) {
		return value === ONGEWIJZIGD ? this.last : value;
	}

	edit(value) {
		const nothingOut = this.sent === undefined && !this.tried.length;
		// Confirming leaves alone what is answered: over an answer it is a choice like any other.
		if (value === ONGEWIJZIGD && !(nothingOut && same(this.kept.waarde, null))) value = this.last;
		if (nothingOut && value !== ONGEWIJZIGD && same(value, this.kept.waarde)) return this.clear();
		if (!this.pending) this.base = this.kept;
		this.mine = value;
		this.refusal = null;
	}

	start() {
		this.sent = this.mine;
		return { waarde: this.mine, gezien: this.base.versie };
	}

	succeed(veld) {
		const sent = this.sent, asMeant = sent !== ONGEWIJZIGD || same(veld.waarde, this.last);
		this.sent = undefined;
		this.kept = veld;
		if (asMeant && (this.mine === sent || same(this.mine, veld.waarde))) return this.clear(true);
		if (this.mine === sent) this.theirs = true;
		else Object.assign(this, { base: veld, tried: [], failures: 0 });
	}

	fail() {
		this.try(this.sent);
		this.sent = undefined;
		this.failures += 1;
	}

	try(value) {
		if (value !== undefined && !this.tried.some((each) => same(each, value))) this.tried.push(value);
	}

	refuse(sentence) {
		if (this.mine === this.sent) this.refusal = sentence;
		this.sent = undefined;
	}

	// Refused, because `veld` stands there now; false when that is the version it was given on.
	collide(veld) {
		const moved = veld.versie !== this.base.versie || same(veld.waarde, this.mine);
		this.sent = undefined;
		this.meet(veld);
		return moved;
	}

	// Is what stands there now somebody else's?
	meet(veld) {
		const wanted = this.meant(this.mine), tried = this.tried.map((value) => this.meant(value));
		const asWanted = same(veld.waarde, wanted);
		this.kept = veld;
		// Something else that was sent may still arrive: then it is said once more what is wanted.
		if (asWanted && tried.every((value) => same(value, wanted))) return this.clear(true);
		this.theirs = !asWanted && !same(veld.waarde, this.base.waarde) && !tried.some((value) => same(veld.waarde, value));
		if (!this.theirs) this.base = veld;
	}

	// What the server says, unasked; `own`: this screen left it so. Whether something was changed elsewhere.
	arrive(veld, own = false) {
		const { kept } = this;
		if (this.sent !== undefined) return false;
		if (!this.pending) {
			if (!same(veld.waarde, kept.waarde) || veld.versie !== kept.versie) this.saved = false;
			this.kept = veld;
			return !own && !same(veld.waarde, kept.waarde);
		}
		if (own) this.try(veld.waarde);
		if (this.theirs ? veld.versie === kept.versie : veld.versie === this.base.versie) return false;
		this.meet(veld);
		return this.theirs;
	}

	// Another part of the same row was saved: only the version is another one.
	follow(veld) {
		if (this.base?.versie === this.kept.versie) this.base = veld;
		this.kept = veld;
	}

	takeMine() {
		Object.assign(this, { mine: this.meant(this.mine), theirs: false, tried: [], base: this.kept });
	}

	// As it was left, for whoever comes back.
	restore({ waarde, gezien, basis, verstuurd }) {
		Object.assign(this, { mine: waarde, base: { waarde: basis, versie: gezien }, tried: verstuurd });
		if (this.kept.versie !== gezien || same(this.kept.waarde, waarde)) this.meet(this.kept);
	}

	toStore() {
		const { waarde, versie } = this.base, out = this.sent === undefined ? [] : [this.sent];
		return { waarde: this.mine, gezien: versie, basis: waarde, verstuurd: [...this.tried, ...out] };
	}
}
