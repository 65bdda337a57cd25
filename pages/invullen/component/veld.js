// One field of the form: what the database has of it, and what was typed or chosen here and is not there yet.
// No screen, no network, no clock; `saving.js` tells it what happens. What it is called follows from what is known, so that
// it cannot be called saved while something of it is not.

// Instead of a band: as it was last time.
export const ONGEWIJZIGD = "=";

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
    this.key = key;
    this.last = last;
    this.kept = kept;
    this.saved = false; // By this screen.
    this.clear();
  }

  clear() {
    this.mine = undefined; // What is not in the database yet; undefined when there is nothing of the kind.
    this.order = 0; // Which was typed first.
    this.base = null; // What stood there when it was typed: { waarde, versie }.
    this.sent = undefined; // What a request is out for.
    this.tried = []; // What was sent without an answer: it may have arrived.
    this.failures = 0;
    this.theirs = false; // Somebody else was first: `kept` is theirs.
    this.refusal = null;
    this.late = false;
    this.restored = false;
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

  // Whether a request may go out for it.
  get sendable() {
    return this.pending && this.sent === undefined && !this.theirs && !this.refusal && !this.late;
  }

  // What stands in the field on the screen.
  get shown() {
    if (!this.pending) return this.kept.waarde;
    return this.meant(this.mine);
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

  // The server has it.
  succeed(veld) {
    const sent = this.sent;
    this.sent = undefined;
    this.kept = veld;
    const asMeant = sent !== ONGEWIJZIGD || same(veld.waarde, this.last);
    if (asMeant && (this.mine === sent || same(this.mine, veld.waarde))) return this.settle();
    if (this.mine === sent) this.theirs = true;
    else Object.assign(this, { base: veld, tried: [], failures: 0 });
  }

  settle() {
    this.clear();
    this.saved = true;
  }

  // No answer came: it may be there, or not.
  fail() {
    if (this.sent !== undefined && !this.tried.some((value) => same(value, this.sent))) this.tried.push(this.sent);
    this.sent = undefined;
    this.failures += 1;
  }

  // Sent for the last time before the page goes: the answer will not be heard.
  gone() {
    if (!this.tried.some((value) => same(value, this.mine))) this.tried.push(this.mine);
  }

  refuse(sentence) {
    if (this.mine === this.sent) this.refusal = sentence;
    this.sent = undefined;
  }

  // The server refused what it was sent, because `veld` stands there now.
  collide(veld) {
    this.sent = undefined;
    // The same version, and yet another value: not to be asked again at once.
    if (veld.versie === this.base.versie && !same(veld.waarde, this.mine)) this.failures += 1;
    this.meet(veld);
  }

  // What stands there now, beside what is not there yet: is it somebody else's?
  meet(veld) {
    this.kept = veld;
    const wanted = this.meant(this.mine), tried = this.tried.map((value) => this.meant(value));
    const asWanted = same(veld.waarde, wanted);
    // Something else that was sent may still arrive: then it is said once more what is wanted.
    if (asWanted && tried.every((value) => same(value, wanted))) return this.settle();
    this.theirs = !asWanted && !same(veld.waarde, this.base.waarde) && !tried.some((value) => same(veld.waarde, value));
    if (!this.theirs) this.base = veld;
  }

  meant(value) {
    return value === ONGEWIJZIGD ? this.last : value;
  }

  // What the server says stands there, unasked. `own`: this very screen left it so. Returns whether the screen now shows what
  // was changed elsewhere.
  arrive(veld, own = false) {
    if (this.sent !== undefined) return false;
    if (own && this.pending) this.tried.push(veld.waarde);
    if (!this.pending) {
      const moved = !same(veld.waarde, this.kept.waarde) || veld.versie !== this.kept.versie;
      if (moved) this.saved = false;
      const other = !same(veld.waarde, this.kept.waarde);
      this.kept = veld;
      return other;
    }
    if (veld.versie === this.kept.versie && this.theirs) return false;
    if (veld.versie !== this.base.versie || this.theirs) this.meet(veld);
    return this.theirs;
  }

  // Another field was saved that is a part of the same row, by this screen: only the version is another one.
  follow(veld) {
    if (this.base && this.base.versie === this.kept.versie) this.base = veld;
    this.kept = veld;
  }

  keepTheirs() {
    this.clear();
    this.saved = false;
  }

  takeMine() {
    if (this.mine === ONGEWIJZIGD) this.mine = this.last;
    this.theirs = false;
    this.tried = [];
    this.base = this.kept;
  }

  // As it was left, for whoever comes back: see `toStore`.
  restore({ waarde, gezien, basis, verstuurd }) {
    this.mine = waarde;
    this.base = { waarde: basis ?? null, versie: gezien ?? null };
    this.tried = [...(verstuurd ?? [])];
    this.restored = true;
    if (this.kept.versie !== this.base.versie || same(this.kept.waarde, waarde)) this.meet(this.kept);
  }

  toStore() {
    const out = this.sent === undefined ? [] : [this.sent];
    const { waarde, versie } = this.base;
    return { waarde: this.mine, gezien: versie, basis: waarde, verstuurd: [...this.tried, ...out] };
  }
}
